"""The deal in a debrief, as data: what was sent, what each question was worth, the guess, the tries, what was left."""

from dataclasses import dataclass

from negotiator.analysis.best_line import Judgement
from negotiator.analysis.dealmap import DealMap, deal_map
from negotiator.bargaining.classes import IssueClass, by_span, issue_class, span_in
from negotiator.bargaining.deal import Package, Point
from negotiator.bargaining.frontier import Frontier, frontier
from negotiator.bargaining.metrics import DealMetrics, deal_metrics
from negotiator.bargaining.questions import AboutIssue, Offered, Priorities, Question, SmallTalk
from negotiator.bargaining.talk import PRIORITIES, Asked, Deed, Kind, Level, Sent, Talk
from negotiator.bargaining.worth import Worth
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.judged import result
from negotiator.game.negotiate import luck_of
from negotiator.game.notes import better
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.saying import package_words, saying_of
from negotiator.game.state import Notes
from negotiator.game.view import PersonView, person


@dataclass(frozen=True, slots=True)
class Weighed:
    """A package in words with its worth, in points."""

    words: str
    own: int
    theirs: int


@dataclass(frozen=True, slots=True)
class TermRow:
    """One issue as it was offered, as it came out, as it might have."""

    label: str
    kind: IssueClass
    own_span: int
    their_span: int
    letter: str
    agreed: str
    """Empty without a deal."""
    best: str
    """In the best line found; empty where that had no deal."""


@dataclass(frozen=True, slots=True)
class Round:
    """One package that was sent or came back."""

    decision: int
    """Number of the decision it belongs to."""
    by: str
    """you or them."""
    package: Weighed
    answer: str
    """To a package of the player's: accepted, countered, impasse, withdrawn; empty for theirs."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that was asked about what they want, with what it was worth."""

    decision: int
    words: str
    level: str
    worth: float | None
    """Share, 0 to 1, of all there was to know about their wishes that it was expected to bring; None for a question
    about something else."""


@dataclass(frozen=True, slots=True)
class GuessBoard:
    """The player's guess of their priorities beside the truth."""

    guess: tuple[str, ...]
    least: tuple[str, ...]
    truth: tuple[str, ...]
    """All issues, what can make most for them first."""
    known: tuple[str, ...]
    """Issues of which they had told something by the end."""


@dataclass(frozen=True, slots=True)
class Try:
    """A package tried after the deal."""

    package: Weighed
    better: str
    """both, you, them, neither."""


@dataclass(frozen=True, slots=True)
class BestLine:
    """The best line found, and how it was looked for."""

    name: str
    decision: int
    place: str
    moves: tuple[str, ...]
    """The words of its moves at the table."""
    package: Weighed | None
    got: int
    """Own points of the line that was played."""
    best: int
    """Own points of this one."""


@dataclass(frozen=True, slots=True)
class Dealt:
    """Everything a debrief says about the deal. Points are (player, counterpart)."""

    who: PersonView
    kind: str
    """agreed, walked, impasse, withdrawn, or open."""
    alternative: Point
    alternative_says: str
    letter: Weighed
    agreed: Weighed | None
    metrics: DealMetrics | None
    terms: tuple[TermRow, ...]
    rounds: tuple[Round, ...]
    questions: tuple[QuestionRow, ...]
    guess: GuessBoard | None
    """None when nothing was guessed."""
    declared: tuple[str, ...]
    declared_late: bool
    """They were put down only once the letter had come, or changed after it."""
    tries: tuple[Try, ...]
    best: BestLine | None
    lost: dict[int, int]
    """Own points that each decision lost against the best line found, by its number."""
    trust: int
    map: DealMap


def dealt(game: Game, play: Play, judgement: Judgement | None) -> Dealt:
    """The deal of a finished run in a scenario that has one."""
    bargain, state = bargain_of(game), play.state
    deal = bargain.deal
    talk = bargain.talk(game, state)
    how = result(game, state)
    agreed = how.package if how.kind == "agreed" else agreed_package(state)
    whole = frontier(deal)
    notes = state.notes or Notes()
    says = bargain.model.alternatives.you
    best = judgement.best.package if judgement else None
    return Dealt(
        who=person(game, bargain.who),
        kind=how.kind,
        alternative=deal.reservation,
        alternative_says=says.says if says else "",
        letter=weighed(bargain, deal.letter),
        agreed=weighed(bargain, agreed) if agreed else None,
        metrics=deal_metrics(deal, whole, agreed) if agreed else None,
        terms=tuple(_term(bargain, at, agreed, best) for at in range(len(deal.issues))),
        rounds=tuple(_rounds(bargain, play)),
        questions=tuple(_questions(game, bargain, play)),
        guess=_guess(bargain, notes, talk, agreed or deal.letter),
        declared=tuple(deal.issues[at].label for at in notes.declared),
        declared_late=notes.declared_at > 0 or bool(notes.changed),
        tries=tuple(_tries(bargain, notes, agreed)),
        best=_best(game, bargain, play, judgement) if judgement else None,
        lost=judgement.lost if judgement else {},
        trust=talk.trust,
        map=_map(bargain, talk, agreed, judgement, whole),
    )


def weighed(bargain: Bargain, package: Package) -> Weighed:
    """A package in words, with what it is worth to both."""
    return Weighed(package_words(bargain.deal, package), *bargain.deal.points(package))


def _term(bargain: Bargain, at: int, agreed: Package | None, best: Package | None) -> TermRow:
    issue = bargain.deal.issues[at]
    shape = agreed.structure if agreed else None

    def said(package: Package | None) -> str:
        return issue.options[package.options[at]].label if package else ""

    return TermRow(
        label=issue.label,
        kind=issue_class(issue),
        own_span=span_in(bargain.deal, 0, at, shape),
        their_span=span_in(bargain.deal, 1, at, shape),
        letter=said(bargain.deal.letter),
        agreed=said(agreed),
        best=said(best),
    )


def _rounds(bargain: Bargain, play: Play) -> list[Round]:
    rounds: list[Round] = []
    for number, turn in enumerate(play.turns, 1):
        deed = turn.after.talk.deeds[-1] if turn.after.talk and turn.after.talk.deeds else None
        if turn.move.kind not in ("propose", "offer-set") or not isinstance(deed, Sent):
            continue
        rounds += [
            Round(number, "you", weighed(bargain, one), deed.answer.value) for one in deed.message.packages
        ]
        talk = turn.after.talk
        if talk and (turn.before.talk is None or len(talk.received) > len(turn.before.talk.received)):
            rounds.append(Round(number, "them", weighed(bargain, talk.received[-1]), ""))
    return rounds


def _questions(game: Game, bargain: Bargain, play: Play) -> list[QuestionRow]:
    """What each question at the table was worth, judged on what was known before it."""
    asked = [
        (number, turn, turn.after.talk.deeds[-1])
        for number, turn in enumerate(play.turns, 1)
        if turn.move.kind in ("ask", "offer-set") and turn.after.talk
    ]
    if not asked:
        return []
    worth = Worth(bargain.deal, luck_of(play.first, game.scenario.id))
    beliefs = worth.prior
    rows = []
    for number, turn, deed in asked:
        question, level = _question(bargain, deed)
        share = None if question is None else worth.diagnosticity(question, beliefs)
        if question is not None:
            beliefs = worth.after(question, beliefs)
        words = saying_of(game, turn.before.scene, turn.move).text
        rows.append(QuestionRow(number, words, level, share))
    return rows


def _question(bargain: Bargain, deed: Deed) -> tuple[Question | None, str]:
    """What a deed asked about their wishes, as far as it was answered; None where it asked about something else."""
    if isinstance(deed, Sent):
        return (
            (Offered(deed.message.packages), "full")
            if deed.answer is not Kind.WITHDRAWN
            else (None, "nothing")
        )
    assert isinstance(deed, Asked)
    about = deed.topic in bargain.issue_at
    if deed.topic != PRIORITIES and not about:
        return None, deed.level.value
    if deed.level is Level.NOTHING or deed.again:
        return SmallTalk(), deed.level.value
    full = deed.level is Level.FULL
    found = AboutIssue(bargain.issue_at[deed.topic], full) if about else Priorities(full)
    return found, deed.level.value


def _guess(bargain: Bargain, notes: Notes, talk: Talk, package: Package) -> GuessBoard | None:
    if not notes.guess and not notes.least:
        return None
    issues = bargain.deal.issues
    told = {topic for topic, level in talk.heard if level is not Level.NOTHING}
    return GuessBoard(
        guess=tuple(issues[at].label for at in notes.guess),
        least=tuple(issues[at].label for at in notes.least),
        truth=tuple(issues[at].label for at in by_span(bargain.deal, 1, package.structure)),
        known=tuple(issue.label for issue in issues if issue.id in told),
    )


def _tries(bargain: Bargain, notes: Notes, agreed: Package | None) -> list[Try]:
    if agreed is None:
        return []
    packages = [Package(one[0], one[1:]) for one in notes.tries]
    return [Try(weighed(bargain, one), better(bargain, one, agreed)) for one in packages]


def _best(game: Game, bargain: Bargain, play: Play, judgement: Judgement) -> BestLine:
    line = judgement.best
    turn = play.turns[judgement.decision - 1]
    place = game.places[turn.before.scene].model.place
    words = tuple(saying_of(game, turn.before.scene, move).text for move in line.moves)
    package = weighed(bargain, line.package) if line.package else None
    return BestLine(line.name, judgement.decision, place, words, package, judgement.got, line.point[0])


def _map(
    bargain: Bargain, talk: Talk, agreed: Package | None, judgement: Judgement | None, whole: Frontier
) -> DealMap:
    best = judgement.best.point if judgement and judgement.best.package else None
    return deal_map(
        whole.deal,
        letter=bargain.deal.letter,
        sent=talk.sent,
        received=talk.received,
        agreed=agreed,
        best=best,
    )

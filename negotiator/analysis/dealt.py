"""The deal in a debrief, as data: what was sent, what each question was worth, the guess, the tries, what was left."""

from dataclasses import dataclass
from itertools import groupby

from negotiator.analysis.asked import QuestionRow, questions
from negotiator.analysis.best_line import Judgement, Line
from negotiator.analysis.dealmap import DealMap, deal_map
from negotiator.bargaining.classes import IssueClass, by_span, issue_class, span_in
from negotiator.bargaining.deal import Package, Point
from negotiator.bargaining.frontier import Frontier, frontier
from negotiator.bargaining.metrics import DealMetrics, deal_metrics
from negotiator.bargaining.talk import Sent, Talk
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.judged import result
from negotiator.game.moves import read_message
from negotiator.game.notes import better
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.saying import Saying, message_words, package_changes, package_words, saying_of
from negotiator.game.state import Notes, choose
from negotiator.game.tableview import known
from negotiator.game.view import PersonView, person


@dataclass(frozen=True, slots=True)
class Weighed:
    """A package in words with its worth, in points."""

    words: str
    """Whole: the shape, and what is other than in the letter."""
    own: int
    theirs: int
    shape: str
    """Of the job."""
    changes: tuple[str, ...]
    """What it has other than the package it is held against, in words: its shape, then term by term."""


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
    """Its changes are those from the same side's last one, from the letter for its first."""
    answer: str
    """To a package of the player's: accepted, countered, impasse, withdrawn; empty for theirs."""


@dataclass(frozen=True, slots=True)
class GuessBoard:
    """The player's guess of their priorities beside the truth."""

    guess: tuple[str, ...]
    least: tuple[str, ...]
    truth: tuple[str, ...]
    """All issues, what can make most for them first."""
    known: dict[str, str]
    """Of each issue of which they had told something by the end, what that was."""


@dataclass(frozen=True, slots=True)
class Try:
    """A package tried after the deal."""

    package: Weighed
    """Its changes are those from the deal."""
    better: str
    """both, you, them, neither."""


@dataclass(frozen=True, slots=True)
class BestLine:
    """The best line that was open before a decision."""

    name: str
    """Of the way to go on, one of a finite family; "the line you played" where nothing better was found."""
    decision: int
    place: str
    instead: str
    """Words of the choice of the story that it begins with, in place of the one taken; empty where it begins at once."""
    moves: tuple[str, ...]
    """The words of its moves at the table; of a package only what it changes from the player's last one."""
    package: Weighed | None
    """Its changes are those from the deal, from the letter without one."""
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
    """Over all moments; None where nothing was decided after the written offer."""
    better: dict[int, BestLine]
    """The best line open before each decision that lost something, by its number."""
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
        questions=tuple(questions(game, bargain, play)),
        guess=_guess(bargain, notes, talk, agreed or deal.letter),
        declared=tuple(deal.issues[at].label for at in notes.declared),
        declared_late=notes.declared_at > 0 or bool(notes.changed),
        tries=tuple(_tries(bargain, notes, agreed)),
        best=_line(game, bargain, play, judgement.best, judgement.decision, judgement.got)
        if judgement
        else None,
        better={
            number: _line(game, bargain, play, line, number, judgement.got)
            for number, line in sorted(judgement.better.items())
        }
        if judgement
        else {},
        lost=judgement.lost if judgement else {},
        trust=talk.trust,
        map=_map(bargain, talk, agreed, judgement, whole),
    )


def weighed(bargain: Bargain, package: Package, before: Package | None = None) -> Weighed:
    """A package in words, with what it is worth to both, held against another, by default the letter."""
    deal = bargain.deal
    changes = package_changes(deal, package, deal.letter if before is None else before)
    shape = deal.structures[package.structure].label
    return Weighed(package_words(deal, package), *deal.points(package), shape, changes)


def _term(bargain: Bargain, at: int, agreed: Package | None, best: Package | None) -> TermRow:
    issue = bargain.deal.issues[at]
    shapes = (agreed.structure,) if agreed else ()

    def said(package: Package | None) -> str:
        return issue.options[package.options[at]].label if package else ""

    return TermRow(
        label=issue.label,
        kind=issue_class(issue),
        own_span=span_in(bargain.deal, 0, at, shapes),
        their_span=span_in(bargain.deal, 1, at, shapes),
        letter=said(bargain.deal.letter),
        agreed=said(agreed),
        best=said(best),
    )


def _rounds(bargain: Bargain, play: Play) -> list[Round]:
    rounds: list[Round] = []
    ours = theirs = bargain.deal.letter
    for number, turn in enumerate(play.turns, 1):
        deed = turn.after.talk.deeds[-1] if turn.after.talk and turn.after.talk.deeds else None
        if turn.move.kind not in ("propose", "offer-set") or not isinstance(deed, Sent):
            continue
        packages = deed.message.packages
        rounds += [Round(number, "you", weighed(bargain, one, ours), deed.answer.value) for one in packages]
        ours = packages[-1]
        talk = turn.after.talk
        had = len(turn.before.talk.received) if turn.before.talk else 0
        if talk and len(talk.received) > had:
            rounds.append(Round(number, "them", weighed(bargain, talk.received[-1], theirs), ""))
            theirs = talk.received[-1]
    return rounds


def _guess(bargain: Bargain, notes: Notes, talk: Talk, package: Package) -> GuessBoard | None:
    if not notes.guess and not notes.least:
        return None
    issues = bargain.deal.issues
    return GuessBoard(
        guess=tuple(issues[at].label for at in notes.guess),
        least=tuple(issues[at].label for at in notes.least),
        truth=tuple(issues[at].label for at in by_span(bargain.deal, 1, (package.structure,))),
        known={issue.label: said for at, issue in enumerate(issues) if (said := known(bargain, talk, at))},
    )


def _tries(bargain: Bargain, notes: Notes, agreed: Package | None) -> list[Try]:
    if agreed is None:
        return []
    packages = [Package(one[0], one[1:]) for one in notes.tries]
    return [Try(weighed(bargain, one, agreed), better(bargain, one, agreed)) for one in packages]


def _line(game: Game, bargain: Bargain, play: Play, line: Line, number: int, got: int) -> BestLine:
    """A line in words, as it was open before a decision."""
    turn = play.turns[number - 1]
    scene = turn.before.scene
    instead = saying_of(game, scene, choose(line.other)) if line.other else None
    talk = turn.before.talk
    last = talk.sent[-1][-1] if talk and talk.sent else bargain.deal.letter
    words = []
    for move in line.moves:
        if move.kind in ("propose", "offer-set"):
            message = read_message(bargain, move.kind, move.line)
            words.append(message_words(bargain, message, last))
            last = message.packages[-1]
        else:
            words.append(saying_of(game, scene, move).text)
    deal = agreed_package(play.state)
    return BestLine(
        name=line.name,
        decision=number,
        place=game.places[scene].model.place,
        instead=_quoted(instead) if instead else "",
        moves=_counted(words),
        package=weighed(bargain, line.package, deal) if line.package else None,
        got=got,
        best=line.point[0],
    )


def _counted(words: list[str]) -> tuple[str, ...]:
    """Moves in words, those that are made several times in a row said once."""
    runs = ((text, sum(1 for _ in same)) for text, same in groupby(words))
    return tuple(text if times == 1 else f"{text} ({times} times)" for text, times in runs)


def _quoted(saying: Saying) -> str:
    return f"“{saying.text}”" if saying.spoken else saying.text


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

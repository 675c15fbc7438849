"""What a run leaves for the player's real talk: alternative, priorities, questions, an opening with its equals, limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from negotiator.analysis.to_ask import Question, seat_of, to_ask
from negotiator.bargaining.classes import IssueClass, by_span, issue_class, span_in
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.search import Table, valuation
from negotiator.bargaining.talk import Sent, Talk
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.judging.finesse import EQUAL
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.saying import package_changes, saying_of
from negotiator.game.spoken import who_lifts
from negotiator.game.state import Learned, Notes, State
from negotiator.game.step import WRITTEN_OFFER
from negotiator.game.view import SEATS

MOST_REASONS, MOST_CHEAP = 3, 5
"""Of each: a sheet has two sides."""


@dataclass(frozen=True, slots=True)
class Cheap:
    """A term that can be given away at little cost."""

    label: str
    spared: bool
    """The player said so; else it costs the player little and helps the other side."""
    likes: str
    """What the other side would like there; empty while the run goes on."""
    shared: bool
    """It is what the player would like best too."""


@dataclass(frozen=True, slots=True)
class LimitRow:
    """What somebody could not grant, and who could."""

    reason: str
    who: str
    seat: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything for the sheet; what a story does not have is empty."""

    scenario: str
    title: str
    language: str
    counterpart: str
    """Seat of the person with whom terms are settled."""
    alternative: str
    priorities: tuple[str, ...]
    declared: bool
    questions: tuple[Question, ...]
    opening: tuple[str, ...]
    """The package: its shape, then what is other than in the letter."""
    opening_said: str
    """Words of the first counter-proposal of the story."""
    equals: tuple[tuple[str, ...], ...]
    """Packages worth as much to the player: what each has other than the opening."""
    reasons: tuple[str, ...]
    """Facts that reasons can rest on."""
    cheap: tuple[Cheap, ...]
    limits: tuple[LimitRow, ...]
    flags: tuple[str, ...]
    """What should be settled before one signs."""
    kept: tuple[str, ...]
    """Lines that the player kept, questions left out."""


def prepare(game: Game, play: Play, kept: Sequence[str]) -> Preparation:
    """The sheet from a run. While it goes on, nothing of the other side's mind is told that was not heard."""
    state = play.state
    over = state.ending >= 0
    bargain = bargain_of(game) if game.bargain is not None and state.reached >= WRITTEN_OFFER else None
    asked = to_ask(game, bargain, play, kept)
    chosen = {one.words for one in asked}
    flags = (says for says, known in _flags(game, state) if known or over)
    shared = {
        "scenario": game.scenario.id,
        "title": game.scenario.title,
        "language": game.scenario.language,
    }
    rest = tuple(line for line in kept if line not in chosen)
    if bargain is None:
        return Preparation(
            **shared,
            counterpart="",
            alternative="",
            priorities=(),
            declared=False,
            questions=asked,
            opening=(),
            opening_said=_counter(game, play),
            equals=(),
            reasons=_reasons(game, play),
            cheap=(),
            limits=(),
            flags=tuple(flags),
            kept=rest,
        )
    deal, notes = bargain.deal, state.notes or Notes()
    talk = bargain.talk(game, state)
    opening = _opening(deal, talk)
    says = bargain.model.alternatives.you
    return Preparation(
        **shared,
        counterpart=seat_of(game, bargain.who),
        alternative=says.says if says else "",
        priorities=tuple(deal.issues[at].label for at in notes.declared or tuple(by_span(deal, 0)[:3])),
        declared=bool(notes.declared),
        questions=asked,
        opening=(deal.structures[opening.structure].label, *_terms(deal, opening)) if opening else (),
        opening_said="" if opening else _counter(game, play),
        equals=tuple(package_changes(deal, one, opening) for one in _equals(deal, opening))
        if opening
        else (),
        reasons=_reasons(game, play),
        cheap=tuple(_cheap(deal, talk, (agreed_package(state) or deal.letter).structure, over=over))[
            :MOST_CHEAP
        ],
        limits=tuple(_limits(game, bargain)),
        flags=tuple(flags),
        kept=rest,
    )


def _counter(game: Game, play: Play) -> str:
    sayings = (saying_of(game, turn.before.scene, turn.move) for turn in play.turns if turn.told)
    return next((one.text for one in sayings if one.kind == "counter"), "")


def _opening(deal: Deal, talk: Talk) -> Package | None:
    """The package the player opened with; where none was sent, the best that leaves the other side half of what the
    letter is worth to it over no deal: ambitious, and no insult.
    """
    if talk.sent:
        return talk.sent[0][0]
    floor = (deal.points(deal.letter)[1] + deal.reservation[1]) // 2
    found = Table(deal).best(talk.shapes, talk.lifted, valuation(deal, 0), side=1, floor=floor)
    return found.package if found else None


def _terms(deal: Deal, package: Package) -> tuple[str, ...]:
    return package_changes(deal, package, Package(package.structure, deal.letter.options))


def _equals(deal: Deal, opening: Package) -> list[Package]:
    """Two packages worth the same to the player within EQUAL percent, each with two terms traded for one another, the
    ones best for the other side; no term is traded in both.
    """
    own, _ = deal.points(opening)
    barred = {limit.id for limit in deal.barred(opening, frozenset())}
    allowed = deal.allowed(opening.structure, frozenset(barred))
    ranked = []
    for first, second in combinations(range(len(deal.issues)), 2):
        for one, other in product(allowed[first], allowed[second]):
            if one == opening.options[first] or other == opening.options[second]:
                continue
            options = list(opening.options)
            options[first], options[second] = one, other
            package = Package(opening.structure, tuple(options))
            you, them = deal.points(package)
            if 100 * abs(you - own) <= EQUAL * max(own, you, 1):
                ranked.append((-them, first, second, package))
    found: list[Package] = []
    used: set[int] = set()
    for _, first, second, package in sorted(ranked):
        if not {first, second} & used:
            used |= {first, second}
            found.append(package)
        if len(found) == 2:
            break
    return found


def _reasons(game: Game, play: Play) -> tuple[str, ...]:
    """Facts the player knows: those given as reasons first, then those that people told."""
    facts = game.scenario.facts
    cited = [
        one.message.citing
        for one in (play.state.talk.deeds if play.state.talk else ())
        if isinstance(one, Sent) and one.message.citing
    ]
    told = [
        event.fact for turn in play.turns for event in turn.events if isinstance(event, Learned) and event.by
    ]
    return tuple(facts[one].says for one in dict.fromkeys([*cited, *told]))[:MOST_REASONS]


def _cheap(deal: Deal, talk: Talk, shape: int, *, over: bool) -> Iterator[Cheap]:
    """What the player said not to need; and, once the run is over, what costs little and helps the other side."""
    for at in by_span(deal, 1, (shape,)):
        issue = deal.issues[at]
        spared = at in talk.spared
        own, theirs = span_in(deal, 0, at, (shape,)), span_in(deal, 1, at, (shape,))
        trade = issue_class(issue) is IssueClass.COMPATIBLE or 3 * own <= 2 * theirs
        if spared or (over and theirs and trade):
            only = deal.structures[shape].only.get(at)
            options = [o for n, o in enumerate(issue.options) if only is None or n in only]
            best = max(options, key=lambda one: one.them)
            shared = best.you == max(one.you for one in options)
            yield Cheap(issue.label, spared, best.label if over and theirs else "", shared)


def _limits(game: Game, bargain: Bargain) -> Iterator[LimitRow]:
    for limit in bargain.deal.limits:
        who = who_lifts(bargain, limit)
        seats = [one.seat for one in game.scenario.people.values() if one.name == who]
        yield LimitRow(limit.reason, who, SEATS[seats[0]] if seats else "")


def _flags(game: Game, state: State) -> Iterator[tuple[str, bool]]:
    facts = list(game.scenario.facts.values())
    return ((facts[bit.bit_length() - 1].says, bool(state.facts & bit)) for bit, _ in game.flags)

"""The best line found from each moment of a run, and what each move lost of it, in the player's points.

The family of lines is finite and named. From a moment at which terms can still be negotiated: take what lies there,
leave it, or go on at the table in one of the ways of FAMILY; and for a choice of the story, any other choice that stood
there and then the same. The line that was played is one of them, so a loss is never negative.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from negotiator.analysis.liveness import targets
from negotiator.analysis.players import session
from negotiator.analysis.strategies import CONDUCT, Conduct, Mode, Setting
from negotiator.bargaining.deal import Package, Point
from negotiator.bargaining.talk import Asked, Closed, Deed, Kind, Paused, Sent, Talk, Told
from negotiator.game.bargain import Bargain, agreed_package, bargain_of
from negotiator.game.moves import said_message
from negotiator.game.negotiate import luck_of
from negotiator.game.play import Play, Turn
from negotiator.game.rules import Game
from negotiator.game.state import Move, State
from negotiator.game.step import WRITTEN_OFFER, drawn, take, takeable

Progress = Callable[[int, int], None]
"""progress(done, of): called as decisions are looked at."""

FAMILY: dict[str, Conduct] = {
    "giving way": replace(CONDUCT[Mode.ACCOMMODATE], spread=0),
    "meeting halfway": replace(CONDUCT[Mode.COMPROMISE], spread=0),
    "holding out": replace(
        CONDUCT[Mode.COMPETE], spread=0, bluffs=0, reopens=0, presses=0, threatens=0, takes=True
    ),
    "asking, telling and trading": replace(CONDUCT[Mode.COLLABORATE], spread=0, carries=100),
    "asking, telling and trading, and asking for more": replace(
        CONDUCT[Mode.COLLABORATE], spread=0, carries=100, opening=100, least=65
    ),
}
"""The ways to go on at the table, none of them rude."""


@dataclass(frozen=True, slots=True)
class Line:
    """One way to go on, to its end."""

    name: str
    moves: tuple[Move, ...]
    """At the table, from the moment on."""
    package: Package | None
    """The deal it comes to, None for none."""
    point: Point
    """What that is worth to the player and to the counterpart; what both have elsewhere without a deal."""
    other: str = ""
    """Id of the choice of the story that it begins with, in place of the one taken; empty where it begins at once."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A run held against the family of lines."""

    best: Line
    """The best line found over all moments."""
    decision: int
    """Number of the decision it begins at: the last one before which it was still open."""
    better: dict[int, Line]
    """For each decision that lost something, the best line that was open before it."""
    lost: dict[int, int]
    """Own points that each decision lost, by its number; decisions that lost nothing are left out."""
    got: int
    """Own points that the run came to."""


def judge(game: Game, play: Play, progress: Progress | None = None) -> Judgement | None:
    """Hold a finished run against the lines that were open. None without a written offer, or where nothing was decided
    after it.
    """
    seer = _Seer(game)
    turns = [
        (number, turn)
        for number, turn in enumerate(play.turns, 1)
        if turn.told and turn.before.reached >= WRITTEN_OFFER
    ]
    if not turns or play.state.ending < 0:
        return None
    got = seer.realized(play.state)
    value, lost, better = got, {}, {}
    best, decision = (
        Line("the line you played", (), signed_package(game, play.state), point_of(game, play.state)),
        turns[0][0],
    )
    for done, (number, turn) in enumerate(reversed(turns), 1):
        found = max(seer.open(turn), key=lambda line: line.point, default=None)
        before = max(value, found.point[0]) if found else value
        if found and found.point[0] > best.point[0]:
            best, decision = found, number
        if found and before > value:
            lost[number], better[number] = before - value, found
        value = before
        if progress:
            progress(done, len(turns))
    return Judgement(best, decision, better, lost, got)


class _Seer:
    """Looks ahead from the moments of one run; what has been looked at once is remembered."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.bargain: Bargain = bargain_of(game)
        deal = self.bargain.deal
        self.setting = Setting(
            deal,
            guarded=dict(enumerate(self.bargain.guarded)),
            firm=self.bargain.firm,
            lifted=self.bargain.own,
        )
        self.ahead = _tables_ahead(game)
        self._seen: dict[Talk, tuple[Line, ...]] = {}

    def realized(self, state: State) -> int:
        """Own points a run has come to."""
        return point_of(self.game, state)[0]

    def open(self, turn: Turn) -> Iterable[Line]:
        """The lines that were open before a turn."""
        yield from self.lines(turn.before)
        if turn.move.kind != "choose":
            return
        state = turn.before
        for option in takeable(self.game, state):
            if option.id != turn.move.choice:
                after = take(self.game, state, option, drawn(self.game, state, option)).state
                for line in self.lines(after) if after.ending < 0 else [self._stop(after)]:
                    yield replace(line, other=option.id)

    def _stop(self, state: State) -> Line:
        return Line("the end of the story", (), signed_package(self.game, state), point_of(self.game, state))

    def lines(self, state: State) -> tuple[Line, ...]:
        """The lines that are open in a state of the story."""
        deal = self.bargain.deal
        if state.ending >= 0 or state.days < 0 <= self.game.days:
            return ()
        stay = Line("staying where you are", (), None, deal.reservation)
        package = agreed_package(state)
        if package:
            return stay, Line("signing what was agreed", (), package, deal.points(package))
        if state.scene not in self.ahead:
            return stay, Line("signing the letter", (), deal.letter, deal.points(deal.letter))
        talk = self.bargain.talk(self.game, state)
        if talk not in self._seen:
            self._seen[talk] = (stay, *self._at_table(state, talk))
        return self._seen[talk]

    def _at_table(self, state: State, talk: Talk) -> Iterable[Line]:
        deal = self.bargain.deal
        there = talk.received[-1] if talk.received else deal.letter
        move = Move("accept") if talk.received else Move("accept", line="letter")
        yield Line("taking what lay there", (move,), there, deal.points(there))
        if talk.turn >= self.bargain.counterpart.manner.patience:
            return
        luck = luck_of(state, self.game.scenario.id)
        for name, conduct in FAMILY.items():
            done = session(self.bargain.counterpart, self.setting, conduct, luck, start=talk)
            package = done.package if done.kind is Kind.ACCEPTED else None
            moves = tuple(move_of_deed(self.bargain, deed) for deed in done.talk.deeds[len(talk.deeds) :])
            yield Line(name, moves, package, done.point)


def signed_package(game: Game, state: State) -> Package | None:
    """The package that a run has been signed with; None when it has not."""
    if state.ending < 0 or game.stops[state.ending].model.outcome != "signed":
        return None
    return agreed_package(state) or bargain_of(game).deal.letter


def point_of(game: Game, state: State) -> Point:
    """What a run of a story with a deal has come to for both: of what was signed, else of what they have elsewhere."""
    deal, package = bargain_of(game).deal, signed_package(game, state)
    return deal.points(package) if package else deal.reservation


def _tables_ahead(game: Game) -> set[int]:
    """Scenes that are tables, or from which lines of the story lead to one."""
    ahead = {at for at, place in enumerate(game.places) if place.exits is not None}
    links = [set(targets(game, place)) for place in game.places]
    while True:
        more = {at for at, after in enumerate(links) if at not in ahead and after & ahead}
        if not more:
            return ahead
        ahead |= more


def move_of_deed(bargain: Bargain, deed: Deed) -> Move:
    """The move that a deed was."""
    issues = bargain.deal.issues
    match deed:
        case Sent():
            kind, line = said_message(bargain, deed.message)
            return Move(kind, line=line)
        case Asked():
            return Move("ask", line=f"{deed.form} {deed.topic}")
        case Told():
            matters = [issues[at].id for at in deed.matters]
            return Move("tell", line=" ".join([*matters, *(f"-{issues[at].id}" for at in deed.spared)]))
        case Paused():
            return Move("pause", line=deed.limit)
        case Closed():
            if not deed.accepted:
                return Move("walk")
            return Move("accept", line="letter" if deed.letter else "")

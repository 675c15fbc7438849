"""What random plays have come to, as counts: it takes the same room after a million plays as after a thousand."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from negotiator.analysis.playtest.fronts import front
from negotiator.analysis.playtest.report import Marks
from negotiator.game.state import State

_Key = TypeVar("_Key")
FAR = 1 << 30
"""Moves to a spot that nobody has come to."""


class Trail(NamedTuple):
    """A walk that was played."""

    seed: int
    moves: tuple[str, ...]


@dataclass(slots=True)
class Reach:
    """The marks of runs that came to one ending."""

    low: Marks
    high: Marks
    best: tuple[Marks, ...]

    def add(self, other: "Reach") -> None:
        """Take in other runs."""
        self.low = _each(min, self.low, other.low)
        self.high = _each(max, self.high, other.high)
        self.best = front((*self.best, *other.best))


def _each(pick: Callable[[int, int], int], one: Marks, other: Marks) -> Marks:
    return pick(one[0], other[0]), pick(one[1], other[1]), pick(one[2], other[2])


@dataclass(slots=True)
class Tally:
    """Counts of plays; `spots` is the number of things counted, see Numbering."""

    spots: int
    plays: int = 0
    uniform: int = 0
    moves: int = 0
    uniform_moves: int = 0
    unfinished: int = 0
    offered: int = 0
    """Plays by the uniform policy in which there was a written offer."""
    lost: int = 0
    """Of these, those that lost it."""
    hits: "tuple[array[int], array[int]]" = field(init=False)
    """Plays in which each spot came up, by the uniform policy and by the other."""
    used: "array[int]" = field(init=False)
    """Times each choice was taken."""
    depths: "array[int]" = field(init=False)
    """Moves of the shortest walk to each spot."""
    trails: dict[int, Trail] = field(default_factory=dict)
    """Those walks."""
    stuck: dict[int, Trail] = field(default_factory=dict)
    """By scene: a shortest walk to a moment when nothing can be done."""
    crashes: dict[tuple[int, str], Trail] = field(default_factory=dict)
    """By scene and what happened: the walk ends with the move that failed."""
    endless: dict[int, Trail] = field(default_factory=dict)
    """By the scene in which a play was given up."""
    courage: Counter[int] = field(default_factory=Counter)
    """Sums at the endings, over plays by the uniform policy; likewise fit."""
    finesse: Counter[tuple[int, int]] = field(default_factory=Counter)
    """Sums with the number of asks behind them."""
    fit: Counter[int] = field(default_factory=Counter)
    reach: dict[int, Reach] = field(default_factory=dict)
    """By ending."""

    def __post_init__(self) -> None:
        self.hits = (array("q", bytes(8 * self.spots)), array("q", bytes(8 * self.spots)))
        self.used = array("q", bytes(8 * self.spots))
        self.depths = array("q", [FAR]) * self.spots

    def end(self, state: State, *, uniform: bool) -> None:
        """Take in a run that has come to an ending."""
        marks = (state.courage, state.finesse, state.fit)
        if uniform:
            self.courage[state.courage] += 1
            self.finesse[state.finesse, state.asks] += 1
            self.fit[state.fit] += 1
        known = self.reach.get(state.ending)
        if known is None:
            self.reach[state.ending] = Reach(marks, marks, (marks,))
        elif marks not in known.best:
            known.add(Reach(marks, marks, (marks,)))

    def add(self, other: "Tally") -> None:
        """Take in what was counted elsewhere, later. Of two walks of one length the earlier one stays."""
        self.plays += other.plays
        self.uniform += other.uniform
        self.moves += other.moves
        self.uniform_moves += other.uniform_moves
        self.unfinished += other.unfinished
        self.offered += other.offered
        self.lost += other.lost
        for mine, theirs in (
            (self.hits[0], other.hits[0]),
            (self.hits[1], other.hits[1]),
            (self.used, other.used),
        ):
            _sum(mine, theirs)
        for spot, trail in other.trails.items():
            if len(trail.moves) < self.depths[spot]:
                self.depths[spot] = len(trail.moves)
                self.trails[spot] = trail
        shorter(self.stuck, other.stuck.items())
        shorter(self.crashes, other.crashes.items())
        shorter(self.endless, other.endless.items())
        self.courage.update(other.courage)
        self.finesse.update(other.finesse)
        self.fit.update(other.fit)
        for ending, reach in other.reach.items():
            if ending in self.reach:
                self.reach[ending].add(reach)
            else:
                self.reach[ending] = reach


def _sum(mine: "array[int]", theirs: "array[int]") -> None:
    for at, count in enumerate(theirs):
        if count:
            mine[at] += count


def shorter(kept: dict[_Key, Trail], found: Iterable[tuple[_Key, Trail]]) -> None:
    """Keep what is new, and what is shorter than before."""
    for key, trail in found:
        if key not in kept or len(trail.moves) < len(kept[key].moves):
            kept[key] = trail

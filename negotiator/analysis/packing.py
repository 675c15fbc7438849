"""States as single integers: a field of bits for each part of the state that can ever matter, and nothing else.

Zero in a field is what the part is at the start, or unread, or none: so what is dead is dropped by one mask.
"""

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from negotiator.analysis.branches import UNREAD
from negotiator.analysis.conditions import Conditions
from negotiator.analysis.liveness import Alive
from negotiator.bargaining.talk import Talk
from negotiator.game.rules import Game
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.scenario import models as m

STAGE_BITS = 2


class Field(NamedTuple):
    """Some bits of the integer."""

    shift: int
    mask: int
    """In place: shifted already."""
    first: int = 0
    """The value that is written as zero; values below it wrap round."""
    span: int = 0

    def read(self, key: int) -> int:
        """The value in a packed state."""
        code = (key & self.mask) >> self.shift
        return self.first + code if code < self.span else self.first + code - (self.mask >> self.shift) - 1

    def write(self, value: int) -> int:
        """The bits of a value."""
        return (value - self.first) << self.shift & self.mask


class Packing:
    """Where each part of the state lies in the integer."""

    def __init__(self, game: Game, alive: Iterable[Alive], conditions: Conditions) -> None:
        """`alive` for every scene: what matters nowhere gets no bits."""
        self.game = game
        self._end = 0
        every = Alive()
        for one in alive:
            every.add(one)
        self.scene = self._field(range(len(game.places)))
        self.reached = self._field(range(1 << STAGE_BITS))
        self.days = self._days()
        self.values = [
            self._field(_range(game, slot), game.first_values[slot]) if slot in every.slots else None
            for slot in range(len(game.first_values))
        ]
        self.facts = [self._bit() if every.facts >> at & 1 else 0 for at in range(len(game.fact_ids))]
        """The bit of each fact, 0 where nothing asks for it."""
        self.trust = self._field(range(12)) if every.trust else None
        """Trust of a talk plus one; zero before any talk."""
        self.any_agreed = self._bit() if every.terms else 0
        widest = max((len(words) for words in conditions.names.terms.values()), default=0)
        self.terms = {at: self._field(range(widest + 1)) for at in sorted(every.terms)}
        """Positions in State.agreed; an option plus one, zero for what nothing asks for."""
        self.visits = {
            at: self._field(range(self._most(at, every, conditions) + 1))
            for at in range(len(game.places))
            if (every.seen | every.counted) >> at * VISIT_BITS & MAX_VISITS
        }
        self.taken = {bit: self._bit() for bit in _bits(every.taken)}
        """The bit of each choice and outcome, by its bit in State.taken."""

    @property
    def width(self) -> int:
        """Bits of a packed state at most."""
        return self._end

    def _field(self, values: range, first: int | None = None) -> Field:
        first = values.start if first is None else first
        width = max(len(values) - 1, 0).bit_length()
        made = Field(self._end, (1 << width) - 1 << self._end, first, values.stop - first)
        self._end += width
        return made

    def _bit(self) -> int:
        self._end += 1
        return 1 << self._end - 1

    def _days(self) -> Field:
        # Days count down from the term to -1: zero stands for the full term, as for every value at its start.
        return self._field(range(-1, self.game.days + 1), self.game.days)

    def _most(self, scene: int, every: Alive, conditions: Conditions) -> int:
        """Visits after which no condition can tell one more from none."""
        if not every.counted >> scene * VISIT_BITS & MAX_VISITS:
            return 1
        return conditions.most_visits(self.game.places[scene].id)

    def pack(self, state: State) -> int:
        """The bits of a state whose story goes on."""
        key = self.scene.write(state.scene) | self.reached.write(state.reached) | self.days.write(state.days)
        for value, place in zip(state.values, self.values, strict=True):
            if place:
                key |= place.write(value)
        for at, bit in enumerate(self.facts):
            if state.facts >> at & 1:
                key |= bit
        for bit, here in self.taken.items():
            if state.taken & bit:
                key |= here
        for scene, place in self.visits.items():
            if visits := state.visits >> scene * VISIT_BITS & MAX_VISITS:
                key |= place.write(min(visits, place.span - 1))
        if state.agreed:
            key |= self.any_agreed
            for at, place in self.terms.items():
                key |= place.write(state.agreed[at] + 1)
        if self.trust and state.talk:
            key |= self.trust.write(state.talk.trust + 1)
        return key

    def unpack(self, key: int) -> State:
        """The state of some bits: scores and seed at zero, what does not matter as at the start."""
        facts = sum(1 << at for at, bit in enumerate(self.facts) if key & bit)
        taken = sum(bit for bit, here in self.taken.items() if key & here)
        visits = sum(place.read(key) << scene * VISIT_BITS for scene, place in self.visits.items())
        trust = self.trust.read(key) if self.trust else 0
        return State(
            0, self.scene.read(key), -1, self._values(key), facts, taken, visits,
            self.reached.read(key), self.days.read(key), 0, 0, 0, 0, 0, 0,
            self._agreed(key), Talk(trust=trust - 1) if trust else None,
        )  # fmt: skip

    def _values(self, key: int) -> tuple[int, ...]:
        return tuple(
            place.read(key) if place else first
            for place, first in zip(self.values, self.game.first_values, strict=True)
        )

    def _agreed(self, key: int) -> tuple[int, ...]:
        if not key & self.any_agreed:
            return ()
        return tuple(
            self.terms[at].read(key) - 1 if at in self.terms else UNREAD
            for at in range(2 + len(self.game.term_ids))
        )


def _range(game: Game, slot: int) -> range:
    """Every value a declared state can have."""
    var = game.scenario.state[game.state_ids[slot]]
    if isinstance(var, m.Word):
        return range(len(var.one_of))
    if isinstance(var, m.Flag):
        return range(2)
    start = game.first_values[slot]
    return range(min(var.min, start), max(var.max, start) + 1)


def _bits(mask: int) -> Iterable[int]:
    for at in count():
        if not mask >> at:
            return
        if mask >> at & 1:
            yield 1 << at

"""States as single integers: a field of bits for each part of the state that can ever matter, and nothing else.

Zero in a field is what the part is at the start, or unread, or none: so what is dead is dropped by one mask.
"""

from collections.abc import Iterable
from typing import NamedTuple

from negotiator.analysis.branches import UNREAD
from negotiator.analysis.conditions import Conditions
from negotiator.analysis.liveness import Alive
from negotiator.analysis.possible import values
from negotiator.bargaining.talk import Talk
from negotiator.game.rules import Game
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State

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


class Masked(NamedTuple):
    """A mask of the state as it is, moved to its place; bits that matter nowhere are left out."""

    shift: int
    alive: int

    def read(self, key: int) -> int:
        """The mask in a packed state."""
        return key >> self.shift & self.alive

    def write(self, mask: int) -> int:
        """The bits of a mask."""
        return (mask & self.alive) << self.shift


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
            self._field(values(game, name), game.first_values[slot]) if slot in every.slots else None
            for slot, name in enumerate(game.state_ids)
        ]
        self.facts = self._masked(every.facts)
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
        self.taken = self._masked(every.taken)

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

    def _masked(self, mask: int) -> "Masked":
        made = Masked(self._end, mask)
        self._end += mask.bit_length()
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
        key |= self.facts.write(state.facts) | self.taken.write(state.taken)
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
        visits = sum(place.read(key) << scene * VISIT_BITS for scene, place in self.visits.items())
        trust = self.trust.read(key) if self.trust else 0
        return State(
            0, self.scene.read(key), -1, self._values(key), self.facts.read(key), self.taken.read(key), visits,
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

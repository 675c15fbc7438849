"""Merges states that no later condition can tell apart: what is dead is dropped, doors that have closed stay closed."""

from collections.abc import Callable

from negotiator.analysis.branches import Asked
from negotiator.analysis.conditions import Conditions
from negotiator.analysis.gates import gates, once_only
from negotiator.analysis.liveness import Alive, liveness
from negotiator.analysis.packing import Packing
from negotiator.analysis.settled import Settled, asking
from negotiator.game.rules import Game
from negotiator.game.state import MAX_VISITS, VISIT_BITS

Further = Callable[[int], int]
"""Merges a packed state further than a mask can."""


class Merger:
    """Turns a packed state into the representative of all that no later condition can tell apart.

    For each scene one mask keeps what is alive in it; `further` holds, where there is more to merge, a callable for
    what remains.
    """

    def __init__(self, game: Game) -> None:
        self.conditions = Conditions(game)
        alive = liveness(game, self.conditions)
        self.packing = Packing(game, alive, self.conditions)
        self.asked = [Asked(frozenset(one.terms), one.trust) for one in alive]
        """What can still be asked of a table in each scene, once it has been left."""
        self.masks = [self._mask(one) for one in alive]
        shut, barred = once_only(game, self.conditions), gates(game, self.conditions)
        self.further: list[Further | None] = []
        for scene, one in enumerate(alive):
            closing = [(entry & one.taken, own & one.taken) for at, entry, own in shut if at != scene]
            steps = [
                self._counts(one),
                self._facts(game, one),
                self._closings(barred[scene], closing),
            ]
            self.further.append(_chain([step for step in steps if step]))

    def __call__(self, key: int) -> int:
        """The representative of a packed state."""
        scene = self.packing.scene.read(key)
        key &= self.masks[scene]
        further = self.further[scene]
        return further(key) if further else key

    def _mask(self, one: Alive) -> int:
        places = self.packing
        mask = places.scene.mask | places.reached.mask
        if one.days:
            mask |= places.days.mask
        if one.trust and places.trust:
            mask |= places.trust.mask
        if one.terms:
            mask |= places.any_agreed
        for slot in one.slots:
            if place := places.values[slot]:
                mask |= place.mask
        for at in one.terms:
            mask |= places.terms[at].mask
        for at, place in places.visits.items():
            if (one.seen | one.counted) >> at * VISIT_BITS & MAX_VISITS:
                mask |= place.mask
        return mask | places.facts.write(one.facts) | places.taken.write(one.taken)

    def _counts(self, one: Alive) -> Further | None:
        """Where it only matters that a scene was visited, though the count matters elsewhere."""
        seen = [
            (place.mask, place.write(1))
            for at, place in self.packing.visits.items()
            if place.span > 2 and (one.seen & ~one.counted) >> at * VISIT_BITS & MAX_VISITS
        ]
        if not seen:
            return None

        def once_each(key: int) -> int:
            for mask, once in seen:
                if key & mask:
                    key = key & ~mask | once
            return key

        return once_each

    def _facts(self, game: Game, one: Alive) -> Further | None:
        """Facts that decide nothing any more."""
        places = self.packing.facts
        bits = places.write(one.facts)
        if not bits:
            return None
        meanings = map(self.conditions.meaning, sorted(one.asks))
        settled = Settled(game, asking(game, meanings), one.learnable)
        kept: dict[int, int] = {}

        def settle(key: int) -> int:
            known = key & bits
            if known not in kept:
                kept[known] = places.write(settled(places.read(known))) & bits
            return key & ~bits | kept[known]

        return settle

    def _closings(self, barred: list[tuple[int, int]], closing: list[tuple[int, int]]) -> Further | None:
        """Once every choice that leads into a place has been taken, and can be taken once, it does not matter what was
        done there; and where a needed choice can come no more, only what lives without it does.
        """
        choices = self.packing.taken.write
        gate = [(choices(bit), choices(alive) | ~choices(-1)) for bit, alive in barred]
        doors = [(choices(entry), choices(own)) for entry, own in closing if entry and own]
        if not gate and not doors:
            return None

        def close(key: int) -> int:
            for needed, without in gate:
                if not key & needed:
                    key &= without
            for entry, own in doors:
                if key & own and key & entry == entry:
                    key &= ~own
            return key

        return close


def _chain(steps: list[Further]) -> Further | None:
    if len(steps) < 2:
        return steps[0] if steps else None

    def all_of_them(key: int) -> int:
        for step in steps:
            key = step(key)
        return key

    return all_of_them

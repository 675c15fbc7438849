"""Who sits with whom: at random, no partner twice, seats exchanged from one round to the next, an odd one observing."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from negotiator.classroom.pairs.matching import Couple, match
from negotiator.classroom.pairs.seats import SIDES, Seat, Seating


@dataclass(frozen=True, slots=True)
class Earlier:
    """Who has sat where before."""

    partners: frozenset[frozenset[str]] = frozenset()
    """People who have sat opposite each other."""
    seats: Mapping[str, Seat] = field(default_factory=dict)
    """The last chair of each, observers' left out: they have not bargained."""
    observed: Mapping[str, int] = field(default_factory=dict)
    """How often each has observed."""

    def met(self, one: str, other: str) -> bool:
        """Whether they have sat opposite each other."""
        return frozenset((one, other)) in self.partners


def earlier(tables: Iterable[Seating]) -> Earlier:
    """What these tables, first ones first, leave behind."""
    partners: set[frozenset[str]] = set()
    seats: dict[str, Seat] = {}
    observed: Counter[str] = Counter()
    for one in tables:
        if one.empty is None:
            partners.add(frozenset((one.candidate, one.manager)))
        seats.update({one.at(side): side for side in SIDES if one.at(side)})
        observed.update(one.observers)
    return Earlier(frozenset(partners), seats, observed)


def at_random(
    places: Collection[str], before: Earlier, seed: int, *, swap: bool = True, first: int = 1
) -> list[Seating]:
    """Everybody at a table, numbered from `first`; the same seed gives the same tables.

    Nobody meets a partner twice while that can be had. With `swap` who was a candidate becomes a manager and the other
    way round, as far as it can be. Of an odd number one observes: somebody who has observed least. One person alone
    sits opposite an empty chair.
    """
    luck = Random(f"pairs {seed}")
    row = sorted(places)
    luck.shuffle(row)
    if len(row) == 1:
        return [replace(_seated((row[0], ""), before, luck), table=first)]
    watching = ""
    if len(row) % 2:
        watching = min(row, key=lambda one: before.observed.get(one, 0))
        row.remove(watching)
    couples = _couples(row, before, swap=swap)
    luck.shuffle(couples)
    tables = [
        replace(_seated(couple, before, luck), table=number) for number, couple in enumerate(couples, first)
    ]
    if watching:
        at = luck.randrange(len(tables))
        tables[at] = replace(tables[at], observers=(watching,))
    return tables


def _couples(row: Sequence[str], before: Earlier, *, swap: bool) -> list[Couple]:
    """The strictest pairing that can be had."""
    same = {
        frozenset((one, other))
        for at, one in enumerate(row)
        for other in row[at + 1 :]
        if swap and one in before.seats and before.seats[one] == before.seats.get(other)
    }
    for barred in (before.partners | same, before.partners):
        found = match(row, barred)
        if found is not None:
            return found
    return list(zip(row[::2], row[1::2], strict=True))


def _seated(couple: Couple, before: Earlier, luck: Random) -> Seating:
    """A couple on its chairs, exchanged from the last time for as many of them as it can be."""
    one, other = couple

    def exchanged(candidate: str, manager: str) -> int:
        return (before.seats.get(candidate) is Seat.MANAGER) + (before.seats.get(manager) is Seat.CANDIDATE)

    here, there = exchanged(one, other), exchanged(other, one)
    as_is = here > there or (here == there and luck.random() < 0.5)
    return Seating(one, other) if as_is else Seating(other, one)

"""Which node stands beside which: rows ordered so that few lines cross (layered drawing with barycentres).

The method is Sugiyama's (K. Sugiyama, S. Tagawa, M. Toda, 1981): a line over several rows is cut into steps by a
bend in every row it passes, each row is ordered by the mean place of its neighbours, down and up in turn, and the best
order seen is kept. Then neighbours change places wherever that saves a crossing.
"""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

SWEEPS = 24
"""Times that all rows are ordered."""
WIDEST_SWAPPED = 60
"""Nodes of a row up to which neighbours are tried the other way round."""


@dataclass(slots=True)
class Rows:
    """Nodes and bends by rows. A bend is an item as a node is; `steps` join items of rows that follow each other."""

    rows: list[list[int]]
    """Items of each row from left to right."""
    below: list[list[int]] = field(default_factory=list)
    """For each item those in the next row that it is joined with."""
    above: list[list[int]] = field(default_factory=list)
    chains: list[list[int]] = field(default_factory=list)
    """For each line the items it passes, from the upper end to the lower."""


def layered(row_of: Sequence[int], lines: Sequence[tuple[int, int]]) -> Rows:
    """Rows for nodes 0 to n-1 and lines between them, each from an upper to a lower row; lines are cut into steps."""
    made = Rows([[] for _ in range(1 + max(row_of, default=0))])
    for item, row in enumerate(row_of):
        made.rows[row].append(item)
        made.below.append([])
        made.above.append([])
    for upper, lower in lines:
        chain = [upper]
        for row in range(row_of[upper] + 1, row_of[lower]):
            bend = len(made.below)
            made.rows[row].append(bend)
            made.below.append([])
            made.above.append([])
            chain.append(bend)
        chain.append(lower)
        for one, other in pairwise(chain):
            made.below[one].append(other)
            made.above[other].append(one)
        made.chains.append(chain)
    return made


def ordered(made: Rows) -> None:
    """Put every row in an order with few crossings."""
    best, fewest = [list(row) for row in made.rows], crossings(made)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        downwards = sweep % 2 == 0
        _sweep(made, downwards=downwards)
        if (now := crossings(made)) < fewest:
            best, fewest = [list(row) for row in made.rows], now
    made.rows[:] = best
    _swap(made)


def crossings(made: Rows) -> int:
    """How often two steps cross."""
    return sum(_crossings(upper, lower, made.below) for upper, lower in pairwise(made.rows))


def _crossings(upper: Sequence[int], lower: Sequence[int], below: Sequence[Sequence[int]]) -> int:
    """Of the steps between two rows: pairs whose lower ends stand the other way round than their upper ends."""
    place = {item: at for at, item in enumerate(lower)}
    seen: list[int] = []
    count = 0
    for item in upper:
        ends = sorted(place[other] for other in below[item])
        count += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
        for end in ends:
            insort(seen, end)
    return count


def _sweep(made: Rows, *, downwards: bool) -> None:
    rows = made.rows if downwards else made.rows[::-1]
    beside = made.above if downwards else made.below
    for fixed, row in pairwise(rows):
        place = {item: at for at, item in enumerate(fixed)}
        middle = {item: _mean(beside[item], place, at) for at, item in enumerate(row)}
        row.sort(key=middle.__getitem__)


def _mean(others: Sequence[int], place: Mapping[int, int], fallback: float) -> float:
    """The mean place of neighbours; an item without any stays about where it is."""
    return sum(place[other] for other in others) / len(others) if others else fallback


def _swap(made: Rows) -> None:
    """Change neighbours while that saves crossings, a few times over."""
    for _ in range(4):
        changed = False
        for at, row in enumerate(made.rows):
            if len(row) <= WIDEST_SWAPPED:
                changed |= _swap_row(made, at)
        if not changed:
            return


def _swap_row(made: Rows, at: int) -> bool:
    row = made.rows[at]
    sides = [
        (beside, {item: place for place, item in enumerate(made.rows[other])})
        for beside, other in ((made.above, at - 1), (made.below, at + 1))
        if 0 <= other < len(made.rows)
    ]
    changed = False
    for left in range(len(row) - 1):
        one, other = row[left], row[left + 1]
        saved = sum(
            _between(beside[one], beside[other], place) - _between(beside[other], beside[one], place)
            for beside, place in sides
        )
        if saved > 0:
            row[left], row[left + 1] = other, one
            changed = True
    return changed


def _between(left: Sequence[int], right: Sequence[int], place: Mapping[int, int]) -> int:
    """Crossings of the steps of two neighbours."""
    return sum(place[one] > place[other] for one in left for other in right)

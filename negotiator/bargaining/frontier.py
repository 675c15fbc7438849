"""The exact Pareto frontier of additive points, merged row by row instead of enumerated.

The Minkowski sum of the rows' points, with dominated points dropped after each merge: exact, because whatever is
dominated in a part stays dominated in the whole. A pair of points travels as one integer, the player's shifted left and
the counterpart's below it, each less the lowest of its row: so moving a front by an option is one addition a point, and
one sort orders by the player and then by the counterpart.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from negotiator.bargaining.deal import Deal, Package, Point, Row, rows

SHIFT = 40
MASK = (1 << SHIFT) - 1
MANY = 4096
"""Sums past which doubles are dropped before sorting: with opposed interests most of them are."""


def _pruned(keys: list[int]) -> list[int]:
    """The efficient ones, the player's points descending; of equals one."""
    keys.sort(reverse=True)
    best = -1
    kept: list[int] = []
    keep = kept.append
    for key in keys:
        if (them := key & MASK) > best:
            best = them
            keep(key)
    return kept


def _packed(keys: list[int]) -> Sequence[int]:
    """Eight bytes a key where that is enough, which it is for points below eight million in sum."""
    try:
        return array("q", keys)
    except OverflowError:
        return keys


def _sums(front: Sequence[int], options: list[int]) -> list[int]:
    """Every sum of a key and an option; where there are many, each once."""
    if len(front) * len(options) <= MANY:
        return [key + option for option in options for key in front]
    distinct: set[int] = set()
    for option in options:
        distinct.update([key + option for key in front])
    return list(distinct)


@dataclass(frozen=True, slots=True)
class Merged:
    """The efficient ways to choose from some rows."""

    rows: tuple[Row, ...]
    base: Point
    """What the keys leave out: points of the shape and of each row's lowest choices."""
    tables: tuple[tuple[int, ...], ...]
    fronts: tuple[Sequence[int], ...]
    """The front after none, one, … all rows, the player's points descending."""

    def points(self) -> list[Point]:
        """The efficient points, ascending by the player's."""
        you, them = self.base
        return [((key >> SHIFT) + you, (key & MASK) + them) for key in reversed(self.fronts[-1])]

    def picks(self, point: Point) -> Iterator[dict[int, int]]:
        """Every choice of options, by issue, that yields an efficient point, in the author's order."""
        key = ((point[0] - self.base[0]) << SHIFT) + point[1] - self.base[1]
        sets = [frozenset(front) for front in self.fronts]
        for picks in self._picks(key, len(self.rows), sets):
            yield {
                issue: option
                for row, pick in zip(self.rows, picks, strict=True)
                for issue, option in zip(row.issues, row.choices[pick], strict=True)
            }

    def _picks(self, key: int, left: int, sets: list[frozenset[int]]) -> Iterator[tuple[int, ...]]:
        if not left:
            yield ()
            return
        for pick, option in enumerate(self.tables[left - 1]):
            if key - option in sets[left - 1]:
                for head in self._picks(key - option, left - 1, sets):
                    yield (*head, pick)


def merge(found: list[Row], base: Point = (0, 0)) -> Merged:
    """Merge rows one by one, dropping what is dominated after each."""
    you, them = base
    tables: list[tuple[int, ...]] = []
    fronts = [_packed([0])]
    for row in found:
        low_you, low_them = min(p[0] for p in row.points), min(p[1] for p in row.points)
        you, them = you + low_you, them + low_them
        table = tuple(((p[0] - low_you) << SHIFT) + p[1] - low_them for p in row.points)
        tables.append(table)
        efficient = _pruned(list(table))
        fronts.append(_packed(_pruned(_sums(fronts[-1], efficient))))
    return Merged(tuple(found), (you, them), tuple(tables), tuple(fronts))


@dataclass(frozen=True, slots=True)
class Front:
    """The efficient packages of one shape."""

    structure: int
    merged: Merged

    def points(self) -> list[Point]:
        """The efficient points, ascending by the player's."""
        return self.merged.points()

    def packages(self, point: Point) -> Iterator[Package]:
        """Every package of the shape that yields an efficient point, in the author's order of options."""
        for picks in self.merged.picks(point):
            yield Package(self.structure, tuple(picks[issue] for issue in sorted(picks)))


def front(deal: Deal, structure: int, lifted: frozenset[str]) -> Front | None:
    """The frontier of one shape, None when its limits leave no package."""
    found = rows(deal, structure, lifted)
    if found is None:
        return None
    shape = deal.structures[structure]
    return Front(structure, merge(found, (shape.you, shape.them)))


@dataclass(frozen=True, slots=True)
class Frontier:
    """The efficient packages over several shapes: the pruned union of their fronts."""

    deal: Deal
    fronts: tuple[Front, ...]
    points: tuple[Point, ...]
    """Distinct, ascending by the player's points."""

    def packages(self, point: Point) -> Iterator[Package]:
        """Every package that yields an efficient point, shape by shape."""
        for one in self.fronts:
            if point in one.points():
                yield from one.packages(point)

    def package(self, point: Point) -> Package:
        """The first of them in the author's order."""
        return next(self.packages(point))

    def zopa(self) -> tuple[Point, ...]:
        """The efficient points at or above both reservation values."""
        you, them = self.deal.reservation
        return tuple(point for point in self.points if point[0] >= you and point[1] >= them)


def frontier(
    deal: Deal, structures: frozenset[int] | None = None, lifted: frozenset[str] | None = None
) -> Frontier:
    """The exact frontier over these shapes (default: all) with these limits lifted (default: all)."""
    lifted = deal.every_limit if lifted is None else lifted
    shapes = sorted(range(len(deal.structures)) if structures is None else structures)
    fronts = tuple(one for shape in shapes if (one := front(deal, shape, lifted)) is not None)
    return Frontier(deal, fronts, tuple(efficient([point for one in fronts for point in one.points()])))


def efficient(points: list[Point]) -> list[Point]:
    """The points that no other dominates, distinct, ascending by the player's."""
    best: int | None = None
    kept: list[Point] = []
    for point in sorted(set(points), reverse=True):
        if best is None or point[1] > best:
            best = point[1]
            kept.append(point)
    return kept[::-1]

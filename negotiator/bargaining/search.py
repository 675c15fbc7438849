"""The best package for one valuation that keeps another at or above a floor: exact, without enumeration.

Each half of the rows has its front; one pass with two pointers joins them (Horowitz & Sahni 1974).
"""

from dataclasses import dataclass

from negotiator.bargaining.deal import Deal, Package, Row, rows
from negotiator.bargaining.frontier import MASK, SHIFT, Merged, merge


@dataclass(frozen=True, slots=True)
class Valuation:
    """Points of one party: of each shape and of each option of each issue. Joint terms are left to the deal."""

    shapes: tuple[int, ...]
    options: tuple[tuple[int, ...], ...]

    def of(self, package: Package) -> int:
        """Points of a package."""
        picked = zip(self.options, package.options, strict=True)
        return self.shapes[package.structure] + sum(table[at] for table, at in picked)


@dataclass(frozen=True, slots=True)
class Found:
    """A package with its worth by both valuations."""

    wanted: int
    kept: int
    package: Package


class Table:
    """A deal laid out for searching: the rows of each shape, made once for each set of lifted limits."""

    def __init__(self, deal: Deal) -> None:
        self.deal = deal
        self._rows: dict[tuple[int, frozenset[str]], list[Row] | None] = {}
        self._most: dict[tuple[int, frozenset[str], int], int] = {}

    def rows(self, shape: int, lifted: frozenset[str]) -> list[Row] | None:
        """The rows of a shape; None when limits leave nothing."""
        key = (shape, lifted)
        if key not in self._rows:
            self._rows[key] = rows(self.deal, shape, lifted)
        return self._rows[key]

    def most(self, shape: int, lifted: frozenset[str], side: int) -> int | None:
        """The most points that a side can have in a shape; None when limits leave nothing."""
        key = (shape, lifted, side)
        if key not in self._most:
            found = self.rows(shape, lifted)
            if found is None:
                return None
            model = self.deal.structures[shape]
            base = (model.you, model.them)[side]
            self._most[key] = base + sum(max(point[side] for point in row.points) for row in found)
        return self._most[key]

    def best(
        self, shapes: frozenset[int], lifted: frozenset[str], want: Valuation, *, side: int, floor: int
    ) -> Found | None:
        """The package best by `want` that is worth at least `floor` to a side (0 player, 1 counterpart).

        Ties: the one worth more to that side, then the author's order. None when nothing reaches the floor.
        """
        best: Found | None = None
        for shape in sorted(shapes):
            found, most = self.rows(shape, lifted), self.most(shape, lifted, side)
            if found is None or most is None or most < floor:
                continue
            model = self.deal.structures[shape]
            base = (want.shapes[shape], (model.you, model.them)[side])
            one = _best_in(found, base, want, side, floor, best.wanted if best else None)
            if one is not None and (best is None or (one[0], one[1]) > (best.wanted, best.kept)):
                best = Found(one[0], one[1], Package(shape, one[2]))
        return best


def _best_in(
    found: list[Row], base: tuple[int, int], want: Valuation, side: int, floor: int, beat: int | None
) -> tuple[int, int, tuple[int, ...]] | None:
    """The best of one shape: points wanted and kept, and the options; None too where it cannot reach `beat`."""
    valued = [_valued(row, want, side) for row in found]
    if beat is not None and base[0] + sum(max(row.points)[0] for row in valued) < beat:
        return None
    first, second = merge(valued[::2], base), merge(valued[1::2])
    joined = _join(first, second, floor)
    if joined is None:
        return None
    one, other = joined
    picks = {**next(first.picks(one)), **next(second.picks(other))}
    return one[0] + other[0], one[1] + other[1], tuple(picks[issue] for issue in sorted(picks))


def _valued(row: Row, want: Valuation, side: int) -> Row:
    """The row with the points (wanted, kept)."""
    options = want.options
    if len(row.issues) == 1:
        worth = options[row.issues[0]]
        points = tuple(
            [(worth[choice[0]], point[side]) for choice, point in zip(row.choices, row.points, strict=True)]
        )
    else:
        points = tuple(
            (sum(options[issue][at] for issue, at in zip(row.issues, choice, strict=True)), point[side])
            for choice, point in zip(row.choices, row.points, strict=True)
        )
    return Row(row.issues, row.choices, points)


def _join(first: Merged, second: Merged, floor: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The pair of points, one of each half, with the greatest wanted sum whose kept sum reaches the floor."""
    need = floor - first.base[1] - second.base[1]
    left, right = first.fronts[-1], second.fronts[-1]
    at = len(right) - 1
    best: tuple[int, int, int] | None = None
    for key in left:
        # Along `left` the kept points rise, so ever less is asked of `right`, where they rise as well.
        missing = need - (key & MASK)
        while at and (right[at - 1] & MASK) >= missing:
            at -= 1
        if (right[at] & MASK) < missing:
            continue
        total = key + right[at]
        if best is None or total > best[0]:
            best = (total, key, right[at])
    if best is None:
        return None
    return _point(first, best[1]), _point(second, best[2])


def _point(half: Merged, key: int) -> tuple[int, int]:
    return (key >> SHIFT) + half.base[0], (key & MASK) + half.base[1]


def valuation(deal: Deal, side: int) -> Valuation:
    """A party's own points as a valuation (joint terms left out)."""
    return Valuation(
        tuple((shape.you, shape.them)[side] for shape in deal.structures),
        tuple(tuple((option.you, option.them)[side] for option in issue.options) for issue in deal.issues),
    )

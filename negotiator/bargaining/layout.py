"""A deal laid out for guessing: every term at its place in one flat row, and how worth falls off from a best option."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from negotiator.bargaining.deal import Deal, Package

FULL = 100
"""Points of an option that is wanted most, before importance; the least wanted has 0."""
BENDS = 3
"""Ways in which worth falls off: evenly, late, early."""


class Way(NamedTuple):
    """A shape of the job with what can be had in it."""

    shape: int
    options: tuple[tuple[int, ...], ...]
    """Places in the flat row, issue by issue."""


class Slope(NamedTuple):
    """What the options of an issue are worth, 0 to FULL."""

    points: tuple[int, ...]
    tops: tuple[int, ...]
    """The most that can be had of it, way by way."""


class Layout:
    """Places in a flat row: the shapes, then the options issue by issue."""

    def __init__(self, deal: Deal, shapes: frozenset[int], lifted: frozenset[str]) -> None:
        self.deal = deal
        sizes = [len(issue.options) for issue in deal.issues]
        self.ranges = tuple(pairwise(accumulate(sizes, initial=len(deal.structures))))
        self.own = tuple(shape.you for shape in deal.structures) + tuple(
            option.you for issue in deal.issues for option in issue.options
        )
        self.steps = tuple(_steps([option.you for option in issue.options]) for issue in deal.issues)
        """Options of each issue from the player's worst to the player's best."""
        self.ways = tuple(
            Way(
                shape,
                tuple(
                    tuple(start + at for at in row)
                    for (start, _), row in zip(self.ranges, allowed, strict=True)
                ),
            )
            for shape in sorted(shapes)
            if all(allowed := deal.allowed(shape, lifted))
        )
        self.slopes = tuple(self._slopes(issue) for issue in range(len(deal.issues)))
        """By issue, option that is liked best, and bend."""

    def _slopes(self, issue: int) -> tuple[tuple[Slope, ...], ...]:
        start, end = self.ranges[issue]
        rows = [way.options[issue] for way in self.ways]
        found = []
        for peak in range(end - start):
            slopes = [_falling(self.steps[issue], peak, bend) for bend in range(BENDS)]
            found.append(
                tuple(
                    Slope(points, tuple(max(points[place - start] for place in row) for row in rows))
                    for points in slopes
                )
            )
        return tuple(found)

    def places(self, package: Package) -> tuple[int, ...]:
        """Where the terms of a package stand."""
        picked = zip(self.ranges, package.options, strict=True)
        return package.structure, *(start + at for (start, _), at in picked)

    def worth(self, flat: Sequence[int], package: Package) -> int:
        """Points of a package by a flat row."""
        return sum(map(flat.__getitem__, self.places(package)))

    def spans(self, flat: Sequence[int]) -> list[int]:
        """Best less worst option of each issue, by a flat row."""
        return [max(flat[start:end]) - min(flat[start:end]) for start, end in self.ranges]

    def best(self, flat: Sequence[int]) -> Package | None:
        """The package with most points by a flat row; None where nothing can be had."""
        worth = flat.__getitem__
        found = []
        for way in self.ways:
            places = [max(row, key=worth) for row in way.options]
            found.append((worth(way.shape) + sum(map(worth, places)), way.shape, places))
        if not found:
            return None
        _, shape, places = max(found, key=itemgetter(0))
        return Package(shape, tuple(at - start for at, (start, _) in zip(places, self.ranges, strict=True)))

    def guessed(self, flat: Sequence[int]) -> Deal:
        """The deal with the counterpart's points as in a flat row; nothing of theirs hangs together."""
        shapes = tuple(
            replace(shape, them=them) for shape, them in zip(self.deal.structures, flat, strict=False)
        )
        issues = tuple(
            replace(
                issue,
                options=tuple(
                    replace(option, them=them) for option, them in zip(issue.options, flat[a:b], strict=True)
                ),
            )
            for issue, (a, b) in zip(self.deal.issues, self.ranges, strict=True)
        )
        joints = tuple(replace(joint, them=0) for joint in self.deal.joints)
        return replace(self.deal, structures=shapes, issues=issues, joints=joints)


def _steps(points: list[int]) -> tuple[int, ...]:
    return tuple(sorted(range(len(points)), key=points.__getitem__))


def _falling(steps: tuple[int, ...], peak: int, bend: int) -> tuple[int, ...]:
    middle, last = steps.index(peak), len(steps) - 1
    far = max(middle, last - middle)
    if not far:
        return (0,) * len(steps)
    points = [0] * len(steps)
    for step, option in enumerate(steps):
        away = abs(step - middle)
        evenly = FULL - FULL * away // far
        late = FULL - FULL * away * away // (far * far)
        early = FULL * (far - away) * (far - away) // (far * far)
        points[option] = (evenly, late, early)[bend]
    return tuple(points)

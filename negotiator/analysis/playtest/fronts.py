"""Sums of which none can be raised without another falling: the trade-off between courage, finesse and fit."""

from collections.abc import Iterable

from negotiator.analysis.playtest.report import Marks


def front(points: Iterable[Marks]) -> tuple[Marks, ...]:
    """The points that no other point equals or beats in all three, the most courage first."""
    kept: list[Marks] = []
    for point in sorted(set(points), reverse=True):
        # Whatever beats a point comes before it in this order.
        if not any(one[1] >= point[1] and one[2] >= point[2] for one in kept):
            kept.append(point)
    return tuple(kept)

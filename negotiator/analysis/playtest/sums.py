"""The worst and best sums at every ending, and the trade-off between them: marks are costs of paths over the graph."""

from dataclasses import dataclass

from negotiator.analysis.playtest.fronts import front
from negotiator.analysis.playtest.report import Marks
from negotiator.analysis.search import Graph, finishing

Six = tuple[int, int, int, int, int, int]
"""Lowest courage, finesse and fit, then the highest."""
POINTS = 1_500_000
"""Points that the trade-off may be worked out from: some seconds."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Of all runs that come to one ending."""

    low: Marks
    high: Marks
    front: tuple[Marks, ...]
    """Empty where it would have taken too long."""


def sums(graph: Graph) -> dict[int, Sums]:
    """By index of the ending. A choice counts once, so no circle of states adds anything and passes settle."""
    order = finishing(graph)[::-1]
    found = _extremes(graph, order)
    fronts = _fronts(graph, order)
    return {at: Sums(six[:3], six[3:], fronts.get(at, ())) for at, six in sorted(found.items())}


def _marks(graph: Graph) -> list[Marks]:
    return [(label.courage, label.finesse, label.fit) for label in graph.labels]


def _extremes(graph: Graph, order: list[int]) -> dict[int, Six]:
    marks, rows, said, targets = _marks(graph), graph.rows, graph.said, graph.targets
    here: list[Six | None] = [None] * len(graph.keys)
    here[0] = (0, 0, 0, 0, 0, 0)
    ends: dict[int, Six] = {}
    fresh = bytearray(len(graph.keys))
    fresh[0] = 1
    while any(fresh):
        for at in order:
            six = here[at]
            if not fresh[at] or six is None:
                continue
            fresh[at] = 0
            for edge in range(rows[at], rows[at + 1]):
                courage, finesse, fit = marks[said[edge]]
                new = (
                    six[0] + courage, six[1] + finesse, six[2] + fit,
                    six[3] + courage, six[4] + finesse, six[5] + fit,
                )  # fmt: skip
                target = targets[edge]
                known = here[target] if target >= 0 else ends.get(-2 - target)
                wider = new if known is None else _wider(known, new)
                if target < 0:
                    ends[-2 - target] = wider
                elif wider != known:
                    here[target] = wider
                    fresh[target] = 1
        for at in range(len(graph.rows) - 1, len(graph.keys)):
            fresh[at] = 0
    return ends


def _wider(one: Six, other: Six) -> Six:
    if (
        one[0] <= other[0] and one[1] <= other[1] and one[2] <= other[2]
        and one[3] >= other[3] and one[4] >= other[4] and one[5] >= other[5]
    ):  # fmt: skip
        return one
    return (
        min(one[0], other[0]), min(one[1], other[1]), min(one[2], other[2]),
        max(one[3], other[3]), max(one[4], other[4]), max(one[5], other[5]),
    )  # fmt: skip


def _fronts(graph: Graph, order: list[int]) -> dict[int, tuple[Marks, ...]]:
    """By ending; nothing at all where more than POINTS points would have to be looked at."""
    if len(graph.targets) > POINTS // 10:
        return {}
    marks, rows, said, targets = _marks(graph), graph.rows, graph.said, graph.targets
    here: dict[int, tuple[Marks, ...]] = {0: ((0, 0, 0),)}
    fresh = {0}
    ends: dict[int, tuple[Marks, ...]] = {}
    points = 0
    while fresh:
        for at in order:
            if at not in fresh:
                continue
            fresh.discard(at)
            for edge in range(rows[at], rows[at + 1]):
                points += len(here[at])
                if points > POINTS:
                    return {}
                target, added = targets[edge], marks[said[edge]]
                known = ends.get(-2 - target, ()) if target < 0 else here.get(target, ())
                new = _joined(known, here[at], added)
                if target < 0:
                    ends[-2 - target] = new
                elif new != known:
                    here[target] = new
                    fresh.add(target)
        fresh.difference_update(range(len(rows) - 1, len(graph.keys)))
    return ends


def _joined(known: tuple[Marks, ...], before: tuple[Marks, ...], added: Marks) -> tuple[Marks, ...]:
    courage, finesse, fit = added
    new = [(one[0] + courage, one[1] + finesse, one[2] + fit) for one in before]
    return front((*known, *new)) if known else tuple(new)

"""Choices that are no choices: never worth taking, or always, by the best that can still come after them.

Of each choice in each state the most courage, the most finesse and the most fit that can still be had by taking it are
looked at, each for itself, its own marks included; luck and the talk at a table at their best. A choice is never worth
taking when in every state in which it can be taken another choice there comes to as much of all three and to more of
one. It is always worth taking when, wherever it stands beside others, none of them comes to more of anything, and one
of them to less of something.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.report import Marks, Worth
from negotiator.analysis.search import Graph, finishing
from negotiator.game.rules import Option


@dataclass(slots=True)
class _Seen:
    """Of a choice, over the states looked at so far."""

    moments: int = 0
    beside: int = 0
    """Those in which something else could be done as well."""
    never: bool = True
    always: bool = True


def judged(graph: Graph, numbering: Numbering) -> dict[int, tuple[Worth, int]]:
    """By spot: what is to be said of a choice and the states in which it can be taken. The graph is complete."""
    best = _best(graph)
    seen: dict[int, _Seen] = {}
    for at in range(len(graph.keys)):
        row = list(_row(graph, best, at))
        for option, mine in row:
            if option is None:
                continue
            others = [theirs for other, theirs in row if other is not option]
            one = seen.setdefault(numbering.of(option), _Seen())
            one.moments += 1
            one.beside += bool(others)
            one.never = one.never and any(_beats(theirs, mine) for theirs in others)
            if others:
                one.always = (
                    one.always
                    and all(_reaches(mine, theirs) for theirs in others)
                    and any(mine != theirs for theirs in others)
                )
    return dict(_verdicts(seen))


def _verdicts(seen: dict[int, _Seen]) -> Iterator[tuple[int, tuple[Worth, int]]]:
    for spot, one in sorted(seen.items()):
        if one.never:
            yield spot, (Worth.NEVER, one.moments)
        elif one.beside and one.always:
            yield spot, (Worth.ALWAYS, one.moments)


def _row(graph: Graph, best: list[Marks | None], at: int) -> Iterator[tuple[Option | None, Marks]]:
    """Each choice of a state with the best that can come of it; the table counts as one. Ways without an end are none."""
    found: dict[int, tuple[Option | None, Marks]] = {}
    for edge in range(graph.rows[at], graph.rows[at + 1]):
        label, target = graph.labels[graph.said[edge]], graph.targets[edge]
        after = (0, 0, 0) if target < 0 else best[target]
        if after is None:
            continue
        here = (label.courage + after[0], label.finesse + after[1], label.fit + after[2])
        known = found.get(id(label.option))
        found[id(label.option)] = (label.option, here if known is None else _higher(known[1], here))
    yield from found.values()


def _best(graph: Graph) -> list[Marks | None]:
    """The most of each that can still come from a state; None where no ending can be reached."""
    marks = [(label.courage, label.finesse, label.fit) for label in graph.labels]
    rows, said, targets = graph.rows, graph.said, graph.targets
    order = finishing(graph)
    best: list[Marks | None] = [None] * len(graph.keys)
    changed = True
    while changed:
        changed = False
        for at in order:
            most = best[at]
            for edge in range(rows[at], rows[at + 1]):
                target = targets[edge]
                after = (0, 0, 0) if target < 0 else best[target]
                if after is None:
                    continue
                courage, finesse, fit = marks[said[edge]]
                here = (courage + after[0], finesse + after[1], fit + after[2])
                most = here if most is None else _higher(most, here)
            if most != best[at]:
                best[at] = most
                changed = True
    return best


def _higher(one: Marks, other: Marks) -> Marks:
    if one[0] >= other[0] and one[1] >= other[1] and one[2] >= other[2]:
        return one
    return max(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])


def _reaches(one: Marks, other: Marks) -> bool:
    return one[0] >= other[0] and one[1] >= other[1] and one[2] >= other[2]


def _beats(one: Marks, other: Marks) -> bool:
    return one != other and _reaches(one, other)

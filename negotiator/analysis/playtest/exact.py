"""What the exact search shows: the first way to everything, moments when nothing can be done, places without a way out."""

from dataclasses import dataclass, field

from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.search import Graph, finishing


@dataclass(slots=True)
class Found:
    """Where in the graph things are first met. States are in order of their distance from the start."""

    edges: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By spot: the state and the edge by which a choice is first taken, an outcome drawn or an ending reached."""
    scenes: dict[int, int] = field(default_factory=dict)
    """By spot: the first state in a scene."""
    stuck: dict[int, int] = field(default_factory=dict)
    """By scene: the first state in which nothing can be done."""
    trapped: dict[int, int] = field(default_factory=dict)
    """By scene: the first state from which play goes on for ever. Of one trap only the scene it is entered by."""


def look(graph: Graph, numbering: Numbering) -> Found:
    """Go through the whole graph once."""
    found = Found()
    for at in range(len(graph.keys)):
        found.scenes.setdefault(numbering.scene[graph.scene(at)], at)
    _edges(graph, numbering, found)
    rows = graph.rows
    dead = [at for at in range(len(rows) - 1) if rows[at] == rows[at + 1]]
    for at in dead:
        found.stuck.setdefault(graph.scene(at), at)
    _trapped(graph, dead, found)
    return found


def _edges(graph: Graph, numbering: Numbering, found: Found) -> None:
    spots = [
        [numbering.of(thing) for thing in (label.option, label.branch) if thing is not None]
        for label in graph.labels
    ]
    new = set(range(len(graph.labels)))
    rows, said, targets, ending = graph.rows, graph.said, graph.targets, numbering.ending
    for at in range(len(rows) - 1):
        for edge in range(rows[at], rows[at + 1]):
            label, target = said[edge], targets[edge]
            if label in new:
                new.discard(label)
                for spot in spots[label]:
                    found.edges.setdefault(spot, (at, edge))
            if target < 0:
                found.edges.setdefault(ending[-2 - target], (at, edge))


def _trapped(graph: Graph, dead: list[int], found: Found) -> None:
    """What leads neither to an ending, nor to a dead end, nor to anything that was not looked at."""
    looked = len(graph.rows) - 1
    out = bytearray(len(graph.keys))
    for at in (*dead, *range(looked, len(graph.keys))):
        out[at] = 1
    order = [at for at in finishing(graph) if at < looked]
    rows, targets = graph.rows, graph.targets
    changed = True
    while changed:
        changed = False
        for at in order:
            if not out[at] and any(target < 0 or out[target] for target in targets[rows[at] : rows[at + 1]]):
                out[at] = changed = True
    caught: set[int] = set()
    for at in range(looked):
        if not out[at] and at not in caught:
            found.trapped.setdefault(graph.scene(at), at)
            caught |= _from(graph, at)


def _from(graph: Graph, at: int) -> set[int]:
    seen, work = {at}, [at]
    while work:
        one = work.pop()
        for target in graph.targets[graph.rows[one] : graph.rows[one + 1]]:
            if target not in seen:
                seen.add(target)
                work.append(target)
    return seen

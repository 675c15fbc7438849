"""What the exact search shows: the first way to everything, moments when nothing can be done, places without a way out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.search import Graph
from negotiator.analysis.verdicts import Answer, Reach


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


def look(reach: Reach, numbering: Numbering) -> Found:
    """Go through the whole graph once, and through the verdicts on it."""
    graph, found = reach.graph, Found()
    for at in range(len(graph.keys)):
        found.scenes.setdefault(numbering.scene[graph.scene(at)], at)
    _edges(graph, numbering, found)
    found.stuck = _moments(graph, reach.stuck.values())
    caught: set[int] = set()
    for scene, at in sorted(_moments(graph, reach.trapped.values()).items(), key=lambda one: one[1]):
        if at not in caught:
            found.trapped[scene] = at
            caught |= _from(graph, at)
    return found


def _moments(graph: Graph, answers: Iterable[Answer]) -> dict[int, int]:
    """By scene: the state in which the search has seen what is asked."""
    return {graph.scene(answer.at): answer.at for answer in answers if answer.possible}


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


def _from(graph: Graph, at: int) -> set[int]:
    seen, work = {at}, [at]
    while work:
        one = work.pop()
        for target in graph.targets[graph.rows[one] : graph.rows[one + 1]]:
            if target not in seen:
                seen.add(target)
                work.append(target)
    return seen

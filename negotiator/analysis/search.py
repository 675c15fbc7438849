"""Exact search: every state that play can come to, merged where no later condition can tell two apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from negotiator.analysis.branches import free_branches
from negotiator.analysis.merging import Merger
from negotiator.game.rules import Branch, Game, Option
from negotiator.game.state import State
from negotiator.game.step import possible, start, take, takeable


class Edge(NamedTuple):
    """One choice with one outcome, and what it adds to the sums of a run."""

    target: int
    """Index of a state, or -2 - ending."""
    courage: int
    fit: int
    option: Option | None
    """None where the table leads: its exits are free branches."""
    branch: Branch | None
    way: str
    """The choice, or the move at the table, as a script has it; in brackets where only the talk itself can tell."""


@dataclass(slots=True)
class Graph:
    """What the search found. `complete` means: everything, so what is not here cannot happen."""

    game: Game
    states: list[State] = field(default_factory=list)
    edges: list[list[Edge]] = field(default_factory=list)
    parents: list[tuple[int, str] | None] = field(default_factory=list)
    complete: bool = True

    def walk(self, at: int) -> list[str]:
        """Moves that lead from the start to state `at`: a shortest walk, as luck and the talk may have it."""
        ids: list[str] = []
        while (parent := self.parents[at]) is not None:
            at, way = parent
            ids.append(way)
        return ids[::-1]


def explore(game: Game, budget: int) -> Graph:
    """Search breadth first through at most `budget` merged states."""
    graph = Graph(game)
    merge = Merger(game)
    first = merge(start(game))
    index = {first: 0}
    graph.states.append(first)
    graph.parents.append(None)
    at = 0
    while at < len(graph.states):
        if at >= budget:
            graph.complete = False
            break
        state = graph.states[at]
        edges: list[Edge] = []
        for after, option, branch, way in _ways(game, merge, state):
            if after.ending >= 0:
                target = -2 - after.ending
            else:
                merged = merge(after)
                target = index.setdefault(merged, len(graph.states))
                if target == len(graph.states):
                    graph.states.append(merged)
                    graph.parents.append((at, way))
            edges.append(Edge(target, after.courage, after.fit, option, branch, way))
        graph.edges.append(edges)
        at += 1
    return graph


def _ways(
    game: Game, merge: Merger, state: State
) -> Iterator[tuple[State, Option | None, Branch | None, str]]:
    for option in takeable(game, state):
        for branch in possible(option, state) or (None,):
            yield take(game, state, option, branch).state, option, branch, option.id
    if game.places[state.scene].exits is not None:
        for after, way in free_branches(game, state, merge.terms(state.scene)):
            yield after, None, None, way


def finishing(graph: Graph) -> list[int]:
    """Indices of searched states in an order where a state mostly comes after those it leads to."""
    order: list[int] = []
    seen = bytearray(len(graph.states))
    stack = [(0, 0)]
    seen[0] = 1
    while stack:
        at, next_edge = stack.pop()
        edges = graph.edges[at] if at < len(graph.edges) else []
        while next_edge < len(edges):
            target = edges[next_edge].target
            next_edge += 1
            if target >= 0 and not seen[target]:
                seen[target] = 1
                stack += [(at, next_edge), (target, 0)]
                break
        else:
            order.append(at)
    return order

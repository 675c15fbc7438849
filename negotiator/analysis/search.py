"""Exact search: every state that play can come to, merged where no later condition can tell two apart."""

from dataclasses import dataclass, field
from typing import NamedTuple

from negotiator.analysis.liveness import Merger
from negotiator.game.rules import Branch, Game, Option
from negotiator.game.state import State
from negotiator.game.step import possible, start, take, takeable


class Edge(NamedTuple):
    """One choice with one outcome, and what it adds to the sums of a run."""

    target: int
    """Index of a state, or -2 - ending."""
    courage: int
    fit: int
    option: Option
    branch: Branch | None


@dataclass(slots=True)
class Graph:
    """What the search found. `complete` means: everything, so what is not here cannot happen."""

    game: Game
    states: list[State] = field(default_factory=list)
    edges: list[list[Edge]] = field(default_factory=list)
    parents: list[tuple[int, Option] | None] = field(default_factory=list)
    complete: bool = True

    def walk(self, at: int) -> list[str]:
        """Choice ids that lead from the start to state `at`: a shortest walk, as luck may have it."""
        ids: list[str] = []
        while (parent := self.parents[at]) is not None:
            at, option = parent
            ids.append(option.id)
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
        for option in takeable(game, state):
            for branch in possible(option, state) or (None,):
                after = take(game, state, option, branch).state
                if after.ending >= 0:
                    target = -2 - after.ending
                else:
                    merged = merge(after)
                    target = index.setdefault(merged, len(graph.states))
                    if target == len(graph.states):
                        graph.states.append(merged)
                        graph.parents.append((at, option))
                edges.append(Edge(target, after.courage, after.fit, option, branch))
        graph.edges.append(edges)
        at += 1
    return graph


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

"""Exact search: every state that play can come to, merged where no later condition can tell two apart.

`explore(game, budget)` gives a Graph. Its first `len(graph.edges)` states were looked at, in order of their distance
from the start; with `graph.complete` that is all there are, so what is not here cannot happen.
"""

from array import array
from collections.abc import Callable, Iterator

from negotiator.analysis.budget import Budget, Stopped
from negotiator.analysis.merging import Merger
from negotiator.analysis.searched import Edge, Graph, by_distance
from negotiator.analysis.transitions import Transitions
from negotiator.game.rules import Game
from negotiator.game.step import start

__all__ = ["Edge", "Graph", "Progress", "Search", "explore", "finishing"]

Progress = Callable[[int, int], None]
"""progress(looked at, found): states so far, called some ten times a second."""

OFTEN = 256
"""States between two looks at the budget."""
SHOWN = 0.1
"""Seconds between two calls of a progress."""
ANSWER = 240
"""Bytes of an answer kept by the transitions, as measured."""


def explore(game: Game, budget: Budget | int, progress: Progress | None = None) -> Graph:
    """Search breadth first through what the budget allows; a number is a budget of states and of nothing else.

    Ctrl-C ends the search and what was found is given: `graph.stopped` says so.
    """
    search = Search(game)
    return search.look(search.breadth_first(Budget.of(budget), progress))


class Search:
    """A search under way."""

    def __init__(self, game: Game) -> None:
        merge = Merger(game)
        self.conditions = merge.conditions
        self.transitions = Transitions(game, merge)
        self.graph = Graph(game, merge.packing, self.transitions.labels)
        first = merge(merge.packing.pack(start(game)))
        self.graph.keys.append(first)
        self._index = {first: 0}
        self._key_size = (1 << merge.packing.width).__sizeof__()

    @property
    def size(self) -> int:
        """Bytes in use, by what the containers say of themselves."""
        graph = self.graph
        arrays = (graph.rows, graph.targets, graph.said, graph.parents, graph.by)
        return (
            sum(one.itemsize * len(one) for one in arrays)
            + self._index.__sizeof__()
            + graph.keys.__sizeof__()
            + self._key_size * len(graph.keys)
            + ANSWER * self.transitions.worked_out
        )

    def breadth_first(self, budget: Budget, progress: Progress | None = None) -> Iterator[int]:
        """Every state found, in the order of their finding, until the budget is spent."""
        graph = self.graph
        keys, until, shown, at = graph.keys, budget.begin(), budget.clock(), 0
        while at < len(keys):
            if at % OFTEN == 0 or at >= budget.states:
                if stopped := budget.over(at, self.size, until):
                    graph.stopped = stopped
                    return
                if progress and budget.clock() >= shown:
                    progress(at, len(keys))
                    shown = budget.clock() + SHOWN
            yield at
            at += 1

    def look(self, order: Iterator[int]) -> Graph:
        """Look at states in this order. When it is interrupted, the state under way counts as not looked at."""
        graph = self.graph
        looked = array("i")
        try:
            self._look(_noted(order, looked))
        except KeyboardInterrupt:
            graph.stopped = Stopped.INTERRUPTED
            graph.cut_short()
        # What only the search needs makes room for what is worked out from the graph.
        self._index = {}
        self.transitions.forget()
        del looked[len(graph.edges) :]
        if graph.stopped is Stopped.DONE and not graph.complete:
            graph.stopped = Stopped.ANSWERED
        return by_distance(graph, looked)

    def _look(self, order: Iterator[int]) -> None:
        graph, index, work_out = self.graph, self._index, self.transitions.work_out
        keys, rows, targets, said = graph.keys, graph.rows, graph.targets, graph.said
        parents, by = graph.parents, graph.by
        ways = [[(way.mask, way.memo, way) for way in scene] for scene in self.transitions.ways]
        scene = graph.packing.scene.mask
        for at in order:
            key = keys[at]
            for mask, memo, way in ways[key & scene]:
                results = memo.get(key & mask)
                if results is None:
                    results = work_out(way, key)
                for label, ending, keep, bits, further in results:
                    target = ending
                    if not ending:
                        after = key & keep | bits
                        if further:
                            after = further(after)
                        target = index.setdefault(after, len(keys))
                        if target == len(keys):
                            keys.append(after)
                            parents.append(at)
                            by.append(label)
                    targets.append(target)
                    said.append(label)
            rows.append(len(targets))


def _noted(order: Iterator[int], looked: "array[int]") -> Iterator[int]:
    for at in order:
        looked.append(at)
        yield at


def finishing(graph: Graph) -> list[int]:
    """Indices of searched states in an order where a state mostly comes after those it leads to."""
    rows, targets = graph.rows, graph.targets
    looked = len(rows) - 1
    if not looked:
        return []
    order: list[int] = []
    seen = bytearray(looked)
    next_edge = array("q", rows)
    stack = [0]
    seen[0] = 1
    while stack:
        at = stack[-1]
        edge, end = next_edge[at], rows[at + 1]
        while edge < end:
            target = targets[edge]
            edge += 1
            if 0 <= target < looked and not seen[target]:
                seen[target] = 1
                stack.append(target)
                break
        next_edge[at] = edge
        if stack[-1] != at:
            continue
        order.append(at)
        stack.pop()
    return order

"""What the exact search found: states, edges and walks, kept in arrays and unpacked as they are asked for."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple, overload

from negotiator.analysis.budget import Stopped
from negotiator.analysis.packing import Packing
from negotiator.analysis.transitions import Label
from negotiator.game.rules import Branch, Game, Option
from negotiator.game.state import State


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


class Graph:
    """What the search found, in arrays: four bytes a target, two or four a label, and one integer a state."""

    def __init__(self, game: Game, packing: Packing, labels: list[Label]) -> None:
        self.game = game
        self.packing = packing
        self.labels = labels
        self.stopped = Stopped.DONE
        self.keys: list[int] = []
        """Every state found, packed."""
        self.rows = array("q", [0])
        """Where the edges of a state that was looked at begin; those of the next begin where they end."""
        self.targets = array("i")
        """Of each edge: the index of a state, or -2 - ending."""
        self.said = array("i")
        """Of each edge: the index of its label."""
        self.parents = array("i", [-1])
        """The state from which each was found first, -1 for the start."""
        self.by = array("i", [-1])
        """The label of the edge by which it was."""
        self.states: Sequence[State] = States(self)
        self.edges: Sequence[list[Edge]] = Edges(self)

    @property
    def complete(self) -> bool:
        """Whether everything was looked at."""
        return len(self.rows) - 1 == len(self.keys)

    def scene(self, at: int) -> int:
        """Index of the scene of a state."""
        return self.packing.scene.read(self.keys[at])

    def walk(self, at: int) -> list[str]:
        """Moves that lead from the start to state `at`: a shortest walk, as luck and the talk may have it."""
        found: list[str] = []
        while self.parents[at] >= 0:
            found.append(self.labels[self.by[at]].way)
            at = self.parents[at]
        return found[::-1]

    def cut_short(self) -> None:
        """Drop what an interruption has left half done."""
        whole = self.rows[-1]
        del self.targets[whole:], self.said[whole:]
        found = min(len(self.keys), len(self.parents), len(self.by))
        del self.keys[found:], self.parents[found:], self.by[found:]


class States(Sequence[State]):
    """The states of a graph, unpacked one by one as they are asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def __len__(self) -> int:
        return len(self._graph.keys)

    @overload
    def __getitem__(self, at: int) -> State: ...
    @overload
    def __getitem__(self, at: slice) -> list[State]: ...
    def __getitem__(self, at: int | slice) -> State | list[State]:
        """One state, or some."""
        unpack = self._graph.packing.unpack
        keys = self._graph.keys[at]
        return unpack(keys) if isinstance(keys, int) else [unpack(key) for key in keys]


class Edges(Sequence[list[Edge]]):
    """The edges of the states that were looked at."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def __len__(self) -> int:
        return len(self._graph.rows) - 1

    @overload
    def __getitem__(self, at: int) -> list[Edge]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[Edge]]: ...
    def __getitem__(self, at: int | slice) -> list[Edge] | list[list[Edge]]:
        """The edges of one state, or of some."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        graph = self._graph
        if not 0 <= at < len(self):
            raise IndexError(at)
        made = []
        for edge in range(graph.rows[at], graph.rows[at + 1]):
            label = graph.labels[graph.said[edge]]
            made.append(
                Edge(graph.targets[edge], label.courage, label.fit, label.option, label.branch, label.way)
            )
        return made


def by_distance(graph: Graph, looked: "array[int]") -> Graph:
    """The graph with its states numbered by their distance from the start, those that were looked at first.

    `looked`: the states in the order in which they were looked at.
    """
    if all(at == row for row, at in enumerate(looked)):
        return graph
    row_of = array("i", [-1]) * len(graph.keys)
    for row, at in enumerate(looked):
        row_of[at] = row
    tree = _breadth_first(graph, row_of)
    number = array("i", [-1]) * len(graph.keys)
    for new, at in enumerate(tree.order):
        number[at] = new
    made = Graph(graph.game, graph.packing, graph.labels)
    made.stopped = graph.stopped
    made.keys = [graph.keys[at] for at in tree.order]
    made.parents = array("i", [number[parent] if parent >= 0 else -1 for parent in tree.parents])
    made.by = tree.by
    for at in tree.order[: len(looked)]:
        edges = slice(graph.rows[row_of[at]], graph.rows[row_of[at] + 1])
        made.targets.extend(number[target] if target >= 0 else target for target in graph.targets[edges])
        made.said.extend(graph.said[edges])
        made.rows.append(len(made.targets))
    return made


class _Tree:
    """States in an order, each with the state and the label by which it was found first."""

    def __init__(self) -> None:
        self.order = array("i")
        self.parents = array("i")
        self.by = array("i")

    def add(self, at: int, parent: int, label: int) -> None:
        self.order.append(at)
        self.parents.append(parent)
        self.by.append(label)


def _breadth_first(graph: Graph, row_of: "array[int]") -> _Tree:
    """The states that were looked at by their distance from the start, then those that were only found."""
    tree, ahead = _Tree(), _Tree()
    seen = bytearray(len(graph.keys))
    seen[0] = 1
    (tree if row_of[0] >= 0 else ahead).add(0, -1, -1)
    done = 0
    while done < len(tree.order):
        at = tree.order[done]
        done += 1
        row = row_of[at]
        for edge in range(graph.rows[row], graph.rows[row + 1]):
            target = graph.targets[edge]
            if target >= 0 and not seen[target]:
                seen[target] = 1
                (tree if row_of[target] >= 0 else ahead).add(target, at, graph.said[edge])
    tree.order += ahead.order
    tree.parents += ahead.parents
    tree.by += ahead.by
    return tree

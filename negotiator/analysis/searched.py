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
        return [label.way for label in self.labels_to(at)]

    def labels_to(self, at: int) -> list[Label]:
        """The labels of a shortest walk to state `at`, with the outcomes that luck has to bring."""
        found: list[Label] = []
        while self.parents[at] >= 0:
            found.append(self.labels[self.by[at]])
            at = self.parents[at]
        return found[::-1]


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

"""Where a search saw what: the nearest state and a walk to every scene, choice, ending, dead end and endless loop."""

from bisect import bisect_right

from negotiator.analysis.search import finishing
from negotiator.analysis.searched import Graph
from negotiator.analysis.verdicts import Answer, Verdict


class Sightings:
    """What can happen because it was seen to."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._scenes: dict[int, int] = {}
        for at, key in enumerate(graph.keys):
            self._scenes.setdefault(graph.packing.scene.read(key), at)
        self._choices: dict[tuple[int, str], int] = {}
        for label, edge in self._first_said().items():
            if option := graph.labels[label].option:
                self._choices.setdefault((graph.labels[label].scene, option.id), edge)

    def _first_said(self) -> dict[int, int]:
        """The first edge of each label, in the order of the edges."""
        found: dict[int, int] = {}
        for edge, label in enumerate(self.graph.said):
            if label not in found:
                found[label] = edge
                if len(found) == len(self.graph.labels):
                    break
        return found

    def scene(self, scene: int) -> Answer | None:
        """The walk into a scene."""
        return self._at(self._scenes[scene]) if scene in self._scenes else None

    def choice(self, scene: int, choice: str) -> Answer | None:
        """The walk to a choice, with it."""
        edge = self._choices.get((scene, choice))
        return None if edge is None else self._by(edge)

    def ending(self, ending: int) -> Answer | None:
        """The walk to an ending."""
        try:
            return self._by(self.graph.targets.index(-2 - ending))
        except ValueError:
            return None

    def stuck(self) -> dict[int, Answer]:
        """By scene: a moment in which no choice can be taken."""
        found: dict[int, Answer] = {}
        for at in self._stuck():
            scene = self.graph.scene(at)
            if scene not in found:
                found[scene] = self._at(at)
        return found

    def trapped(self) -> dict[int, Answer]:
        """By scene: a moment from which play goes on for ever."""
        graph = self.graph
        looked = len(graph.edges)
        # What was found and not looked at may lead anywhere; a dead end is a fault of its own.
        out = bytearray(looked) + bytearray(b"\1") * (len(graph.keys) - looked)
        for at in self._stuck():
            out[at] = 1
        order = finishing(graph)
        changed = True
        while changed:
            changed = False
            for at in order:
                if not out[at] and any(
                    target < 0 or out[target] for target in graph.targets[graph.rows[at] : graph.rows[at + 1]]
                ):
                    out[at] = changed = True
        found: dict[int, Answer] = {}
        at = out.find(0)
        while at >= 0:
            found.setdefault(graph.scene(at), self._at(at))
            at = out.find(0, at + 1)
        return found

    def _stuck(self) -> list[int]:
        rows = self.graph.rows
        return [at for at in range(len(rows) - 1) if rows[at] == rows[at + 1]]

    def _at(self, at: int) -> Answer:
        return Answer(Verdict.POSSIBLE, tuple(self.graph.walk(at)), at)

    def _by(self, edge: int) -> Answer:
        graph = self.graph
        at = bisect_right(graph.rows, edge) - 1
        return Answer(Verdict.POSSIBLE, (*graph.walk(at), graph.labels[graph.said[edge]].way), at)

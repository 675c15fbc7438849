"""The order of a search that wants to see everything once: what is new comes first, the rest as it was found.

New is a choice or an outcome never taken, a scene never entered, then a scene entered with some bit of the state as it
has not been there before (novelty of width one: Lipovetzky and Geffner, ECAI 2012).
"""

from collections import deque
from collections.abc import Callable, Iterator

from negotiator.analysis.budget import Budget
from negotiator.analysis.search import OFTEN, SHOWN, Progress, Search


class Curious:
    """Hands out the states of a search, the most promising first, until everything wanted is found."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.graph = search.graph
        self._known = bytearray()
        """Labels seen so far, by index."""
        scenes = len(self.graph.game.places)
        self._ones = [0] * scenes
        self._zeros = [0] * scenes
        self._entered = bytearray(scenes)
        self._seen = 0
        self._first: deque[int] = deque()
        self._then: deque[int] = deque()

    def order(
        self, budget: Budget, enough: Callable[[], bool], progress: Progress | None = None
    ) -> Iterator[int]:
        """States to look at; ends when there are none, the budget is spent, or `enough` says so after a look."""
        graph = self.graph
        until, shown, looked, rest = budget.begin(), budget.clock(), 0, 0
        done = bytearray()
        while True:
            done.extend(bytes(len(graph.keys) - len(done)))
            if queue := self._first or self._then:
                at = queue.popleft()
            elif rest < len(graph.keys):
                at = rest
                rest += 1
            else:
                return
            if done[at]:
                continue
            if looked % OFTEN == 0 or looked >= budget.states:
                if stopped := budget.over(looked, self.search.size, until):
                    graph.stopped = stopped
                    return
                if progress and budget.clock() >= shown:
                    progress(looked, len(graph.keys))
                    shown = budget.clock() + SHOWN
            done[at] = 1
            yield at
            looked += 1
            self._queue_new()
            if enough():
                return

    def _queue_new(self) -> None:
        """Sort what the last look has found."""
        graph = self.graph
        self._known.extend(bytes(len(graph.labels) - len(self._known)))
        scene_mask = graph.packing.scene.mask
        for edge in range(graph.rows[-2], graph.rows[-1]):
            label, target = graph.said[edge], graph.targets[edge]
            fresh = not self._known[label]
            self._known[label] = 1
            if target < self._seen:
                continue
            self._seen = target + 1
            key = graph.keys[target]
            scene = key & scene_mask
            if fresh or not self._entered[scene]:
                self._entered[scene] = 1
                self._first.append(target)
            elif key & ~self._ones[scene] or ~key & ~self._zeros[scene]:
                self._then.append(target)
            self._ones[scene] |= key
            self._zeros[scene] |= ~key

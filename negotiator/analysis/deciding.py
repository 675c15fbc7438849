"""Decides what can happen in a story: bounds say what cannot, a search says what can, and the rest is said to be open.

`decide(game, budget)` gives a Reach (see verdicts.py). What is proved stays proved whatever the budget; a larger one
leaves less open. With `whole` the search goes on after every question has its answer, so that the graph is complete if
the budget allows it: for who needs the graph itself.
"""

from negotiator.analysis.always import never_stuck, never_trapped
from negotiator.analysis.bounds import Bounds
from negotiator.analysis.budget import Budget
from negotiator.analysis.curious import Curious
from negotiator.analysis.search import Graph, Progress, Search
from negotiator.analysis.sightings import Sightings
from negotiator.analysis.verdicts import Answer, Reach, Verdict, why_stopped
from negotiator.game.rules import Game
from negotiator.game.step import WRITTEN_OFFER

BY_BOUNDS = "no value that its conditions ask for can come about"
BY_SEARCH = "every way of playing was looked at"
ALWAYS_OPEN = "some choice can be taken at every moment"
ALWAYS_OUT = "from every moment some choice leads on towards an ending"


def decide(
    game: Game, budget: Budget | int, progress: Progress | None = None, *, whole: bool = False
) -> Reach:
    """What can happen, within a budget; a number is a budget of states and of nothing else.

    Ctrl-C gives what was decided so far: `reach.graph.stopped` says so.
    """
    search = Search(game)
    decider = _Decider(game, search)
    graph = search.look(
        Curious(search).order(Budget.of(budget), _never if whole else decider.answered, progress)
    )
    return decider.reach(graph)


def _never() -> bool:
    return False


class _Decider:
    def __init__(self, game: Game, search: Search) -> None:
        self.game = game
        self.search = search
        self.bounds = Bounds(game, search.conditions)
        self.never_stuck = never_stuck(self.bounds)
        self.never_trapped = never_trapped(self.bounds)
        self.proved_safe = all(self.never_stuck) and all(self.never_trapped)
        self._targets = {at for at, possible in enumerate(self.bounds.scenes) if possible}
        self._targets |= {-2 - at for at, possible in enumerate(self.bounds.endings) if possible}
        self._choices = {
            (scene, option.id)
            for scene, place in enumerate(game.places)
            for number, option in enumerate(place.options)
            if self.bounds.can_take(scene, number)
        }
        self.takeable = frozenset(self._choices)
        self._labels = 0

    def answered(self) -> bool:
        """Whether a look at another state could tell anything that is still asked."""
        if not self.proved_safe:
            return False
        labels = self.search.transitions.labels
        while self._labels < len(labels):
            label = labels[self._labels]
            self._labels += 1
            if label.option:
                self._choices.discard((label.scene, label.option.id))
        return not self._choices and self._targets <= self.search.transitions.reached

    def reach(self, graph: Graph) -> Reach:
        """Every answer, from what the bounds and the search have shown."""
        game, bounds = self.game, self.bounds
        found = Sightings(graph)
        open_ = _without(graph)
        no_stuck = [proved or not bounds.scenes[at] for at, proved in enumerate(self.never_stuck)]
        stuck = {} if all(no_stuck) else found.stuck()
        trapped = {} if all(self.never_trapped) else found.trapped()
        scenes, choices, dead, loops = {}, {}, {}, {}
        for at, place in enumerate(game.places):
            scenes[place.id] = found.scene(at) or (open_ if bounds.scenes[at] else BOUNDED)
            for option in place.options:
                may = (at, option.id) in self.takeable
                choices[place.id, option.id] = found.choice(at, option.id) or (open_ if may else BOUNDED)
            dead[place.id] = stuck.get(at) or (CHOICE if no_stuck[at] else open_)
            loops[place.id] = trapped.get(at) or (OUT if self.never_trapped[at] else open_)
        endings = {
            stop.id: found.ending(at) or (open_ if bounds.endings[at] else BOUNDED)
            for at, stop in enumerate(game.stops)
        }
        return Reach(
            scenes, choices, endings, dead, loops, self._offer(scenes), graph, shortest=graph.complete
        )

    def _offer(self, scenes: dict[str, Answer]) -> Answer:
        """A written offer is possible when a scene that has it is, and not where none is."""
        late = [scenes[place.id] for place in self.game.places if place.stage >= WRITTEN_OFFER]
        possible = [answer for answer in late if answer.possible]
        if possible:
            return min(possible, key=lambda answer: len(answer.walk))
        return next((answer for answer in late if not answer.impossible), BOUNDED)


BOUNDED = Answer(Verdict.IMPOSSIBLE, why=BY_BOUNDS)
CHOICE = Answer(Verdict.IMPOSSIBLE, why=ALWAYS_OPEN)
OUT = Answer(Verdict.IMPOSSIBLE, why=ALWAYS_OUT)


def _without(graph: Graph) -> Answer:
    """The answer to what the search has not seen."""
    if graph.complete:
        return Answer(Verdict.IMPOSSIBLE, why=BY_SEARCH)
    return Answer(Verdict.UNDECIDED, why=why_stopped(graph.stopped))

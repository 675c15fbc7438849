"""Every scene, choice, outcome and ending with whether it can be reached, how often it came up, and a walk to it."""

from collections.abc import Iterator

from negotiator.analysis.playtest.claims import PROVED, Basis, Ground, Walk
from negotiator.analysis.playtest.made import Made
from negotiator.analysis.playtest.report import Reached, Spot
from negotiator.analysis.playtest.walks import walked


def seen(made: Made) -> Iterator[Spot]:
    """All of them, in the author's order."""
    for at, named in enumerate(made.numbering.named):
        walk = walk_to(made, at)
        reached = _reached(made, at, walk)
        open_ = reached is Reached.UNSEEN
        yield Spot(
            kind=named.kind,
            path=named.path,
            words=named.words,
            reached=reached,
            ground=Ground(Basis.SAMPLED, made.tally.plays) if open_ else PROVED,
            uniform=made.tally.hits[0][at],
            least_used=made.tally.hits[1][at],
            walk=walk,
        )


def _reached(made: Made, at: int, walk: Walk | None) -> Reached:
    if walk is not None:
        return Reached.REACHED
    never = made.impossible(at)
    return Reached.NEVER if never else Reached.UNSEEN


def walk_to(made: Made, at: int) -> Walk | None:
    """The shortest walk to a spot by its number: the search's, else the shortest that was played."""
    trail = made.tally.trails.get(at)
    graph, found = made.graph, made.found
    if graph is not None and found is not None:
        if at in found.scenes:
            return made.walker.of_graph(walked(graph, found.scenes[at]), trail)
        if at in found.edges:
            return made.walker.of_graph(walked(graph, *found.edges[at]), trail)
    return made.walker.of_trail(trail, needs_seed=False) if trail else None

"""How often each ending comes up under random play, worked out from all states as a Markov chain."""

from array import array
from collections.abc import Iterator
from itertools import groupby

from negotiator.analysis.search import Graph, finishing
from negotiator.game.rules import STAY, Game

LEFT = 1e-9
"""Probability that may still be on its way when the work is done."""
ROUNDS = 2000


def odds(graph: Graph) -> dict[int, float] | None:
    """Share of each ending, by its index, when every choice that can be taken is as likely as another.

    None where that cannot be said exactly: the search is not complete, there is a table, luck that may be tried again
    in one visit (it comes out the same), or play that ends nowhere.
    """
    if not graph.complete or not _chance_is_fresh(graph.game):
        return None
    order = list(reversed(finishing(graph)))
    mass = array("d", bytes(8 * len(graph.keys)))
    mass[0] = 1.0
    ends: dict[int, float] = {}
    for _ in range(ROUNDS):
        moving = 0.0
        for at in order:
            here = mass[at]
            if here == 0.0:
                continue
            mass[at] = 0.0
            moving += here
            for target, share in _spread(graph, at):
                if target < 0:
                    ends[-2 - target] = ends.get(-2 - target, 0.0) + here * share
                else:
                    mass[target] += here * share
        if moving < LEFT or sum(mass) < LEFT:
            return ends if abs(sum(ends.values()) - 1) < 10 * LEFT else None
    return None


def _chance_is_fresh(game: Game) -> bool:
    for place in game.places:
        if place.exits is not None:
            return False
        for option in place.options:
            again = not option.once and any(branch.target == STAY for branch in option.branches)
            if again and len(option.branches) > 1:
                return False
    return True


def _spread(graph: Graph, at: int) -> Iterator[tuple[int, float]]:
    """Where one goes from a state, with the shares."""
    edges = range(graph.rows[at], graph.rows[at + 1])
    labels, said = graph.labels, graph.said
    choices = [list(one) for _, one in groupby(edges, key=lambda edge: id(labels[said[edge]].option))]
    for choice in choices:
        weights = [branch.weight if (branch := labels[said[edge]].branch) else 1 for edge in choice]
        whole = sum(weights) * len(choices)
        for edge, weight in zip(choice, weights, strict=True):
            yield graph.targets[edge], weight / whole

"""The worst and best sums of courage and fit that a complete run can have: proved, or the widest seen."""

from random import Random

from negotiator.analysis.branches import simple_moves
from negotiator.analysis.search import Graph, explore, finishing
from negotiator.game.rules import Game, Option
from negotiator.game.scores import Yardstick
from negotiator.game.state import State
from negotiator.game.step import start, step

BUDGET = 150_000
"""States of the exact search before it gives way to sampling; about ten seconds and 200 MB."""
SAMPLES = 3000
LONGEST = 2000
"""Choices after which a random play is given up."""

Range = tuple[int, int]


def yardstick(game: Game, budget: int = BUDGET) -> Yardstick:
    """From the exact search where it fits into `budget` states, else from seeded random plays."""
    graph = explore(game, budget)
    if graph.complete:
        courage, fit = extremes(graph)
        return Yardstick(courage, fit, proved=True)
    return sampled(game)


def extremes(graph: Graph) -> tuple[Range, Range]:
    """Worst and best sums of (courage, fit) over all runs that come to an ending; (0, 0) when none does.

    A choice counts once, so no circle of states adds anything and passes over the graph settle.
    """
    order = finishing(graph)
    none: tuple[int, int, int, int] | None = None
    best = [none] * len(graph.states)
    changed = True
    while changed:
        changed = False
        for at in order:
            sums = best[at]
            for edge in graph.edges[at]:
                after = (0, 0, 0, 0) if edge.target < 0 else best[edge.target]
                if after is None:
                    continue
                here = (
                    edge.courage + after[0],
                    edge.courage + after[1],
                    edge.fit + after[2],
                    edge.fit + after[3],
                )
                sums = here if sums is None else _wider(sums, here)
            if sums != best[at]:
                best[at] = sums
                changed = True
    low_courage, high_courage, low_fit, high_fit = best[0] or (0, 0, 0, 0)
    return (low_courage, high_courage), (low_fit, high_fit)


def _wider(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return min(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), max(a[3], b[3])


def sampled(game: Game, samples: int = SAMPLES) -> Yardstick:
    """The widest sums seen in seeded plays: half of them random, half leaning to the highest or lowest marks."""
    ends = [end for seed in range(samples) if (end := _one(game, seed)) is not None]
    courage = [end.courage for end in ends] or [0]
    fit = [end.fit for end in ends] or [0]
    return Yardstick((min(courage), max(courage)), (min(fit), max(fit)), proved=False)


def _one(game: Game, seed: int) -> State | None:
    random = Random(seed)
    lean = (0, 0, 1, -1)[seed % 4]
    state = start(game, seed)
    for _ in range(LONGEST):
        moves = simple_moves(game, state)
        if not moves:
            return None
        random.shuffle(moves)
        if lean and random.random() < 0.8:
            by_id = game.places[state.scene].by_id
            moves.sort(key=lambda move: lean * _marks(by_id.get(move.choice)))
        state = step(game, state, moves[-1]).state
        if state.ending >= 0:
            return state
    return None


def _marks(option: Option | None) -> int:
    return option.courage + option.fit if option else 0

"""The worst and best sums of courage and fit that a complete run can have: proved, or the widest seen."""

from random import Random

from negotiator.analysis.branches import simple_moves
from negotiator.analysis.search import Graph, explore, finishing
from negotiator.game.rules import Game, Option
from negotiator.game.scores import Yardstick
from negotiator.game.state import State
from negotiator.game.step import start, step

BUDGET = 150_000
"""States of the exact search before it gives way to sampling: some two seconds and 50 MB."""
SAMPLES = 3000
LONGEST = 2000
"""Choices after which a random play is given up."""

Range = tuple[int, int]
Sums = tuple[int, int, int, int]
"""Worst and best courage, worst and best fit."""
NOTHING: Sums = (0, 0, 0, 0)


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
    looked = len(graph.rows) - 1
    order = [at for at in finishing(graph) if at < looked]
    marks = [(label.courage, label.courage, label.fit, label.fit) for label in graph.labels]
    best: list[Sums | None] = [None] * len(graph.keys)
    changed = True
    while changed:
        changed = False
        for at in order:
            sums = best[at]
            for edge in range(graph.rows[at], graph.rows[at + 1]):
                target = graph.targets[edge]
                after = NOTHING if target < 0 else best[target]
                if after is not None:
                    sums = _wider(sums, marks[graph.said[edge]], after)
            if sums != best[at]:
                best[at] = sums
                changed = True
    low_courage, high_courage, low_fit, high_fit = best[0] or NOTHING
    return (low_courage, high_courage), (low_fit, high_fit)


def _wider(sums: Sums | None, marks: Sums, after: Sums) -> Sums:
    low, high = marks[0] + after[0], marks[1] + after[1]
    low_fit, high_fit = marks[2] + after[2], marks[3] + after[3]
    if sums is None:
        return low, high, low_fit, high_fit
    return min(sums[0], low), max(sums[1], high), min(sums[2], low_fit), max(sums[3], high_fit)


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

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
    order = finishing(graph)
    marks = [(label.courage, label.fit) for label in graph.labels]
    best: list[Sums | None] = [None] * len(graph.keys)
    same: dict[Sums, Sums] = {}
    again = True
    while again:
        changed = False
        # States whose sums were asked for before they were known: where they never come, one pass is all.
        waiting: set[int] = set()
        for at in order:
            edges = slice(graph.rows[at], graph.rows[at + 1])
            sums = best[at]
            for label, target in zip(graph.said[edges], graph.targets[edges], strict=True):
                after = NOTHING if target < 0 else best[target]
                if after is None:
                    waiting.add(target)
                else:
                    sums = _wider(sums, marks[label], after)
            if sums is not None and sums != best[at]:
                changed |= best[at] is not None
                best[at] = same.setdefault(sums, sums)
        again = changed or any(best[at] is not None for at in waiting)
    low_courage, high_courage, low_fit, high_fit = best[0] or NOTHING
    return (low_courage, high_courage), (low_fit, high_fit)


def _wider(sums: Sums | None, marks: tuple[int, int], after: Sums) -> Sums:
    """The sums with one more way to go on; spelled out, for it is done millions of times."""
    courage, fit = marks
    low, high, low_fit, high_fit = after
    low += courage
    high += courage
    low_fit += fit
    high_fit += fit
    if sums is None:
        return low, high, low_fit, high_fit
    lowest, highest, lowest_fit, highest_fit = sums
    if low >= lowest and high <= highest and low_fit >= lowest_fit and high_fit <= highest_fit:
        return sums
    return (
        min(low, lowest),
        max(high, highest),
        min(low_fit, lowest_fit),
        max(high_fit, highest_fit),
    )


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

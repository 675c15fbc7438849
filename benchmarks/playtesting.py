"""Random choices a second of a play-test over all cores, beside the bare engine, and what a report takes of memory."""

import os
import resource
import sys
import time

from benchmarks.engine import choices_per_second, generated
from negotiator.analysis.budget import Budget
from negotiator.analysis.playtest.conduct import Plan, playtest
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.sampling import Sampler
from negotiator.game.rules import Game

CHOICES_A_PLAY = 26
"""On the generated story, about."""


def sampled(game: Game, plays: int, cores: int) -> float:
    """Random choices a second with all counting, once workers are there to be used."""
    sampler = Sampler(game, Numbering(game))
    began = time.perf_counter()
    sampler.run(plays, 0, cores)
    return sampler.tally.moves / (time.perf_counter() - began)


def megabytes() -> float:
    """The most that this process has ever held."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def report(choices: int) -> None:
    """Print rates, the time of a report of so many choices, and how memory stands before and after."""
    game, cores = generated(1000), os.cpu_count() or 1
    bare = choices_per_second(game, min(choices, 100_000))
    plays = choices // CHOICES_A_PLAY
    one, every = sampled(game, plays // 4, 1), sampled(game, plays, cores)
    print(
        f"play-test: {every:,.0f} random choices a second on {cores} cores, {one:,.0f} on one; the bare engine {bare:,.0f} "
        f"on one ({every / bare:.2f} to 1)"
    )
    before = megabytes()
    began = time.perf_counter()
    made = playtest(game, "generated.toml", _told, Plan(plays, budget=Budget(states=0)))
    seconds = time.perf_counter() - began
    print(
        f"play-test: report of {made.sampled.moves:,} choices without search in {seconds:.1f} s; the bare engine alone would "
        f"take {made.sampled.moves / bare:.1f} s; {before:.0f} MB before it, {megabytes():.0f} MB at most"
    )


def _told(moves: tuple[str, ...], seed: int | None) -> str:
    return f"{seed} {moves}"


if __name__ == "__main__":
    report(1_000_000)

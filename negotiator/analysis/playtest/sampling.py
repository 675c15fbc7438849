"""Many random plays over all cores, in chunks of seeds: what comes of them is the same however many cores there are."""

import multiprocessing
import os
import signal
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.onceplay import OncePlay
from negotiator.analysis.playtest.tally import Tally
from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.scenario.models import Scenario

WAVE = 16
"""Chunks that begin with one knowledge of what has been used; what they found is put together before the next wave."""
SIZES = (4, 16, 64, 128)
"""Plays of a chunk in the first waves and all later ones: the second policy learns most at the beginning."""
SERIAL = 600
"""Plays under which a second process costs more than it brings."""

Progress = Callable[[int, int], None]


class Job(NamedTuple):
    """A chunk of plays, and what was known before it."""

    first: int
    plays: int
    seed: int
    used: "array[int]"
    depths: "array[int]"


class Sampler:
    """Plays and counts; `tally` is what has come together so far, also after an interruption."""

    def __init__(self, game: Game, numbering: Numbering) -> None:
        self.game = game
        self.numbering = numbering
        self.tally = Tally(len(numbering))

    def run(self, plays: int, seed: int, cores: int | None = None, progress: Progress | None = None) -> None:
        """Play `plays` times. Ctrl-C ends it; `tally` then holds whole chunks.

        Raises:
            KeyboardInterrupt: it was interrupted.
        """
        cores = cores or os.cpu_count() or 1
        with _workers(self.game, 1 if plays < SERIAL else cores) as work:
            for jobs in self._waves(plays, seed):
                for found in work(jobs):
                    self.tally.add(found)
                    if progress:
                        progress(self.tally.plays, plays)

    def _waves(self, plays: int, seed: int) -> Iterator[list[Job]]:
        first, wave = 0, 0
        while first < plays:
            size = SIZES[min(wave, len(SIZES) - 1)]
            used, depths = self.tally.used[:], self.tally.depths[:]
            ends = min(first + WAVE * size, plays)
            yield [Job(at, min(size, ends - at), seed, used, depths) for at in range(first, ends, size)]
            first, wave = ends, wave + 1


def chunk(game: Game, numbering: Numbering, job: Job) -> Tally:
    """The plays of a chunk: those with even numbers by the uniform policy, the others by least-used-first."""
    tally = Tally(len(numbering))
    tally.used, tally.depths = job.used[:], job.depths[:]
    for number in range(job.first, job.first + job.plays):
        OncePlay(game, numbering, tally, job.seed + number, uniform=number % 2 == 0).play()
    for at, before in enumerate(job.used):
        if before:
            tally.used[at] -= before
    return tally


_here: list[tuple[Game, Numbering]] = []
"""In a worker: the game it plays."""


def _begin(scenario: Scenario) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that began it decides when to end
    game = compile_game(scenario)
    _here.append((game, Numbering(game)))


def _chunk(job: Job) -> Tally:
    return chunk(*_here[0], job)


@contextmanager
def _workers(game: Game, cores: int) -> Iterator[Callable[[list[Job]], Iterable[Tally]]]:
    if cores == 1:
        numbering = Numbering(game)
        yield lambda jobs: (chunk(game, numbering, job) for job in jobs)
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # workers are born deaf to Ctrl-C
    try:
        pool = multiprocessing.Pool(cores, _begin, (game.scenario,))
    finally:
        signal.signal(signal.SIGINT, before)
    with pool:  # leaving it ends the workers at once
        yield lambda jobs: pool.imap(_chunk, jobs)

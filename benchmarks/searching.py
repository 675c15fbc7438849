"""The exact search: seconds, memory and states of the hard stories, each in a process of its own, and of `check`'s part.

python -m benchmarks.searching; with the name of a story it prints that one's figures as JSON.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypedDict

from benchmarks.engine import generated, yardstick
from benchmarks.stories import hubs
from negotiator.analysis.budget import Budget
from negotiator.analysis.deciding import decide
from negotiator.analysis.reach import look
from negotiator.analysis.verdicts import in_words
from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.scenario.loader import load_text, require

ROOT = Path(__file__).parent.parent
LOOP = 1_000_000
"""Rounds of the yardstick loop: the unit in which a search is told."""

TOO_MUCH = "six hubs of ten questions"
"""A story that no budget holds: it shows what is left of memory then, and takes a minute."""


def _hubs(number: int, questions: int) -> Game:
    scenario = load_text(hubs(number, questions), "hubs.toml", "hubs").scenario
    assert scenario is not None
    return compile_game(scenario)


STORIES: Mapping[str, Callable[[], Game]] = {
    "100 scenes in 24 layers": lambda: generated(100),
    "three hubs of five questions": lambda: _hubs(3, 5),
    "four hubs of eight questions": lambda: _hubs(4, 8),
    TOO_MUCH: lambda: _hubs(6, 10),
    "two-roles-one-title": lambda: compile_game(require(ROOT / "scenarios" / "two-roles-one-title.toml")),
}


class Figures(TypedDict):
    """What a whole search took."""

    seconds: float
    loops: float
    """Yardstick loops that would have taken as long."""
    megabytes: int
    """Resident at most, with Python and the scenario."""
    states: int
    edges: int
    stopped: str
    undecided: str


def figures(name: str) -> Figures:
    """Search one story to its end, within the budget of a play-test."""
    game = STORIES[name]()
    loop = LOOP / yardstick(LOOP)
    began = time.perf_counter()
    reach = decide(game, Budget(clock=time.monotonic), whole=True)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Figures(
        seconds=seconds,
        loops=seconds / loop,
        megabytes=peak >> (20 if sys.platform == "darwin" else 10),
        states=len(reach.graph.keys),
        edges=len(reach.graph.targets),
        stopped=reach.graph.stopped.value,
        undecided=in_words(list(reach.undecided())),
    )


def report(*, short: bool = False) -> None:
    """Print the figures of whole searches, and of the part of `check` that needs play."""
    for name in STORIES:
        if short and name == TOO_MUCH:
            continue
        command = [sys.executable, "-m", "benchmarks.searching", name]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        found: Figures = json.loads(done.stdout)
        print(
            f"search: {name}: {found['seconds']:.2f} s ({found['loops']:.0f} yardstick loops), "
            f"{found['megabytes']} MB, {found['states']:,} states, {found['edges']:,} ways, "
            f"{'proved' if found['stopped'] == 'done' else found['stopped']}"
            + (f"; not decided: {found['undecided']}" if found["undecided"] else "")
        )
    for scenes in (60, 1000):
        scenario = generated(scenes).scenario
        began = time.perf_counter()
        undecided = list(look(scenario)[1].undecided())
        seconds = time.perf_counter() - began
        print(
            f"check, what needs play: {scenes:,} scenes {1000 * seconds:.0f} ms; not decided: "
            f"{in_words(undecided) or 'nothing'}"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(figures(sys.argv[1])))
    else:
        report()

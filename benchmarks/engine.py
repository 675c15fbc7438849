"""Random choices a second on a generated 1,000-scene story, beside a yardstick loop of plain Python."""

import time
import tomllib
from random import Random

from benchmarks.stories import story
from negotiator.game.compiling import compile_game
from negotiator.game.rules import Game
from negotiator.game.state import choose
from negotiator.game.step import start, step, takeable
from negotiator.scenario.models import Scenario


def generated(scenes: int) -> Game:
    """A compiled generated story."""
    return compile_game(Scenario.model_validate({"id": "generated", **tomllib.loads(story(scenes))}))


def choices_per_second(game: Game, count: int) -> float:
    """Plays at random, scores and events included, until `count` choices are taken."""
    random = Random(1)
    taken = 0
    began = time.perf_counter()
    while taken < count:
        state = start(game, taken)
        while state.ending < 0:
            options = takeable(game, state)
            state = step(game, state, choose(options[int(random.random() * len(options))].id)).state
            taken += 1
    return taken / (time.perf_counter() - began)


def yardstick(count: int) -> float:
    """Dictionary writes of short tuples a second: what the interpreter does on this machine right now."""
    began = time.perf_counter()
    table: dict[tuple[int, int], int] = {}
    for number in range(count):
        table[number & 1023, number & 7] = number
    return count / (time.perf_counter() - began)


def report(count: int) -> None:
    """Print both."""
    game = generated(1000)
    best = max(choices_per_second(game, count) for _ in range(3))
    loop = yardstick(10 * count)
    print(
        f"engine: {best:,.0f} random choices a second on 1,000 scenes; yardstick loop {loop:,.0f} a second ({loop / best:.0f} to 1)"
    )


if __name__ == "__main__":
    report(100_000)

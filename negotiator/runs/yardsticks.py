"""The yardstick of a scenario, searched for once and kept by the hash of its rules."""

from pathlib import Path

from negotiator.analysis.yardstick import yardstick
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick
from negotiator.runs.cache import Answer, Cache, whole_number

KEYS = ("courage_worst", "courage_best", "fit_worst", "fit_best")


def yardstick_for(game: Game, rules: str, cache: Path) -> Yardstick:
    """From the folder `cache`, or searched for: seconds for a large scenario, the first time only."""
    kept = Cache(cache)
    answer = kept.get("yardsticks", rules)
    found = _from(answer) if answer else None
    if found is None:
        found = yardstick(game)
        sums = dict(zip(KEYS, (*found.courage, *found.fit), strict=True))
        kept.put("yardsticks", rules, answer={**sums, "proved": found.proved})
    return found


def _from(answer: Answer) -> Yardstick | None:
    numbers = [number for key in KEYS if (number := whole_number(answer, key)) is not None]
    proved = answer.get("proved")
    if len(numbers) != len(KEYS) or not isinstance(proved, bool):
        return None
    return Yardstick((numbers[0], numbers[1]), (numbers[2], numbers[3]), proved)

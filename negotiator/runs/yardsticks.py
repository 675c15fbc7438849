"""The yardstick of a scenario, by the hash of its rules: shipped, or searched for once and kept."""

import json
from functools import cache as once
from pathlib import Path

from negotiator.analysis.yardstick import yardstick
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick
from negotiator.runs.cache import Answer, Cache, whole_number
from negotiator.runs.places import shipped_scenarios

SHIPPED = "yardsticks.json"
"""Beside the shipped scenarios: their yardsticks by rules hash, so that nobody waits for a search on a first debrief."""
KEYS = ("courage_worst", "courage_best", "fit_worst", "fit_best")


def yardstick_for(game: Game, rules: str, cache: Path) -> Yardstick:
    """Shipped, from the folder `cache`, or searched for: seconds for a large scenario, the first time only."""
    kept = Cache(cache)
    answer = shipped().get(rules) or kept.get("yardsticks", rules)
    found = _from(answer) if answer else None
    if found is None:
        found = yardstick(game)
        kept.put("yardsticks", rules, answer=answer_of(found))
    return found


def answer_of(found: Yardstick) -> Answer:
    """A yardstick as it is kept."""
    return {**dict(zip(KEYS, (*found.courage, *found.fit), strict=True)), "proved": found.proved}


@once
def shipped() -> dict[str, Answer]:
    """The yardsticks that come with the product; none when the file is missing or damaged."""
    try:
        found = json.loads((shipped_scenarios() / SHIPPED).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _from(answer: Answer) -> Yardstick | None:
    numbers = [number for key in KEYS if (number := whole_number(answer, key)) is not None]
    proved = answer.get("proved")
    if len(numbers) != len(KEYS) or not isinstance(proved, bool):
        return None
    return Yardstick((numbers[0], numbers[1]), (numbers[2], numbers[3]), proved)

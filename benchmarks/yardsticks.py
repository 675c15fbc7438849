"""Works out the yardsticks of the shipped scenarios and writes them beside them: python -m benchmarks.yardsticks."""

import json
from pathlib import Path

from negotiator.analysis.yardstick import yardstick
from negotiator.game.compiling import compile_game
from negotiator.runs.cache import Answer
from negotiator.runs.yardsticks import SHIPPED, answer_of
from negotiator.scenario.digest import rules_hash
from negotiator.scenario.loader import require

BUDGET = 1_000_000
"""States: what nobody would wait for while playing, half a minute and 500 MB for the full case."""
SCENARIOS = Path(__file__).parent.parent / "scenarios"


def yardsticks() -> dict[str, Answer]:
    """By rules hash."""
    scenarios = [require(path) for path in sorted(SCENARIOS.glob("*.toml"))]
    return {rules_hash(one): answer_of(yardstick(compile_game(one), BUDGET)) for one in scenarios}


if __name__ == "__main__":
    (SCENARIOS / SHIPPED).write_text(json.dumps(yardsticks(), indent=2) + "\n", "utf-8")

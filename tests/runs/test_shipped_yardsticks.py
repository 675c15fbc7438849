"""The yardsticks that come with the product are those a search finds, for every shipped scenario."""

import json

from benchmarks.yardsticks import SCENARIOS, yardsticks
from negotiator.runs.yardsticks import SHIPPED


def test_shipped_yardsticks_are_what_the_search_proves() -> None:
    shipped = json.loads((SCENARIOS / SHIPPED).read_text("utf-8"))
    assert shipped == yardsticks(), "run: python -m benchmarks.yardsticks"
    assert all(one["proved"] for one in shipped.values())

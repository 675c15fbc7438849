"""The deal of the flagship scenario."""

from functools import cache

from negotiator.bargaining.deal import Deal
from negotiator.game.table import table_of
from negotiator.scenario.loader import require
from tests.support import SCENARIOS


@cache
def flagship() -> Deal:
    """Two Roles, One Title, on the table."""
    model = require(SCENARIOS / "two-roles-one-title.toml").deal
    assert model is not None
    return table_of(model)

"""How long a story is said to be is what somebody takes who looks at everything in it."""

from negotiator.analysis.length import measure
from negotiator.game.compiling import compile_game
from negotiator.scenario.loader import require
from tests.support import ROOT


def minutes(path: str) -> int:
    return measure(compile_game(require(ROOT / path))).minutes


def test_the_minutes_are_those_of_the_authors_own_guide() -> None:
    """The full case says thirty-five in its guide, the tutorial's case twenty, the first story eight."""
    assert 32 <= minutes("scenarios/two-roles-one-title.toml") <= 42
    assert 17 <= minutes("docs/tutorial/step-10.toml") <= 22
    assert 7 <= minutes("scenarios/first-offer.toml") <= 9

"""What a choice does, in words."""

import pytest

from negotiator.scenario.effectwords import cost_in_words, effects_in_words, scores_in_words
from negotiator.scenario.inwords import plain
from negotiator.scenario.models import Choice, Scores
from tests.scenario.test_inwords import STORY
from tests.support import FRAME, scenario


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"change": {"rapport": 1}}, ["rapport rises by 1"]),
        ({"change": {"rapport": -2, "nerve": 0}}, ["rapport falls by 2"]),
        ({"set": {"asked-budget": True}}, ["“asked budget” becomes true"]),
        ({"set": {"mood": "glowing-red", "nerve": 3}}, ["mood becomes glowing red", "nerve becomes 3"]),
        ({"learn": ["budget"]}, ["you learn “The budget is open”"]),
        ({"lift": ["page-two"]}, ["the limit “page two” is lifted"]),
        ({}, []),
    ],
)
def test_each_effect_is_a_clause(table: dict[str, object], words: list[str]) -> None:
    choice = Choice.model_validate({"do": "Go.", "goto": "here", **table})
    assert [plain(parts) for parts in effects_in_words(choice, scenario(FRAME + STORY))] == words


def test_days_and_marks() -> None:
    assert cost_in_words(Choice(do="Go.", goto="here", days=1)) == "costs 1 day"
    assert cost_in_words(Choice(do="Go.", goto="here")) == ""
    assert scores_in_words(Scores(courage=2, fit=-1)) == "courage +2, fit -1"
    assert scores_in_words(Scores()) == ""

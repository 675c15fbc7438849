"""What a condition asks for, in words."""

import pytest

from negotiator.scenario.inwords import Part, Wording, in_words, quoted
from negotiator.scenario.models import Scenario
from tests.support import FRAME, scenario

STORY = """
[state]
rapport = { start = 0, min = -3, max = 6 }
nerve = { start = 0, min = 0, max = 4 }
asked-budget = false
mood = { start = "cool", one_of = ["cool", "warm", "glowing-red"] }
[facts.budget]
says = "The budget is open."
known_by = ["ana"]
[scenes.hall]
text = "A hall."
choices.ask = { say = "How much is left?", goto = "here" }
choices.go = { do = "Go.", goto = "signed" }
[deal]
counterpart = { who = "ana" }
structures.one = { label = "One job" }
structures.both = { label = "Both jobs" }
issues.base = { label = "Base salary", options = { k90 = { is = "$90,000" }, k95 = { is = "$95,000" }, k99 = { is = "$99,000" } } }
"""


@pytest.fixture(scope="module")
def story() -> Scenario:
    return scenario(FRAME + STORY)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("rapport >= 2", "rapport is 2 or more"),
        ("2 <= rapport", "rapport is 2 or more"),
        ("rapport > 2", "rapport is more than 2"),
        ("rapport != 2", "rapport is not 2"),
        ("not rapport < 2", "rapport is 2 or more"),
        ("rapport > nerve", "rapport is more than nerve"),
        ("not rapport > nerve", "it is not so that rapport is more than nerve"),
        ("rapport >= 2 and knows(budget)", "rapport is 2 or more and you know “The budget is open”"),
        ("asked-budget", "“asked budget” is true"),
        ("asked-budget == false", "“asked budget” is not true"),
        ("not asked-budget != true", "“asked budget” is true"),
        ("mood == warm", "mood is warm"),
        ("mood != glowing-red", "mood is not glowing red"),
        ("mood >= warm", "mood is warm or glowing red"),
        ("mood >= cool", "mood is cool or later"),
        ("mood > glowing-red", "mood is none of its words"),
        ("not knows(budget)", "you do not know “The budget is open”"),
        ("knows(budget) == false", "you do not know “The budget is open”"),
        ("visited(hall)", "you have been at hall"),
        ("visits(hall) >= 2", "you have been at hall 2 times or more"),
        ("visits(hall) == 1", "you have been at hall 1 time"),
        ("chose(hall.ask)", "you have chosen “How much is left?”"),
        ("stage == candidate", "the stage is candidate"),
        ("reached >= conversation", "the furthest stage so far is conversation or decision"),
        ("days-left < 3", "the number of days left is less than 3"),
        ("trust(ana) >= 6", "the trust of Ana Duarte is 6 or more"),
        ("agreed(base) >= k95", "“Base salary” is agreed as “$95,000” or “$99,000”"),
        ("not agreed(base) == k95", "“Base salary” is not agreed as “$95,000”"),
        ("agreed(structure) == both", "the shape of the job is agreed as “Both jobs”"),
        ("agreed(structure) >= one", "there is an agreement"),
        ("not agreed(structure) >= one", "nothing is agreed"),
        ("agreed(letter)", "the letter is agreed as it is"),
        ("not agreed(letter)", "the letter is agreed otherwise or not at all"),
        ("agreed(letter) == false", "something other than the letter is agreed"),
        ("true", "always"),
        ("not true", "never"),
        ("1 > 2", "never"),
        (
            "asked-budget or rapport > 1 and nerve < 3",
            "“asked budget” is true, or rapport is more than 1 and nerve is less than 3",
        ),
        (
            "(asked-budget or rapport > 1) and nerve < 3",
            "(“asked budget” is true or rapport is more than 1) and nerve is less than 3",
        ),
        ("not (asked-budget or rapport > 1)", "“asked budget” is not true and rapport is 1 or less"),
        ("not (asked-budget and rapport > 1)", "“asked budget” is not true or rapport is 1 or less"),
    ],
)
def test_it_reads_as_a_clause(story: Scenario, condition: str, words: str) -> None:
    assert in_words(condition, story) == words


def test_what_it_names_keeps_its_id(story: Scenario) -> None:
    parts = Wording(story).parts("visited(hall) and chose(hall.ask) and knows(budget)")
    assert [part for part in parts if part.kind] == [
        Part("hall", "scene", "hall"),
        Part("“How much is left?”", "choice", "hall.ask"),
        Part("“The budget is open”", "fact", "budget"),
    ]


def test_a_long_text_is_cut_at_a_word() -> None:
    assert quoted("one two three, four", 14) == "“one two…”"
    assert quoted("One two.", 14) == "“One two”"

"""The debrief as data, text, Markdown and JSON."""

import json

import pytest

from negotiator.analysis.debrief import Debrief, debrief
from negotiator.analysis.verdict import band
from negotiator.analysis.yardstick import yardstick
from negotiator.report.data import debrief_data
from negotiator.report.markdown import debrief_markdown, escape
from negotiator.report.plain import debrief_lines
from tests.support import game, play, shipped

BOLD = [
    *(
        "what-is-good",
        "glad",
        "what-went-wrong",
        "show",
        "in-writing",
        "page-two",
        "night-boat",
        "whose-chair",
    ),
    *("talk", "ask-him", "both-desks", "sign-revised"),
]


@pytest.fixture(scope="module")
def bold() -> Debrief:
    made = shipped("first-offer")
    return debrief(made, play(made, BOLD), yardstick(made))


def test_every_decision_is_there_with_what_it_did_and_what_else_there_was(bold: Debrief) -> None:
    assert [decision.choice for decision in bold.decisions] == BOLD
    boat = bold.decisions[7]
    assert [(fact.says[:14], fact.by) for fact in boat.learned] == [("The night desk", "Ines Mota")]
    assert [other.text[:11] for other in boat.others] == ["Ask nothing"]
    assert all(decision.coach for decision in bold.decisions)


def test_the_gauges_name_the_decisions_that_made_them(bold: Debrief) -> None:
    courage, finesse, fit = bold.gauges
    assert sum(term.mark for term in courage.terms) == 13
    assert finesse.band == "asked so that yes was easy, 5 asks"
    assert [abs(term.mark) for term in fit.terms] == sorted(
        (abs(term.mark) for term in fit.terms), reverse=True
    )
    assert (courage.score, finesse.score, fit.score) == (84, 83, 100)


def test_a_pivot_is_the_turning_point_and_it_leads(bold: Debrief) -> None:
    assert bold.turning == 11
    lines = debrief_lines(bold, 76)
    assert lines[0].startswith("You asked so that yes was easy")
    assert (
        lines.index("The turning point")
        < lines.index("Courage, finesse, fit")
        < lines.index("Decision by decision")
    )


def test_what_people_wanted_is_shown_of_those_one_met(bold: Debrief) -> None:
    assert [one.person.name for one in bold.wanted] == ["Tess Amory", "Hal Bergstrom", "Ines Mota"]
    made = shipped("first-offer")
    short = debrief(made, play(made, ["glad", "show", "yes"]), yardstick(made))
    assert [one.person.name for one in short.wanted] == ["Tess Amory", "Hal Bergstrom"]


def test_too_few_asks_are_not_judged(bold: Debrief) -> None:
    made = shipped("first-offer")
    quiet = debrief(made, play(made, ["glad", "show", "yes"]), yardstick(made))
    assert quiet.scores.finesse is None
    assert quiet.gauges[1].band == "too few to judge, 0 asks"
    assert quiet.sentence.startswith("You asked nothing")
    assert band("finesse", None, 1) == "too few to judge, 1 ask"


def test_an_unfinished_run_has_a_debrief_too() -> None:
    made = shipped("first-offer")
    open_run = debrief(made, play(made, ["glad"]), yardstick(made))
    assert not open_run.finished
    assert open_run.sentence.endswith("and the story is still open.")
    assert "There was never a written offer." in open_run.story
    empty = debrief(made, play(made, []), yardstick(made))
    assert empty.turning is None
    assert debrief_lines(empty)


def test_lines_keep_the_width(bold: Debrief) -> None:
    for width in (40, 60, 76):
        assert max(map(len, debrief_lines(bold, width))) <= width


def test_json_is_the_data(bold: Debrief) -> None:
    data = json.loads(json.dumps(debrief_data(bold)))
    assert data["turning"] == 11
    assert data["scores"]["fit"] == 100
    assert data["decisions"][0]["learned"][0]["by"] == "Tess Amory"


HOSTILE = """
[scenes.hall]
text = "t"
[scenes.hall.choices.bad]
say = "# [/quote] [x](javascript:alert(1)) <b> *a* `c` | 1. ~"
reply = "- item"
coach = "1. first"
goto = "signed"
"""


def test_markdown_shows_story_text_as_it_was_written(bold: Debrief) -> None:
    made = game(HOSTILE)
    page = debrief_markdown(debrief(made, play(made, ["bad"]), yardstick(made)))
    assert r"\# \[/quote\] \[x\](javascript:alert(1)) \<b\> \*a\* \`c\` \| 1. \~" in page
    assert "\n\\- item\n" in page
    assert r"> 1\. first" in page
    assert debrief_markdown(bold).count("\n### ") == len(bold.decisions) + 1


def test_escaping_touches_only_what_markdown_would_read() -> None:
    assert escape("Ninety-two, and -5 or 1.5.") == "Ninety-two, and -5 or 1.5."

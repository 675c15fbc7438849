"""The map of a story: what leads where, in which row, and what is wrong on it."""

from hypothesis import given, settings

from negotiator.analysis.storymap import Link, Mark, StoryMap, story_map
from negotiator.scenario.models import Scenario
from tests.report.stories import scenarios
from tests.support import FRAME, scenario

HALLS = """
[scenes.hall]
text = "A hall."
choices.stay = { do = "Wait.", goto = "here" }
choices.on = { do = "On.", goto = "letter" }
choices.round = { do = "Round.", goto = "room" }
[scenes.room]
text = "A room."
choices.back = { do = "Back.", goto = "hall" }
choices.luck = { do = "Try.", outcomes = { good = { goto = "letter", weight = 3 }, bad = { goto = "pit", weight = 1 } } }
[scenes.pit]
text = "A pit."
[scenes.wheel]
text = "A wheel."
choices.turn = { do = "Turn.", goto = "wheel" }
[scenes.letter]
stage = "written_offer"
text = "A letter."
choices.sleep = { do = "Sleep.", days = 1, when = "visited(room)", goto = "hall" }
choices.sign = { do = "Sign.", goto = "signed" }
[offer]
days = 2
on_expired = "late"
[endings.late]
outcome = "expired"
title = "Late"
text = "Late."
"""


def halls() -> StoryMap:
    return story_map(scenario(FRAME + HALLS))


def link(story: StoryMap, source: str, target: str) -> Link:
    (found,) = (one for one in story.links if (one.source, one.target) == (source, target))
    return found


def test_each_scene_stands_in_the_lane_of_its_stage_a_row_below_what_leads_to_it() -> None:
    rows = {node.id: node.rank for node in halls().nodes}
    assert rows == {"hall": 0, "room": 1, "pit": 2, "wheel": 0, "letter": 3, "signed": 4, "late": 4}


def test_lines_say_by_what_they_are_taken() -> None:
    story = halls()
    (way,) = link(story, "room", "pit").ways
    assert (way.id, way.outcome, way.share, way.conditional) == ("luck", "bad", 25, False)
    (way,) = link(story, "letter", "hall").ways
    assert (way.conditional, way.days) == (True, 1)
    assert [way.id for way in story.node("hall").stays] == ["stay"]


def test_the_way_back_and_the_end_of_the_days_are_told_apart() -> None:
    story = halls()
    assert {(one.source, one.target) for one in story.links if one.back} == {
        ("letter", "hall"),
        ("room", "hall"),
        ("wheel", "wheel"),
    }
    assert [(one.source, one.target) for one in story.links if one.expires] == [("letter", "late")]


def test_dead_ends_orphans_and_circles_are_marked() -> None:
    marks = {node.id: node.marks for node in halls().nodes if node.marks}
    assert marks == {
        "hall": (Mark.START,),
        "pit": (Mark.DEAD_END,),
        "wheel": (Mark.ORPHAN, Mark.NO_WAY_OUT),
    }


def test_what_a_search_has_proved_is_marked_as_well() -> None:
    story = story_map(scenario(FRAME + HALLS), unreached=["late"], stuck=["letter"], trapped=["room"])
    marks = {node.id: node.marks for node in story.nodes if node.troubled}
    assert marks["late"] == (Mark.ORPHAN,)
    assert marks["letter"] == (Mark.DEAD_END,)
    assert marks["room"] == (Mark.NO_WAY_OUT,)


@settings(deadline=None, max_examples=150)
@given(scenarios())
def test_rows_of_a_lane_follow_those_of_the_lane_before(made: Scenario) -> None:
    nodes = story_map(made).nodes
    for one in nodes:
        for other in nodes:
            if one.lane < other.lane:
                assert one.rank < other.rank
    assert {node.rank for node in nodes} == set(range(1 + max(node.rank for node in nodes)))


@settings(deadline=None, max_examples=150)
@given(scenarios())
def test_without_a_circle_no_line_of_a_lane_leads_up(made: Scenario) -> None:
    story = story_map(made)
    lane = {node.id: node.lane for node in story.nodes}
    after: dict[str, set[str]] = {}
    for one in story.links:
        if not one.expires and lane[one.source] == lane[one.target]:
            after.setdefault(one.source, set()).add(one.target)
    for one in story.links:
        if one.back and not one.expires and lane[one.source] == lane[one.target]:
            assert one.source in closure(one.target, after)


def closure(start: str, after: dict[str, set[str]]) -> set[str]:
    seen, work = {start}, [start]
    while work:
        for target in after.get(work.pop(), set()) - seen:
            seen.add(target)
            work.append(target)
    return seen

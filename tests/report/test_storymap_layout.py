"""The drawing of a story: nothing lies over anything else, and every line is there."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.stories import story
from negotiator.analysis.storymap import LANES, StoryMap, story_map
from negotiator.report.storymap_layout import BOX_WIDE, Box, Layout, Run, lay_out, rising
from negotiator.report.storymap_order import Rows, crossings, layered, ordered
from negotiator.scenario.loader import load_text
from negotiator.scenario.models import Scenario
from tests.report.stories import scenarios
from tests.support import shipped

PATIENT = settings(deadline=None, max_examples=150)


@PATIENT
@given(scenarios())
def test_no_two_boxes_touch(made: Scenario) -> None:
    apart(lay_out(story_map(made)))


def apart(layout: Layout) -> None:
    for one, other in combinations(layout.boxes, 2):
        beside = one.x + one.wide < other.x or other.x + other.wide < one.x
        assert beside or one.foot < other.y or other.foot < one.y, (one.node.id, other.node.id)


@PATIENT
@given(scenarios())
def test_every_line_is_drawn_once_from_its_source_to_its_target(made: Scenario) -> None:
    story = story_map(made)
    layout = lay_out(story)
    boxes = {box.node.id: box for box in layout.boxes}
    drawn = [link for run in layout.runs for link in (run.link, run.both) if link is not None]
    wanted = [link for link in story.links if link.source != link.target or link.expires]
    assert sorted(drawn, key=repr) == sorted(wanted, key=repr)
    for run in layout.runs:
        assert touches(boxes[run.link.source], run.points[0])
        assert touches(boxes[run.link.target], run.points[-1])


def touches(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    return box.x <= x <= box.x + box.wide and y in (box.y, box.foot)


@PATIENT
@given(scenarios())
def test_no_line_runs_through_a_box(made: Scenario) -> None:
    layout = lay_out(story_map(made))
    for run in layout.runs:
        for (x, y), (to_x, to_y) in pairwise(run.points):
            for box in layout.boxes:
                across = min(x, to_x) < box.x + box.wide and max(x, to_x) > box.x
                down = min(y, to_y) < box.foot and max(y, to_y) > box.y
                assert not (across and down), (run.link, box.node.id)


@PATIENT
@given(scenarios())
def test_lanes_follow_each_other_and_hold_their_boxes(made: Scenario) -> None:
    layout = lay_out(story_map(made))
    order = [LANES.index(lane.name) for lane in layout.lanes]
    assert order == sorted(set(order))
    assert all(abs(one.y + one.high - other.y) < 1e-6 for one, other in pairwise(layout.lanes))
    lanes = {lane.name: lane for lane in layout.lanes}
    for box in layout.boxes:
        lane = lanes[LANES[box.node.lane]]
        assert lane.y < box.y
        assert box.foot < lane.y + lane.high
        assert 0 < box.x < box.x + box.wide < layout.wide


@PATIENT
@given(scenarios())
def test_a_line_onwards_goes_down_and_a_line_back_goes_up(made: Scenario) -> None:
    for run in lay_out(story_map(made)).runs:
        if not run.link.expires:
            assert (run.points[0][1] < run.points[-1][1]) is not run.link.back


@PATIENT
@given(scenarios())
def test_ordering_keeps_every_item_and_never_adds_a_crossing(made: Scenario) -> None:
    rows = rows_of(story_map(made))
    before, items = crossings(rows), [sorted(row) for row in rows.rows]
    ordered(rows)
    assert [sorted(row) for row in rows.rows] == items
    assert crossings(rows) <= before


def rows_of(story: StoryMap) -> Rows:
    at = {node.id: number for number, node in enumerate(story.nodes)}
    lines = [
        (at[link.target], at[link.source]) if link.back else (at[link.source], at[link.target])
        for link in story.links
        if not link.expires and link.source != link.target
    ]
    return layered([node.rank for node in story.nodes], lines)


def test_crossings_are_counted() -> None:
    rows = layered([0, 0, 0, 1, 1, 1], [(0, 5), (1, 4), (2, 3), (0, 3)])
    assert crossings(rows) == 3
    ordered(rows)
    assert crossings(rows) == 0


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(0.1, 9)), min_size=1, max_size=20))
def test_what_is_pushed_apart_stays_as_near_as_it_can(pairs: list[tuple[float, float]]) -> None:
    wished, weights = [one for one, _ in pairs], [weight for _, weight in pairs]
    got = rising(wished, weights)
    assert all(one <= other + 1e-9 for one, other in pairwise(got))
    if wished == sorted(wished):
        assert got == wished
    # Nothing is gained by moving all of it.
    off = sum(weight * (one - wish) for one, wish, weight in zip(got, wished, weights, strict=True))
    assert abs(off) < 1e-6 * sum(weights) * 1e3


def test_the_shipped_case_has_few_crossings() -> None:
    made = story_map(shipped("two-roles-one-title").scenario)
    apart(lay_out(made))
    rows = rows_of(made)
    ordered(rows)
    assert crossings(rows) < 100


def test_five_hundred_scenes_keep_apart_in_rows_that_can_be_read() -> None:
    made = load_text(story(500), "big.toml", "big").scenario
    assert made is not None
    layout = lay_out(story_map(made))
    rows: dict[float, list[Box]] = {}
    for box in layout.boxes:
        rows.setdefault(box.y, []).append(box)
    assert len(rows) == 25
    for row in rows.values():
        row.sort(key=lambda box: box.x)
        assert all(one.x + BOX_WIDE < other.x for one, other in pairwise(row))


def ends(run: Run) -> tuple[str, str]:
    return run.link.source, run.link.target


def test_there_and_back_in_one_step_is_one_line() -> None:
    layout = lay_out(story_map(shipped("first-offer").scenario))
    (run,) = (run for run in layout.runs if ends(run) == ("the-letter", "night-boat"))
    assert run.both is not None
    assert (run.both.source, run.both.target) == ("night-boat", "the-letter")

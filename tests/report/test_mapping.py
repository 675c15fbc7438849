"""The map of a deal: every point where the scale says, in text and as a drawing."""

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.analysis.dealmap import CLOUD, DealMap, deal_map
from negotiator.bargaining.deal import Deal, Package, Point
from negotiator.bargaining.frontier import frontier
from negotiator.report.mapping import LEAST, cell_of, map_lines
from negotiator.report.mapping_svg import field_of, map_svg
from negotiator.report.marks import FRONTIER, POSSIBLE, SIGNS, Thing, marks
from negotiator.report.scale import Scale
from tests.bargaining.flagship import flagship
from tests.bargaining.tables import deals, every, undominated

WIDTHS, HEIGHTS = st.integers(LEAST[0], 120), st.integers(LEAST[1], 50)
SVG = "{http://www.w3.org/2000/svg}"


@cache
def talk() -> DealMap:
    """A talk at the flagship's table: a bold first package, three equal ones, a third that is nearly taken."""
    deal = flagship()
    whole = frontier(deal)
    first, second, third, *_ = (whole.package(point) for point in whole.points[::-1])
    revised = Package(1, (6, 0, 1, 0, 2, 0, 1, 0, 1, 1, 1))
    return deal_map(
        deal,
        letter=deal.letter,
        sent=((first,), (second, third, revised), (third,)),
        received=(revised, third),
        agreed=third,
        best=deal.points(second),
    )


@st.composite
def maps(draw: st.DrawFn) -> DealMap:
    deal = draw(deals())
    return deal_map(
        deal,
        letter=deal.letter,
        sent=draw(st.lists(st.lists(packages(deal), min_size=1, max_size=3).map(tuple), max_size=12)),
        received=draw(st.lists(packages(deal), max_size=30)),
        agreed=draw(st.none() | packages(deal)),
        best=draw(st.none() | points()),
    )


def packages(deal: Deal) -> st.SearchStrategy[Package]:
    options = st.tuples(*(st.integers(0, len(issue.options) - 1) for issue in deal.issues))
    return st.builds(Package, st.integers(0, len(deal.structures) - 1), options)


def points() -> st.SearchStrategy[Point]:
    return st.tuples(st.integers(-60, 90), st.integers(-60, 90))


def hidden(legend: str) -> dict[str, set[str]]:
    """What the legend says stands under each sign."""
    found: dict[str, set[str]] = defaultdict(set)
    for shown, others in re.findall(r"(\S) also here:((?: \S(?= |$)(?! also here))+)", legend):
        found[shown] |= set(others.split())
    return found


@settings(deadline=None)
@given(maps(), WIDTHS, HEIGHTS)
def test_every_package_stands_where_its_cell_is_or_the_legend_says_under_what(
    dealmap: DealMap, width: int, height: int
) -> None:
    lines = map_lines(dealmap, width, height)
    drawing, legend = lines[:height], " ".join(" ".join(lines[height:]).split())
    under = hidden(legend)
    assert lines[height] == ""
    assert all(len(line) <= width for line in lines)
    for mark in marks(dealmap):
        column, row = cell_of(dealmap, mark.point, width, height)
        shown = drawing[row][column]
        assert mark.sign == shown or mark.sign in under[shown], mark
        assert mark.thing in legend


@settings(deadline=None)
@given(maps(), WIDTHS, HEIGHTS)
def test_what_is_possible_shows_wherever_nothing_with_a_name_stands(
    dealmap: DealMap, width: int, height: int
) -> None:
    drawing = map_lines(dealmap, width, height)[:height]
    taken = {cell_of(dealmap, mark.point, width, height) for mark in marks(dealmap)}
    efficient = {cell_of(dealmap, point, width, height) for point in dealmap.frontier} - taken
    possible = {cell_of(dealmap, point, width, height) for point in dealmap.cloud} - taken - efficient
    assert {drawing[row][column] for column, row in efficient} <= {FRONTIER}
    assert {drawing[row][column] for column, row in possible} <= {POSSIBLE}


@settings(deadline=None)
@given(maps(), WIDTHS, HEIGHTS, points(), points())
def test_more_points_never_stand_further_left_or_lower(
    dealmap: DealMap, width: int, height: int, one: Point, other: Point
) -> None:
    column, row = cell_of(dealmap, one, width, height)
    assert 0 < column < width
    assert 0 < row < height - 2
    across, down = cell_of(dealmap, other, width, height)
    assert one[0] > other[0] or column <= across
    assert one[1] > other[1] or row >= down


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**6), st.integers(0, 2000), st.integers(1, 40))
def test_ticks_are_round_and_stand_apart(low: int, span: int, last: int, apart: int) -> None:
    scale = Scale(low, low + span, last)
    if not last:
        return
    places = [scale.at(tick) for tick in scale.ticks(apart)]
    assert places == sorted(places)
    assert all(after - before >= apart - 1 for before, after in pairwise(places))
    assert all(low <= tick <= low + span for tick in scale.ticks(apart))


def test_dotted_lines_stand_at_what_both_have_elsewhere() -> None:
    drawing = map_lines(talk(), 76, 20)[:20]
    column, row = cell_of(talk(), talk().nothing, 76, 20)
    assert drawing[row][column] == SIGNS[Thing.NOTHING]
    assert sum(line[column : column + 1] == "┊" for line in drawing) > 10
    assert drawing[row].count("┄") > 30


@pytest.mark.parametrize(("width", "height"), [(76, 20), (56, 14)])
def test_the_talk_can_be_read_off_the_map(width: int, height: int) -> None:
    lines = map_lines(talk(), width, height)
    said = " ".join(" ".join(lines[height:]).split())
    assert "1 2 3 your packages" in said
    assert "a b their packages" in said
    assert "x no deal, 162 to 265" in said
    # The third package was offered as the second message's middle one and by the counterpart, and it became the deal.
    assert hidden(said)["D"] >= {"3", "2", "b"}


@settings(max_examples=60, deadline=None)
@given(deals())
def test_the_cloud_is_a_sample_of_what_is_possible_and_the_frontier_is_all_of_it(deal: Deal) -> None:
    found = deal_map(deal, letter=deal.letter, sent=(), received=(), agreed=None, best=None)
    truth = set(every(deal, frozenset(range(len(deal.structures))), deal.every_limit).values())
    assert set(found.cloud) <= truth
    assert len(found.cloud) <= CLOUD
    assert bool(found.cloud) == bool(truth)
    assert list(found.frontier) == undominated(truth)
    assert found == deal_map(deal, letter=deal.letter, sent=(), received=(), agreed=None, best=None)


def test_the_cloud_keeps_to_the_shapes_and_limits_asked_for() -> None:
    deal = flagship()
    start, bare = frozenset({0}), frozenset[str]()
    found = deal_map(
        deal, letter=deal.letter, sent=(), received=(), agreed=None, best=None, lifted=bare, shapes=start
    )
    assert set(found.cloud) <= set(every(deal, start, bare).values())
    assert found.frontier == frontier(deal, start, bare).points


@settings(deadline=None)
@given(maps(), st.integers(320, 1000), st.integers(300, 800))
def test_every_circle_of_the_drawing_stands_where_the_scale_says(
    dealmap: DealMap, width: int, height: int
) -> None:
    root = ET.fromstring(map_svg(dealmap, width, height))
    field = field_of(dealmap, width, height)
    _, _, wide, high = map(int, root.attrib["viewBox"].split())
    circles = [one for one in root.iter(f"{SVG}circle") if "data-x" in one.attrib]
    assert len(circles) == len(dealmap.cloud) + len(dealmap.frontier)
    seen = []
    for circle in circles:
        point = int(circle.attrib["data-x"]), int(circle.attrib["data-y"])
        seen.append(point)
        assert (int(circle.attrib["cx"]), int(circle.attrib["cy"])) == field.place(point)
    assert seen == [*dealmap.cloud, *dealmap.frontier]
    named = [one for one in root.iter(f"{SVG}g") if "data-x" in one.attrib]
    assert sorted(one.attrib["data-sign"] for one in named) == sorted(mark.sign for mark in marks(dealmap))
    for one in named:
        x, y = field.place((int(one.attrib["data-x"]), int(one.attrib["data-y"])))
        assert one.attrib["transform"] == f"translate({x} {y})"
        assert 0 < x < wide
        assert 0 < y < high


def test_the_drawing_says_what_it_shows_and_needs_nothing_from_outside() -> None:
    drawing = map_svg(talk(), 720, 480, name="first")
    root = ET.fromstring(drawing)
    title, desc = root[0], root[1]
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]
    assert title.attrib["id"].startswith("first")
    assert desc.text is not None
    assert "The deal: " in desc.text
    assert "Your packages: 1 " in desc.text
    assert drawing.count("http") == 1
    assert not re.search(r"href|url\(|<script|<style|<image", drawing)
    shapes = {one.attrib["data-sign"]: ET.tostring(one[1]) for one in root.iter(f"{SVG}g") if len(one) > 2}
    for sign in ("D", "L", "x", "B", "1", "a", "N"):
        assert sum(shapes[sign] == shapes[other] for other in ("D", "L", "x", "B", "1", "a", "N")) == 1

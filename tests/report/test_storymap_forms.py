"""The map of a story as SVG, text, Mermaid, DOT: complete, and never taken in by what a title says."""

import re
import shutil
import subprocess
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.analysis.storymap import StoryMap, story_map
from negotiator.report.storymap_data import story_data
from negotiator.report.storymap_export import dot, mermaid
from negotiator.report.storymap_svg import fitted, story_svg
from negotiator.report.storymap_text import story_lines
from negotiator.scenario.models import Scenario
from tests.report.stories import HOSTILE, scenarios
from tests.support import shipped

SVG = "{http://www.w3.org/2000/svg}"
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
DRAWER = shutil.which("dot")


def titled(made: Scenario, title: str) -> StoryMap:
    """The map with this for every title."""
    scenes = {name: one.model_copy(update={"place": title}) for name, one in made.scenes.items()}
    endings = {name: one.model_copy(update={"title": title}) for name, one in made.endings.items()}
    return story_map(made.model_copy(update={"title": title, "scenes": scenes, "endings": endings}))


def small() -> StoryMap:
    return story_map(shipped("first-offer").scenario)


@settings(deadline=None, max_examples=60)
@given(scenarios(), TITLES | st.just(HOSTILE))
def test_an_svg_is_xml_with_every_scene_and_every_line(made: Scenario, title: str) -> None:
    story = titled(made, title)
    root = ET.fromstring(story_svg(story))
    assert {one.get("id") for one in root.iter(f"{SVG}g")} >= {f"story-{node.id}" for node in story.nodes}
    told = " ".join(one.text or "" for path in root.iter(f"{SVG}path") for one in path)
    for link in story.links:
        if link.source != link.target:
            assert link.target in told
    assert not [one for one in root.iter() if one.tag in (f"{SVG}script", f"{SVG}image", f"{SVG}a")]
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_no_scene_has_an_id_of_the_drawing_itself() -> None:
    names = ("title", "desc", "clip", "tip", "back-tip", "expires-tip")
    made = small()
    nodes = [replace(node, id=name) for node, name in zip(made.nodes, names, strict=False)]
    text = story_svg(replace(made, start="title", nodes=tuple(nodes), links=()))
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == 2 * len(names)


def test_an_svg_is_told_to_who_cannot_see_it() -> None:
    root = ET.fromstring(story_svg(small()))
    assert root.get("role") == "img"
    title, desc = root[0], root[1]
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "First Offer: the map of the story"
    assert "7 scenes" in (desc.text or "")


def test_an_svg_by_itself_brings_its_colours_for_light_and_dark_and_nothing_from_outside() -> None:
    text = story_svg(small())
    assert "--ground" in text
    assert "prefers-color-scheme: dark" in text
    assert re.findall(r"https?://[^\"' ]+", text) == ["http://www.w3.org/2000/svg"]
    assert "--ground:" not in story_svg(small(), alone=False)


def test_visits_are_written_not_only_coloured() -> None:
    text = story_svg(small(), visits={"the-call": 1.0, "the-quay": 0.001, "night-boat": 0.25})
    assert "in 100% of plays" in text
    assert "in under 1% of plays" in text
    assert "in 25% of plays" in text
    assert text.count("never come to") == 11


@given(st.text(max_size=60), st.integers(2, 30))
def test_a_text_is_cut_to_its_columns(text: str, columns: int) -> None:
    got = fitted(text, columns)
    assert len(got) <= columns
    assert fitted("漢" * 30, columns) != "漢" * 30


@settings(deadline=None, max_examples=60)
@given(scenarios(), TITLES | st.just(HOSTILE))
def test_mermaid_has_nothing_in_it_but_what_is_ours(made: Scenario, title: str) -> None:
    story = titled(made, title)
    lines = mermaid(story).splitlines()
    label = r'"(?:[^\W_]|[ ,\'()!?-]|#\d+;|<br/>)*"'
    shapes = (
        r"flowchart TB",
        rf"  subgraph lane\d\[{label}\]",
        r"  end",
        rf"    n\d+(?:\[{label}\]|\(\[{label}\]\)|\[\[{label}\]\])",
        rf"  n\d+ (?:-->|-\.->)\|{label}\| n\d+",
        r"  classDef (?:ending|trouble) [a-z0-9:, -]+",
        r"  class n\d+(?:,n\d+)* (?:ending|trouble)",
    )
    for line in lines:
        assert any(re.fullmatch(shape, line) for shape in shapes), line
    assert sum("-->" in line or "-.->" in line for line in lines) == len(story.links)


@pytest.mark.parametrize("which", ["first-offer", "two-roles-one-title"])
@pytest.mark.skipif(not DRAWER, reason="no Graphviz on this machine: the graph is not drawn by it")
def test_graphviz_draws_the_shipped_stories(which: str) -> None:
    story = story_map(shipped(which).scenario)
    drawn = graphviz(dot(story))
    assert drawn.count('class="node"') == len(story.nodes)
    assert drawn.count('class="edge"') == len(story.links)


@pytest.mark.skipif(not DRAWER, reason="no Graphviz on this machine: the graph is not drawn by it")
@settings(deadline=None, max_examples=10)
@given(scenarios(), TITLES | st.just(HOSTILE))
def test_graphviz_takes_no_title_for_its_own(made: Scenario, title: str) -> None:
    story = titled(made, title)
    drawn = graphviz(dot(story))
    assert drawn.count('class="node"') == len(story.nodes)
    if title == HOSTILE:
        root = ET.fromstring(drawn)
        assert " ".join(HOSTILE.split()) in {
            (one.text or "").replace("\xa0", " ") for one in root.iter(f"{SVG}text")
        }


def graphviz(text: str) -> str:
    assert DRAWER
    done = subprocess.run(
        [DRAWER, "-Tsvg"], input=text, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert done.stderr == ""
    return done.stdout


@settings(deadline=None, max_examples=60)
@given(scenarios(), TITLES, st.integers(40, 100))
def test_text_keeps_to_its_columns_and_lists_every_choice(made: Scenario, title: str, columns: int) -> None:
    story = titled(made, title)
    lines = story_lines(story, columns)
    assert max(map(len, lines)) <= columns
    ways = sum(len(link.ways) for link in story.links) + sum(len(node.stays) for node in story.nodes)
    assert sum(bool(re.match(r"  [ ?] ", line)) and "  from" not in line[:6] for line in lines) >= ways


def test_text_of_the_small_story() -> None:
    text = "\n".join(story_lines(small(), 76))
    assert "  ? both-desks                        -> the-answer" in text
    assert "    haggle / bristles (67%)           -> the-letter" in text
    assert "    sleep (4 days)                    ^^ the-letter" in text
    assert "    what-is-good                      .. here" in text
    assert "as-written  The Day Desk\n  from the-letter, the-answer" in text


def test_data_holds_the_same() -> None:
    story = small()
    data = story_data(story)
    nodes, links = data["nodes"], data["links"]
    assert isinstance(nodes, list)
    assert isinstance(links, list)
    assert [node["id"] for node in nodes] == [node.id for node in story.nodes]
    assert len(links) == len(story.links)

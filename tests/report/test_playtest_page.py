"""The page of a play-test: the report with the map of the story and its plots, and nothing from outside."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from negotiator.analysis.playtest.conduct import Plan, playtest
from negotiator.analysis.playtest.report import Playtest
from negotiator.analysis.storymap import Mark
from negotiator.cli.playtest import command_for
from negotiator.game.compiling import compile_game
from negotiator.report.playtest_page import marked, playtest_html, trade
from negotiator.report.plots import Spread, edge, spread_svg
from negotiator.scenario.models import Scenario
from tests.report.reading import Reader
from tests.report.stories import HOSTILE
from tests.report.test_browser import BROWSER, opened, run
from tests.support import FRAME, scenario, shipped

FAULTS = """
[state]
nerve = { start = 0, min = 0, max = 3 }
[scenes.hall]
text = "A hall."
choices.on = { say = "On.", goto = "signed" }
choices.never = { say = "Never.", when = "nerve >= 2", goto = "attic" }
choices.pit = { do = "Jump.", goto = "pit", scores = { courage = 2, fit = -1 } }
[scenes.attic]
text = "An attic."
choices.sign = { do = "Sign.", goto = "signed" }
[scenes.pit]
text = "A pit."
choices.up = { do = "Up.", when = "nerve >= 1", goto = "hall" }
"""


@cache
def faulty() -> tuple[Playtest, Scenario]:
    return report_of(scenario(FRAME + FAULTS))


@cache
def small() -> tuple[Playtest, Scenario]:
    return report_of(shipped("first-offer").scenario)


def report_of(made: Scenario) -> tuple[Playtest, Scenario]:
    plan = Plan(plays=200, seed=0, cores=1)
    return playtest(compile_game(made), "case.toml", command_for("case.toml"), plan), made


def test_the_map_shows_what_the_report_found() -> None:
    story = marked(*faulty())
    assert {node.id: node.marks for node in story.nodes if node.troubled} == {
        "attic": (Mark.ORPHAN,),
        "pit": (Mark.DEAD_END,),
    }


def test_every_trouble_stands_open_with_its_command() -> None:
    page = playtest_html(*faulty())
    Reader(page)
    assert "negotiator play case.toml" in page
    mend = page[page.index('id="mend"') : page.index('id="map"')]
    assert (
        mend.count("<details open")
        == mend.count("<details")
        == sum(one.walk is not None for one in faulty()[0].troubles)
    )


def test_the_page_is_whole_and_its_ids_are_its_own() -> None:
    page = playtest_html(*small())
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for named in re.findall(r'aria-labelledby="([^"]+)"', page):
        assert set(named.split()) <= set(ids)
    assert page.count('class="plot"') == 5
    assert 'id="story-the-quay"' in page
    assert "in 100% of plays" in page


def test_words_of_a_story_are_words_on_the_page() -> None:
    _, made = small()
    scenes = {name: one.model_copy(update={"place": HOSTILE}) for name, one in made.scenes.items()}
    endings = {name: one.model_copy(update={"title": HOSTILE}) for name, one in made.endings.items()}
    page = playtest_html(*report_of(made.model_copy(update={"scenes": scenes, "endings": endings})))
    reader = Reader(page)
    assert "script" not in reader.tags
    assert "<b>&amp;</b>" not in page
    assert HOSTILE in " ".join(reader.text.split())


def test_a_spread_shows_every_play_once() -> None:
    spread = Spread("fit", ((0, 3), (4, 1), (5, 2), (100, 7)))
    bars = spread.bars()
    assert (bars[0], bars[1], bars[-1]) == (4, 2, 7)
    assert sum(bars) == 13
    assert spread_svg(spread, "x").count('class="bar"') == 3


def test_the_edge_is_what_nothing_is_better_than() -> None:
    assert edge([(1, 5), (3, 3), (2, 2), (3, 1), (0, 5), (4, 0)]) == ((1, 5), (3, 3), (4, 0))


def test_the_trade_off_has_every_ending_that_can_be_reached() -> None:
    report, _ = small()
    plot = trade(report, 2, "fit")
    assert [title for title, _ in plot.endings] == [one.title for one in report.ranges[1:]]
    assert all(points for _, points in plot.endings)


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine: the page is not opened in a browser")
@pytest.mark.parametrize("which", [faulty, small], ids=["faulty", "small"])
def test_a_browser_has_nothing_to_say_about_it_and_asks_for_nothing(
    which: Callable[[], tuple[Playtest, Scenario]], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(playtest_html(*which()), "utf-8")
    seen = opened(path, tmp_path)
    assert seen.console == []
    assert seen.asked == []


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine: the page is not opened in a browser")
def test_on_a_telephone_only_the_map_is_wider_than_the_screen(tmp_path: Path) -> None:
    frame = '<iframe id="f" width="390" height="800" srcdoc="{}"></iframe>'
    page = playtest_html(*small())
    inner = page.replace("&", "&amp;").replace('"', "&quot;")
    ask = (
        "<script>f.onload=()=>{const d=f.contentDocument.documentElement;"
        "document.title=JSON.stringify([d.scrollWidth,d.clientWidth])}</script>"
    )
    path = tmp_path / "phone.html"
    path.write_text(f"<!doctype html><title>-</title>{frame.format(inner)}{ask}", "utf-8")
    shown = run(path, tmp_path, "--virtual-time-budget=3000", "--dump-dom").stdout
    wide, room = json.loads(re.findall(r"<title>(\[.*?\])</title>", shown)[0])
    assert wide <= room

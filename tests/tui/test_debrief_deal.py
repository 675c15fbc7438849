"""Looking back on a deal: what the turning point cost, the pages of the deal, other runs, what is written to a file."""

import asyncio
from contextlib import suppress
from threading import Event

import pytest
from textual.geometry import Offset

from negotiator.analysis.best_line import Progress
from negotiator.analysis.debrief import Debrief
from negotiator.analysis.gauges import Gauge, TableTerm
from negotiator.errors import NegotiatorError
from negotiator.game.impossible import NotPossible
from negotiator.game.play import advance, begin
from negotiator.game.state import Replied
from negotiator.game.view import view
from negotiator.report.mapping import cell_of
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.cost import share_words
from negotiator.tui.dealpages import NAMES
from negotiator.tui.screens.debrief import DebriefScreen
from negotiator.tui.screens.help import Help
from negotiator.tui.screens.home import Home
from negotiator.tui.screens.otherruns import OtherRuns
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.sidebyside import SideBySide
from negotiator.tui.screens.trouble import Trouble
from negotiator.tui.widgets.dealmap import fitting
from negotiator.tui.widgets.gauges import gauge
from negotiator.tui.widgets.tabs import Tabs
from tests.game.tablestory import played, table_game
from tests.support import game, moves
from tests.tui.fakes import FakeDesk, MemoryRun
from tests.tui.frames import SIZES, Table, frame, table
from tests.tui.lookback import BARGAINED, LEFT, SIGNED, Shelf, dealt, looking_at, looking_back
from tests.tui.test_hostile import BARGAIN

TALL = (80, 90)


def flat(on: Table) -> str:
    """The frame without its line ends and the rules between columns."""
    return " ".join(on.text.replace("│", " ").split())


async def test_the_turning_point_says_what_it_cost_in_words_and_points_and_what_was_better() -> None:
    async with looking_back(*SIGNED) as on:
        assert "◆ The turning point: decision 2" in on.text
        assert "▼ It cost you all there was to gain: 41 points." in flat(on)
        assert "The better line: By holding out: 80 points for you instead of 0" in flat(on)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (1, 100, "a little"),
        (9, 100, "about a tenth"),
        (24, 100, "about a quarter"),
        (52, 100, "about half"),
        (97, 100, "nearly all"),
        (100, 100, "all"),
        (5, 0, "all"),
    ],
)
def test_a_share_is_said_as_one_says_it(part: int, whole: int, words: str) -> None:
    assert share_words(part, whole) == words


async def test_digits_letters_tab_and_the_mouse_open_the_pages() -> None:
    async with looking_back() as on:
        tabs = on.screen.query_one(Tabs)
        heads = (
            "You asked",
            "agreed. Team lead",
            "points: theirs",
            "Packages sent",
            "What each question",
            "best line",
        )
        for at, head in enumerate(heads, 1):
            await on.press(str(at))
            assert head in on.text, head
        await on.press("tab")
        assert heads[0] in on.text
        await on.press("shift+tab", "left")
        assert heads[4] in on.text
        await on.press("right")
        assert heads[5] in on.text
        await on.press("d")
        assert heads[1] in on.text
        start, _ = tabs.spans()[2]
        await on.pilot.click(Tabs, offset=Offset(start + 1, 0))
        await on.settle()
        assert heads[2] in on.text


async def test_escape_leads_from_a_page_to_the_story_and_from_there_home() -> None:
    async with looking_back() as on:
        await on.press("4", "escape")
        assert isinstance(on.screen, DebriefScreen)
        assert "◆" in on.text
        await on.press("escape")
        assert isinstance(on.screen, Home)


async def test_the_open_page_is_marked_without_colour() -> None:
    async with looking_back() as on:
        await on.press("3")
        names, rule = on.text.splitlines()[1:3]
        start = rule.index("━")
        assert names[start:].startswith("3 Map")
        assert rule.count("━") == len("3 Map")


async def test_a_story_without_a_deal_has_no_pages() -> None:
    async with table() as on:
        await on.play("nothing", "leave")
        await on.press("1", "2", "tab")
        assert not on.screen.query_one(Tabs).display
        assert "The turning point" in on.text
        await on.press("question_mark")
        assert "The next page" not in on.text


@pytest.mark.parametrize("size", SIZES)
async def test_a_sign_stands_on_the_map_where_the_map_says(size: tuple[int, int]) -> None:
    found = dealt(played(table_game(), *BARGAINED))
    async with looking_back(size=size) as on:
        await on.press("3")
        lines = on.text.splitlines()
        width = size[0] - 4
        drawn = [line.plain for line in fitting(found.map, width, size[1] - 4)]
        rows = next(at for at, line in enumerate(drawn) if line.startswith("D the deal"))
        top = next(at for at, line in enumerate(lines) if "points: theirs" in line)
        assert found.map.agreed is not None
        for sign, point in (("D", found.map.agreed), ("L", found.map.letter)):
            column, row = cell_of(found.map, point, width, rows)
            assert lines[top + row][1 + column] == sign


async def test_every_package_is_shown_with_its_worth_to_both() -> None:
    found = dealt(played(table_game(), *BARGAINED))
    async with looking_back(size=TALL) as on:
        await on.press("4")
        assert len(found.rounds) == 4
        for one in found.rounds:
            assert f"{one.package.own} to you, {one.package.theirs} to them" in on.text
        assert "You, 1 of 2 as equal " in on.text
        assert on.text.count("accepted") == 1
        assert "You, 2 of 2 as equal  accepted" in on.text
        assert "Tried after the deal" in on.text


async def test_questions_guess_and_priorities_share_a_page() -> None:
    async with looking_back(size=TALL) as on:
        await on.press("5")
        for words in (
            "percent",
            "about something else",
            "What matters most to Ana Duarte",
            "least",
            "Put down, or changed, only once",
        ):
            assert words in flat(on), words


async def test_the_term_table_says_what_each_could_make_for_either_side() -> None:
    async with looking_back(size=(120, 60)) as on:
        await on.press("2")
        row = next(line for line in on.text.splitlines() if line.strip().startswith("Base  "))
        assert "$100,000" in row
        assert row.split()[-2:] == ["40", "40"]
        for words in (
            "Left on the table",
            "Your share",
            "Job Interview",
            "89 percent",
            "77 percent",
            "51 percent",
        ):
            assert words in on.text


async def test_what_was_seen_at_the_table_stands_under_each_gauge_and_its_weight_on_request() -> None:
    async with looking_back(size=(80, 120)) as on:
        assert "▪ ambition: Your first package" in on.text
        assert "of 100, weight" not in on.text
        await on.press("g")
        assert "33 of 100, weight 20; decision 4" in flat(on)
        assert "100 of 100, weight 25; decisions 4, 5" in flat(on)


def test_a_gauge_says_its_parts_and_that_it_was_held_down() -> None:
    terms = (TableTerm("ultimatum", "You said it was your last word.", 0, -10, (3,)),)
    one = Gauge("courage", 40, "you held back, 3 decisions", (), 90, 70, 60, terms, capped=True)
    words = gauge(one, 76, more=False).plain
    assert "story ━━━━━━━━━╌   table ━━━━━━━╌╌╌   the table counts 60 percent" in words
    assert "! Held down: the letter was signed unasked" in words
    assert "▾ ultimatum: You said it was your last word." in words
    numbers = gauge(one, 76, more=True).plain
    assert "story ━━━━━━━━━╌ 90   table ━━━━━━━╌╌╌ 70" in numbers
    assert "10 off; decision 3" in numbers
    assert all(len(line) <= 56 for line in gauge(one, 56, more=True).plain.splitlines())


async def test_what_a_decision_lost_stands_at_its_line_and_is_explained_unfolded() -> None:
    async with looking_back(*SIGNED, size=(80, 120)) as on:
        assert "The better line: By holding out" in flat(on)
        await on.press("k")
        line = next(line for line in on.text.splitlines() if line.strip().startswith("2 "))
        assert line.rstrip().endswith("▼41")


async def test_the_moves_of_the_table_unfold_with_their_replies() -> None:
    async with looking_back(size=(80, 140)) as on:
        await on.press("k", "k", "k", "k")
        reply = next(one.text for one in on.run.play.turns[3].events if isinstance(one, Replied))
        assert "▸  4  “Title: what would be best for you there" in on.text
        assert " ".join(reply.split()) in flat(on)
        assert "at the table: judged with the talk as a whole" in flat(on)


async def test_resume_on_the_page_of_the_better_line_begins_where_it_begins() -> None:
    async with looking_back(*SIGNED) as on:
        await on.press("6")
        assert "open until decision 2" in on.text
        await on.press("r")
        assert isinstance(on.screen, PlayScreen)
        assert len(on.screen.run.play.turns) == 1


async def test_resume_on_another_page_says_where_decisions_are() -> None:
    async with looking_back() as on:
        await on.press("3", "r")
        assert "first page" in on.notices[-1]
        assert isinstance(on.screen, DebriefScreen)


async def test_without_a_deal_every_page_still_says_something() -> None:
    async with looking_back(*LEFT, size=(80, 40)) as on:
        for at in range(1, len(NAMES) + 1):
            await on.press(str(at))
            assert len(on.text.split()) > 30
        await on.press("2")
        assert "left without a deal" in on.text
        assert "Efficiency" not in on.text


async def test_help_of_the_debrief_names_the_pages() -> None:
    async with looking_back(size=TALL) as on:
        await on.press("question_mark")
        assert isinstance(on.screen, Help)
        assert "tab and the digits" in flat(on)


async def test_another_run_is_chosen_from_a_list_and_stands_beside_this_one() -> None:
    desk = Shelf(SIGNED, LEFT)
    async with looking_back(desk=desk, size=(120, 60)) as on:
        await on.press("c")
        assert isinstance(on.screen, OtherRuns)
        assert on.text.count("The Table: Signed") == 2
        await on.press("2")
        assert isinstance(on.screen, SideBySide)
        assert "Where they parted" in on.text
        assert "Run k7m2pq" in on.text
        assert "Run r2" in on.text
        assert [run.closed for run in desk.opened] == [True]
        await on.press("escape")
        assert isinstance(on.screen, DebriefScreen)


async def test_without_another_run_the_list_says_how_to_get_one() -> None:
    async with looking_back() as on:
        await on.press("c")
        assert "no other finished run" in flat(on)
        await on.press("enter", "escape")
        assert isinstance(on.screen, DebriefScreen)


async def test_a_run_that_cannot_be_opened_is_said_on_a_panel() -> None:
    desk = Shelf(SIGNED)
    async with looking_back(desk=desk) as on:
        desk.trouble = NegotiatorError("It is torn.", "Look elsewhere.")
        await on.press("c", "enter")
        assert isinstance(on.screen, Trouble)
        assert "It is torn." in on.text


@pytest.mark.parametrize(
    ("key", "name", "begins"),
    [
        ("m", "small.k7m2pq.debrief.md", "# The Table"),
        ("h", "small.k7m2pq.debrief.html", "<!doctype html>"),
        ("s", "small.k7m2pq.preparation.md", "# For the real talk"),
    ],
)
async def test_pages_are_written_to_files_and_it_is_said_where(key: str, name: str, begins: str) -> None:
    async with looking_back() as on:
        await on.press(key)
        assert on.desk.written[name].lower().startswith(begins.lower())
        assert on.notices[-1] == f"Written to /pages/{name}"


class Slow(FakeDesk):
    """A desk that stops halfway through its debrief."""

    def __init__(self) -> None:
        super().__init__(game=table_game())
        self.go_on = Event()

    def debrief(self, run: object, progress: Progress | None = None) -> Debrief:
        assert progress is not None
        progress(3, 12)
        self.go_on.wait(30)
        return super().debrief(run, progress)


async def test_while_it_is_worked_out_a_bar_says_how_far_and_quitting_works_at_once() -> None:
    desk = Slow()
    run = MemoryRun(desk.game, played(desk.game, *SIGNED))
    app = NegotiatorApp(desk)
    async with app.run_test() as pilot:
        app.push_screen(DebriefScreen(run))
        while "3 of 12 moments" not in frame(app):
            await pilot.pause(0.01)
        assert "━━━━━━╌╌" in frame(app)
        for key in ("j", "g", "r", "2", "c", "m"):
            await pilot.press(key)
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("ctrl+q")
        await asyncio.wait_for(asyncio.to_thread(lambda: None), 5)
    assert not app.is_running
    desk.go_on.set()


async def test_labels_that_look_like_markup_are_shown_as_they_were_written() -> None:
    desk = FakeDesk(game=game(BARGAIN, frame=False))
    lines = ("x", "ask open i", "propose s i=b", "offer-set s i=b | s j=b", "accept", "guess i -j", "reveal")
    play = begin(desk.game, 3)
    for move in moves(lines):
        with suppress(NotPossible):
            play = advance(desk.game, play, move)
    assert view(desk.game, play.state).ending
    run = MemoryRun(desk.game, play)
    async with looking_at(run, desk, TALL) as on:
        await on.press("g")
        for page in range(1, len(NAMES) + 1):
            await on.press(str(page))
            joined = flat(on)
            assert "[/quote]" in joined or page == 3, page
            for part in ("[Appendix B]", "[@click=app.quit]out[/]", "[bold]x"):
                assert part in joined or page in (3, 6), (page, part)
        for y in range(4, 20):
            await on.pilot.click(offset=Offset(30, y))
        assert on.app.is_running
        await on.press("m", "h", "s")
        assert len(desk.written) == 3

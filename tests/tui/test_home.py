"""The home screen: what leads where."""

import subprocess
import sys

from negotiator.errors import NegotiatorError
from negotiator.tui.desk import Played
from negotiator.tui.screens.briefing import Briefing
from negotiator.tui.screens.debrief import DebriefScreen
from negotiator.tui.screens.home import Home
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.trouble import Trouble
from tests.tui.fakes import LIBRARY, SHELF, FakeDesk
from tests.tui.frames import home


def full() -> FakeDesk:
    desk = FakeDesk()
    desk.library, desk.runs = LIBRARY, SHELF
    return desk


async def test_a_story_opens_with_its_briefing_and_enter_begins() -> None:
    async with home(full()) as on:
        await on.press("2")
        assert isinstance(on.screen, Briefing)
        await on.press("enter")
        assert isinstance(on.screen, PlayScreen)
        assert "Tess has eleven minutes" in on.text


async def test_a_run_goes_on_and_quitting_leads_home_again() -> None:
    async with home(full()) as on:
        await on.press("enter")
        assert isinstance(on.screen, PlayScreen)
        await on.press("q")
        assert isinstance(on.screen, Home)
        assert on.desk.begun[-1].closed
        assert on.app.is_running


async def test_a_finished_run_opens_its_debrief() -> None:
    async with home(full()) as on:
        await on.press("up", "enter")
        assert isinstance(on.screen, DebriefScreen)
        await on.press("q")
        assert isinstance(on.screen, Home)


async def test_a_scenario_in_trouble_says_so_and_opens_nothing() -> None:
    async with home(full()) as on:
        await on.press("4")
        assert isinstance(on.screen, Trouble)
        assert "It cannot be read as a scenario." in on.text
        await on.press("escape")
        assert isinstance(on.screen, Home)


async def test_what_cannot_be_opened_is_said_in_a_panel() -> None:
    desk = full()
    desk.trouble = NegotiatorError("Another window has this run open.", "Close it there.")
    async with home(desk) as on:
        for number in ("1", "2", "5"):
            await on.press(number)
            assert isinstance(on.screen, Trouble)
            await on.press("escape")


async def test_runs_that_cannot_be_listed_are_said_and_the_stories_are_there() -> None:
    class Shut(FakeDesk):
        def shelf(self) -> tuple[Played, ...]:
            raise NegotiatorError("The folder of the runs cannot be read.")

    desk = Shut()
    desk.library = LIBRARY
    async with home(desk) as on:
        assert "The folder of the runs cannot be read." in on.notices
        assert "Two Roles, One Title" in on.text


async def test_the_hint_for_the_first_time_goes_once_there_are_runs() -> None:
    desk = FakeDesk()
    desk.library = LIBRARY
    async with home(desk) as on:
        assert "First time here?" in on.text
    async with home(full()) as on:
        assert "First time here?" not in on.text


async def test_q_leaves_the_game() -> None:
    async with home(full()) as on:
        await on.press("q")
    assert on.app.return_value == 0


async def test_the_palette_leads_to_the_settings() -> None:
    async with home(full()) as on:
        await on.press("p", *"settings", "enter")
        assert "Training mode" in on.text


def test_the_home_screen_is_there_without_pydantic() -> None:
    code = (
        "import sys; from negotiator.tui import app, doors, housekeeping; doors.home();"
        "assert not {'pydantic', 'negotiator.game.view', 'tomli_w', 'filelock'} & set(sys.modules), "
        "[m for m in sys.modules if 'pydantic' in m][:3]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

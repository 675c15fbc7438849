"""Settings hold at once, on the screens below too, and are kept."""

from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.tui import doors
from tests.tui.fakes import FakeDesk, Settings
from tests.tui.frames import table


async def test_the_theme_changes_at_once_and_is_kept() -> None:
    async with table() as on:
        doors.to_settings(on.app)
        await on.settle()
        await on.press("enter")
        assert on.app.theme == "paper"
        assert on.desk.settings.theme == "paper"
        await on.press("left", "left")
        assert on.app.theme == "contrast"


async def test_training_mode_and_width_hold_on_the_run_below() -> None:
    async with table(size=(120, 40)) as on:
        await on.play("salary")
        doors.to_settings(on.app)
        await on.settle()
        await on.press("j", "enter", "j", "j", "enter", "enter", "enter")
        assert on.desk.settings == Settings(training=True, text_width=56)
        await on.press("escape")
        assert "The coach: A fair question at the wrong moment." in on.text
        story = [line[:80].rstrip() for line in on.text.splitlines()[4:12]]
        assert max(map(len, story)) <= 58


async def test_settings_that_cannot_be_saved_hold_until_one_quits() -> None:
    class Full(FakeDesk):
        def set_prefs(self, **_values: object) -> Settings:
            raise NegotiatorError("The settings could not be saved.", "The disk is full.")

    async with table(Full()) as on:
        doors.to_settings(on.app)
        await on.settle()
        await on.press("enter")
        assert on.app.theme == "paper"
        assert "could not be saved" in on.notices[-1]


async def test_an_unknown_theme_is_the_usual_one() -> None:
    async with table(FakeDesk(Settings(theme="mauve"))) as on:
        assert on.app.theme == "dusk"


def test_every_stylesheet_is_named_after_its_screen() -> None:
    folder = Path(doors.__file__).parent / "screens"
    for sheet in folder.glob("*.tcss"):
        assert sheet.with_suffix(".py").exists()

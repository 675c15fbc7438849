"""A running screen as plain text, and an app ready to be driven."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from negotiator.tui import doors
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.widgets.choosing import Choosing
from tests.tui.fakes import FakeDesk, MemoryRun

AppT = TypeVar("AppT", bound=NegotiatorApp)

SIZES = ((80, 24), (60, 20), (120, 40))


def frame(app: NegotiatorApp) -> str:
    """What stands on the screen, line by line, without colours."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


@dataclass
class Driven(Generic[AppT]):
    """A running app, and the keys that drive it."""

    app: AppT
    pilot: Pilot[int]

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each with all that follows from it."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is left to do."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def text(self) -> str:
        """The frame."""
        return frame(self.app)


@dataclass
class Table(Driven[NegotiatorApp]):
    """An app with a run on its table."""

    desk: FakeDesk
    run: MemoryRun

    @property
    def screen(self) -> Screen[object]:
        """The screen on top."""
        return self.app.screen

    @property
    def notices(self) -> list[str]:
        """Passing words said so far."""
        return [one.message for one in self.app._notifications]

    def choices(self) -> list[str]:
        """The ids on offer."""
        return [one.id for one in self.app.query_one(Choosing)._choices]

    async def sit_down(self) -> None:
        """From the first scene of the slip to its table."""
        await self.play("board", "go")

    async def play(self, *ids: str) -> None:
        """Take choices by id, through the keys; letters that come on the way are opened and laid aside."""
        for name in ids:
            await self.aside()
            shown = self.choices()
            await self.press(str(shown.index(name) + 1))
        await self.aside()

    async def aside(self) -> None:
        """Open a letter that has come, read it, go on."""
        if isinstance(self.screen, PlayScreen) and self.choices() == ["open-letter"]:
            await self.press("enter")
        if type(self.screen).__name__ == "TurnScreen":
            await self.press("x")


@asynccontextmanager
async def table(
    desk: FakeDesk | None = None,
    size: tuple[int, int] = (80, 24),
    *,
    brief: bool = False,
    notices: bool = False,
) -> AsyncIterator[Table]:
    """The play screen on a new run; passing words are drawn with `notices` only."""
    desk = desk or FakeDesk()
    run = MemoryRun(desk.game, desk.first_play())
    app = NegotiatorApp(desk, doors.play(run, brief=brief))
    async with app.run_test(size=size, notifications=notices) as pilot:
        made = Table(app, pilot, desk, run)
        await made.settle()
        yield made


@asynccontextmanager
async def home(desk: FakeDesk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Table]:
    """The home screen."""
    app = NegotiatorApp(desk)
    async with app.run_test(size=size) as pilot:
        made = Table(app, pilot, desk, MemoryRun(desk.game, desk.first_play()))
        await made.settle()
        yield made

"""The app: themes, settings, where one begins; the screens do the rest."""

import gc
from collections.abc import Awaitable, Callable, Iterable
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from negotiator.errors import NegotiatorError
from negotiator.tui import doors, themes
from negotiator.tui.desk import Desk
from negotiator.tui.hangup import hung_up
from negotiator.tui.prefs import Chosen, Prefs
from negotiator.tui.screens.page import Page

if TYPE_CHECKING:
    from negotiator.tui.ports import Run


MOVES = {
    "down",
    "up",
    "take",
    "read-on",
    "back",
    "on",
    "top",
    "end",
    "next",
    "before",
    "palette",
    "open",
    "step",
}
"""Keys that only move: no use in the palette."""


HUNG_UP_EVERY = 2.0
"""Seconds between two looks at whether the terminal is still there."""


class NegotiatorApp(App[int]):
    """The game in a terminal."""

    TITLE = "Negotiator"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q", "quit", "quit", show=False, priority=True, tooltip="Leave, from anywhere", id="app-quit"
        ),
    ]

    def __init__(
        self, desk: Desk, first: "Page[None] | None" = None, settle: "Callable[[], Run] | None" = None
    ) -> None:
        """`first` is the screen to begin with, home when there is none; `settle` is called once it is drawn."""
        # Without colours asked for, every colour is left out; greys would be colours too.
        # The stylesheet of a first screen has to be named here; those of later ones are found when they open.
        sheet = "screens/play.tcss" if first else "screens/home.tcss"
        super().__init__(css_path=["app.tcss", sheet], ansi_color=True if environ.get("NO_COLOR") else None)
        self.desk = desk
        self.prefs: Prefs
        self.prefs, self._word = desk.prefs()
        for name in themes.NAMES:
            self.register_theme(themes.theme(name))
        self.theme = self.prefs.theme if self.prefs.theme in themes.NAMES else themes.DEFAULT
        self._first = first
        """The run one came for, until one has been home."""
        self._settle = settle
        self._ground = 1
        """Screens that stay on the stack, home the last of them."""

    def get_default_screen(self) -> Screen[None]:
        """Home, or the run that was asked for."""
        return self._first or doors.home()

    def on_mount(self) -> None:
        """Say what there is to say about the settings."""
        if self._word:
            self.notify(self._word, markup=False, timeout=10)
        self.call_after_refresh(collect_from_here)
        self.set_interval(HUNG_UP_EVERY, self._leave_when_hung_up)
        if self._settle:
            self.call_after_refresh(self._make_run, self._settle)

    def _leave_when_hung_up(self) -> None:
        if not self.is_headless and hung_up():
            self.exit(0)

    def _make_run(self, settle: "Callable[[], Run]") -> None:
        try:
            settle()
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self, None, error)

    def _handle_exception(self, error: Exception) -> None:
        # In place of Textual's, which prints a traceback over the screen: `open_game` raises the error once the
        # terminal is whole again, and the command line says it in words.
        self._return_code = 1
        if self._exception is None:
            self._exception = getattr(error, "error", error)
            self._exception_event.set()
        self._close_messages_no_wait()

    @property
    def unforeseen(self) -> BaseException | None:
        """The error that ended the app, if one did."""
        return self._exception

    def go_home(self) -> None:
        """Back to the home screen, from wherever one is.

        The screen the app began with cannot be taken off the stack: when that was a run, home is laid upon it.
        """
        while len(self.screen_stack) > self._ground:
            self.pop_screen()
        if self._first is not None:
            self._first.put_away()
            self._first = None
            self._ground = 2
            self.push_screen(doors.home())

    def leave_play(self) -> None:
        """Home, when one came from there; else out."""
        if self._first is None:
            self.go_home()
        else:
            self.exit(0)

    def go_on(self, run: "Run") -> None:
        """Play another run; the way back from it leads home."""
        self.go_home()
        self.push_screen(doors.play(run))

    def change(self, *, theme: str, training: bool, reduced_motion: bool, text_width: int) -> None:
        """Other settings: on every screen at once, then saved.

        Raises:
            NegotiatorError: they hold, but could not be saved.
        """
        self.prefs = Chosen(theme, training, reduced_motion, text_width)
        self.theme = theme
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.refresh_settings()
        self.desk.set_prefs(
            theme=theme, training=training, reduced_motion=reduced_motion, text_width=text_width
        )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the keys of the screen by name, then the ways everywhere."""
        if isinstance(screen, Page):
            for one in screen.helped:
                if one.id not in MOVES:
                    yield SystemCommand(
                        one.description.capitalize(), one.tooltip, self._runner(screen, one.action)
                    )
        yield SystemCommand(
            "Settings", "Theme, training mode, motion, text width", lambda: doors.to_settings(self)
        )
        yield SystemCommand("Home", "Back to the library; the run is saved", self.go_home)
        yield SystemCommand("Leave the game", "Everything is saved", self.exit)

    @staticmethod
    def _runner(screen: Page[object], action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await screen.run_action(action)

        return run


def collect_from_here() -> None:
    """Look for garbage again, where that was put off, but only among what comes from now on.

    To go through all of a large scenario takes 80 ms of some key's time.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def open_game(path: Path | None, seed: int | None, saves: Path | None, resume: Path | None = None) -> int:
    """Open the app on a scenario, on a saved run, or at home; returns the exit code.

    Raises:
        NegotiatorError: the scenario or the run cannot be opened; the terminal has not been touched.
    """
    # Until the first frame nothing becomes garbage, and looking for it takes 40 ms of a large scenario's 100.
    gc.disable()
    try:
        return _open(path, seed, saves, resume)
    finally:
        gc.enable()


def _open(path: Path | None, seed: int | None, saves: Path | None, resume: Path | None) -> int:
    from negotiator.tui.housekeeping import RealDesk

    desk = RealDesk(saves)
    first = settle = None
    if resume is not None:
        first = doors.play(desk.resume(resume, path))
    elif path is not None:
        run = desk.fresh(path, seed)
        first, settle = doors.play(run, brief=True), run.settle
    app = NegotiatorApp(desk, first, settle)
    code = app.run()
    if app.unforeseen is not None:
        raise app.unforeseen
    return code or 0

"""The instructor's app: the themes of the game, one screen, and quitting that closes the hub."""

from os import environ
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from negotiator.classroom.dashboard.ports import Podium
from negotiator.classroom.dashboard.screen import DashboardScreen
from negotiator.tui import themes
from negotiator.tui.hangup import hung_up
from negotiator.tui.prefs import Prefs

HUNG_UP_EVERY = 2.0
"""Seconds between two looks at whether the terminal is still there."""


class DashboardApp(App[int]):
    """The class in the instructor's terminal."""

    TITLE = "Negotiator"
    CSS = "Screen { background: $ground; color: $ink; } Toast { background: $lifted; color: $ink; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="app-quit"),
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, podium: Podium, prefs: Prefs) -> None:
        super().__init__(ansi_color=True if environ.get("NO_COLOR") else None)
        self.prefs = prefs
        """What pages of the game look up: the width of a text, among others."""
        self._podium = podium
        for name in themes.NAMES:
            self.register_theme(themes.theme(name))
        self.theme = prefs.theme if prefs.theme in themes.NAMES else themes.DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """The class."""
        return DashboardScreen(self._podium)

    def on_mount(self) -> None:
        """A terminal that has vanished ends the app, so that the hub can be closed in order."""
        self.set_interval(HUNG_UP_EVERY, self._leave_when_hung_up)

    def _handle_exception(self, error: Exception) -> None:
        # In place of Textual's, which prints a traceback over the screen: `preside` raises the error once the
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

    def _leave_when_hung_up(self) -> None:
        if not self.is_headless and hung_up():
            self.exit(0)

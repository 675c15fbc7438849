"""The screen while the class is paused: blank but for a word."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.keyline import KeyLine


class Paused(Page[None]):
    """Lies over everything until the class goes on; it goes by itself."""

    ABOUT = "Your instructor has paused the class."
    DEFAULT_CSS = (
        "Paused #word { width: 100%; height: 1fr; content-align: center middle; text-align: center; }"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", "leave", tooltip="Leave; the same command brings you back", id="quit"),
    ]

    def compose(self) -> ComposeResult:
        """A word in the middle."""
        word = Content.assemble(
            ("The class is paused.\n\n", "bold $seat"), ("Look up. It goes on here by itself.", "$muted")
        )
        yield Static(word, id="word", markup=False)
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def action_leave(self) -> None:
        """Out; the chair is kept."""
        self.app.exit(0)

"""A page that is only read: a heading, one scrolling text, the keys."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.tui.screens.page import Page, Result
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import KeyLine


class Reading(Page[Result]):
    """Subclasses say what the heading and the text are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", "down", show=False, tooltip="Scroll (also up and k)", id="down"),
        Binding("up,k", "scroll(-1)", "up", show=False, id="up"),
        Binding("space,pagedown", "page(1)", "on", tooltip="A page on", key_display="space", id="on"),
        Binding("pageup,b", "page(-1)", "back", key_display="b", tooltip="A page back", id="back"),
        Binding("home", "top", "top", show=False, tooltip="To the beginning", id="top"),
        Binding("end", "end", "end", show=False, tooltip="To the end", id="end"),
        Binding("p", "palette", "palette", show=False, tooltip="Find any command by name", id="palette"),
        Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
        Binding(
            "escape,q", "close", "close", key_display="esc", tooltip="Back to where you were", id="close"
        ),
    ]
    DEFAULT_CSS = """
    Reading VerticalScroll { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    Reading .reading { width: 100%; height: auto; padding: 0 1 1 0; }
    """
    AT_END: ClassVar[bool] = False
    """Open at the end of the text."""

    def heading(self) -> str:
        """One line at the top."""
        return ""

    def text(self, width: int, /) -> Content:
        """The text, for `width` cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Heading, text, keys."""
        yield Heading(Content.styled(self.heading(), "bold $ink"))
        with VerticalScroll(can_focus=False):
            yield Static(markup=False, classes="reading")
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """Draw, and begin where one wants to read."""
        self._draw()
        if self.AT_END:
            self.call_after_refresh(self.action_end)

    def _draw(self) -> None:
        measure = self.house.prefs.text_width
        static = self.query_one(".reading", Static)
        static.styles.max_width = measure + 1
        static.update(self.text(max(min(self.size.width - 4, measure), 20)))

    def on_resize(self, _event: events.Resize) -> None:
        """Another width may want other lines."""
        self._draw()

    def refresh_settings(self) -> None:
        """Another measure."""
        self._draw()

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=by * max(scroll.size.height - 1, 1), animate=False)

    def action_top(self) -> None:
        """To the beginning."""
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_end(self) -> None:
        """To the end."""
        self.query_one(VerticalScroll).scroll_end(animate=False)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

"""The play screen with the author's panel: beside the story in a wide window, in place of it in a narrow one."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from negotiator.game.state import Move
from negotiator.game.view import ChoiceView
from negotiator.tui.preview.panel import HERE, Panel
from negotiator.tui.screens.page import TWO_COLUMNS
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.keyline import Key, KeyLine
from negotiator.tui.widgets.lines import Lines
from negotiator.tui.widgets.masthead import HEIGHT, Masthead
from negotiator.tui.widgets.story import Story

ACROSS = 52
"""Cells of the panel where it stands beside the story."""


class Panelled(PlayScreen):
    """Subclasses say what is written into the panel and into the line above the keys."""

    count = 0
    """Choices on the screen."""

    def compose(self) -> ComposeResult:
        """As in play, with the panel for the second column and a line on how things stand."""
        yield Masthead()
        with Horizontal(id="desk"):
            with Vertical(id="column"):
                yield Story(self.house.prefs.text_width)
                yield Static(id="more", markup=False)
                yield Choosing()
            yield Panel()
        yield Lines(id="standing")
        yield KeyLine()
        yield self.enlarge()

    def write(self) -> None:
        """Write the open page of the panel."""
        raise NotImplementedError

    def stand(self) -> int:
        """Write the line above the keys; returns its lines."""
        raise NotImplementedError

    def author_keys(self) -> tuple[Key, ...]:
        """The keys for the line at the foot, but for those that choose."""
        raise NotImplementedError

    @property
    def panel(self) -> Panel:
        """The author's panel."""
        return self.query_one(Panel)

    @property
    def wide(self) -> bool:
        """There is room for the panel beside the story."""
        return self.size.width >= TWO_COLUMNS

    @property
    def covered(self) -> bool:
        """The panel is open in place of the story."""
        return bool(self.panel.open) and not self.wide

    @property
    def across(self) -> int:
        """Cells of a line of the panel."""
        return (ACROSS if self.wide else self.size.width) - 6

    def open(self, page: str) -> None:
        """Open a page of the panel; none closes it."""
        self.panel.turn_to(page)
        self.set_class(bool(page), "-open")
        self.write()
        self.share_out()
        self.query_one(KeyLine).set_keys(self._keys(self.count))

    def redraw(self) -> None:
        """Draw anew what is the author's, and leave the player's side alone."""
        self.write()
        self.share_out()
        self.query_one(KeyLine).set_keys(self._keys(self.count))

    def room(self) -> tuple[int, int]:
        width, height = self.size
        across = width - ACROSS if self.panel.open and self.wide else width
        return across, height - HEIGHT - 2 - self.stand()

    def _paint(self, choices: tuple[ChoiceView, ...]) -> None:
        self.count = len(choices)
        super()._paint(choices)
        self.write()

    def _keys(self, count: int) -> tuple[Key, ...]:
        unseen = self.covered and self.panel.open != HERE
        choose = () if unseen or not count else (Key(f"1-{count}" if count > 1 else "1", "choose"),)
        return (*choose, *self.author_keys())

    def on_resize(self, _event: events.Resize) -> None:
        """Another width, other lines."""
        self.redraw()

    def make(self, move: Move | None) -> None:
        """As in play; the panel begins at its top again."""
        super().make(move)
        self.panel.scroll_home(animate=False, immediate=True)

    def action_panel(self, page: str) -> None:
        """Open a page of the panel; once more closes it."""
        self.open("" if self.panel.open == page else page)

    def action_shut(self) -> None:
        """Close the panel."""
        self.open("")

    def action_leaf(self, by: int) -> None:
        """Scroll the panel by a page."""
        self.panel.scroll_relative(y=by * max(self.panel.size.height - 1, 1), animate=False)

    def action_digit(self, digit: str) -> None:
        """Choose, where one can see what."""
        if self.covered and self.panel.open != HERE:
            self.say("The choices are behind the panel: esc closes it.")
        else:
            super().action_digit(digit)

    def action_take(self) -> None:
        """Take what is highlighted, where it can be seen."""
        if not self.covered:
            super().action_take()

    def action_move(self, by: int) -> None:
        """Move the highlight, or the panel where it covers that."""
        if self.covered:
            self.panel.scroll_relative(y=by, animate=False)
        else:
            super().action_move(by)

    def action_read_on(self) -> None:
        """Scroll on what is read."""
        if self.covered:
            self.action_leaf(1)
        else:
            super().action_read_on()

    def action_read_back(self) -> None:
        """Scroll back what is read."""
        if self.covered:
            self.action_leaf(-1)
        else:
            super().action_read_back()

"""The story as pages: a new scene turns the page, a question adds to it, and PageUp turns back."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Static

KEPT = 12
"""Turns that can be scrolled back to; the transcript has them all."""
SIDES = 3
"""Cells beside the text: one on the left, two on the right."""
GAP = Content("\n\n")
LAST = 1
"""The empty line below a page: where only that is beyond the edge, nothing is left to read."""


class PageText(Static):
    """The text of a page."""

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)


class Story(VerticalScroll, can_focus=False):
    """The column of text. What does not fit beside the newest turn is put away, so nothing ever jumps.

    One widget holds all of it, and there is no scrollbar ("more below" is said in words): to mount another widget
    each turn, or to give a scrollbar another length, would have every turn laid out and drawn twice.
    """

    DEFAULT_CSS = """
    Story { height: auto; padding: 0 0 0 1; scrollbar-size-vertical: 0; }
    Story > PageText { width: 100%; height: auto; padding: 0 2 1 0; color: $ink; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
    """Without a scrollbar, other text moves nothing around it; Widget's own would draw it a second time."""

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure
        self._turns: list[Content] = []
        self._first_shown = 0
        self._page = PageText(markup=False)
        self._page.styles.max_width = measure + 2

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._page

    def begin(self, *texts: Content) -> None:
        """Start over with these texts, from the top."""
        self._turns, self._first_shown = list(texts), 0
        self._page.update(GAP.join(texts))
        self.scroll_home(animate=False, immediate=True)

    def tell(self, text: Content, *, page: bool, width: int, room: int) -> bool:
        """Add a turn: on a new `page`, or below what still fits with it into `room` lines of `width` cells.

        Whether some of it will be beyond the lower edge is returned, so that the same frame can say so.
        """
        measure = min(width - SIDES, self._measure)
        self._turns = [*self._turns, text][-KEPT:]
        first = len(self._turns) - 1
        needed = _lines(text, measure)
        left = 0 if page else room - needed
        while first and (left := left - _lines(self._turns[first - 1], measure)) >= 0:
            first -= 1
        self._show_from(first)
        if self.scroll_offset.y:
            self.scroll_home(animate=False, immediate=True)
        return needed - LAST > room

    def _show_from(self, first: int) -> None:
        self._first_shown = first
        *past, newest = self._turns[first:]
        self._page.update(GAP.join([*(one.stylize_before("$muted") for one in past), newest]))

    def turn_back(self) -> None:
        """A page up; at the very top, what was put away comes back."""
        if self.scroll_offset.y > 0 or not self._first_shown:
            self.scroll_page_up(animate=False)
            return
        width = self._page.content_size.width
        above = sum(_lines(one, width) for one in self._turns[: self._first_shown])
        self._show_from(0)
        self.call_after_refresh(self._leave_above, above)

    def _leave_above(self, lines: int) -> None:
        self.scroll_to(y=max(lines - self.size.height, 0), animate=False)

    def set_measure(self, cells: int) -> None:
        """Lines of at most this many cells."""
        self._measure = cells
        self._page.styles.max_width = cells + 2

    @property
    def kept(self) -> int:
        """How many turns can be scrolled back to."""
        return len(self._turns)

    @property
    def more_below(self) -> bool:
        """Whether some of the text is beyond the lower edge."""
        return self.scroll_offset.y + LAST < self.max_scroll_y


def _lines(text: Content, width: int) -> int:
    """Lines of a turn with the empty one below it."""
    return len(text.wrap(max(width, 8))) + 1

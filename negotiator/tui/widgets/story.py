"""The story as pages: a new scene turns the page, a question adds to it, and PageUp turns back."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

KEPT = 12
"""Turns that can be scrolled back to; the transcript has them all."""
SIDES = 4
"""Cells beside the text: one on the left, two on the right, one for the scrollbar."""


class Turned(Static):
    """One turn as it was told, or the scene one began in."""

    def __init__(self, text: Content, measure: int) -> None:
        super().__init__(text, markup=False)
        self.text = text
        self.styles.max_width = measure + 2


class Story(VerticalScroll, can_focus=False):
    """The column of text. What does not fit beside the newest turn is put away, so nothing ever jumps."""

    DEFAULT_CSS = """
    Story { height: auto; padding: 0 0 0 1; scrollbar-size-vertical: 1; }
    Story > Turned { width: 100%; height: auto; padding: 0 2 1 0; color: $ink; }
    Story > Turned.-past { color: $muted; }
    Story > Turned.-away { display: none; }
    """

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure
        self._turns: list[Turned] = []

    def begin(self, *texts: Content) -> None:
        """Start over with these texts, from the top."""
        self.remove_children(self._turns)
        self._turns = [Turned(text, self._measure) for text in texts]
        self.mount(*self._turns)
        self.scroll_home(animate=False)

    def tell(self, text: Content, *, page: bool, width: int, room: int) -> None:
        """Add a turn: on a new `page`, or below what still fits with it into `room` lines of `width` cells."""
        measure = min(width - SIDES, self._measure)
        left = 0 if page else room - _lines(text, measure)
        for old in reversed(self._turns):
            left -= _lines(old.text, measure)
            old.set_class(left < 0, "-away")
            old.add_class("-past")
        fresh = Turned(text, self._measure)
        self._turns.append(fresh)
        self.mount(fresh)
        if len(self._turns) > KEPT:
            self._turns.pop(0).remove()
        self.scroll_home(animate=False)

    def turn_back(self) -> None:
        """A page up; at the very top, what was put away comes back."""
        if self.scroll_offset.y > 0 or not (away := [one for one in self._turns if one.has_class("-away")]):
            self.scroll_page_up(animate=False)
            return
        for one in away:
            one.remove_class("-away")
        here = self._turns[len(away)]
        self.call_after_refresh(self._above, here)

    def _above(self, turned: Turned) -> None:
        self.scroll_to(y=max(turned.virtual_region.y - self.size.height, 0), animate=False)

    def set_measure(self, cells: int) -> None:
        """Lines of at most this many cells."""
        self._measure = cells
        for turned in self._turns:
            turned.styles.max_width = cells + 2

    @property
    def more_below(self) -> bool:
        """Whether some of the text is beyond the lower edge."""
        return self.scroll_offset.y < self.max_scroll_y


def _lines(text: Content, width: int) -> int:
    return len(text.wrap(max(width, 8))) + 1

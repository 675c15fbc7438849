"""The story: one scrolling column of plain text, a widget a turn, trimmed to what one would scroll back to."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

KEPT = 12
"""Turns that can be scrolled back to; the transcript has them all."""


class Turned(Static):
    """One turn as it was told, or the scene one began in."""

    def __init__(self, text: Content, measure: int) -> None:
        super().__init__(text, markup=False)
        self.styles.max_width = measure


class Story(VerticalScroll, can_focus=False):
    """The column. A new turn begins at its top, or sits at its foot when all of it is in view."""

    DEFAULT_CSS = """
    Story { height: auto; padding: 0 0 0 1; scrollbar-size-vertical: 1; }
    Story > Turned { width: 100%; height: auto; padding: 0 2 0 0; color: $ink; }
    Story > Turned.-past { color: $muted; }
    """

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure

    def begin(self, *texts: Content) -> None:
        """Start over with these texts, from the top."""
        self.remove_children()
        self.mount(*[Turned(text, self._measure) for text in texts])
        self.scroll_home(animate=False)

    def tell(self, text: Content) -> None:
        """Add a turn and go to where it begins."""
        turns = list(self.query_children(Turned))
        for old in turns:
            old.add_class("-past")
        if len(turns) >= KEPT:
            turns[0].remove()
        fresh = Turned(text, self._measure)
        self.mount(fresh)
        self.call_after_refresh(self.go_to, fresh)

    def go_to(self, turned: Turned) -> None:
        """Bring the beginning of a turn to the top."""
        self.scroll_to(y=turned.virtual_region.y, animate=False, force=True)

    def set_measure(self, cells: int) -> None:
        """Lines of at most this many cells."""
        self._measure = cells
        for turned in self.query_children(Turned):
            turned.styles.max_width = cells

    @property
    def more_below(self) -> bool:
        """Whether some of the text is beyond the lower edge."""
        return self.scroll_offset.y < self.max_scroll_y

"""The head of a page: a line with two ends, and a rule."""

from textual.content import Content
from textual.widget import Widget


def headline(left: Content, right: Content, width: int) -> Content:
    """Two lines of `width` cells: what is quiet stands at the right, where there is room for it."""
    room = max(width - 2, 1)
    left = left.truncate(room, ellipsis=True)
    gap = room - left.cell_length - right.cell_length
    line = Content.assemble(left, " " * gap, right) if gap >= 2 else left
    return Content.assemble(" ", line, "\n ", ("─" * room, "$line"))


class Heading(Widget):
    """Title at the left, something quiet at the right where there is room."""

    DEFAULT_CSS = "Heading { height: 2; width: 100%; dock: top; }"

    def __init__(self, left: Content, right: Content | None = None) -> None:
        super().__init__()
        self._left = left
        self._right = right or Content("")

    def show(self, left: Content) -> None:
        """Another title."""
        self._left = left
        self.refresh()

    def render(self) -> Content:
        """Two lines."""
        return headline(self._left, self._right, self.size.width)

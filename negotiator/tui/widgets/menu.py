"""A list of things to open: sections, a highlight, numbers; drawn as one text."""

from dataclasses import dataclass

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to open. A change of `section` begins a new part of the list."""

    section: str
    title: str
    side: str = ""
    """At the right end of the first line, or below it where there is no room."""
    below: str = ""
    """A quiet second line or more."""
    alarm: str = ""
    """Why it cannot be opened."""


def rows(items: tuple[Item, ...], cursor: int, width: int) -> tuple[list[Content], list[int]]:
    """The lines of the list in `width` cells, and the item each belongs to (-1 for none)."""
    lines: list[Content] = []
    owners: list[int] = []
    section = ""
    for at, item in enumerate(items):
        fresh: list[Content] = []
        if item.section != section:
            section = item.section
            if lines:
                lines.append(Content(""))
                owners.append(-1)
            lines.append(Content.styled(f" {section}", "$muted"))
            owners.append(-1)
        fresh += _item(item, at, here=at == cursor, width=width, digits=len(str(len(items))))
        lines += fresh
        owners += [at] * len(fresh)
    return lines, owners


def _item(item: Item, at: int, *, here: bool, width: int, digits: int) -> list[Content]:
    head = Content.assemble(
        (" ▸ " if here else "   ", "bold $candidate"), (f"{at + 1:>{digits}}  ", "bold $candidate")
    )
    indent = head.cell_length
    room = max(width - indent - 2, 20)
    title = Content.styled(item.title, "bold $candidate" if here else "bold $ink")
    side = Content.styled(item.side, "$muted")
    lines: list[Content] = []
    gap = room - title.cell_length - side.cell_length
    if item.side and gap >= 2:
        lines.append(Content.assemble(head, title, " " * gap, side))
    else:
        wrapped = [*title.wrap(room), *(side.wrap(room) if item.side else [])]
        lines += [Content.assemble(head if n == 0 else " " * indent, line) for n, line in enumerate(wrapped)]
    for text, style in ((item.below, "$muted"), (item.alarm, "$alarm")):
        if text:
            lines += [Content.assemble(" " * indent, line) for line in Content.styled(text, style).wrap(room)]
    return lines


class Menu(Widget):
    """The list. It says what was opened and what is highlighted."""

    DEFAULT_CSS = "Menu { width: 100%; height: auto; pointer: pointer; }"

    @dataclass
    class Opened(Message):
        """An item was opened, by key or by mouse."""

        index: int

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()
        self._lines: list[Content] = []
        self._owners: list[int] = []
        self._typed = ""
        self.cursor = 0

    def set_items(self, items: tuple[Item, ...]) -> None:
        """Show these; the highlight stays where it was while it can."""
        self._items = items
        self.cursor = min(self.cursor, max(len(items) - 1, 0))
        self._redraw()

    def _redraw(self) -> None:
        self._lines, self._owners = rows(self._items, self.cursor, self._width())
        self.styles.height = max(len(self._lines), 1)
        self.refresh()

    def _width(self) -> int:
        return self.size.width or self.app.size.width - 2

    def on_resize(self) -> None:
        """Other lines for another width."""
        self._redraw()

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines)

    def move(self, by: int) -> None:
        """Move the highlight and keep it in view."""
        if self._items:
            self.cursor = (self.cursor + by) % len(self._items)
            self._typed = ""
            self._redraw()
            self._show_cursor()

    def _show_cursor(self) -> None:
        mine = [line for line, owner in enumerate(self._owners) if owner == self.cursor]
        if mine and isinstance(self.parent, VerticalScroll):
            top = 0 if self.cursor == 0 else mine[0]
            self.parent.scroll_to_region(
                Region(0, self.virtual_region.y + top, 1, mine[-1] - top + 1), animate=False
            )

    def type_digit(self, digit: str) -> None:
        """Open the item with this number; where two digits are possible the first waits for the second or Enter."""
        typed = self._typed + digit
        at = int(typed) - 1
        if not 0 <= at < len(self._items):
            self._typed = ""
            return
        self.move(at - self.cursor)
        self._typed = typed
        if int(typed) * 10 > len(self._items):
            self.open()

    def open(self) -> None:
        """Open the highlighted item."""
        self._typed = ""
        if self._items:
            self.post_message(self.Opened(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Open the item under the mouse."""
        if 0 <= event.y < len(self._owners) and (at := self._owners[event.y]) >= 0:
            self.cursor = at
            self._redraw()
            self.open()

"""A list drawn as one text: blocks of lines, one of them highlighted and kept in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class Room(NamedTuple):
    """Where there is space to draw."""

    width: int
    lines: int


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one thing in the list; a heading belongs to nothing (-1)."""

    lines: tuple[Content, ...]
    owner: int = -1


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen of a list: lines, and for each the thing it belongs to."""

    lines: tuple[Content, ...]
    owners: tuple[int, ...]


def window(blocks: Sequence[Block], cursor: int, room: int) -> Window:
    """The whole list when it fits into `room` lines, else a part around the highlighted one.

    What is beyond the part is counted in words, in its first and its last line.
    """
    lines = [line for block in blocks for line in block.lines]
    owners = [block.owner for block in blocks for _ in block.lines]
    if len(lines) <= room or room < 3:
        return Window(tuple(lines[: max(room, 0)]), tuple(owners[: max(room, 0)]))
    mine = [at for at, owner in enumerate(owners) if owner == cursor] or [0]
    first, last = _part(len(lines), mine[0], mine[-1] + 1, room)
    seen = set(owners[first:last])
    above = len({owner for owner in owners[:first] if owner >= 0} - seen)
    below = len({owner for owner in owners[last:] if owner >= 0} - seen)
    head = [_more("▲", above)] if first else []
    tail = [_more("▼", below)] if last < len(lines) else []
    return Window(
        (*head, *lines[first:last], *tail),
        (*[-1] * len(head), *owners[first:last], *[-1] * len(tail)),
    )


def _part(count: int, top: int, end: int, room: int) -> tuple[int, int]:
    """The lines to be seen of `count`, with those from `top` to `end` in the middle.

    A line is left for what is above where there is something above, and one for what is below.
    """
    if end <= room - 1:
        return 0, room - 1
    if top >= count - room + 1:
        return count - room + 1, count
    inside = room - 2
    first = min(max((top + end - inside) // 2, 1), count - inside - 1)
    first = min(first, top)
    return first, first + inside


def _more(sign: str, count: int) -> Content:
    return Content.styled(f"   {sign} {count} more" if count else f"   {sign}", "$muted")


class Rows(Widget):
    """The list. It says what was clicked; keys are the screen's."""

    DEFAULT_CSS = "Rows { width: 100%; height: 1fr; pointer: pointer; }"

    @dataclass
    class Picked(Message):
        """Something was clicked; `action` is what the clicked words do, empty for the rest of the line."""

        index: int
        action: str

    def __init__(self) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self._cursor = 0

    def show(self, blocks: Sequence[Block], cursor: int) -> None:
        """Show these, one highlighted."""
        self._blocks, self._cursor = tuple(blocks), cursor
        self.refresh()

    def _window(self) -> Window:
        return window(self._blocks, self._cursor, self.size.height)

    def render(self) -> Content:
        """What is seen of them."""
        return Content("\n").join(self._window().lines)

    def on_click(self, event: events.Click) -> None:
        """Say what is under the mouse."""
        owners = self._window().owners
        if 0 <= event.y < len(owners) and owners[event.y] >= 0:
            self.post_message(self.Picked(owners[event.y], str(event.style.meta.get("action", ""))))

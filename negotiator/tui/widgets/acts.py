"""What one can do at a table besides the story's own choices: a few lines, each act with its letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do at the table."""

    key: str
    name: str
    """What the screen does with it."""
    text: str
    side: str = ""
    """What it costs."""


def lines(status: Sequence[str], acts: Sequence[Act], cursor: int, width: int, accent: str) -> list[Content]:
    """Lines about the table, then the acts in two columns, down the left one first. -1 highlights none."""
    half = (len(acts) + 1) // 2
    column = width // 2
    found = [
        Content.styled(f"  {one}", "$muted").truncate(max(width - 1, 8), ellipsis=True) for one in status
    ]
    for row in range(half):
        left = _act(acts[row], row, here=cursor == row, room=column, accent=accent)
        line = left
        if row + half < len(acts):
            right = row + half
            line = Content.assemble(
                left.pad_right(column - left.cell_length),
                _act(acts[right], right, here=cursor == right, room=width - column, accent=accent),
            )
        found.append(line)
    return found


def _act(act: Act, at: int, *, here: bool, room: int, accent: str) -> Content:
    head = Content.styled(f"{'▸' if here else ' '} {act.key}  ", f"bold {accent}")
    text = Content.styled(act.text, "bold $ink" if here else "$ink")
    whole = Content.assemble(head, text, (f"  [{act.side}]" if act.side else "", "$muted"))
    if whole.cell_length > room - 1:
        whole = Content.assemble(head, text).truncate(max(room - 1, 8), ellipsis=True)
    return whole.stylize(Style.from_meta({"act": at}))

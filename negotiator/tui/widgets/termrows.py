"""The rows of the package editor: term, option, what it brings, and columns to compare it with."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from negotiator.tui.widgets.lines import clickable
from negotiator.tui.widgets.rows import Block

NARROW, WIDE, WIDEST = 70, 106, 140
"""Cells under which there is no column to compare with, and from which there are two, and three."""
MARKS, CHANGE = 3, 6
"""Cells of the marks and of what a row brings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    label: str
    value: str
    less: bool
    """There is an option before this one."""
    more: bool
    """There is one after it."""
    marks: str
    change: str
    """Own gain or loss against the letter; empty where nothing differs."""
    gains: bool
    beside: tuple[str, ...]
    """What stands in each column to compare with; empty where it is the same as here."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of each column."""

    label: int
    value: int
    side: int
    sides: int
    """How many columns there are to compare with."""


def columns(labels: Sequence[str], width: int, sides: int) -> Columns:
    """Columns for `width` cells, with at most `sides` to compare with."""
    longest = max(map(len, labels), default=0)
    shown = min(sides, sum(width >= edge for edge in (NARROW, WIDE, WIDEST)))
    label = min(longest, 14 if width < NARROW else 20)
    side = 18 if width < WIDE else 21
    value = width - 3 - label - 1 - MARKS - CHANGE - shown * (side + 1)
    return Columns(label, min(value, 48), side, shown)


def header(at: Columns, titles: Sequence[str]) -> Content:
    """The names of the columns."""
    lead = " " * (3 + at.label + 1 + at.value + MARKS) + "you".rjust(CHANGE - 1) + " "
    names = [f" {_cell(title, at.side)}" for title in titles[: at.sides]]
    return Content.styled((lead + "".join(names)).rstrip(), "$muted")


def draw(rows: Sequence[Row], cursor: int, at: Columns, most: int) -> list[Block]:
    """All rows, each in at most `most` lines."""
    return [Block(_row(row, at, here=number == cursor, most=most), number) for number, row in enumerate(rows)]


def _row(row: Row, at: Columns, *, here: bool, most: int) -> tuple[Content, ...]:
    values = _wrap(row.value, at.value - 4, most)
    sides = [_wrap(text, at.side, most) for text in row.beside[: at.sides]]
    style = "bold $seat" if here else ("bold $ink" if row.change else "$ink")
    lines = []
    for n in range(max(len(values), *map(len, sides), 1)):
        first = n == 0
        text = values[n] if n < len(values) else ""
        gain = row.change.rjust(CHANGE - 1) + " " if first else " " * CHANGE
        parts = [
            Content.styled(" ▸ " if here and first else "   ", "bold $seat"),
            Content.styled(_cell(row.label if first else "", at.label) + " ", style if here else "$ink"),
            _arrow("‹ ", "step(-1)", shown=first and row.less, here=here),
            Content.styled(_cell(text, at.value - 4), style),
            _arrow(" ›", "step(1)", shown=first and row.more, here=here),
            Content.styled((row.marks if first else "").center(MARKS), "bold $alarm"),
            Content.styled(gain, "bold $seat" if row.gains else "bold $alarm"),
            *[
                Content.styled(" " + _cell(side[n] if n < len(side) else "", at.side), "$muted")
                for side in sides
            ],
        ]
        lines.append(Content.assemble(*parts).rstrip())
    return tuple(lines)


def _arrow(sign: str, action: str, *, shown: bool, here: bool) -> Content:
    if not shown:
        return Content("  ")
    return clickable(Content.styled(sign, "bold $seat" if here else "$muted"), action)


def _cell(text: str, cells: int) -> str:
    content = Content(text)
    if content.cell_length > cells:
        content = content.truncate(cells, ellipsis=True)
    return content.pad_right(max(cells - content.cell_length, 0)).plain


def _wrap(text: str, cells: int, most: int) -> list[str]:
    content = Content(text)
    if content.cell_length <= cells:
        return [text]
    if most == 1:
        return [content.truncate(cells, ellipsis=True).plain]
    lines = [line.plain.rstrip() for line in content.wrap(cells)]
    if len(lines) > most:
        rest = Content(" ".join(lines[most - 1 :])).truncate(cells, ellipsis=True).plain
        lines = [*lines[: most - 1], rest]
    return lines

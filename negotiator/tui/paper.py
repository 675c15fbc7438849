"""Pages of a report on the screen: their blocks as lines of styled text, so many cells wide."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.content import Content

from negotiator.report.blocks import (
    Bar,
    Blank,
    Block,
    Bullets,
    Cell,
    Chart,
    Command,
    Drawing,
    Figures,
    Fold,
    Gallery,
    Line,
    Page,
    Pair,
    Refs,
    Section,
    Table,
    Tone,
    Words,
    upright,
)
from negotiator.tui.widgets.dealmap import map_drawing

GAP = "  "
NARROW = 9
"""Cells under which no column of words is folded."""
TALL = 5
"""Lines that a row of a table may take before it is set as a list."""
PAIRED = 84
"""Cells from which on two things stand beside each other."""
INDENT = 2
MAP_ROWS = 20
STYLES = {
    Tone.PLAIN: "",
    Tone.SAID: "bold",
    Tone.STORY: "",
    Tone.COACH: "$muted",
    Tone.QUIET: "$muted",
    Tone.COST: "bold",
}


def page_content(page: Page, width: int) -> Content:
    """A whole page: what it leads with, then its sections."""
    parts = [Content("\n").join(Content.styled(page.lead, "bold $seat").wrap(width))] if page.lead else []
    if page.opening:
        parts.append(blocks_content(page.opening, width))
    parts += [section_content(one, width) for one in page.sections]
    return Content("\n\n").join(parts)


def section_content(section: Section, width: int, *, titled: bool = True) -> Content:
    """A section with its parts."""
    parts = [blocks_content(section.blocks, width)] if section.blocks else []
    if titled:
        sign = "◆ " if section.marked else ""
        title = Content("\n").join(Content.styled(f"{sign}{section.title}", "bold $seat").wrap(width))
        parts = [Content("\n").join([title, *parts[:1]])]
    parts += [section_content(one, width) for one in section.parts]
    return Content("\n\n").join(parts)


def blocks_content(blocks: Iterable[Block], width: int) -> Content:
    """Blocks under one another; what is more than a line or two stands apart from what is before it."""
    lines: list[Content] = []
    for block in blocks:
        if lines and isinstance(block, Table | Pair | Fold | Bar | Chart):
            lines.append(Content(""))
        lines += block_lines(block, max(width, 20))
    return Content("\n").join(lines)


def block_lines(block: Block, width: int) -> list[Content]:
    """The lines of a block."""
    match block:
        case Words(text, tone):
            return _words(text, tone, width)
        case Bullets(items, ordered, tone):
            signs = [f"{at}. " if ordered else "· " for at in range(1, len(items) + 1)]
            pairs = zip(signs, items, strict=True)
            return [line for sign, item in pairs for line in hung(sign, item, width, STYLES[tone])]
        case Figures(rows):
            found: list[Content] = []
            for row in rows:
                said = Content.assemble((f"{row.name}: ", "bold"), row.value, (row.aside, "$muted"))
                found += hung("", said, width, after="  ")
            return found
        case Table():
            return table_lines(block, width)
        case Bar(name, value, words):
            number = "" if value is None else f" ({value} of 100)"
            head = Content.assemble((f"{name}: ", "bold"), f"{words}{number}").wrap(width)
            return [*head, *_inside(block.blocks, width)]
        case Chart(dealmap):
            return map_drawing(dealmap, width, MAP_ROWS)
        case Drawing() | Gallery():
            return []
        case Line():
            return Content(str(block)).wrap(width)
        case Fold():
            place = f"{block.number}. " if block.number else ""
            over = f" ({block.over})" if block.over else ""
            head = Content.assemble((f"{place}{block.title}", "bold"), (over, "$muted")).wrap(width)
            return [*head, *_inside(block.blocks, width)]
        case Pair():
            return _pair(block, width)
        case Command(words, line):
            return Content.assemble((f"{words}: ", "$muted"), line).wrap(width)
        case Blank(label, count):
            return [Content(f"{label} ".ljust(width, "_")[:width]), *[Content("_" * width)] * (count - 1)]


def hung(
    sign: str, text: str | Content, width: int, style: str = "", *, after: str | None = None
) -> list[Content]:
    """A text with something before its first line, its further lines below its first."""
    further = " " * len(sign) if after is None else after
    room = max(width - max(len(sign), len(further)), 8)
    lines = (text if isinstance(text, Content) else Content.styled(text, style)).wrap(room)
    return [
        Content.assemble((sign, style) if at == 0 else (further, ""), line) for at, line in enumerate(lines)
    ]


def table_lines(table: Table, width: int) -> list[Content]:
    """In columns, the widest ones folded; each row as a list of its own where they would be too narrow."""
    if not table.rows:
        return []
    caption = Content.styled(table.caption, "bold").wrap(width) if table.caption else []
    rows = [tuple(str(cell) for cell in row) for row in table.rows]
    widths = fitted([table.head, *rows], width)
    if widths is None:
        listed = [_listed(table.head, row, width) for row in table.rows]
        return [*caption, *(line for row in listed for line in [*row, Content("")])][:-1]
    right = [upright(column) for column in zip(*table.rows, strict=True)]
    lines = _row(table.head, widths, right, "$muted") if any(table.head) else []
    for row in rows:
        lines += _row(row, widths, right)
    return [*caption, *lines]


def fitted(rows: Sequence[tuple[str, ...]], room: int) -> list[int] | None:
    """Widths of columns that fit into so many cells; None where some would be too narrow, or rows too tall."""
    columns = list(zip(*rows, strict=True))
    widths = [max(1, *(Content(cell).cell_length for cell in column)) for column in columns]
    words = [max(len(word) for cell in column for word in cell.split() or [""]) for column in columns]
    room -= len(GAP) * (len(widths) - 1)
    while sum(widths) > room:
        at = max(range(len(widths)), key=lambda one: widths[one] - (room if widths[one] <= words[one] else 0))
        if widths[at] <= max(NARROW, words[at]):
            return None
        widths[at] -= 1
    tall = (
        len(Content(cell).wrap(wide)) for row in rows for cell, wide in zip(row, widths, strict=True) if cell
    )
    return widths if max(tall, default=0) <= TALL else None


def _row(row: tuple[str, ...], widths: list[int], right: list[bool], style: str = "") -> list[Content]:
    cells = [Content.styled(cell, style).wrap(wide) for cell, wide in zip(row, widths, strict=True)]
    lines = []
    for parts in zip_longest(*cells, fillvalue=Content("")):
        padded = []
        for part, wide, last in zip(parts, widths, right, strict=True):
            space = " " * (wide - part.cell_length)
            padded.append(Content.assemble(space, part) if last else Content.assemble(part, space))
        lines.append(Content(GAP).join(padded).rstrip())
    return lines


def _listed(head: tuple[str, ...], row: tuple[Cell, ...], width: int) -> list[Content]:
    """A row as its first cell and the others under it by their names; what is short shares a line."""
    first = f"{head[0]} {row[0]}" if isinstance(row[0], Refs | int) else str(row[0])
    lines = Content.styled(first, "bold").wrap(width)
    short: list[str] = []
    for name, cell in zip(head[1:], row[1:], strict=True):
        if not (text := str(cell)):
            continue
        if isinstance(cell, int | Refs):
            short.append(f"{name.lower()} {text}")
        else:
            lines += hung(
                "  ",
                Content.assemble((f"{name.lower()}: " if name else "", "$muted"), text),
                width,
                after="    ",
            )
    if short:
        lines += hung("  ", ", ".join(short), width)
    return lines


def _pair(pair: Pair, width: int) -> list[Content]:
    if width < PAIRED:
        lines: list[Content] = []
        for side in (pair.left, pair.right):
            lines += [*Content.styled(side.title, "bold").wrap(width), *_inside(side.blocks, width)]
        return lines
    half = (width - 3) // 2
    columns = [
        [*Content.styled(side.title, "bold").wrap(half), *blocks_content(side.blocks, half).split("\n")]
        for side in (pair.left, pair.right)
    ]
    return [
        Content.assemble(left, " " * (half - left.cell_length), (" │ ", "$line"), right)
        for left, right in zip_longest(*columns, fillvalue=Content(""))
    ]


def _inside(blocks: Iterable[Block], width: int) -> list[Content]:
    made = tuple(blocks)
    if not made:
        return []
    return [Content.assemble(" " * INDENT, line) for line in blocks_content(made, width - INDENT).split("\n")]


def _words(text: str, tone: Tone, width: int) -> list[Content]:
    head = Content.styled("The coach: ", "bold $muted") if tone is Tone.COACH else Content("")
    sign = Content.styled("▼ ", "bold $alarm") if tone is Tone.COST else Content("")
    lines: list[Content] = []
    for at, paragraph in enumerate(text.split("\n\n")):
        if at:
            lines.append(Content(""))
        said = Content.styled(paragraph, STYLES[tone])
        lines += (Content.assemble(sign, head, said) if at == 0 else said).wrap(width)
    return lines

"""A page as lines of plain text, for screen readers, pipes and dumb terminals."""

from collections.abc import Iterable
from itertools import zip_longest
from textwrap import wrap

from negotiator.analysis.debrief import Debrief
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
from negotiator.report.debrief import debrief_page
from negotiator.report.mapping import map_lines

MAP_ROWS = 20
"""Rows of a map at full width."""
INDENT = 4
GAP, NARROW, TALL = 2, 18, 6
"""Spaces between the columns of a table; characters under which no column is folded; lines that a row may take."""
SHORT = 16
"""Characters of a value that shares its line with others."""
BEFORE = {Tone.COACH: "The coach: "}


def debrief_lines(debrief: Debrief, width: int = 76) -> list[str]:
    """The whole debrief, wrapped to `width` characters; it leads with a sentence and one turning point."""
    return page_lines(debrief_page(debrief), width, titled=False)


def page_lines(page: Page, width: int = 76, *, titled: bool = True) -> list[str]:
    """A page wrapped to `width` characters; without a title it begins with its leading sentence."""
    paper = _Paper(width)
    if titled:
        paper.text(f"{page.kicker}: {page.title}" if page.kicker else page.title)
        paper.lines.append("=" * min(len(paper.lines[-1]), width))
    if page.lead:
        paper.text(page.lead)
    paper.blocks(page.opening)
    for section in page.sections:
        paper.section(section)
    if page.foot:
        paper.gap()
        paper.text(page.foot)
    return paper.lines


class _Paper:
    """Lines written so far, and how far from the left the next ones begin."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.left = 0
        self.lines: list[str] = []
        self.begun = 0
        """Lines up to the latest heading, after which nothing needs a gap."""

    def section(self, section: Section, *, part: bool = False) -> None:
        self.begun = 0
        self.gap()
        self.text(section.title)
        if part:
            self.gap()
        else:
            self.lines.append("-" * min(len(section.title), self.width))
        self.begun = len(self.lines)
        self.blocks(section.blocks)
        for one in section.parts:
            self.section(one, part=True)

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:
        match block:
            case Words(text, tone):
                self.text(BEFORE.get(tone, "") + text)
            case Bullets(items, ordered):
                for at, item in enumerate(items, 1):
                    mark = f"{at}. " if ordered else "- "
                    self.text(mark + item, hang=len(mark))
            case Figures(rows):
                for row in rows:
                    self.text(f"{row.name}: {row.value}{row.aside}", hang=2)
            case Table():
                self.table(block)
            case Bar(name, value, words):
                self.gap()
                number = "" if value is None else f" ({value} of 100)"
                self.text(f"{name}: {words}{number}")
                self.inside(block.blocks)
            case Chart(dealmap):
                wide = self.width - self.left
                drawn = map_lines(dealmap, wide, MAP_ROWS * wide // 76)
                self.lines += [" " * self.left + line for line in drawn]
            case Drawing() | Gallery():
                pass
            case Line():
                self.text(str(block))
            case Fold():
                self.fold(block)
            case Pair(left, right):
                for side in (left, right):
                    self.text(f"{side.title}:")
                    self.inside(side.blocks)
            case Command(words, line):
                self.command(words, line)
            case Blank(label, blanks):
                self.blank(label, blanks)

    def command(self, words: str, line: str) -> None:
        """A command is never folded: it can be pasted as it stands."""
        if self.left + len(words) + len(line) + 2 <= self.width:
            self.text(f"{words}: {line}")
            return
        self.text(f"{words}:")
        self.lines.append(" " * self.left + line)

    def fold(self, fold: Fold) -> None:
        if fold.number:
            self.gap()
        over = f"[{fold.over}] " if fold.over else ""
        self.text(f"{fold.number}. {over}{fold.title}" if fold.number else f"{fold.title}:")
        self.inside(fold.blocks)

    def inside(self, blocks: Iterable[Block]) -> None:
        step = INDENT if self.width - self.left > 10 * INDENT else 0
        self.left += step
        self.blocks(blocks)
        self.left -= step

    def blank(self, label: str, count: int) -> None:
        room = self.width - self.left
        end = f"{label} " if label else ""
        self.text(end.rstrip())
        if count == 1 and self.lines and 0 < len(end) < room - 20:
            self.lines[-1] = " " * self.left + end + "_" * (room - len(end))
            return
        self.lines += [" " * self.left + "_" * room for _ in range(count)]

    def table(self, table: Table) -> None:
        """In columns, the widest ones folded, where each keeps room enough; else each row as a small list."""
        if not table.rows:
            return
        self.gap()
        if table.caption:
            self.text(table.caption)
        rows = [table.head, *(tuple(str(cell) for cell in row) for row in table.rows)]
        right = [upright(column) for column in zip(*table.rows, strict=True)]
        widths = _fitted(rows, self.width - self.left)
        if widths is None:
            for row in table.rows:
                self.row(table.head, row)
            return
        for row in rows:
            cells = [wrap(cell, wide, break_on_hyphens=False) for cell, wide in zip(row, widths, strict=True)]
            for line in zip_longest(*cells, fillvalue=""):
                parts = (
                    part.rjust(wide) if last else part.ljust(wide)
                    for part, wide, last in zip(line, widths, right, strict=True)
                )
                self.lines.append((" " * self.left + (" " * GAP).join(parts)).rstrip())

    def row(self, head: tuple[str, ...], row: tuple[Cell, ...]) -> None:
        """A row too long for columns: short values share a line."""
        first, *rest = (str(cell) for cell in row)
        self.text(first if not isinstance(row[0], Refs) else f"{head[0]} {first}", hang=2)
        line: list[str] = []
        for name, value in zip(head[1:], rest, strict=True):
            brief = len(value) <= SHORT and ", " not in value and "; " not in value
            if value and brief:
                line.append(f"{name}: {value}")
                continue
            self.flow(line)
            if value:
                self.text(f"  {name}: {value}", hang=4)
        self.flow(line)

    def flow(self, entries: list[str]) -> None:
        """Short values, which share a line; none are left."""
        if entries:
            self.text(f"  {', '.join(entries)}", hang=4)
            entries.clear()

    def text(self, text: str, *, hang: int = 0) -> None:
        for paragraph in text.split("\n\n"):
            self.lines += wrap(
                paragraph,
                self.width,
                initial_indent=" " * self.left,
                subsequent_indent=" " * (self.left + hang),
                break_on_hyphens=False,
            )

    def gap(self) -> None:
        if self.lines and self.lines[-1] and len(self.lines) > self.begun:
            self.lines.append("")


def _fitted(rows: list[tuple[str, ...]], room: int) -> list[int] | None:
    """Widths of columns that fit into so many characters; None where one would be narrower than is good to read."""
    widths = [max(1, *map(len, column)) for column in zip(*rows, strict=True)]
    least = [
        max(len(word) for cell in column for word in (cell.split() or [""]))
        for column in zip(*rows, strict=True)
    ]
    room -= GAP * (len(widths) - 1)
    while sum(widths) > room:
        at = max(range(len(widths)), key=widths.__getitem__)
        if widths[at] <= max(NARROW, least[at]):
            return None
        widths[at] -= 1
    tall = max(len(cell) // width for row in rows for cell, width in zip(row, widths, strict=True))
    return widths if tall < TALL else None

"""A page as Markdown; whatever comes from a story is escaped, so it reads as it was written."""

import re
from collections.abc import Iterable, Iterator

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
    Section,
    Table,
    Tone,
    Words,
    upright,
)
from negotiator.report.debrief import debrief_page
from negotiator.report.mapping import map_lines

MAP = (76, 20)
"""Columns and rows of a map."""
BLANK = "\\_" * 40

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~]|&(?=#?\w+;))")
_AT_START = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$)")


def debrief_markdown(debrief: Debrief) -> str:
    """The whole debrief."""
    return page_markdown(debrief_page(debrief))


def page_markdown(page: Page) -> str:
    """A page."""
    out = [f"# {escape(page.title)}"]
    if page.lead:
        out.append(f"**{escape(page.lead)}**")
    out += _blocks(page.opening)
    for section in page.sections:
        out += _section(section, 2)
    if page.foot:
        out.append(escape(page.foot))
    return "\n\n".join(out) + "\n"


def _section(section: Section, depth: int) -> Iterator[str]:
    yield f"{'#' * depth} {escape(section.title)}"
    yield from _blocks(section.blocks)
    for part in section.parts:
        yield from _section(part, depth + 1)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Words(text, tone):
            yield _words(text, tone)
        case Bullets(items, ordered):
            marks = (f"{at}." if ordered else "-" for at in range(1, len(items) + 1))
            yield "\n".join(f"{mark} {_line(item)}" for mark, item in zip(marks, items, strict=True))
        case Figures(rows):
            yield "\n".join(
                f"- **{_line(row.name)}**: {_line(row.value)}{f' ({_line(row.note)})' if row.note else ''}"
                for row in rows
            )
        case Table():
            yield from _table(block)
        case Bar(name, value, words):
            number = "" if value is None else f" ({value} of 100)"
            yield f"**{_line(name)}**: {_line(words)}{number}"
            yield from _blocks(block.blocks)
        case Chart(dealmap):
            yield "\n".join(["```", *map_lines(dealmap, *MAP), "```"])
        case Drawing() | Gallery():
            pass
        case Line():
            yield str(block)
        case Fold():
            if block.number:
                yield f"### {block.number}. {_line(block.over.capitalize())}".rstrip()
            yield _words(block.title, Tone.SAID)
            yield from _blocks(block.blocks)
        case Pair(left, right):
            for side in (left, right):
                yield f"**{_line(side.title)}**"
                yield from _blocks(side.blocks)
        case Command(words, line):
            yield f"{escape(words)}: `{line}`"
        case Blank(label, count):
            first = f"{_line(label)} {BLANK}".strip()
            yield "\n\n".join([first, *([BLANK] * (count - 1))])


def _words(text: str, tone: Tone) -> str:
    safe = escape(text)
    match tone:
        case Tone.SAID | Tone.COST:
            return "\n\n".join(f"**{part}**" for part in safe.split("\n\n"))
        case Tone.COACH:
            return "\n>\n".join(f"> {part}" for part in safe.split("\n\n"))
        case Tone.QUIET:
            return "\n\n".join(f"*{part}*" for part in safe.split("\n\n"))
        case _:
            return safe


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        return
    if table.caption:
        yield f"**{_line(table.caption)}**"
    right = map(upright, zip(*table.rows, strict=True))
    lines = [
        _row(table.head),
        "| " + " | ".join("---:" if last else "---" for last in right) + " |",
        *map(_row, table.rows),
    ]
    yield "\n".join(lines)


def _row(cells: Iterable[Cell]) -> str:
    return "| " + " | ".join(_line(str(cell)) for cell in cells) + " |"


def _line(text: str) -> str:
    """Escaped, and in one line."""
    return escape(" ".join(text.split()))


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "\n\n".join(
        _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", paragraph)) for paragraph in text.split("\n\n")
    )

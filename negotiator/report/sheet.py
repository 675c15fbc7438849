"""Rows for a spreadsheet, as CSV in which no text is taken for a formula or for anything but text."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from negotiator.scenario.text import clean

FORMULA = frozenset("=+-@\t\r\n＝＋－＠|%")
"""What a cell must not begin with: spreadsheets reckon, or call other programs, where it does."""
LONGEST = 1000
"""Characters of a cell; spreadsheets take 32,767, and nobody reads more than this."""
_SPACE = re.compile(r"\s+")
_INSIDE = re.compile(r"([;,][\s\"]*)(?=[=+\-@＝＋－＠|%])")
"""Where a spreadsheet that parts cells at the other sign, and may not heed quotation marks, would see a cell begin."""

SheetCell = str | int | None


def sheet(head: Sequence[str], rows: Iterable[Sequence[SheetCell]]) -> str:
    """The sheet, its lines ended as RFC 4180 has it. None is an empty cell; whole numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([defused(name) for name in head])
    for row in rows:
        writer.writerow([cell if isinstance(cell, int) else defused(cell or "") for cell in row])
    return out.getvalue()


def defused(text: str) -> str:
    """A text as a cell: one line, nothing that acts on a terminal, and an apostrophe before what would be a formula."""
    line = _SPACE.sub(" ", clean(text)).strip()
    if len(line) > LONGEST:
        line = f"{line[: LONGEST - 1]}…"
    bare = line.lstrip('\u200b\u200c\u200d\u2060\u00ad "')
    line = _INSIDE.sub(r"\1'", line)
    return f"'{line}" if bare and bare[0] in FORMULA else line

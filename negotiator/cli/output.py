"""What commands print: lines for people, one document for programs, in whatever encoding the terminal has."""

import json
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

WIDEST = 76
NARROWEST = 24


def say(*lines: str) -> None:
    """Print lines; a character the terminal cannot show becomes a question mark, never an error."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()


def document(data: object) -> None:
    """Print one JSON document. Plain ASCII where the terminal cannot show all of it."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=2)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def count(number: int, noun: str) -> str:
    """So many of them: "1 file", "3 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def width() -> int:
    """Characters in a line of text: the terminal's, 76 at most."""
    return max(min(get_terminal_size((WIDEST + 1, 24)).columns - 1, WIDEST), NARROWEST)


def folded(text: str, columns: int, *, indent: str = "", hang: str = "") -> list[str]:
    """A text in lines of at most `columns` characters, its paragraphs apart."""
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            lines.append("")
        lines += wrap(
            paragraph,
            columns,
            initial_indent=indent,
            subsequent_indent=hang or indent,
            break_on_hyphens=False,
        ) or [""]
    return lines


def table(rows: Iterable[tuple[str, ...]], head: tuple[str, ...]) -> list[str]:
    """Columns side by side, two spaces apart, the last one as long as it is."""
    body = list(rows)
    widths = [max(len(row[at]) for row in (head, *body)) for at in range(len(head))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *body)
    ]

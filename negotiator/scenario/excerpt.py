"""The author's lines around a finding: numbered, with carets under the place and dashes under others it speaks of."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from negotiator.scenario.findings import Finding
from negotiator.scenario.source import Source

WIDTH = 100
"""Columns of the author's line that are shown; of a longer line those around the caret."""
CONTEXT = 2
"""Lines above the place."""
OTHERS = 3
"""Other places of a finding that are shown with their lines."""
TAB = "    "
CARET, DASH = "^", "-"

_CONTROL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class Row(NamedTuple):
    """A row as it is printed: the gutter, what stands behind it, and what it points with, if anything."""

    margin: str
    said: str
    mark: str = ""


class _Spot(NamedTuple):
    """A place to point at, with what is said of it."""

    line: int
    column: int
    length: int
    said: str
    mark: str


def excerpt(finding: Finding, source: Source, hint: str) -> tuple[list[Row], str]:
    """The rows of a finding, and the hint where it did not fit behind the caret."""
    others = [
        _Spot(one.line, one.column, one.length, shown(one.label), DASH) for one in finding.also[:OTHERS]
    ]
    own = _Spot(finding.line, finding.column, finding.length, hint, CARET)
    spots = [own, *others]
    first = next(
        (at for at in range(max(1, own.line - CONTEXT), own.line) if source.line(at).strip()), own.line
    )
    wanted = {*range(first, own.line + 1), *(one.line for one in others)}
    rows: list[Row] = []
    before = min(wanted) - 1
    for number in sorted(wanted):
        if number > before + 1:
            rows.append(Row("      ⋮", ""))
        before = number
        here = [one for one in spots if one.line == number]
        raw = source.line(number)
        left = _cut_from(raw, min(here[0].column - 1, len(raw))) if here else 0
        rows.append(_line(number, raw, left))
        rows += _pointers(raw, left, here)
    fits = any(row.mark == CARET and row.said.endswith(hint) for row in rows)
    return rows, "" if fits else hint


def _line(number: int, raw: str, left: int) -> Row:
    said = _window(raw, left).rstrip()
    return Row(f"{number:5} | " if said else f"{number:5} |", said)


def _pointers(raw: str, left: int, spots: list[_Spot]) -> Iterator[Row]:
    """A row for each place in a line: blanks, then carets or dashes, then what is said there if it fits."""
    for spot in spots:
        start = min(spot.column - 1, len(raw))
        end = max(min(start + spot.length, len(raw)), start)
        before = ("…" if left else "") + shown(raw[min(left, start) : start])
        indent = min(_columns(before), WIDTH - 1)
        width = min(_columns(shown(raw[start : min(end, start + WIDTH)])), WIDTH - indent)
        said = " " * indent + spot.mark * max(width, 1)
        if spot.mark == DASH or len(said) + len(spot.said) < WIDTH + 2:
            said = f"{said} {spot.said}".rstrip()
        yield Row("      | ", said, spot.mark)


def shown(said: str) -> str:
    """Text without anything a terminal would obey."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", said).replace("\t", TAB)


def _cut_from(raw: str, start: int) -> int:
    """The first character of a long line that is shown, so that `start` is well in view."""
    if start + 40 <= WIDTH and _columns(shown(raw[: start + 40])) <= WIDTH:
        return 0
    left = max(0, start - 30)
    while _columns(shown(raw[left:start])) > WIDTH - 40:
        # Tabs and wide letters take more than a column each.
        left += 1
    while left and unicodedata.combining(raw[left]):
        left -= 1
    return left


def _window(raw: str, left: int) -> str:
    """At most WIDTH columns of a line, from the character `left` on."""
    said = ("…" if left else "") + shown(raw[left : left + WIDTH + 1])
    used = 0
    for at, letter in enumerate(said):
        used += _columns(letter)
        if used > WIDTH:
            return said[:at] + "…"
    return said if left + WIDTH + 1 >= len(raw) else said + "…"


def _columns(said: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(_columns_of(letter) for letter in said)


def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1

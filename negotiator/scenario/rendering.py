"""Findings as people and programs read them: with the author's lines and a caret, one line each, or as data."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypedDict

from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.source import Source

WIDTH = 100
"""Columns of the author's line that are shown; of a longer line those around the caret."""
CONTEXT = 2
TAB = "    "

_CONTROL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class FindingData(TypedDict):
    """A finding in the JSON that `check` gives."""

    code: str
    severity: str
    line: int
    column: int
    length: int
    message: str
    hint: str
    help: str


def data(finding: Finding) -> FindingData:
    """A finding for a program."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "line": finding.line,
        "column": finding.column,
        "length": finding.length,
        "message": finding.message,
        "hint": finding.hint,
        "help": finding.help,
    }


def short(finding: Finding) -> str:
    """A finding in one line, as editors and other tools read it."""
    hint = f" ({finding.hint})" if finding.hint else ""
    where = f"{finding.file}:{finding.line}:{finding.column}"
    return shown(f"{where}: {finding.severity} {finding.code}: {finding.message}{hint}")


def text(finding: Finding, source: Source, *, colour: bool = False) -> str:
    """A finding with the author's lines, a caret under the place and the mend."""
    paint = _painter(colour)
    kind = paint(_COLOURS[finding.severity] + ";1", f"{finding.severity} {finding.code}")
    head = shown(f"{finding.file}:{finding.line}:{finding.column}")
    out = [f"{head}  {kind}: {shown(finding.message)}"]
    hint = shown(finding.hint)
    if source.text:
        lines, caret = _excerpt(finding, source)
        out += lines
        if len(caret) + len(hint) < WIDTH + 10:
            caret, hint = f"{caret} {hint}".rstrip(), ""
        margin, mark = caret[:9], caret[9:]
        out.append(f"{margin}{paint(_COLOURS[finding.severity], mark)}")
    out += [f"   help: {said}" for said in (hint, shown(finding.help)) if said]
    return "\n".join(out)


def shown(said: str) -> str:
    """Text without anything a terminal would obey."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", said).replace("\t", TAB)


def _painter(colour: bool) -> Callable[[str, str], str]:
    if colour:
        return lambda style, said: f"\x1b[{style}m{said}\x1b[0m" if said else said
    return lambda _, said: said


def _excerpt(finding: Finding, source: Source) -> tuple[list[str], str]:
    """The author's lines with their numbers, and the line that points: gutter, blanks, carets."""
    raw = source.line(finding.line)
    start = min(finding.column - 1, len(raw))
    end = max(min(start + finding.length, len(raw)), start)
    left = _cut_from(raw, start)
    lines = [
        f"{number:5} | {_window(source.line(number), left if number == finding.line else 0)}".rstrip()
        for number in range(max(1, finding.line - CONTEXT), finding.line + 1)
    ]
    while len(lines) > 1 and lines[0].endswith("|"):
        del lines[0]
    before = ("…" if left else "") + shown(raw[left:start])
    width = min(_columns(shown(raw[start : min(end, start + WIDTH)])), WIDTH - _columns(before))
    return lines, f"      | {' ' * _columns(before)}{'^' * max(width, 1)}"


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

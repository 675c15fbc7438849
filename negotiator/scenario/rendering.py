"""Findings as people and programs read them: with the author's lines and a caret, one line each, or as data."""

from collections.abc import Callable
from typing import TypedDict

from negotiator.scenario.excerpt import CARET, DASH, Row, excerpt, shown
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.source import Source

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class RelatedData(TypedDict):
    """A second place of a finding, in JSON."""

    line: int
    column: int
    length: int
    label: str


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
    related: list[RelatedData]


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
        "related": [
            {"line": one.line, "column": one.column, "length": one.length, "label": one.label}
            for one in finding.also
        ],
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
        rows, hint = excerpt(finding, source, hint)
        out += [f"{row.margin}{paint(_style(row, finding), row.said)}" for row in rows]
    out += [f"   help: {said}" for said in (hint, shown(finding.help)) if said]
    return "\n".join(out)


def _style(row: Row, finding: Finding) -> str:
    return {CARET: _COLOURS[finding.severity], DASH: "34"}.get(row.mark, "")


def _painter(colour: bool) -> Callable[[str, str], str]:
    if colour:
        return lambda style, said: f"\x1b[{style}m{said}\x1b[0m" if said and style else said
    return lambda _, said: said

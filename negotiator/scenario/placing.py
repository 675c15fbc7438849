"""Findings get their place in the file: file, line, column and how much to underline."""

import re
from collections.abc import Iterable
from dataclasses import replace

from negotiator.scenario.findings import Finding, in_order
from negotiator.scenario.places import Place, find
from negotiator.scenario.source import Source

_PIECE = re.compile(
    r"""\\[ \t]*\n[ \t\r\n]*      # a line end that is taken away
    |\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.
    |(?s:.)""",
    re.VERBOSE,
)


def place(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """The findings with their places, sorted by them. Those that have a place keep it."""
    findings = list(findings)
    found = find(source.text, (one.path for one in findings if not one.line))
    return in_order(one if one.line else _placed(one, source, found) for one in findings)


def _placed(finding: Finding, source: Source, found: dict[tuple[str | int, ...], Place]) -> Finding:
    path = finding.path
    while path and path not in found:
        path = path[:-1]
    spot = found.get(path)
    if spot is None:
        return replace(finding, file=source.file, line=1, column=1, length=0)
    exact = path == finding.path
    start, end = spot.key, spot.key_end
    if finding.where == "value" and exact and spot.value >= 0:
        start, end = spot.value, spot.value_end
        if finding.extent:
            start, end = inside(source.text, start, end, finding.offset, finding.extent)
    line, column = source.position(start)
    stop = source.text.find("\n", start, end)
    length = (end if stop < 0 else stop) - start
    return replace(finding, file=source.file, line=line, column=column, length=max(length, 1))


def inside(text: str, start: int, end: int, offset: int, extent: int) -> tuple[int, int]:
    """The offsets in the file of `extent` characters of a string's value, from its character `offset` on.

    The string with its quotation marks stands at text[start:end].
    """
    raw = text[start:end]
    mark = next((mark for mark in ('"""', "'''", '"', "'") if raw.startswith(mark)), "")
    if not mark:
        return start, end
    at = start + len(mark)
    last = max(end - len(mark), at)
    if len(mark) == 3 and text.startswith("\n", at):
        at += 1
    if mark[0] == "'":
        return min(at + offset, last), min(at + offset + extent, max(last, at + 1))
    first = last
    count = 0
    while at < last:
        piece = _PIECE.match(text, at)
        assert piece is not None
        if count == offset and not _vanishes(piece.group()):
            first = min(first, at)
        if count >= offset + extent:
            break
        count += 0 if _vanishes(piece.group()) else 1
        at = piece.end()
    return first, max(min(at, last), first)


def _vanishes(piece: str) -> bool:
    return piece[0] == "\\" and piece[1:].strip(" \t\r\n") == "" and "\n" in piece

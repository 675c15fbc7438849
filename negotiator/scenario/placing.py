"""Findings get their place in the file: file, line, column and how much to underline."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from negotiator.scenario.findings import Finding, Path, Related, in_order
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
    found = find(source.text, (path for one in findings for path in _paths(one)))
    return in_order(_placed(one, source, found) for one in findings)


def _paths(finding: Finding) -> Iterator[Path]:
    """What has to be looked for in the file."""
    if not finding.line:
        yield finding.path
    yield from (other.path for other in finding.also if not other.line)


def _placed(finding: Finding, source: Source, found: dict[Path, Place]) -> Finding:
    if finding.also:
        finding = replace(finding, also=tuple(_related(one, source, found) for one in finding.also))
    if finding.line:
        return finding
    path = _nearest(finding.path, found)
    if path is None:
        return replace(finding, file=source.file, line=1, column=1, length=0)
    exact = path == finding.path
    start, end = _span(found[path], value=finding.where == "value" and exact)
    if finding.extent and exact and start == found[path].value:
        start, end = inside(source.text, start, end, finding.offset, finding.extent)
    line, column = source.position(start)
    return replace(
        finding, file=source.file, line=line, column=column, length=_on_one_line(source, start, end)
    )


def _related(one: Related, source: Source, found: dict[Path, Place]) -> Related:
    path = _nearest(one.path, found)
    if one.line or path is None:
        return one if one.line else replace(one, line=1, column=1)
    start, end = _span(found[path], value=one.where == "value" and path == one.path)
    line, column = source.position(start)
    return replace(one, line=line, column=column, length=_on_one_line(source, start, end))


def _nearest(path: Path, found: dict[Path, Place]) -> Path | None:
    """The path, or the nearest table around it that stands in the file."""
    while path and path not in found:
        path = path[:-1]
    return path if path in found else None


def _span(spot: Place, *, value: bool) -> tuple[int, int]:
    return (spot.value, spot.value_end) if value and spot.value >= 0 else (spot.key, spot.key_end)


def _on_one_line(source: Source, start: int, end: int) -> int:
    """How many characters there are to underline, up to the end of the line."""
    stop = source.text.find("\n", start, end)
    return max((end if stop < 0 else stop) - start, 1)


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

"""Where each key and value stands in a TOML text. Runs only when there is something to report.

It reads what tomllib reads, but keeps places instead of values, and on a broken line goes on with the next.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from negotiator.scenario.findings import Finding, KeyPath

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\[^\n])*"|'[^'\n]*'""")
_TEXT = re.compile(
    r'''"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"{3,5}|\'\'\'[^']*(?:'(?!'')[^']*)*'{3,5}'''
    r'''|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|'[^'\n]*\''''
)
_PLAIN = re.compile(r"[^,\]}#\n]*")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class Span(NamedTuple):
    """Characters from `start` up to `end`."""

    start: int
    end: int


class Place(NamedTuple):
    """Where a key stands, and its value: for a table, its header."""

    key: Span
    value: Span


class Places:
    """Every place of a text, by path."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[KeyPath, Place] = {}
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        _Scanner(text, self.found).scan()

    def position(self, at: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def place(self, finding: Finding) -> Finding:
        """The finding with its place: that of the nearest thing on its path that is in the file."""
        if finding.line:
            return finding
        path, at_key = finding.path, finding.at_key
        while path and path not in self.found:
            path, at_key = path[:-1], True
        if not path:
            return finding.placed(1, 1, 1)
        place = self.found[path]
        span = place.key if at_key else place.value
        if finding.inside is not None and not at_key:
            span = self._inside(span, *finding.inside)
        line, column = self.position(span.start)
        end = self.text.find("\n", span.start, span.end)
        return finding.placed(line, column, (end if end >= 0 else span.end) - span.start)

    def _inside(self, span: Span, offset: int, length: int) -> Span:
        """The part of a text value, if nothing in it is escaped; else the whole."""
        quotes = 3 if self.text[span.start : span.start + 3] in ('"""', "'''") else 1
        start = span.start + quotes
        body = self.text[start : span.end - quotes]
        if "\\" in body or "\n" in body or offset + length > len(body) + 1:
            return span
        return Span(start + offset, start + offset + length)


class _Broken(Exception):  # noqa: N818
    """This line cannot be read."""


class _Scanner:
    def __init__(self, text: str, found: dict[KeyPath, Place]) -> None:
        self.text = text
        self.found = found
        self.at = 0
        self.table: KeyPath = ()
        self.rows: dict[KeyPath, int] = {}
        self.own: set[KeyPath] = set()

    def scan(self) -> None:
        while True:
            self.skip(_BLANK)
            if self.at >= len(self.text):
                return
            start = self.at
            try:
                if self.text[self.at] == "[":
                    self.header()
                else:
                    self.statement(self.table)
            except _Broken:
                end = self.text.find("\n", max(start, self.at))
                self.at = end + 1 if end >= 0 else len(self.text)

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def peek(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def key(self) -> list[tuple[str, Span]]:
        parts = []
        while True:
            self.skip(_SPACE)
            match = _KEY.match(self.text, self.at)
            if match is None:
                raise _Broken
            parts.append((_unquoted(match.group()), Span(*match.span())))
            self.at = match.end()
            self.skip(_SPACE)
            if not self.peek("."):
                return parts
            self.at += 1

    def header(self) -> None:
        start = self.at
        double = self.peek("[[")
        self.at += 2 if double else 1
        parts = self.key()
        if not self.peek("]"):
            raise _Broken
        self.at += 2 if double else 1
        whole = Span(start, self.at)
        path: KeyPath = ()
        for number, (name, span) in enumerate(parts, 1):
            path = (*path, name)
            last = number == len(parts)
            if last and double:
                self.rows[path] = self.rows.get(path, -1) + 1
            if last and path not in self.own:
                # The table's own header tells more than one that only passes through it.
                self.own.add(path)
                self.found[path] = Place(span, whole)
            self.found.setdefault(path, Place(span, whole))
            if path in self.rows:
                path = (*path, self.rows[path])
                self.found.setdefault(path, Place(span, whole))
        self.table = path

    def statement(self, table: KeyPath) -> None:
        parts = self.key()
        if not self.peek("="):
            raise _Broken
        self.at += 1
        path = table
        for name, span in parts[:-1]:
            path = (*path, name)
            self.found.setdefault(path, Place(span, span))
        name, span = parts[-1]
        path = (*path, name)
        self.skip(_SPACE)
        # Noted before the value is read, so that a broken value still has a place.
        known = path in self.found
        if not known:
            self.found[path] = Place(span, Span(self.at, self.at + 1))
        value = self.value(path)
        if not known:
            self.found[path] = Place(span, value)

    def value(self, path: KeyPath) -> Span:
        start = self.at
        if self.peek("["):
            self.array(path)
        elif self.peek("{"):
            self.inline(path)
        elif match := _TEXT.match(self.text, self.at):
            self.at = match.end()
        elif self.peek('"') or self.peek("'"):
            raise _Broken
        else:
            match = _PLAIN.match(self.text, self.at)
            assert match is not None
            self.at = start + len(match.group().rstrip())
        return Span(start, self.at)

    def array(self, path: KeyPath) -> None:
        self.at += 1
        number = 0
        while True:
            self.skip(_BLANK)
            if self.peek("]"):
                self.at += 1
                return
            start = self.at
            value = self.value((*path, number))
            if value.end == start:
                raise _Broken
            self.found.setdefault((*path, number), Place(value, value))
            number += 1
            self.skip(_BLANK)
            if self.peek(","):
                self.at += 1
            elif not self.peek("]"):
                raise _Broken

    def inline(self, path: KeyPath) -> None:
        self.at += 1
        while True:
            self.skip(_BLANK)
            if self.peek("}"):
                self.at += 1
                return
            self.statement(path)
            self.skip(_BLANK)
            if self.peek(","):
                self.at += 1
            elif not self.peek("}"):
                raise _Broken


def _unquoted(key: str) -> str:
    if key.startswith("'"):
        return key[1:-1]
    if not key.startswith('"'):
        return key
    return _ESCAPE.sub(_escape, key[1:-1])


def _escape(match: re.Match[str]) -> str:
    code = match.group(1)
    if code[0] in "uU" and len(code) > 1:
        value = int(code[1:], 16)
        return chr(value) if value < 0x110000 else match.group()
    return _ESCAPES.get(code, match.group())


def place_all(findings: list[Finding], text: str) -> list[Finding]:
    """Every finding with its place, in the order of the file."""
    if not findings:
        return []
    places = Places(text)
    placed = [places.place(finding) for finding in findings]
    return sorted(placed, key=lambda finding: (finding.line, finding.column, finding.code))

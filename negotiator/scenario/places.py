"""Where keys and values stand in a TOML text. Runs only when there is something to report.

It reads what tomllib reads, but keeps places instead of values, and only those that are asked for. On a broken
line it goes on with the next.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from negotiator.scenario.findings import Finding, KeyPath
from negotiator.scenario.skim import LONG_TEXT, SHORT_TEXT, STATEMENTS

MAX_DEPTH = 100
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_KEY = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\[^\n])*+"|'[^'\n]*+'""")
_BARE_HEADER = re.compile(r"(\[\[?)([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*+)\]")
_TEXT = re.compile(f"{LONG_TEXT}|{SHORT_TEXT}")
_PLAIN = re.compile(r"[^,\]}#\n]*+")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_LETTER = re.compile(r"(?P<none>\\[ \t]*\n\s*)|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|[\s\S]")
"""One letter of a text in double quotes, as written; an escaped line break is none."""


class Span(NamedTuple):
    """Characters from `start` up to `end`."""

    start: int
    end: int


class Place(NamedTuple):
    """Where a key stands, and its value: for a table, its header."""

    key: Span
    value: Span


class Places:
    """The places of the given paths, and of everything on the way to them."""

    def __init__(self, text: str, paths: Iterable[KeyPath]) -> None:
        self.text = text
        wanted = {path[:size] for path in paths for size in range(len(path) + 1)}
        self.found: dict[KeyPath, Place] = {}
        self.starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        _Scanner(text, wanted, self.found).scan()

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
        if finding.inside is not None and path == finding.path:
            span = self._inside(span, *finding.inside)
        line, column = self.position(span.start)
        end = self.text.find("\n", span.start, span.end)
        return finding.placed(line, column, (end if end >= 0 else span.end) - span.start)

    def _inside(self, span: Span, offset: int, length: int) -> Span:
        """The part of a text value that its letters from `offset` on take in the file."""
        written = self.text[span.start : span.end]
        quotes = 3 if written.startswith(('"""', "'''")) else 1
        start = quotes + (quotes == 3 and written[3:4] == "\n")
        if written[:1] == "'":
            starts = list(range(start, len(written) - quotes + 1))
        else:
            letters = _LETTER.finditer(written, start, len(written) - quotes)
            starts = [letter.start() for letter in letters if letter.lastgroup != "none"]
            starts.append(len(written) - quotes)
        first = starts[min(offset, len(starts) - 1)]
        last = starts[min(offset + length, len(starts) - 1)]
        return Span(span.start + first, span.start + max(last, first + 1))


class _Broken(Exception):
    """This line cannot be read."""


class _Scanner:
    def __init__(self, text: str, wanted: set[KeyPath], found: dict[KeyPath, Place]) -> None:
        self.text = text
        self.wanted = wanted
        self.found = found
        self.at = 0
        self.depth = 0
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
                    self.skip(_SPACE)
                    if self.table not in self.wanted and self.text.startswith("\n", self.at):
                        self.skip(STATEMENTS)
                else:
                    self.statement(self.table)
            except _Broken:
                end = self.text.find("\n", max(start, self.at))
                self.at = end + 1 if end >= 0 else len(self.text)
                self.depth = 0

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def peek(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def note(self, path: KeyPath, place: Place) -> None:
        """Keep a place that is asked for; the first one counts."""
        if path in self.wanted:
            self.found.setdefault(path, place)

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
        parts = self.bare(start) or self.key()
        if not self.peek("]"):
            raise _Broken
        self.at += 2 if double else 1
        whole = Span(start, self.at)
        path: KeyPath = ()
        for number, (name, span) in enumerate(parts, 1):
            path = (*path, name)
            last = number == len(parts)
            place = Place(span, whole)
            if last and double:
                self.rows[path] = self.rows.get(path, -1) + 1
            if last and path in self.wanted and path not in self.own:
                # The table's own header tells more than one that only passes through it.
                self.own.add(path)
                self.found[path] = place
            self.note(path, place)
            if path in self.rows:
                path = (*path, self.rows[path])
                self.note(path, place)
        self.table = path

    def bare(self, start: int) -> list[tuple[str, Span]]:
        """The parts of a header without quotes and blanks, which is nearly every one."""
        match = _BARE_HEADER.match(self.text, start)
        if match is None:
            return []
        names = match.group(2).split(".")
        ends = accumulate(len(name) + 1 for name in names)
        first = match.start(2) - 1
        self.at = match.end(2)
        return [(name, Span(first + end - len(name), first + end)) for name, end in zip(names, ends, strict=True)]

    def statement(self, table: KeyPath) -> None:
        parts = self.key()
        if not self.peek("="):
            raise _Broken
        self.at += 1
        path = table
        for name, span in parts[:-1]:
            path = (*path, name)
            self.note(path, Place(span, span))
        name, span = parts[-1]
        path = (*path, name)
        self.skip(_SPACE)
        # Noted before the value is read, so that a broken value still has a place.
        known = path in self.found
        self.note(path, Place(span, Span(self.at, self.at + 1)))
        value = self.value(path)
        if not known and path in self.wanted:
            self.found[path] = Place(span, value)

    def value(self, path: KeyPath) -> Span:
        start = self.at
        if self.peek("[") or self.peek("{"):
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise _Broken
            self.items(path, "]" if self.peek("[") else "}")
            self.depth -= 1
        elif match := _TEXT.match(self.text, self.at):
            self.at = match.end()
        elif self.peek('"') or self.peek("'"):
            raise _Broken
        else:
            match = _PLAIN.match(self.text, self.at)
            assert match is not None
            self.at = start + len(match.group().rstrip())
        return Span(start, self.at)

    def items(self, path: KeyPath, closer: str) -> None:
        """What stands in an array or an inline table."""
        self.at += 1
        number = 0
        while True:
            self.skip(_BLANK)
            if self.peek(closer):
                self.at += 1
                return
            if closer == "}":
                self.statement(path)
            else:
                row = (*path, number)
                value = self.value(row)
                if value.end == value.start:
                    raise _Broken
                self.note(row, Place(value, value))
                number += 1
            self.skip(_BLANK)
            if self.peek(","):
                self.at += 1
            elif not self.peek(closer):
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
    unplaced = [finding.path for finding in findings if not finding.line]
    if unplaced:
        places = Places(text, unplaced)
        findings = [places.place(finding) for finding in findings]
    return sorted(findings, key=lambda finding: (finding.line, finding.column, finding.code))

"""Where in a TOML text a key and its value stand. Used only when there is something to report.

The standard library's parser keeps no places. This finder reads the text once, looks closely only at the tables it
is asked for, and takes broken TOML as it comes: what it cannot find has the place of its nearest known parent.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from negotiator.scenario.findings import Path

MAX_DEPTH = 80


class Place(NamedTuple):
    """Offsets into the text: of the last part of the key, and of the value (-1 where a header has none)."""

    key: int
    key_end: int
    value: int = -1
    value_end: int = -1
    header: bool = False
    """Whether the key is spelled out as a header or before `=`, not only part of a longer one."""


_SPACE = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_BLANK = re.compile(r"[ \t]*")
_PART = re.compile(
    r"""[A-Za-z0-9_\-]+|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\n]*+'""",
)
_STRING = (
    r'"""[^"\\]*+(?:(?:\\(?s:.)|"(?!""))[^"\\]*+)*+(?:"{3,5}|\\?\Z)'
    r"|'''[^']*+(?:'(?!'')[^']*+)*+(?:'{3,5}|\Z)"
    r'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?'
    r"|'[^'\n]*+'?"
)
_SCALAR = re.compile(rf"{_STRING}|[^,\]}}\n#]*")
_BRACKET = re.compile(rf"(?:{_STRING}|#[^\n]*|[^\"'#\[\]{{}}]+)*+([\[\]{{}}])")
_REST = re.compile(rf"(?:{_STRING}|#[^\n]*|[^\"'#\n]+)*+")
_WORDS = r"[A-Za-z0-9_\-.]++"
_CLOSED = r"""(?:"(?!"")[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'(?!'')[^'\n]*+')"""
_FLAT = rf"""[^"'\[\]{{}}#\n]*+(?:{_CLOSED}[^"'\[\]{{}}#\n]*+)*+"""
_LONG = r'''"""[^"\\]*+(?:(?:\\(?s:.)|"(?!""))[^"\\]*+)*+"{3,5}+'''
_PLAIN = re.compile(
    rf"(?:[ \t]*+{_WORDS}[ \t]*+=[ \t]*+(?:{_CLOSED}|{_LONG}|\{{{_FLAT}\}}|\[{_FLAT}\]|[\w.+-]++)[ \t]*+\n|[ \t]*+(?:#[^\n]*+)?+\n)*+"
)
"""Lines that are plainly `key = value`, comments or empty: passed over at once in tables nobody asks for."""
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def find(text: str, paths: Iterable[Path]) -> dict[Path, Place]:
    """The places of these paths and of all that contain them, as far as they are in the text."""
    wanted = {path[:size] for path in paths for size in range(len(path) + 1)}
    finder = _Finder(text, wanted)
    finder.document()
    return finder.found


def find_every(text: str, paths: Iterable[Path]) -> dict[Path, list[Place]]:
    """Every place where one of these keys is written: each header and each dotted key that has it as a part."""
    finder = _Every(text, {path[:size] for path in paths for size in range(len(path) + 1)})
    finder.document()
    return finder.every


class _Finder:
    def __init__(self, text: str, wanted: set[Path]) -> None:
        self.text = text
        self.wanted = wanted
        self.found: dict[Path, Place] = {}
        self.items: dict[Path, int] = {}
        """The last index of every list of tables written as [[…]]."""

    def document(self) -> None:
        table: Path = ()
        text = self.text
        at = _match(_SPACE, text, 0)
        while at < len(text):
            if text[at] != "[" and table not in self.wanted:
                plain = _match(_PLAIN, text, at)
                if plain > at:
                    at = _match(_SPACE, text, plain)
                    continue
            if text[at] == "[":
                table, at = self.header(at)
                at = _match(_REST, text, at)
            else:
                at = self.pair(table, at)
                at = _match(_REST, text, at)
            after = _match(_SPACE, text, at)
            # Whatever this line was, the next step must begin further on.
            at = after if after > at or at >= len(text) else at + 1

    def header(self, at: int) -> tuple[Path, int]:
        double = self.text.startswith("[[", at)
        parts, end = self.key(at + (2 if double else 1))
        path: Path = ()
        for number, (name, start, stop) in enumerate(parts):
            path = (*path, name)
            last = number == len(parts) - 1
            if path in self.wanted:
                self.record(path, Place(start, stop, header=last))
            if last and double:
                self.items[path] = self.items.get(path, -1) + 1
            if path in self.items:
                path = (*path, self.items[path])
                if path in self.wanted:
                    self.record(path, Place(start, stop, header=last))
        return path, end

    def pair(self, table: Path, at: int) -> int:
        """One `key = value`; gives the offset behind it."""
        parts, end = self.key(at)
        equals = _match(_BLANK, self.text, end)
        if not parts:
            return at
        has_value = self.text.startswith("=", equals)
        start = _match(_BLANK, self.text, equals + 1) if has_value else end
        path = table
        wanted = table in self.wanted
        for name, _, _ in parts:
            path = (*path, name)
            wanted = wanted and path in self.wanted
        stop = self.value(path, start, len(path), wanted=wanted) if has_value else end
        if table in self.wanted:
            path = table
            for number, (name, key, key_end) in enumerate(parts):
                path = (*path, name)
                if path not in self.wanted:
                    break
                last = number == len(parts) - 1
                place = Place(key, key_end, start, stop, header=True) if last else Place(key, key_end)
                self.record(path, place)
        return stop

    def record(self, path: Path, place: Place) -> None:
        before = self.found.get(path)
        if before is None or (place.header and not before.header):
            self.found[path] = place

    def key(self, at: int) -> tuple[list[tuple[str, int, int]], int]:
        """The parts of a dotted key with their offsets, and the offset behind it."""
        parts: list[tuple[str, int, int]] = []
        while True:
            start = _match(_BLANK, self.text, at)
            match = _PART.match(self.text, start)
            if match is None:
                return parts, at
            parts.append((_name(match.group()), start, match.end()))
            at = match.end()
            dot = _match(_BLANK, self.text, at)
            if not self.text.startswith(".", dot):
                return parts, at
            at = dot + 1

    def value(self, path: Path, at: int, depth: int, *, wanted: bool) -> int:
        """Read a value, closely where it is wanted; gives the offset behind it."""
        opener = self.text[at : at + 1]
        if opener not in ("[", "{"):
            end = _match(_SCALAR, self.text, at)
            return at + len(self.text[at:end].rstrip())
        if not wanted or depth > MAX_DEPTH:
            return self.skip(at)
        return self.array(path, at, depth) if opener == "[" else self.inline(path, at, depth)

    def skip(self, at: int) -> int:
        depth = 0
        while match := _BRACKET.match(self.text, at):
            at = match.end()
            depth += 1 if match.group(1) in "[{" else -1
            if depth <= 0:
                return at
        return len(self.text)

    def array(self, path: Path, at: int, depth: int) -> int:
        at = _match(_SPACE, self.text, at + 1)
        number = 0
        while at < len(self.text) and self.text[at] not in "]}":
            item = (*path, number)
            end = self.value(item, at, depth + 1, wanted=item in self.wanted)
            if item in self.wanted:
                self.record(item, Place(at, end, at, end, header=True))
            number += 1
            at = _match(_SPACE, self.text, end)
            if self.text.startswith(",", at):
                at = _match(_SPACE, self.text, at + 1)
            elif at == end:
                break
        return at + 1 if self.text.startswith("]", at) else at

    def inline(self, path: Path, at: int, depth: int) -> int:
        at = _match(_SPACE, self.text, at + 1)
        while at < len(self.text) and self.text[at] not in "]}":
            end = self.nested_pair(path, at, depth)
            at = _match(_SPACE, self.text, end)
            if self.text.startswith(",", at):
                at = _match(_SPACE, self.text, at + 1)
            elif at == end or not self.text.startswith("}", at):
                break
        return at + 1 if self.text.startswith("}", at) else at

    def nested_pair(self, path: Path, at: int, depth: int) -> int:
        return self.pair(path, at) if depth < MAX_DEPTH else self.skip(at)


class _Every(_Finder):
    def __init__(self, text: str, wanted: set[Path]) -> None:
        super().__init__(text, wanted)
        self.every: dict[Path, list[Place]] = {}

    def record(self, path: Path, place: Place) -> None:
        self.every.setdefault(path, []).append(place)


def _match(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _name(written: str) -> str:
    """A part of a key as the parser gives it."""
    if written.startswith('"'):
        return _ESCAPE.sub(_unescape, written[1:-1])
    return written[1:-1] if written.startswith("'") else written


def _unescape(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    if code := short or long:
        number = int(code, 16)
        return chr(number) if number < 0x110000 else ""
    return _SHORT.get(letter, letter)

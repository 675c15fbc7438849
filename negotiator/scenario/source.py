"""A scenario file as text: read once, safely, with whatever is wrong with the file itself as a finding."""

import stat
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from negotiator.scenario.findings import Finding, Severity

MAX_BYTES = 32 * 1024 * 1024
BOM = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
OTHER_PROGRAMS = {
    b"PK\x03\x04": "a word processor's document, not plain text",
    b"\xd0\xcf\x11\xe0": "an old word processor's document, not plain text",
    b"{\\rtf": "a document with formatting, not plain text",
    b"%PDF": "a PDF, not plain text",
}
"""How files of other programs begin, and what they are."""


@dataclass(frozen=True)
class Source:
    """The text of a file with line feeds for line ends, and the name it goes by in findings."""

    file: str
    text: str
    opened: bool = True
    """False when there was nothing to read."""

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1, in characters) of an offset into the text."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, kept inside the text."""
        if line > len(self._starts):
            return len(self.text)
        return min(self._starts[max(line, 1) - 1] + max(column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """A line without its end; empty when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no text, and why."""

    source: Source
    finding: Finding


def read(path: Path) -> Source | Unread:
    """Read a file of at most 32 MB. Nothing but a plain file is ever opened."""
    name = str(path)
    try:
        about = path.stat()
        if problem := _kind_problem(about.st_mode):
            return _unread(name, *problem)
        if about.st_size > MAX_BYTES:
            return _too_big(name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return _unread(name, *_open_problem(error))
    return _too_big(name) if len(data) > MAX_BYTES else decode(data, name)


def decode(data: bytes, name: str) -> Source | Unread:
    """Bytes as a Source; what is not UTF-8 is a finding at the first byte that is not."""
    data = data.removeprefix(BOM)
    for start, what in OTHER_PROGRAMS.items():
        if data.startswith(start):
            hint = "in that program choose Save as…, then Plain text and UTF-8"
            return _foreign(Source(name, ""), 1, 1, f"this file is {what}", hint)
    if data.startswith(UTF16_MARKS) or (b"\0" in data[:64] and data[:64].count(b"\0") >= len(data[:64]) // 3):
        return _foreign(Source(name, ""), 1, 1, "this file is saved as UTF-16, not as UTF-8")
    try:
        return Source(name, even(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        bad = error.start
    before = even(data[:bad].decode("utf-8"))
    source = Source(name, even(data.decode("utf-8", errors="replace")))
    line, column = source.position(len(before))
    said = f"the byte 0x{data[bad]:02X} here is not UTF-8"
    if (likely := data[bad : bad + 1].decode("cp1252", errors="ignore")) and likely.isprintable():
        said += f"; in the Windows encoding cp1252 it would be '{likely}'"
    return _foreign(source, line, column, said)


def even(text: str) -> str:
    """The same text with line feeds for all line ends: CR LF, and CR alone as some old editors write it."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _kind_problem(mode: int) -> tuple[str, str] | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return "this is a folder, not a file", "name a scenario file in it, ending in .toml"
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return "this is a pipe, not a file", "save what it gives as a file and name that"
    return "this is a device, not a file", "name a scenario file, ending in .toml"


def _open_problem(error: OSError | ValueError) -> tuple[str, str]:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "there is no such file", "look at the spelling and at the folder you are in"
    if isinstance(error, PermissionError):
        return "you have no permission to read this file", "ask its owner, or change its permissions"
    if isinstance(error, OSError):
        return f"this file cannot be read: {error.strerror or error}", "try to open it in an editor"
    return "this is not a name a file can have", "look at the spelling"


def _unread(name: str, message: str, hint: str) -> Unread:
    finding = Finding("N001", Severity.ERROR, message, hint=hint, file=name, line=1, column=1)
    return Unread(Source(name, "", opened=False), finding)


def _too_big(name: str) -> Unread:
    message = f"this file is larger than {MAX_BYTES // (1024 * 1024)} MB"
    hint = "the longest scenarios have two or three; is it the right file?"
    finding = Finding("N003", Severity.ERROR, message, hint=hint, file=name, line=1, column=1)
    return Unread(Source(name, "", opened=False), finding)


_SAVE_AGAIN = "save it again as UTF-8 (most editors: Save as…, Encoding: UTF-8)"


def _foreign(source: Source, line: int, column: int, message: str, hint: str = _SAVE_AGAIN) -> Unread:
    finding = Finding(
        "N002", Severity.ERROR, message, hint=hint, file=source.file, line=line, column=column, length=1
    )
    return Unread(source, finding)

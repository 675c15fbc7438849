"""A scenario file as bytes that are to be changed in a few places: byte-order mark and line ends stay as they are."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from negotiator.scenario.source import BOM, Source, Unread, decode, read

_END = re.compile("\r\n")


class Change(NamedTuple):
    """text[start:end] of a source becomes `new`; line feeds in `new` become the line ends of the file."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file's bytes, and the same as the text that places speak of."""

    data: bytes
    source: Source

    @property
    def windows(self) -> bool:
        """Whether its lines end as on Windows."""
        return 2 * self.data.count(b"\r\n") > self.data.count(b"\n")


def open_document(path: Path) -> Document | Unread:
    """A file of at most 32 MB; what is wrong with it is a finding."""
    checked = read(path)
    if isinstance(checked, Unread):
        return checked
    return document(path.read_bytes(), str(path))


def document(data: bytes, name: str) -> Document | Unread:
    """These bytes as a document of this name."""
    source = decode(data, name)
    return source if isinstance(source, Unread) else Document(data, source)


def rewritten(document: Document, changes: Iterable[Change]) -> bytes:
    """The bytes with the changes made. Changes do not overlap; every other byte stays."""
    mark = BOM if document.data.startswith(BOM) else b""
    text = document.data.removeprefix(mark).decode("utf-8")
    pairs = [match.start() - number for number, match in enumerate(_END.finditer(text))]
    end = "\r\n" if document.windows else "\n"
    pieces, done = [], 0
    for change in sorted(changes):
        start = change.start + bisect_left(pairs, change.start)
        pieces += [text[done:start], change.new.replace("\n", end)]
        done = change.end + bisect_left(pairs, change.end)
    return mark + "".join([*pieces, text[done:]]).encode("utf-8")

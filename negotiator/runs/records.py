"""The lines of a run's log: how one is sealed into the chain, and how one is read back.

A line is compact JSON. Its last two keys are `prev`, the seal of the line before (empty in the first line), and
`hash`, its own seal: the SHA-256, in hexadecimal, of `prev` followed by the line without these two keys.
The seal is over the bytes as they stand, so it can be checked without agreeing on how JSON is written.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

VERSION = 1
"""Rises when an older reader would misread the log. A new kind of record alone does not raise it."""

Value = str | int
Fields = Mapping[str, Value]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The time of a record that does not tell its own."""
BLANK = b" \t\r\n"
"""What may stand around a line: the line ends of another system."""

_BOM = b"\xef\xbb\xbf"
_SEALED = re.compile(rb'(\{.*),"prev":"([0-9a-f]{64}|)","hash":"([0-9a-f]{64})"\}', re.DOTALL)


class Sealed(NamedTuple):
    """A line whose seal is right."""

    body: bytes
    """The JSON object without `prev` and `hash`."""
    prev: str
    hash: str

    def fields(self) -> dict[str, Value]:
        """The record's texts and whole numbers by their keys; anything else in it is left out."""
        try:
            raw = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        if not isinstance(raw, dict):
            return {}
        return {key: value for key, value in raw.items() if isinstance(value, str | int)}


def seal(fields: Fields, prev: str) -> tuple[bytes, str]:
    """The line of a record, newline included, and its seal."""
    try:
        body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        # A path whose name is no text on this system; its odd bytes survive as escapes.
        body = json.dumps(fields, separators=(",", ":")).encode()
    own = _hash(body, prev)
    return body[:-1] + f',"prev":"{prev}","hash":"{own}"}}\n'.encode(), own


def unseal(line: bytes) -> Sealed | None:
    """The line, if its seal is right; what comes before it is not looked at."""
    found = _SEALED.fullmatch(line.strip(BLANK).removeprefix(_BOM))
    if found is None:
        return None
    body = found[1] + b"}"
    prev = found[2].decode()
    return Sealed(body, prev, found[3].decode()) if _hash(body, prev).encode() == found[3] else None


def text_of(fields: Fields, key: str) -> str:
    """A text in a record; empty when it is missing or something else."""
    value = fields.get(key, "")
    return value if isinstance(value, str) else ""


def number_of(fields: Fields, key: str) -> int:
    """A whole number in a record; 0 when it is missing or something else."""
    value = fields.get(key, 0)
    return value if isinstance(value, int) else 0


def moment(fields: Fields, key: str) -> datetime:
    """A time in a record; 1970 when there is none, or none that can be read."""
    try:
        found = datetime.fromisoformat(text_of(fields, key))
    except ValueError:
        return EPOCH
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _hash(body: bytes, prev: str) -> str:
    return sha256(prev.encode() + body).hexdigest()

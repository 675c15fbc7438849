"""The lines of a run's log: how one is sealed into the chain, and how one is read back.

A line is compact JSON. Its last two keys are `prev`, the seal of the line before (empty in the first line), and
`hash`, its own seal: the SHA-256, in hexadecimal, of `prev` followed by the line without these two keys.
The seal is over the bytes as they stand, so it can be checked without agreeing on how JSON is written.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

VERSION = 1
"""Rises when an older reader would misread the log. A new kind of record alone does not raise it."""

Value = str | int
Fields = Mapping[str, Value]

_SEALED = re.compile(rb'(\{.*),"prev":"([0-9a-f]{64}|)","hash":"([0-9a-f]{64})"\}', re.DOTALL)
BLANK = b" \t\r\n"
"""What may stand around a line: the line ends of another system."""
_BOM = b"\xef\xbb\xbf"


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
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
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


def _hash(body: bytes, prev: str) -> str:
    return sha256(prev.encode() + body).hexdigest()

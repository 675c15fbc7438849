"""The good lines of a run's file: what is damaged, foreign or from another version is told apart here."""

import json
import stat
from pathlib import Path
from typing import NamedTuple

from negotiator.runs.records import BLANK, VERSION, Sealed, number_of, text_of, unseal
from negotiator.runs.troubles import (
    DamagedRun,
    EmptyRun,
    ForeignFile,
    NewerRun,
    NoSuchRun,
    UnreadableRun,
    reason,
)

LARGEST = 32 * 1024 * 1024
"""Bytes; a run of a thousand choices has about 400,000."""


class Chain(NamedTuple):
    """The good lines of a file."""

    lines: list[Sealed]
    lost: int
    whole: bool
    size: int


def read_bytes(path: Path) -> bytes:
    """The bytes of a run file.

    Raises:
        RunTrouble: missing, not a file, too large for a run, or not readable.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise ForeignFile(path)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise NoSuchRun(f"There is no file {path}.", "Runs are listed by: negotiator runs list") from None
    except (OSError, ValueError) as error:
        raise UnreadableRun(path, reason(error) if isinstance(error, OSError) else str(error)) from error


def chain(path: Path, data: bytes) -> Chain:
    """Walk the lines: one is good when its seal is right and it names the last good one before it.

    A torn line costs itself. Damage further up costs what followed from it, and what was played on after the damage
    was seen hangs on the last good line, so it counts.

    Raises:
        RunTrouble: no run, or one whose first line is of no use.
    """
    if not data.strip(BLANK):
        raise EmptyRun(path)
    lines = data.split(b"\n")
    whole = not lines[-1].strip(BLANK)
    if whole:
        lines.pop()
    first = unseal(lines[0])
    if first is None or first.prev or not _is_header(first):
        raise _not_a_header(path, lines)
    fields = first.fields()
    if (version := number_of(fields, "v")) != VERSION:
        raise NewerRun(path, text_of(fields, "app")) if version > VERSION else ForeignFile(path)
    good = [first]
    for line in lines[1:]:
        sealed = unseal(line)
        if sealed is not None and sealed.prev == good[-1].hash:
            good.append(sealed)
    return Chain(good, len([line for line in lines if line.strip(BLANK)]) - len(good), whole, len(data))


def _is_header(first: Sealed) -> bool:
    fields = first.fields()
    return fields.get("kind") == "run" and isinstance(fields.get("v"), int)


def _not_a_header(path: Path, lines: list[bytes]) -> DamagedRun | ForeignFile | NewerRun:
    try:
        # A later version may seal its lines in another way; it still says that it is a run, and which version.
        raw = json.loads(lines[0])
    except (ValueError, RecursionError):
        raw = None
    if isinstance(raw, dict) and raw.get("kind") == "run":
        version = raw.get("v")
        if isinstance(version, int) and version > VERSION:
            return NewerRun(path, str(raw.get("app", "")))
        return DamagedRun(path)
    ours = b'"kind":"run"' in lines[0] or any(unseal(line) for line in lines)
    return DamagedRun(path) if ours else ForeignFile(path)

"""A run's log as it stands in its file: read with a hard look, never changed."""

import json
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from negotiator.runs.records import BLANK, VERSION, Fields, Sealed, unseal
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
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Header(NamedTuple):
    """The first line: what this is a run of."""

    run: str
    scenario: str
    title: str
    rules: str
    """Hash of the scenario's rules when the run began."""
    text: str
    """Hash of its texts."""
    seed: int
    created: datetime
    app: str
    source: str
    """The scenario file that was played, empty when unknown."""
    branched_from: str
    """Id of the run this one goes on from, empty for a run from the start."""
    undone: int
    """Choices already taken back in the run this one continues."""


class Taken(NamedTuple):
    """A choice in force."""

    at: datetime
    scene: str
    choice: str
    outcome: str
    to: str
    """The scene or ending it led to."""


@dataclass(frozen=True, slots=True)
class Log:
    """Everything good in a run's file."""

    path: Path
    header: Header
    taken: tuple[Taken, ...]
    """The choices in force: those taken back are folded away."""
    undone: int
    kept: tuple[str, ...]
    rules: frozenset[str]
    """Hashes of all rules it was played under."""
    last_rules: str
    last_text: str
    head: str
    """Seal of the last good line: the next line names it."""
    count: int
    """Good lines, the header included."""
    lost: int
    """Lines that are damaged or do not follow from the good ones."""
    unknown: int
    """Good lines of a kind this version does not know."""
    whole: bool
    """The file ends with the end of a line."""
    size: int
    """Bytes."""
    last: datetime
    """When the last good line was written."""

    @property
    def damage(self) -> str:
        """What is wrong with the file, in words; empty when nothing is."""
        said = []
        if self.lost:
            said.append(f"{_lines(self.lost)} of this run could not be read and {_was(self.lost)} left out.")
        if self.unknown:
            # Additions by a later version of the same format: an older reader may pass over them, by the promise
            # that VERSION rises when it may not. They stay in the chain, so what follows them counts.
            said.append(
                f"{_lines(self.unknown)} of a kind this version does not know {_was(self.unknown)} passed over."
            )
        return " ".join(said)


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
    if (version := _number(fields, "v")) != VERSION:
        raise NewerRun(path, _text(fields, "app")) if version > VERSION else ForeignFile(path)
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


def header(fields: Fields) -> Header:
    """The header's fields, each of its type; what is missing or odd is empty."""
    return Header(
        run=_text(fields, "run"),
        scenario=_text(fields, "scenario"),
        title=_text(fields, "title"),
        rules=_text(fields, "rules"),
        text=_text(fields, "text"),
        seed=_number(fields, "seed"),
        created=moment(fields, "created"),
        app=_text(fields, "app"),
        source=_text(fields, "source"),
        branched_from=_text(fields, "branched_from"),
        undone=_number(fields, "undone"),
    )


def read_log(path: Path) -> Log:
    """Read a run's file.

    Raises:
        RunTrouble: it cannot be read, is no run, or its first line is of no use. The file is never changed.
    """
    found = chain(path, read_bytes(path))
    first = found.lines[0].fields()
    head = header(first)
    taken: list[Taken] = []
    kept: list[str] = []
    rules, text = head.rules, head.text
    every = {rules}
    undone, unknown, last = head.undone, 0, head.created
    for line in found.lines[1:]:
        fields = line.fields()
        kind = fields.get("kind")
        last = max(last, moment(fields, "at"))
        if kind == "choose":
            taken.append(
                Taken(
                    moment(fields, "at"),
                    *(_text(fields, key) for key in ("scene", "choice", "outcome", "to")),
                )
            )
        elif kind == "undo" and taken:
            taken.pop()
            undone += 1
        elif kind == "keep":
            kept.append(_text(fields, "line"))
        elif kind == "rules":
            rules, text = _text(fields, "rules"), _text(fields, "text")
            every.add(rules)
        else:
            unknown += 1
    return Log(
        path=path,
        header=head,
        taken=tuple(taken),
        undone=undone,
        kept=tuple(kept),
        rules=frozenset(every),
        last_rules=rules,
        last_text=text,
        head=found.lines[-1].hash,
        count=len(found.lines),
        lost=found.lost,
        unknown=unknown,
        whole=found.whole,
        size=found.size,
        last=last,
    )


def _lines(count: int) -> str:
    return "One line" if count == 1 else f"{count} lines"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _text(fields: Fields, key: str) -> str:
    value = fields.get(key, "")
    return value if isinstance(value, str) else ""


def _number(fields: Fields, key: str) -> int:
    value = fields.get(key, 0)
    return value if isinstance(value, int) else 0


def moment(fields: Fields, key: str) -> datetime:
    """A time in a record; 1970 when there is none, or none that can be read."""
    try:
        found = datetime.fromisoformat(_text(fields, key))
    except ValueError:
        return EPOCH
    return found if found.tzinfo else found.replace(tzinfo=UTC)

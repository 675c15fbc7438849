"""A run to hand in: a copy of its log with one more line in the chain, which says whose it is.

The copy is itself a run that every command can read. The chain finds careless edits; it keeps nobody from writing a
whole chain anew, so scores are never read from it.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from negotiator import __version__
from negotiator.runs.chain import chain, read_bytes
from negotiator.runs.lines import stamp
from negotiator.runs.log import HAND_IN, Log, read_log
from negotiator.runs.records import EPOCH, moment, seal, text_of, unseal
from negotiator.scenario.text import clean

LONGEST = 200
"""Characters of a name or a student's id."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in."""

    path: Path
    log: Log
    seals: tuple[str, ...]
    """Of the lines of the run itself, in order: two files of one run share their first ones."""
    name: str
    student: str
    at: datetime
    """When it was handed in; 1970 where the file does not say."""

    @property
    def said(self) -> str:
        """Whose it is, as far as it says, else the file's name."""
        return self.name or self.student or clean(self.path.stem)


def hand_in(path: Path, *, name: str, student: str, now: datetime) -> bytes:
    """The copy of a run's file to hand in, whatever state the run is in.

    Raises:
        RunTrouble: it cannot be read, or is no run.
    """
    data, log = read_bytes(path), read_log(path)
    fields = {
        "kind": HAND_IN,
        "at": stamp(now),
        "name": one_line(name),
        "student": one_line(student),
        "app": __version__,
    }
    line, _ = seal(fields, log.head)
    return data + (b"" if log.whole else b"\n") + line


def read_handed(path: Path) -> Handed:
    """A file that was handed in, or a run's file as it is.

    Raises:
        RunTrouble: it cannot be read, or is no run.
    """
    data, log = read_bytes(path), read_log(path)
    name = student = ""
    at = EPOCH
    # Whose it is stands even where the chain is broken before that line.
    for line in filter(None, map(unseal, data.split(b"\n"))):
        fields = line.fields()
        if fields.get("kind") == HAND_IN:
            name, student = (one_line(text_of(fields, key)) for key in ("name", "student"))
            at = moment(fields, "at")
    lines = chain(path, data).lines
    seals = tuple(line.hash for line in lines if line.fields().get("kind") != HAND_IN)
    return Handed(path, log, seals, name, student, at)


def one_line(text: str) -> str:
    """A name as it is kept: one line, nothing a terminal would act on, LONGEST characters at most."""
    return " ".join(clean(text).split())[:LONGEST].strip()

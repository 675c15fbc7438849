"""A run's log as it stands in its file: read with a hard look, never changed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from negotiator.game.state import AT_TABLE, IN_NOTES, Move
from negotiator.runs.chain import chain, read_bytes
from negotiator.runs.records import Fields, moment, number_of, text_of

MOVES = frozenset(("choose", *AT_TABLE, *IN_NOTES))
"""Kinds of lines that hold a move."""
HAND_IN = "hand-in"
"""Kind of the line with which a copy of a run is handed in: it says whose it is."""


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
    """A move in force."""

    at: datetime
    move: Move
    scene: str
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


def header(fields: Fields) -> Header:
    """The header's fields, each of its type; what is missing or odd is empty."""
    return Header(
        run=text_of(fields, "run"),
        scenario=text_of(fields, "scenario"),
        title=text_of(fields, "title"),
        rules=text_of(fields, "rules"),
        text=text_of(fields, "text"),
        seed=number_of(fields, "seed"),
        created=moment(fields, "created"),
        app=text_of(fields, "app"),
        source=text_of(fields, "source"),
        branched_from=text_of(fields, "branched_from"),
        undone=number_of(fields, "undone"),
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
        if kind in MOVES:
            move = Move(str(kind), text_of(fields, "choice"), text_of(fields, "line"))
            taken.append(
                Taken(
                    moment(fields, "at"), move, *(text_of(fields, key) for key in ("scene", "outcome", "to"))
                )
            )
        elif kind == "undo" and (
            told := [at for at, one in enumerate(taken) if one.move.kind not in IN_NOTES]
        ):
            del taken[told[-1]]
            undone += 1
        elif kind == "keep":
            kept.append(text_of(fields, "line"))
        elif kind == "rules":
            rules, text = text_of(fields, "rules"), text_of(fields, "text")
            every.add(rules)
        elif kind != HAND_IN:
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

"""What was done at this computer, in order, each with the id the hub knows it by: read from the run's own file.

The file is the outbox. A line is in it before anything of it is shown, and its id follows from the run's name and its
number in the file; so after a crash the same things are sent with the same ids.
"""

from dataclasses import dataclass
from pathlib import Path

from negotiator.game.state import UNDO, Move
from negotiator.runs.chain import chain, read_bytes
from negotiator.runs.log import MOVES
from negotiator.runs.records import text_of

KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the file that the hub should know of."""

    client: str
    """Id of the message that tells of it."""
    move: Move
    """A move, an undo, or a kept line (kind "keep")."""


def numbered(run: str, number: int, move: Move) -> Deed:
    """The deed that is the `number`th of a run."""
    return Deed(f"{run}-{number}", move)


def deeds(path: Path, run: str) -> list[Deed]:
    """Everything in a run's file that was done, in order.

    Raises:
        RunTrouble: the file cannot be read.
    """
    found: list[Deed] = []
    for line in chain(path, read_bytes(path)).lines[1:]:
        fields = line.fields()
        kind = text_of(fields, "kind")
        if kind in MOVES:
            move = Move(kind, text_of(fields, "choice"), text_of(fields, "line"))
        elif kind == UNDO.kind:
            move = UNDO
        elif kind == KEEP:
            move = Move(KEEP, line=text_of(fields, "line"))
        else:
            continue
        found.append(numbered(run, len(found) + 1, move))
    return found

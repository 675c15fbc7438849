"""Scripted play: one move a line, one document out."""

import sys
from dataclasses import dataclass
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.game.impossible import NotPossible
from negotiator.game.state import AT_TABLE, IN_NOTES, Move
from negotiator.runs.session import Session
from negotiator.runs.troubles import reason

UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a script that holds a move."""

    number: int
    """1 and up, as an editor counts."""
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The line at which a script stopped."""

    line: Line
    message: str
    possible: tuple[str, ...]
    """Ids of the choices that can be taken there, and the kinds of moves at a table."""

    def data(self) -> dict[str, object]:
        """As the JSON document has it."""
        return {
            "line": self.line.number,
            "text": self.line.text,
            "message": self.message,
            "possible": list(self.possible),
        }


def read_script(name: str) -> list[Line]:
    """The moves of a script file, or of standard input for "-". Blank lines and lines starting with # say nothing.

    Raises:
        NegotiatorError: it cannot be read, or is not UTF-8.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).expanduser().read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise NegotiatorError(
            f"The script {name} cannot be read: {reason(error)}.", "Name a file, or - for standard input."
        ) from error
    except UnicodeDecodeError as error:
        raise NegotiatorError(
            f"The script {name} is not UTF-8 (byte {error.start + 1}).", "Save it as UTF-8."
        ) from error
    lines = [Line(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    return [line for line in lines if line.text and not line.text.startswith("#")]


def read_moves(text: str) -> list[Line]:
    """The moves of one line of words, divided by semicolons: "look; ask; go". They are counted from 1."""
    return [
        Line(number, one) for number, one in enumerate((one.strip() for one in text.split(";")), 1) if one
    ]


def play_script(session: Session, script: list[Line]) -> Refused | None:
    """Make the moves one by one; stop at the first that is not possible. What was played stays saved."""
    for line in script:
        try:
            _move(session, line.text)
        except NotPossible as error:
            now = session.view
            possible = tuple(choice.id for choice in now.choices if choice.enabled)
            possible += AT_TABLE if now.table else ()
            message = f"{error.message} {error.hint}".strip()
            return Refused(line, message, possible)
    return None


def _move(session: Session, text: str) -> None:
    if text == UNDO:
        session.undo()
        return
    if move := at_table(session, text):
        session.move(move)
        return
    if not text.isdecimal():
        session.choose(text)
        return
    choices = session.view.choices
    if session.view.ending is None and not 1 <= int(text[:9]) <= len(choices):
        raise NotPossible(f"There is no choice number {text[:9]} here.", _range(len(choices)))
    session.choose(choices[int(text) - 1].id if choices else text)


def at_table(session: Session, text: str) -> Move | None:
    """The move at the table, or in the notebook, that a line writes; None for a choice of the scene."""
    kind, _, line = text.partition(" ")
    if kind not in AT_TABLE + IN_NOTES:
        return None
    place = session.game.places[session.play.state.scene]
    return None if text in place.by_id else Move(kind, line=line.strip())


def _range(count: int) -> str:
    return "There is one choice." if count == 1 else f"There are {count} choices."

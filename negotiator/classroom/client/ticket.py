"""One's chair in a class, kept on the own disk: whoever comes back from anywhere on this computer sits there again."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex

from pydantic import TypeAdapter

from negotiator.classroom.client.address import Address
from negotiator.runs.files import write_whole
from negotiator.runs.places import data_folder


@dataclass(frozen=True, slots=True)
class Ticket:
    """What is known of a chair. The token stands nowhere but in this file, which is private to the user."""

    client: str
    """The id one joins with; the same id joins only once."""
    token: str = ""
    """Empty until the hub has answered."""
    place: str = ""
    run: str = ""
    """Name of the run file that holds one's moves, in the same folder; empty before the first."""
    attempt: int = 1
    """Which attempt that file is."""
    deeds: int = 0
    """Lines of that file, from its beginning, that the hub told and need not be told."""
    made: int = 0
    """Moves of the attempt, from its beginning, that those lines stand for."""


def folder(of: Address, saves: str | None = None) -> Path:
    """Where everything about a chair lies: by the code alone, since the hub's address may change over lunch."""
    above = Path(saves).expanduser().absolute() if saves else data_folder()
    return above / "class" / of.code.lower()


def read(at: Path) -> Ticket:
    """The ticket in a folder; a new one where there is none, or none that can be read."""
    try:
        found = json.loads((at / "chair.json").read_text("utf-8"))
        kept = TypeAdapter(Ticket).validate_python(found)
    except (OSError, ValueError):
        return fresh()
    return kept if kept.client else fresh()


def fresh() -> Ticket:
    """A chair that has not been taken yet."""
    return Ticket(token_hex(12))


def write(at: Path, ticket: Ticket) -> None:
    """Keep a ticket, for this user alone.

    Raises:
        OSError: it could not be written.
    """
    write_whole(at / "chair.json", json.dumps(asdict(ticket), indent=1) + "\n")

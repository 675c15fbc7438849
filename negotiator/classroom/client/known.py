"""What the hub has said of the room and of one's chair: its log, folded by the same rules as the hub's own."""

import json
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, JsonValue, ValidationError

from negotiator.classroom.client.link import Document
from negotiator.classroom.events import Event, Kind
from negotiator.classroom.folding_chair import read_move
from negotiator.classroom.room import Room
from negotiator.errors import NegotiatorError
from negotiator.game.state import Move
from negotiator.runs.files import write_whole

FILE = "log.json"
"""The last log, so that one can come back while the hub is away."""


class Line(BaseModel):
    """An event as the hub sends it."""

    model_config = ConfigDict(frozen=True)

    rev: int
    place: str
    seq: int
    client: str
    kind: Kind
    body: dict[str, JsonValue]
    at: AwareDatetime


class Lines(BaseModel):
    """A chair's log: the events of the room and its own, in the order in which they happened."""

    model_config = ConfigDict(frozen=True)

    events: tuple[Line, ...]


class Known:
    """The room as far as this chair knows it, kept on the disk as it grows."""

    def __init__(self, place: str, folder: Path) -> None:
        self.room = Room()
        self.place = place
        self._path = folder / FILE
        self._clients: set[str] = set()
        self._made: list[tuple[int, Move]] = []
        """Moves at this chair, each with its attempt, undos among them."""
        self._lines: list[JsonValue] = []

    def learn(self, told: Document, *, keep: bool = True) -> bool:
        """Take in a log; whether there was anything new in it.

        Raises:
            NegotiatorError: it makes no sense.
        """
        try:
            lines = Lines.model_validate(told).events
        except ValidationError as error:
            raise NegotiatorError(
                "The class's log makes no sense to this version of Negotiator.",
                "Bring it to the version that the instructor has.",
            ) from error
        fresh = [line for line in lines if line.rev > self.room.rev]
        for line in fresh:
            self._take(line)
            self._lines.append(line.model_dump(mode="json"))
        if fresh and keep:
            write_whole(self._path, json.dumps({"events": self._lines}))
        return bool(fresh)

    def remember(self) -> None:
        """Take in the log that was kept, if one was."""
        try:
            told = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return
        self.learn(told, keep=False)

    def _take(self, line: Line) -> None:
        self.room.apply(Event(line.rev, line.place, line.seq, line.client, line.kind, line.body, line.at))
        if line.place != self.place:
            return
        self._clients.add(line.client)
        attempt = self.room.chair(self.place).now.number
        match line.kind:
            case Kind.MOVED if isinstance(line.body["move"], dict):
                self._made.append((attempt, read_move(line.body["move"])))
            case Kind.ADVANCED if isinstance(line.body["moves"], list):
                self._made += [
                    (attempt, read_move(one)) for one in line.body["moves"] if isinstance(one, dict)
                ]
            case _:
                pass

    @property
    def seated(self) -> bool:
        """Whether the log has come, with this chair in it."""
        return self.room.opened is not None and self.place in self.room.chairs

    @property
    def made(self) -> list[Move]:
        """What was played in the present attempt, undos among it."""
        number = self.room.chair(self.place).now.number
        return [move for attempt, move in self._made if attempt == number]

    def has(self, client: str) -> bool:
        """Whether the hub has taken in the message with this id."""
        return client in self._clients

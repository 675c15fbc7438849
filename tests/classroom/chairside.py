"""A chair at its own disk, and a wire to a room on the test's table that can be cut in two places."""

from collections.abc import Mapping
from pathlib import Path

from negotiator.classroom.client import ticket
from negotiator.classroom.client.courier import exchange
from negotiator.classroom.client.known import Known
from negotiator.classroom.client.link import Declined, Document, Link, Unreached
from negotiator.classroom.client.run import ChairRun
from negotiator.classroom.events import ROOM, Event, Json, Kind
from negotiator.classroom.showing import event_data
from negotiator.classroom.wishes import Refusal, Wish
from negotiator.game.view import ChoiceView
from tests.classroom.roomtable import Log

PLACE = "p-mine"


class Wire(Link):
    """The hub's routes over a Log. `down`: nothing gets there; `deaf`: so many messages are kept, their answers lost."""

    def __init__(self, log: Log) -> None:
        super().__init__("http://table")
        self.log = log
        self.down = False
        self.deaf = 0

    async def ask(self, path: str) -> Document:
        if self.down:
            raise Unreached(self.base, "cut")
        since = int(path.partition("since=")[2])
        mine = [one for one in self.log.events if one.rev > since and one.place in (ROOM, PLACE)]
        return {"events": [event_data(one) for one in mine]}

    async def send(self, path: str, body: Mapping[str, Json]) -> Document:
        if self.down:
            raise Unreached(self.base, "cut")
        try:
            event = self._grant(path, dict(body))
        except Refusal as no:
            raise Declined(409, {"code": no.reason, "message": no.message, "hint": no.hint}) from None
        if self.deaf:
            self.deaf -= 1
            raise Unreached(self.base, "cut after it was kept")
        return {"rev": event.rev, "seq": event.seq, "duplicate": False}

    def _grant(self, path: str, body: dict[str, Json]) -> Event:
        client = str(body.pop("client"))
        if first := self.log.room.answered(PLACE, client):
            return self.log.events[first.rev - 1]
        match path, body:
            case "/api/move", {"move": dict() as move, "seq": int() as seq}:
                wish = Wish(Kind.MOVED, move, seq)
            case "/api/keep", _:
                wish = Wish(Kind.KEPT, body)
            case "/api/retry", _:
                wish = Wish(Kind.RETRIED)
            case _:
                raise AssertionError(path)
        return self.log.keep(self.log.room.decide(PLACE, client, wish, self.log.now))


class Side:
    """A student's computer: its folder, and the run in its window."""

    def __init__(self, log: Log, folder: Path) -> None:
        self.log = log
        self.folder = folder
        self.wire = Wire(log)
        if PLACE not in log.room.chairs:
            log.join(PLACE)
        known = Known(PLACE, folder)
        known.learn({"events": [event_data(one) for one in log.events if one.place in (ROOM, PLACE)]})
        self.run = ChairRun(folder, known, ticket.fresh())

    def crash(self) -> None:
        """The window is gone, and opened again while the hub is out of reach: everything comes from the disk."""
        self.run.put_down()
        known = Known(PLACE, self.folder)
        known.remember()
        self.run = ChairRun(self.folder, known, ticket.read(self.folder))

    def leave(self) -> None:
        """Close the window for good."""
        self.run.put_down()

    async def exchange(self) -> None:
        await exchange(self.wire, self.run)

    def open(self) -> list[ChoiceView]:
        """What could be taken now."""
        return [one for one in self.run.view.choices if one.enabled]

    def take(self, at: int = 0) -> str:
        """Take one of the choices that are open; its id."""
        choice = self.open()[at].id
        self.run.choose(choice)
        return choice

    @property
    def theirs(self) -> list[str]:
        """What the hub has of the present attempt, in words."""
        return [turn.move.text for turn in self.log.room.chair(PLACE).play.turns]

    @property
    def ours(self) -> list[str]:
        """What stands on the screen."""
        return [turn.move.text for turn in self.run.play.turns]

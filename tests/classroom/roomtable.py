"""A room on the test's own table: wishes go in, what is granted is kept and folded, and can be folded again."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from negotiator.classroom.events import ROOM, Event, Json, Kind, New
from negotiator.classroom.hall import Hall
from negotiator.classroom.opening import opening
from negotiator.classroom.room import Room
from negotiator.classroom.settings import Settings
from negotiator.classroom.wishes import Refusal, Wish
from tests.game.tablestory import TABLE

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LUCK = """
[scenes.letter.choices.press]
say = "Could you look again?"
moment = true
[scenes.letter.choices.press.outcomes.sour]
weight = 2
goto = "letter"
reply = "No."
[scenes.letter.choices.press.outcomes.warm]
weight = 3
goto = "table"
reply = "Come in."
change = { rapport = 1 }
"""
STORY = TABLE + LUCK


class Log:
    """A room with its log. Seconds pass only as the test says."""

    def __init__(self, settings: Settings | None = None, text: str = STORY, seed: int = 5) -> None:
        self.room = Room()
        self.events: list[Event] = []
        self.second = 0
        self.sent = 0
        self.keep(opening(text, "story.toml", "story", settings or Settings(), seed))

    @property
    def now(self) -> datetime:
        return START + timedelta(seconds=self.second)

    def keep(self, new: New) -> Event:
        seq = 1 + sum(one.place == new.place for one in self.events)
        assert new.seq in (None, seq)
        event = Event(len(self.events) + 1, new.place, seq, new.client, new.kind, new.body, self.now)
        self.events.append(event)
        self.room.apply(event)
        return event

    def wish(
        self,
        place: str,
        kind: Kind,
        body: Mapping[str, Json] | None = None,
        *,
        seq: int | None = None,
        by: str = "player",
        client: str = "",
    ) -> Event:
        """Do what somebody asks for, as a hub does: a client id that was answered is not heard twice."""
        self.sent += 1
        client = client or f"c{self.sent}"
        if first := self.room.answered(place, client):
            return self.events[first.rev - 1]
        return self.keep(self.room.decide(place, client, Wish(kind, body or {}, seq, by), self.now))

    def join(self, place: str) -> Event:
        return self.wish(place, Kind.JOINED)

    def move(self, place: str, choice: str, *, seq: int | None = None, client: str = "") -> Event:
        body: dict[str, Json] = {"kind": "choose", "choice": choice}
        return self.wish(place, Kind.MOVED, body, seq=seq, client=client)

    def undo(self, place: str) -> Event:
        return self.wish(place, Kind.MOVED, {"kind": "undo"})

    def in_room(self, kind: Kind, **body: Json) -> Event:
        return self.wish(ROOM, kind, body)

    def refused(self, place: str, kind: Kind, body: Mapping[str, Json] | None = None, **more: int) -> str:
        """The code of the refusal that a wish must meet."""
        try:
            self.wish(place, kind, body, seq=more.get("seq"))
        except Refusal as refusal:
            return refusal.reason
        raise AssertionError(f"{kind} was granted")


def folded(events: list[Event]) -> Room:
    """A room made from a log alone."""
    room = Room()
    for event in events:
        room.apply(event)
    return room


def everything(room: Room) -> dict[str, object]:
    """All that a room holds, but for the compiled game, which no two rooms share."""
    held: dict[str, object] = {
        one.name: getattr(room, one.name) for one in fields(Hall) if one.name != "opened"
    }
    return {**held, "chairs": dict(room.chairs), "answers": dict(room.answers)}

"""A small case for pairs, and the events by which a room of them is played."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache

from negotiator.classroom.events import Event, Json, Kind, New
from negotiator.classroom.pairs.case import case_of
from negotiator.classroom.pairs.fold import Pairs, formed
from negotiator.classroom.pairs.seats import Mode, Seat, Seating
from negotiator.classroom.pairs.table import PairTable
from negotiator.game.bargain import Bargain
from tests.game.tablestory import TABLE
from tests.support import scenario, shipped

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CANDIDATE, MANAGER, OBSERVER = "p-cand", "p-mana", "p-obse"


@cache
def small() -> Bargain:
    """The deal of the small story."""
    return Bargain(scenario(TABLE))


@cache
def flagship() -> Bargain:
    """The deal of the product's case."""
    return Bargain(shipped("two-roles-one-title").scenario)


class Room:
    """Pairs with a log of their own: every event is kept, folded and can be folded again."""

    def __init__(self, bargain: Bargain) -> None:
        self.pairs = Pairs(bargain)
        self.log: list[Event] = []

    def keep(self, new: New, after: int = 0) -> Event:
        """Keep an event, so many seconds after the start."""
        assert new.seq is not None
        event = Event(
            len(self.log) + 1,
            new.place,
            new.seq,
            new.client,
            new.kind,
            new.body,
            START + timedelta(seconds=after),
        )
        self.pairs.apply(event)
        self.log.append(event)
        return event

    def wish(self, place: str, kind: Kind, body: Mapping[str, Json] | None = None) -> Event:
        """What somebody at a table does."""
        return self.keep(self.pairs.decide(place, f"c{len(self.log)}", kind, body or {}))

    def again(self) -> Pairs:
        """The same log folded once more."""
        pairs = Pairs(self.pairs.bargain)
        for event in self.log:
            pairs.apply(event)
        return pairs

    def table(self) -> PairTable:
        """The only table, or the first."""
        return next(iter(self.pairs.tables.values()))


def room(
    bargain: Bargain | None = None,
    mode: Mode = Mode.PHONES,
    seating: Seating | None = None,
    *,
    granted: bool = True,
) -> Room:
    """A room with one table, at which two and an observer sit; not `granted`: only what the manager's seat may."""
    bargain = bargain or small()
    made = Room(bargain)
    case = case_of(bargain, lifted=None if granted else [])
    seating = seating or Seating(CANDIDATE, MANAGER, (OBSERVER,), 7)
    for new in formed([seating], lambda: "p-pair", round_=1, mode=mode, case=case):
        made.keep(new)
    return made


def offer(line: str, words: str = "") -> Mapping[str, Json]:
    """The body of an offer."""
    return {"package": line, "words": words}


def other(seat: Seat) -> str:
    """The place of whom a side sits opposite."""
    return MANAGER if seat is Seat.CANDIDATE else CANDIDATE

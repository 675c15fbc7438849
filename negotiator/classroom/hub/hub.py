"""The room in memory and the store beneath it: a wish is checked, kept, and only then answered and told."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import NamedTuple, TypeVar

from negotiator.classroom.events import ROOM, Event, Kind
from negotiator.classroom.hub.answers import Refused, packed
from negotiator.classroom.hub.fanout import Fanout
from negotiator.classroom.room import Room
from negotiator.classroom.showing import chair_data
from negotiator.classroom.store import PAGE, Again, Stale, Store
from negotiator.classroom.store import Refused as NotKept
from negotiator.classroom.wishes import Wish

TRIES = 20
"""Times a wish is decided anew when another hub was quicker."""
NOT_SHOWN = frozenset({Kind.LOCKED, Kind.UNLOCKED, Kind.WALL})
"""Events of the room that change nothing of what chairs see."""
WALL = "wall"
"""Where projectors listen."""
Answered = TypeVar("Answered")


class Granted(NamedTuple):
    """A wish that is kept: its place in the log, and whether it was there already."""

    rev: int
    seq: int
    duplicate: bool


class Hub:
    """One process's part in a room. Several may share a store: each takes in what the others kept."""

    def __init__(self, store: Store, *, now: Callable[[], datetime]) -> None:
        self.store = store
        self.room = Room()
        self.fanout = Fanout()
        self.now = now
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._reading = asyncio.Lock()
        self._seen: dict[str, bytes] = {}
        self._touched: dict[str, int] = {}
        self._room_touched = 0

    async def submit(self, place: str, client: str, wish: Wish) -> Granted:
        """Check a wish, keep it and take it in. The same client id once more has the first answer.

        Raises:
            Refusal: it cannot be granted.
            Refused: the disk is full, or the store is out of reach: nothing was kept.
        """
        async with self._turns[place]:
            for _ in range(TRIES):
                if first := self.room.answered(place, client):
                    return Granted(first.rev, first.seq, duplicate=True)
                new = self.room.decide(place, client, wish, self.now())
                try:
                    kept = await self.kept(self.store.append([new]))
                except Again as again:
                    await self.catch_up(again.first.rev)
                    return Granted(again.first.rev, again.first.seq, duplicate=True)
                except Stale:
                    await self.catch_up()
                    continue
                await self.catch_up(kept[0].rev)
                return Granted(kept[0].rev, kept[0].seq, duplicate=False)
        raise Refused(503, "busy", "Too much happened at once.", "Try again.", headers={"Retry-After": "1"})

    async def kept(self, work: Awaitable[Answered]) -> Answered:
        """What the store answers.

        Raises:
            Refused: it could not keep it, in words that a client can act on.
        """
        try:
            return await work
        except NotKept as no:
            raise Refused(
                503,
                "not-kept",
                "The hub could not keep this: " + no.message,
                "Nothing is lost on your side: it is sent again by itself.",
                headers={"Retry-After": "2"},
            ) from None

    async def catch_up(self, rev: int | None = None) -> None:
        """Take in what the store has: up to `rev` at least, or all there is. Events come in one order, everywhere."""
        if rev is not None and self.room.rev >= rev:
            return
        async with self._reading:
            if rev is not None and self.room.rev >= rev:
                return
            while events := await self.store.since(self.room.rev):
                for event in events:
                    self._take_in(event)

    def _take_in(self, event: Event) -> None:
        self.room.apply(event)
        if event.place == ROOM:
            self._room_touched = event.rev
            self._seen.clear()
            self.fanout.tell_all(("room",) if event.kind in NOT_SHOWN else ("room", "now"))
            return
        for place in self._concerned(event.place):
            self._touched[place] = event.rev
            self._seen.pop(place, None)
            self.fanout.tell(place, "now")
        self.fanout.tell(ROOM, "board")
        self.fanout.tell(WALL, "board")

    def _concerned(self, place: str) -> list[str]:
        """The places that see what happens at one: itself, and its pair."""
        pair = self.room.chairs[place].pair if place in self.room.chairs else ""
        if not pair:
            return [place]
        return [other for other, chair in self.room.chairs.items() if chair.pair == pair]

    def seen(self, place: str) -> bytes:
        """What a chair may see, as JSON. Made once for each change."""
        if (made := self._seen.get(place)) is None:
            made = self._seen[place] = packed(chair_data(self.room.game, self.room.view(place)))
        return made

    def changed(self, place: str) -> int:
        """The newest rev that changed something for a place."""
        return max(self._touched.get(place, 0), self._room_touched)

    async def follow(self) -> None:
        """Take in what other hubs keep, until cancelled."""
        async for rev in self.store.changes():
            await self.catch_up(rev)

    async def anew(self) -> None:
        """Take in the whole log once more, after words have been taken out of it."""
        async with self._reading:
            room = Room()
            while events := await self.store.since(room.rev, min(self.room.rev - room.rev, PAGE)):
                for event in events:
                    room.apply(event)
            self.room = room
            self._seen.clear()

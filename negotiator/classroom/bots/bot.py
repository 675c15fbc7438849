"""One scripted player: joins, listens, decides, sends again what was not answered, and keeps book."""

import asyncio
from collections.abc import Callable, Mapping
from random import Random
from secrets import token_hex

from negotiator.classroom.bots.book import Acknowledged, Book
from negotiator.classroom.bots.proof import said
from negotiator.classroom.bots.reading import Document, flag, number, text
from negotiator.classroom.bots.ways import WAYS, next_move, way_of
from negotiator.classroom.client.backoff import Backoff
from negotiator.classroom.client.link import Declined, Link, Unreached
from negotiator.classroom.events import Json

AGAIN = 0.1
"""How often a finger taps twice: the same move is sent once more."""
REFUSALS = 8
"""Refusals in a row after which a player gives up."""
OVER = {"removed": "the chair was taken away", "ended": "the room had ended"}
"""Why nothing more can be decided, by what the room says of itself."""
Hear = Callable[[int, str, float], None]
"""hear(number of the player, kind of message, when): called for each message of a stream."""


class GaveUp(Exception):
    """No answer came in time."""


class Bot:
    """A player with a chair. Times are those of the event loop's clock, in seconds."""

    def __init__(self, link: Link, number: int, seed: int, until: float, hear: Hear | None = None) -> None:
        self.link = link
        self.book = Book(number, way_of(number))
        self.random = Random(f"{seed}:{number}")
        self.until = until
        """When it stops trying."""
        self._hear = hear
        self._seen: Document | None = None
        self._taken: list[str] = []
        self._changed = asyncio.Event()

    async def join(self, code: str) -> None:
        """Take a chair.

        Raises:
            Declined: the hub does not let it in.
            GaveUp: the hub did not answer in time.
        """
        began = self._now()
        body: dict[str, Json] = {"code": code, "client": token_hex(12), "name": f"Bot {self.book.number + 1}"}
        told, _ = await self._answered("/api/join", body)
        self.link.token, self.book.place = text(told, "token"), text(told, "place")
        self.book.joined = self._now() - began

    async def listen(self) -> None:
        """Follow the stream until cancelled, coming back whenever it breaks."""
        last, backoff = "", Backoff(self.random)
        while True:
            try:
                async for at, told in self.link.stream("/api/events", last):
                    backoff.worked()
                    last = at or last
                    if self._hear:
                        self._hear(self.book.number, told.kind, self._now())
                    self._changed.set()
            except Unreached:
                self.book.breaks += 1
            except Declined as no:
                self.book.refused[no.reason] += 1
                return
            await asyncio.sleep(backoff.failed())

    async def decide(self) -> bool:
        """Make one decision and have it acknowledged; False when there is nothing more to decide.

        Raises:
            GaveUp: it was not answered in time, or the room stood still for too long.
        """
        for _ in range(REFUSALS):
            seen = await self._moment()
            if seen is None:
                return False
            wish = next_move(seen, WAYS[self.book.way], self.random, self._taken)
            if wish is None:
                self.book.waiting = "nothing could be chosen"
                return False
            body: dict[str, Json] = {"seq": number(seen, "seq") + 1, "move": {**wish}}
            if await self._kept("/api/move", body, said(wish)):
                return True
        self.book.waiting = "refused too often"
        return False

    async def _moment(self) -> Document | None:
        """A moment in which something can be decided: waits while the room stands still, begins anew after an ending."""
        while True:
            self._changed.clear()
            seen = self._seen or await self._ask("/api/now")
            self._seen = None
            room = seen.get("room")
            over = [why for what, why in OVER.items() if isinstance(room, dict) and flag(room, what)]
            if over or flag(seen, "unfinished"):
                self.book.waiting = over[0] if over else "time was up"
                return None
            if flag(seen, "finished"):
                if not flag(seen, "can_retry"):
                    self.book.waiting = "the story was over"
                    return None
                self.book.endings += 1
                await self._kept("/api/retry", {}, "")
                self._taken.clear()
            elif text(seen, "hidden"):
                await self._still(text(seen, "hidden"))
            else:
                return seen

    async def _still(self, why: str) -> None:
        """Until the stream says that something changed."""
        try:
            async with asyncio.timeout_at(self.until):
                await self._changed.wait()
        except TimeoutError:
            self.book.waiting = why
            raise GaveUp from None

    async def _kept(self, path: str, body: Mapping[str, Json], said: str) -> bool:
        """Send something until it is answered; whether it was granted."""
        client = token_hex(8)
        self.book.sent.add(client)
        began = self._now()
        whole = {"client": client, **body}
        try:
            told, tries = await self._answered(path, whole)
        except Declined as no:
            self.book.refused[no.reason] += 1
            return False
        except GaveUp:
            self.book.unanswered += 1
            raise
        at = self._now()
        ack = Acknowledged(client, number(told, "rev"), number(told, "seq"), said, at, at - began, tries)
        self.book.acknowledged.append(ack)
        if said:
            self._taken.append(said)
        now = told.get("now")
        self._seen = now if isinstance(now, dict) else None
        if self.random.random() < AGAIN:
            await self._tap_again(path, whole, ack)
        return True

    async def _tap_again(self, path: str, whole: Mapping[str, Json], first: Acknowledged) -> None:
        try:
            told, _ = await self._answered(path, whole)
        except Declined as no:
            self.book.faults.append(
                f"{first.client} was kept, and refused when it was sent once more: {no.message}"
            )
            return
        if (
            not flag(told, "duplicate")
            or number(told, "seq") != first.seq
            or number(told, "rev") != first.rev
        ):
            self.book.faults.append(f"{first.client} was answered differently when it was sent once more")

    async def _answered(self, path: str, body: Mapping[str, Json]) -> tuple[Document, int]:
        """The answer, and how often it had to be sent."""
        backoff, tries = Backoff(self.random), 0
        while True:
            tries += 1
            try:
                return await self.link.send(path, body), tries
            except Unreached:
                await self._rest(backoff)

    async def _ask(self, path: str) -> Document:
        backoff = Backoff(self.random)
        while True:
            try:
                return await self.link.ask(path)
            except Unreached:
                await self._rest(backoff)

    async def _rest(self, backoff: Backoff) -> None:
        self.book.breaks += 1
        wait = backoff.failed()
        if self._now() + wait > self.until:
            raise GaveUp
        await asyncio.sleep(wait)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

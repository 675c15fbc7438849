"""A hub of a few lines for the bots: the room's own rules, a list for a store, and faults on demand."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from aiohttp import web

from negotiator.classroom.events import Event, Json, Kind, New
from negotiator.classroom.hub.codes import place_of
from negotiator.classroom.opening import opening
from negotiator.classroom.room import Room
from negotiator.classroom.settings import Settings
from negotiator.classroom.showing import chair_data, event_data
from negotiator.classroom.wishes import Refusal, Wish
from tests.support import SCENARIOS

CODE = "K7M3Q9XA"
Record = list[dict[str, Json]]


@dataclass
class SmallHub:
    spoil: Callable[[Record], Record] = lambda record: record
    """What it shows in place of its true record."""
    breaks: int = 0
    """So many moves are kept, and their answers lost on the way."""
    room: Room = field(default_factory=Room)
    events: list[Event] = field(default_factory=list)
    base: str = ""
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def open(self, name: str = "first-offer", settings: Settings | None = None) -> None:
        text = (SCENARIOS / f"{name}.toml").read_text("utf-8")
        self.keep(opening(text, f"{name}.toml", name, settings or Settings(), 0))

    def keep(self, new: New) -> Event:
        seq = sum(event.place == new.place for event in self.events) + 1
        rev = len(self.events) + 1
        event = Event(rev, new.place, seq, new.client, new.kind, new.body, datetime.now(UTC))
        self.events.append(event)
        self.room.apply(event)
        return event

    def grant(self, place: str, client: str, wish: Wish) -> dict[str, Json]:
        if first := self.room.answered(place, client):
            return {"rev": first.rev, "seq": first.seq, "duplicate": True}
        event = self.keep(self.room.decide(place, client, wish, datetime.now(UTC)))
        return {"rev": event.rev, "seq": event.seq, "duplicate": False}

    def now(self, place: str) -> dict[str, Json]:
        return chair_data(self.room.game, self.room.view(place))

    async def join(self, request: web.Request) -> web.Response:
        body = await request.json()
        if body["code"] != CODE:
            return web.json_response({"code": "wrong-code", "message": "That is not the code."}, status=403)
        place = place_of(CODE, body["client"])
        wish = Wish(Kind.JOINED, {"seat": "candidate", "pair": "", "roster": ""})
        try:
            self.grant(place, body["client"], wish)
        except Refusal as no:
            return web.json_response({"code": no.reason, "message": no.message}, status=409)
        return web.json_response({"place": place, "token": place, "seat": "candidate"})

    async def wish(self, request: web.Request) -> web.Response:
        body, place = await request.json(), _place(request)
        kind = Kind.MOVED if request.path == "/api/move" else Kind.RETRIED
        try:
            told = self.grant(place, body["client"], Wish(kind, body.get("move", {}), body.get("seq")))
        except Refusal as no:
            return web.json_response({"code": no.reason, "message": no.message, "hint": no.hint}, status=409)
        if self.breaks:
            self.breaks -= 1
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({**told, "now": self.now(place)})

    async def show(self, request: web.Request) -> web.Response:
        return web.json_response(self.now(_place(request)))

    async def log(self, request: web.Request) -> web.Response:
        record = [event_data(event) for event in self.events if event.place == _place(request)]
        return web.json_response({"events": self.spoil(record)})

    async def stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        await self.closing.wait()
        return response


def _place(request: web.Request) -> str:
    return request.headers["Authorization"].removeprefix("Bearer ")


@asynccontextmanager
async def serving(hub: SmallHub) -> AsyncIterator[SmallHub]:
    app = web.Application()
    app.add_routes(
        [
            web.post("/api/join", hub.join),
            web.post("/api/move", hub.wish),
            web.post("/api/retry", hub.wish),
            web.get("/api/now", hub.show),
            web.get("/api/log", hub.log),
            web.get("/api/events", hub.stream),
        ]
    )
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert runner.addresses
    hub.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield hub
    finally:
        hub.closing.set()
        await runner.cleanup()

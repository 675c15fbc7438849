"""A door for one visitor: a tiny page under an address nobody guesses, and what its visit shows."""

import asyncio
from collections.abc import AsyncGenerator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from secrets import choice
from typing import Literal

from aiohttp import web

from negotiator.classroom.doctor.page import PAGE, SCRIPT
from negotiator.classroom.hub.addresses import listened_on
from negotiator.classroom.hub.codes import LETTERS
from negotiator.errors import NegotiatorError

LINES = 3
"""Messages that the open line brings before it counts as held."""
BETWEEN = 1.0
"""Seconds between them."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Seen = Literal["own", "reached", "held"]
"""own: this computer opened the page itself. reached: another device did. held: and a line to it stays open."""


@dataclass(slots=True)
class Door:
    """What came to the door so far. No address is kept."""

    own: Collection[str]
    """Addresses of this computer, loopback among them."""
    between: float = BETWEEN
    word: str = field(default_factory=lambda: "".join(choice(LETTERS.lower()) for _ in range(6)))
    """The page's address: who merely looks for open ports does not find it."""
    seen: set[Seen] = field(default_factory=set)
    port: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def visited(self, address: str, what: Seen) -> None:
        """Somebody came from this address."""
        self.seen.add("own" if address in self.own else what)
        self.changed.set()

    async def until(self, what: Seen, seconds: float) -> bool:
        """Wait until this has been seen, so many seconds at most; whether it was."""
        try:
            async with asyncio.timeout(seconds):
                while what not in self.seen:
                    self.changed.clear()
                    await self.changed.wait()
        except TimeoutError:
            return False
        return True


@asynccontextmanager
async def opened(door: Door, port: int, *, lan: bool) -> AsyncGenerator[Door, None]:
    """Open the door on a port (0: any) until the block ends.

    Raises:
        NegotiatorError: the port is taken, or not ours to take.
    """
    runner = web.AppRunner(_app(door), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, listened_on(lan=lan), port).start()
        except OSError as error:
            raise NegotiatorError(
                f"Port {port} cannot be used: {error.strerror or error}.",
                "Is a class still open? End it, or name another port with --port, here and for class host.",
            ) from None
        door.port = int(runner.addresses[0][1])
        yield door
    finally:
        await runner.cleanup()


def _app(door: Door) -> web.Application:
    async def page(request: web.Request) -> web.Response:
        door.visited(request.remote or "", "reached")
        return web.Response(text=PAGE, content_type="text/html", headers=HEADERS)

    async def script(_request: web.Request) -> web.Response:
        return web.Response(text=SCRIPT, content_type="text/javascript", headers=HEADERS)

    async def line(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        for _ in range(LINES):
            await response.write(b"data: still here\n\n")
            await asyncio.sleep(door.between)
        return response

    async def held(request: web.Request) -> web.Response:
        door.visited(request.remote or "", "held")
        return web.Response(status=204, headers=HEADERS)

    app = web.Application(client_max_size=1024)
    under = f"/{door.word}"
    app.add_routes(
        [
            web.get(f"{under}/", page),
            web.get(f"{under}/door.js", script),
            web.get(f"{under}/line", line),
            web.post(f"{under}/held", held),
        ]
    )
    return app

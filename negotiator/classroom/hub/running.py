"""A hub that runs: its socket, what it does in the background, and an end in good order."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import datetime

from aiohttp import web

from negotiator.classroom.deciding_chair import DAY
from negotiator.classroom.events import ROOM, Kind
from negotiator.classroom.hub.addresses import listened_on
from negotiator.classroom.hub.app import make_app
from negotiator.classroom.hub.guards import Hosts
from negotiator.classroom.hub.house import House
from negotiator.classroom.hub.hub import Hub
from negotiator.classroom.wishes import Refusal, Wish
from negotiator.errors import NegotiatorError

LOOK = 5.0
"""Seconds between two looks at the clock on the wall."""
SLEPT = 30
"""Seconds missing between two looks that mean that the machine was asleep."""
GRACE = 2.0
"""Seconds for requests to end."""
log = logging.getLogger(__name__)


@asynccontextmanager
async def running(house: House, hosts: Hosts, *, lan: bool, port: int) -> AsyncGenerator[int, None]:
    """Serve a house until the block ends; gives the port, which is another one than asked for only where that was 0.

    Raises:
        NegotiatorError: the port is taken, or not ours to take.
    """
    # The server's own log has addresses of students in it.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    house.lan = lan
    runner = web.AppRunner(make_app(house, hosts), access_log=None, shutdown_timeout=GRACE)
    await runner.setup()
    tasks = [asyncio.create_task(_following(house.hub)), asyncio.create_task(_waking(house.hub))]
    try:
        site = web.TCPSite(runner, listened_on(lan=lan), port)
        try:
            await site.start()
        except OSError as error:
            raise NegotiatorError(
                f"Port {port} cannot be used: {error.strerror or error}.",
                "Name another one with --port; --port 0 takes any that is free.",
            ) from None
        yield int(runner.addresses[0][1])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await runner.cleanup()


async def _following(hub: Hub) -> None:
    """Take in what other hubs keep; a store out of reach for a while is followed again."""
    while True:
        try:
            await hub.follow()
        except NegotiatorError:
            log.exception("the store's news could not be followed")
            await asyncio.sleep(LOOK)
        else:
            return


async def _waking(hub: Hub) -> None:
    """Give back the time that this machine slept."""
    seen = hub.now()
    while True:
        await asyncio.sleep(LOOK)
        seen, before = hub.now(), seen
        await give_back(hub, before, seen)


async def give_back(hub: Hub, before: datetime, after: datetime) -> None:
    """Extend everybody's time by what is missing between two looks at the clock, when that is more than a moment."""
    missing = int((after - before).total_seconds() - LOOK)
    if missing >= SLEPT and hub.room.clock is not None and not hub.room.paused:
        with suppress(Refusal):
            wish = Wish(Kind.EXTENDED, {"seconds": min(missing, DAY)})
            await hub.submit(ROOM, f"slept-{before.isoformat()}", wish)

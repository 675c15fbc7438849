"""What the projector's page asks for: its slides, worked out beside the moves."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from aiohttp import web

from negotiator.classroom.hub.addresses import own_addresses, url
from negotiator.classroom.hub.answers import answer
from negotiator.classroom.hub.codes import spoken
from negotiator.classroom.hub.guards import LOOPBACK
from negotiator.classroom.hub.house import House, house
from negotiator.classroom.people import Role
from negotiator.classroom.wall import few, first_attempts, wall_slides
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick

HTTP = 80
_DESK = ThreadPoolExecutor(max_workers=1, thread_name_prefix="wall")
"""One at a time, beside the moves."""


async def wall(request: web.Request) -> web.Response:
    """Title, code, address with its QR, how many have come, every slide, and which one is shown."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR, Role.WALL)
    room = here.hub.room
    story = room.story
    loop = asyncio.get_running_loop()
    yardstick = await loop.run_in_executor(_DESK, _yardstick, room.game, story.rules)
    attempts = first_attempts(room)
    shown = await loop.run_in_executor(_DESK, wall_slides, room.game, attempts, yardstick)
    address = _address(request, here)
    return answer(
        {
            "rev": room.rev,
            "title": story.title,
            "language": room.game.scenario.language,
            "code": spoken(here.code),
            "address": address,
            "qr": _qr(address),
            "people": few(len(attempts)),
            "paused": room.paused,
            "slides": shown,
            "wall": {"slide": room.wall[0], "step": room.wall[1]},
        }
    )


def _yardstick(game: Game, rules: str) -> Yardstick:
    from negotiator.runs.places import cache_folder
    from negotiator.runs.yardsticks import yardstick_for

    return yardstick_for(game, rules, cache_folder())


def _address(request: web.Request, here: House) -> str:
    """Where a phone finds the hub: the address the projector called, or this machine's own where that was loopback."""
    asked = urlsplit(f"//{request.host}")
    if here.lan and (asked.hostname or "") in LOOPBACK:
        own = next((one for one in own_addresses() if ":" not in one), "")
        if own:
            return url(own, asked.port or HTTP)
    return f"{request.scheme}://{request.host}"


def _qr(address: str) -> str:
    """The address as a QR code, as data of an image."""
    import segno

    return str(segno.make(address, error="m").svg_data_uri(scale=8, border=2, light="white"))


ROUTES = [web.get("/api/wall", wall)]

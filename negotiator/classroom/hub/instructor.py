"""The instructor's routes: the board, and orders to the room or to one chair."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from aiohttp import web

from negotiator.classroom.dashboard.board import board
from negotiator.classroom.events import ROOM, Kind
from negotiator.classroom.hub.answers import Refused, answer
from negotiator.classroom.hub.bodies import Order, read
from negotiator.classroom.hub.house import house
from negotiator.classroom.people import Role
from negotiator.classroom.wishes import Wish

Route = Callable[[web.Request], Awaitable[web.Response]]

TO_ROOM = {
    "pause": Kind.PAUSED,
    "resume": Kind.RESUMED,
    "gate": Kind.GATED,
    "open-gate": Kind.OPENED_GATE,
    "bell": Kind.BELL,
    "lock": Kind.LOCKED,
    "unlock": Kind.UNLOCKED,
    "end": Kind.ENDED,
    "release": Kind.RELEASED,
    "extend": Kind.EXTENDED,
}
"""Orders that concern everybody; `extend` without a place among them."""
TO_CHAIR = {
    "extend": Kind.EXTENDED,
    "advance": Kind.ADVANCED,
    "remove": Kind.REMOVED,
    "mover": Kind.MOVED_BY,
}
"""Orders that name a place."""


async def show(request: web.Request) -> web.Response:
    """The room at a glance, with the words that people gave of themselves: {board, people, rev, code}."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR)
    hub = here.hub
    people = {one.place: {"name": one.name, "student": one.student} for one in await hub.store.people()}
    seen = board(hub.room, hub.now(), hub.fanout.listening)
    return answer({"board": asdict(seen), "people": people, "rev": hub.room.rev, "code": here.code})


def order(what: str) -> Route:
    """The route of one order."""

    async def give(request: web.Request) -> web.Response:
        here = house(request)
        await here.doors.admit(request, Role.INSTRUCTOR)
        body = (await read(request, Order)).model_dump(exclude_none=True)
        client, place = str(body.pop("client")), body.pop("place", None)
        kind = TO_CHAIR.get(what) if place else TO_ROOM.get(what)
        if kind is None:
            raise Refused(400, "wrong", "This order names no place, or one too many.")
        done = await here.hub.submit(place or ROOM, client, Wish(kind, body))
        return answer(done._asdict())

    return give


async def wall(request: web.Request) -> web.Response:
    """Turn the wall's page; the projector itself may do that too."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR, Role.WALL)
    body = (await read(request, Order)).model_dump(exclude_none=True)
    done = await here.hub.submit(ROOM, str(body.pop("client")), Wish(Kind.WALL, body))
    return answer(done._asdict())


async def forget(request: web.Request) -> web.Response:
    """Take everything that says who somebody is out of the class, for good."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR)
    place = (await read(request, Order)).place
    if place is None or place not in here.hub.room.chairs:
        raise Refused(404, "no-chair", "There is no such chair in this room.")
    await here.hub.kept(here.hub.store.forget(place))
    here.doors.forget(place)
    here.hub.fanout.end(place)
    await here.hub.anew()
    return answer({"forgotten": place})


async def link(request: web.Request) -> web.Response:
    """A link that makes one browser the projector, once: {ticket}, to be put behind /wall#."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR)
    return answer({"ticket": here.tickets.link(ROOM, Role.WALL)})

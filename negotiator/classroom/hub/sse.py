"""Server-sent events: the newest state whenever it changed, with the log's number as id, so that a stream goes on."""

from collections.abc import Callable, Iterable

from aiohttp import web

from negotiator.classroom.events import ROOM
from negotiator.classroom.hub.answers import packed
from negotiator.classroom.hub.fanout import Listener
from negotiator.classroom.hub.house import House, house
from negotiator.classroom.hub.hub import WALL, Hub
from negotiator.classroom.hub.student import rev_of, seated
from negotiator.classroom.people import Role

PING = 15.0
"""Seconds of silence after which the stream says that it is still there."""
HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no"}
Marks = frozenset[str]
Telling = Callable[[Marks], Iterable[tuple[str, bytes]]]
"""What to say of what changed: names of events and their data."""


async def chair_events(request: web.Request) -> web.StreamResponse:
    """What happens at one's chair (`now`) and to the room (`room`)."""
    here = house(request)
    place = (await seated(request)).place
    hub = here.hub

    def telling(marks: Marks) -> Iterable[tuple[str, bytes]]:
        if "room" in marks:
            yield "room", room_data(hub)
        if "now" in marks and place in hub.room.chairs:
            yield "now", hub.seen(place)

    return await _stream(request, here, place, telling, ("room", "now"), hub.changed(place))


async def room_events(request: web.Request) -> web.StreamResponse:
    """That something changed, for the instructor's screens: `room` (its data) and `board` ({rev}: ask for it)."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR)
    return await _glance(request, here, ROOM)


async def wall_events(request: web.Request) -> web.StreamResponse:
    """The same for the projector."""
    here = house(request)
    await here.doors.admit(request, Role.INSTRUCTOR, Role.WALL)
    return await _glance(request, here, WALL)


async def _glance(request: web.Request, here: House, place: str) -> web.StreamResponse:
    hub = here.hub

    def telling(marks: Marks) -> Iterable[tuple[str, bytes]]:
        if "room" in marks:
            yield "room", room_data(hub)
        if "board" in marks:
            yield "board", packed({"rev": hub.room.rev})

    return await _stream(request, here, place, telling, ("room", "board"), hub.room.rev)


def room_data(hub: Hub) -> bytes:
    """What holds for everybody."""
    room = hub.room
    return packed(
        {
            "rev": room.rev,
            "paused": room.paused,
            "locked": room.locked,
            "ended": room.ended,
            "gates": sorted(room.gates),
            "released": sorted(room.released),
            "wall": {"slide": room.wall[0], "step": room.wall[1]},
        }
    )


async def _stream(
    request: web.Request, here: House, place: str, telling: Telling, first: tuple[str, ...], changed: int
) -> web.StreamResponse:
    """Tell what changed until the reader goes. Who knows all up to `changed` is told nothing at first."""
    listener = here.hub.fanout.open(place)
    if not changed <= _known(request) <= here.hub.room.rev:
        listener.mark(*first)
    response = web.StreamResponse(headers=HEADERS)
    try:
        await response.prepare(request)
        await response.write(b"retry: 1000\n\n")
        await _tell(response, listener, here.hub, telling)
    except ConnectionError:
        pass  # The reader has gone: they come back with the id of what they heard last.
    finally:
        here.hub.fanout.drop(listener)
    return response


async def _tell(response: web.StreamResponse, listener: Listener, hub: Hub, telling: Telling) -> None:
    while not listener.closing:
        marks = await listener.wait(PING)
        rev = hub.room.rev
        said = b"".join(_event(name, rev, data) for name, data in telling(marks))
        if said or not marks:
            await response.write(said or b"event: ping\ndata: {}\n\n")


def _event(name: str, rev: int, data: bytes) -> bytes:
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (rev, name.encode(), data)


def _known(request: web.Request) -> int:
    """The number of the last thing heard; -1 for a stream that begins."""
    return rev_of(request.headers.get("Last-Event-ID", ""))

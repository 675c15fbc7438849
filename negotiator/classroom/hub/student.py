"""A student's routes: the moment one is in, a move, and words beside the game."""

import json
from collections.abc import Mapping

from aiohttp import web

from negotiator.classroom.events import Json, Kind
from negotiator.classroom.hub.answers import JSON_TYPE, STATUS, Refused, answer
from negotiator.classroom.hub.bodies import SMALL, WORK, Anew, Body, HandIn, Keep, Remark, Submit, read
from negotiator.classroom.hub.house import house
from negotiator.classroom.people import Holder, Role
from negotiator.classroom.showing import event_data
from negotiator.classroom.wishes import Refusal, Wish

LONGEST_REV = 18
"""Digits: what every store can count to."""


async def seated(request: web.Request) -> Holder:
    """The student who asks.

    Raises:
        Refused: it is none, or the chair is not there.
    """
    here = house(request)
    holder = await here.doors.admit(request, Role.STUDENT)
    if holder.place not in here.hub.room.chairs:
        await here.hub.catch_up()
    return holder


async def now(request: web.Request) -> web.Response:
    """The moment at one's chair."""
    holder = await seated(request)
    return web.Response(body=house(request).hub.seen(holder.place), content_type=JSON_TYPE)


async def move(request: web.Request) -> web.Response:
    """Make a move."""
    holder = await seated(request)
    body = await read(request, Submit)
    return await granted(
        request, holder.place, body.client, Wish(Kind.MOVED, body.move.model_dump(), body.seq)
    )


async def reason(request: web.Request) -> web.Response:
    """Say why, in a line."""
    return await _said(request, Kind.REASON, Remark)


async def disagree(request: web.Request) -> web.Response:
    """Disagree with the coach."""
    return await _said(request, Kind.DISAGREED, Remark)


async def keep(request: web.Request) -> web.Response:
    """Put a line down in the notebook."""
    return await _said(request, Kind.KEPT, Keep)


async def hand_in(request: web.Request) -> web.Response:
    """Hand something in."""
    return await _said(request, Kind.HANDED, HandIn, most=WORK)


async def retry(request: web.Request) -> web.Response:
    """Begin a further attempt."""
    return await _said(request, Kind.RETRIED, Anew)


async def _said(request: web.Request, kind: Kind, model: type[Body], *, most: int = SMALL) -> web.Response:
    holder = await seated(request)
    body = (await read(request, model, most=most)).model_dump(exclude_none=True)
    client = str(body.pop("client"))
    return await granted(request, holder.place, client, Wish(kind, body))


async def granted(request: web.Request, place: str, client: str, wish: Wish) -> web.Response:
    """Submit a wish; the answer says what came of it, and how things stand at the chair."""
    hub = house(request).hub
    try:
        done = await hub.submit(place, client, wish)
    except Refusal as no:
        raise Refused(
            STATUS.get(no.reason, 409), no.reason, no.message, no.hint, body=_standing(request, place)
        ) from None
    return _with_now(done._asdict(), hub.seen(place))


def _with_now(told: Mapping[str, Json], seen: bytes) -> web.Response:
    """A document whose `now` is already in JSON."""
    head = json.dumps(told, separators=(",", ":")).encode()
    return web.Response(body=head[:-1] + b',"now":' + seen + b"}", content_type=JSON_TYPE)


def _standing(request: web.Request, place: str) -> Mapping[str, object]:
    hub = house(request).hub
    return {"now": json.loads(hub.seen(place))} if place in hub.room.chairs else {}


async def scenario(request: web.Request) -> web.Response:
    """The scenario's file as the room pinned it: {text, hash, scenario, title}."""
    await seated(request)
    story = house(request).hub.room.story
    return answer(
        {"text": story.text, "hash": story.hash, "scenario": story.game.scenario.id, "title": story.title}
    )


async def log(request: web.Request) -> web.Response:
    """What happened to the room and at one's own chair, oldest first, after the rev `since`: {events}."""
    holder = await seated(request)
    hub = house(request).hub
    events: list[Json] = []
    rev = rev_of(request.query.get("since", "0"))
    if rev < 0:
        raise Refused(400, "malformed", "'since' has to be the number of an event.")
    while page := await hub.store.at(holder.place, rev):
        events += map(event_data, page)
        rev = page[-1].rev
    return answer({"events": events})


def rev_of(text: str) -> int:
    """The number of an event as it stands in an address or a header; -1 when it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_REV else -1

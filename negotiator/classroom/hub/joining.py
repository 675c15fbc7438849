"""The way in: with the room's code to a new chair, with a ticket of one's own to the chair one has."""

from aiohttp import web

from negotiator.classroom.events import Kind
from negotiator.classroom.hub import codes
from negotiator.classroom.hub.answers import Refused, answer
from negotiator.classroom.hub.auth import give_cookie
from negotiator.classroom.hub.bodies import Anew, Join, Ticket, read
from negotiator.classroom.hub.house import House, house
from negotiator.classroom.hub.names import plain
from negotiator.classroom.hub.student import seated
from negotiator.classroom.hub.tickets import MINUTES
from negotiator.classroom.people import Role
from negotiator.classroom.wishes import Wish


async def join(request: web.Request) -> web.Response:
    """Take a chair: {place, token, seat}. Sent again with the same client id it is the same chair, with a new token."""
    here = house(request)
    body = await read(request, Join)
    place = await _place(request, here, body)
    token = await here.doors.issue(place, Role.STUDENT)
    response = answer({"place": place, "token": token, "seat": here.hub.room.chair(place).seat})
    give_cookie(request, response, Role.STUDENT, token)
    return response


async def _place(request: web.Request, here: House, body: Join) -> str:
    code = codes.typed(body.code)
    patient(request, here)
    if code and codes.same(code, here.code):
        return await _new_chair(here, body)
    if code and (ticket := here.tickets.use(code)) and ticket.role is Role.STUDENT:
        return ticket.place
    here.attempts.missed(address(request))
    raise Refused(
        403, "wrong-code", "That is not the code of this room.", "It has eight letters and digits: XXXX-XXXX."
    )


async def _new_chair(here: House, body: Join) -> str:
    place = codes.place_of(here.salt, body.client)
    wish = Wish(Kind.JOINED, {"seat": "candidate", "pair": "", "roster": plain(body.roster)})
    await here.hub.submit(place, body.client, wish)
    name, student = plain(body.name), plain(body.student)
    if name or student:
        await here.hub.kept(here.hub.store.put_person(place, name, student))
    return place


async def device(request: web.Request) -> web.Response:
    """A ticket to type on another device, good for ten minutes and once: {code, minutes}."""
    here = house(request)
    holder = await seated(request)
    await read(request, Anew)
    return answer({"code": codes.spoken(here.tickets.device(holder.place)), "minutes": MINUTES})


async def enter(request: web.Request) -> web.Response:
    """Let the browser that has the projector's link in as the projector: its ticket is used up by that."""
    here = house(request)
    body = await read(request, Ticket)
    patient(request, here)
    ticket = here.tickets.use(body.ticket)
    if ticket is None or ticket.role is Role.STUDENT:
        here.attempts.missed(address(request))
        raise Refused(403, "used", "This link has been used already.", "Take a new one from the dashboard.")
    response = answer({"role": ticket.role.value})
    give_cookie(request, response, ticket.role, await here.doors.issue(ticket.place, ticket.role))
    return response


def address(request: web.Request) -> str:
    """Where a request comes from, to count its wrong guesses; it is written nowhere."""
    return request.remote or ""


def patient(request: web.Request, here: House) -> None:
    """Raises Refused while this address has guessed too often."""
    if seconds := here.attempts.wait(address(request)):
        raise Refused(
            429,
            "too-many",
            "Too many wrong codes from here.",
            f"Try again in {seconds} seconds.",
            headers={"Retry-After": str(seconds)},
        )

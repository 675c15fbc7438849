"""Sits down at a chair: joins or comes back, has the log, opens the run."""

from dataclasses import dataclass, replace
from pathlib import Path

from negotiator.classroom.client import ticket
from negotiator.classroom.client.address import Address
from negotiator.classroom.client.known import Known
from negotiator.classroom.client.link import Declined, Link, Unreached, clean
from negotiator.classroom.client.run import ChairRun
from negotiator.classroom.client.ticket import Ticket
from negotiator.errors import NegotiatorError


@dataclass(frozen=True, slots=True)
class Person:
    """What one says of oneself, for the instructor's table of names alone; both may be empty."""

    name: str = ""
    student: str = ""


async def sit_down(where: Address, person: Person, saves: str | None = None) -> ChairRun:
    """One's chair and its run; the chair of last time, where there was one.

    Raises:
        NegotiatorError: the code is wrong, the class is locked, or the hub is out of reach and nothing of the
            chair is known here.
    """
    at = ticket.folder(where, saves)
    chair = ticket.read(at)
    if not chair.token:
        # Kept before it is sent: if the answer is lost, the same id joins the same chair again.
        ticket.write(at, chair)
        chair = await _join(where, person, chair, at)
    try:
        known = await _known(where, chair, at)
    except Declined as no:
        if no.status != 401:
            raise
        # Removed, or another class with the same code: whoever may come in takes a chair anew.
        chair = await _join(where, person, ticket.fresh(), at)
        known = await _known(where, chair, at)
    return ChairRun(at, known, chair)


async def _join(where: Address, person: Person, chair: Ticket, at: Path) -> Ticket:
    body = {"code": where.code, "client": chair.client, "name": person.name, "student": person.student}
    async with Link(where.base) as link:
        told = await link.send("/api/join", body)
    token, place = told.get("token"), told.get("place")
    if not isinstance(token, str) or not isinstance(place, str):
        raise NegotiatorError(
            f"What answers at {where.base} is not a class of Negotiator.", "Look at the address again."
        )
    seated = replace(chair, token=token, place=clean(place))
    ticket.write(at, seated)
    return seated


async def _known(where: Address, chair: Ticket, at: Path) -> Known:
    """The log from the hub; while that is out of reach, the one that was kept."""
    known = Known(chair.place, at)
    known.remember()
    try:
        async with Link(where.base, chair.token) as link:
            known.learn(await link.ask(f"/api/log?since={known.room.rev}"))
    except Unreached:
        if not known.seated:
            raise
    if not known.seated:
        raise NegotiatorError("The class has not begun yet.", "Try again when the code is on the wall.")
    return known

"""What the routes of one hub share."""

from dataclasses import dataclass

from aiohttp import web

from negotiator.classroom.hub.attempts import Attempts
from negotiator.classroom.hub.auth import Doors
from negotiator.classroom.hub.hub import Hub
from negotiator.classroom.hub.tickets import Tickets


@dataclass(slots=True)
class House:
    """A hub with its doors."""

    hub: Hub
    doors: Doors
    attempts: Attempts
    tickets: Tickets
    code: str
    """What one joins with, as it is compared: without its dash."""
    salt: str
    """The key of the places (see codes.place_of)."""
    lan: bool = False
    """Whether other computers of the network may come in."""


HOUSE = web.AppKey("house", House)


def house(request: web.Request) -> House:
    """The house a request came to."""
    return request.app[HOUSE]

"""Words that open one door once: the projector's link, and the way from one device to another."""

from collections.abc import Callable
from dataclasses import dataclass, field

from negotiator.classroom.hub.codes import new_code
from negotiator.classroom.people import Role, digest, new_token

MINUTES = 10
"""A ticket for another device lasts so long: it is typed by hand, so it is short."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """Whom it lets in, and until when (seconds of the clock; None: until it is used)."""

    place: str
    role: Role
    until: float | None


@dataclass(slots=True)
class Tickets:
    """Tickets of this process. They are kept nowhere: after a restart one asks for another."""

    clock: Callable[[], float]
    """Seconds, never going back."""
    _open: dict[bytes, Ticket] = field(default_factory=dict)

    def link(self, place: str, role: Role) -> str:
        """A ticket for a link that is clicked."""
        word = new_token()
        self._open[digest(word)] = Ticket(place, role, None)
        return word

    def device(self, place: str) -> str:
        """A ticket that is typed on another device, in the letters of a room's code. One at a time for a place."""
        self._open = {key: one for key, one in self._open.items() if one.until is None or one.place != place}
        word = new_code()
        self._open[digest(word)] = Ticket(place, Role.STUDENT, self.clock() + MINUTES * 60)
        return word

    def use(self, word: str) -> Ticket | None:
        """Whom it lets in; after that nobody."""
        ticket = self._open.pop(digest(word), None)
        if ticket is None or (ticket.until is not None and ticket.until < self.clock()):
            return None
        return ticket

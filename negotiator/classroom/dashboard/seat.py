"""The podium in the hub's own process: the room is read where it stands, and orders go the way of every wish."""

from secrets import token_hex

from negotiator.classroom.dashboard.board import Board, board
from negotiator.classroom.dashboard.ports import Doorplate, Order
from negotiator.classroom.events import ROOM, Json
from negotiator.classroom.hub.answers import Refused
from negotiator.classroom.hub.house import House
from negotiator.classroom.hub.instructor import TO_CHAIR, TO_ROOM
from negotiator.classroom.people import Role
from negotiator.classroom.wishes import Wish
from negotiator.errors import Exit, NegotiatorError

KINDS = {**TO_ROOM, **TO_CHAIR}


class Seat:
    """A Podium over a hub in the same loop."""

    def __init__(self, house: House, doorplate: Doorplate) -> None:
        self._house = house
        self._hub = house.hub
        self._doorplate = doorplate

    @property
    def doorplate(self) -> Doorplate:
        """How people come in."""
        return self._doorplate

    def wall_link(self) -> str:
        """A fresh ticket, on this computer's own address: the projector hangs on the instructor's laptop."""
        return f"{self._doorplate.addresses[-1]}/wall#{self._house.tickets.link(ROOM, Role.WALL)}"

    def board(self) -> Board:
        """The room in memory."""
        return board(self._hub.room, self._hub.now(), self._hub.fanout.listening)

    async def order(self, order: Order) -> None:
        """Checked, kept and told by the hub.

        Raises:
            NegotiatorError: the room or the disk refuses it.
        """
        body: dict[str, Json] = {}
        if order.scene:
            body["scene"] = order.scene
        if order.seconds:
            body["seconds"] = order.seconds
        try:
            await self._hub.submit(order.place or ROOM, f"desk-{token_hex(8)}", Wish(KINDS[order.what], body))
        except Refused as no:
            raise NegotiatorError(no.message, no.hint, code=Exit.FINDINGS) from None

"""What the instructor's screen needs of a room: the board, and somewhere to send orders."""

from dataclasses import dataclass
from typing import Protocol

from negotiator.classroom.dashboard.board import Board


@dataclass(frozen=True, slots=True)
class Order:
    """Something the instructor wants to happen; `what` is named as the hub's routes are."""

    what: str
    """pause, resume, gate, open-gate, bell, extend, advance, lock, unlock, remove or end."""
    place: str = ""
    """The chair it is about; empty for the room."""
    scene: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Doorplate:
    """How people come in."""

    code: str
    """As the wall shows it: "K7M3-Q9XA"."""
    addresses: tuple[str, ...]
    """For browsers, the best one first: "http://192.168.1.20:8400"."""

    @property
    def terminal(self) -> str:
        """What to type in a terminal."""
        host = self.addresses[0].partition("://")[2] if self.addresses else ""
        return f"negotiator class join {self.code}@{host}" if host else f"negotiator class join {self.code}"


class Podium(Protocol):
    """The room, as seen from in front."""

    @property
    def doorplate(self) -> Doorplate:
        """How people come in."""

    def wall_link(self) -> str:
        """An address that makes one browser the projector, once."""

    def board(self) -> Board:
        """The room as it is at this moment."""

    async def order(self, order: Order) -> None:
        """Have it done, and written down, before this returns.

        Raises:
            NegotiatorError: it cannot be done, in words.
        """

"""The chairs of a table, and who sits on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Seat(StrEnum):
    """A chair."""

    CANDIDATE = "candidate"
    MANAGER = "manager"
    OBSERVER = "observer"

    @property
    def other(self) -> "Seat":
        """Who sits opposite; an observer looks at the candidate."""
        return Seat.MANAGER if self is Seat.CANDIDATE else Seat.CANDIDATE


SIDES = (Seat.CANDIDATE, Seat.MANAGER)
"""The two that bargain, as points are ordered: the player's side, the counterpart's."""


class Mode(StrEnum):
    """How a pair talks; the words are those of the room's settings."""

    PHONES = "pairs"
    """Packages go back and forth on the phones."""
    FACE = "face"
    """They talk aloud, and type only what they have agreed."""


class By(StrEnum):
    """Who made a move."""

    PLAYER = "player"
    ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits at a table, by place ids."""

    candidate: str = ""
    """Empty: nobody yet."""
    manager: str = ""
    observers: tuple[str, ...] = ()
    table: int = 0
    """Its number on the wall, from 1; 0 where the next free one will do."""

    def at(self, seat: Seat) -> str:
        """Who sits on a chair of the two sides, empty for nobody."""
        return self.manager if seat is Seat.MANAGER else self.candidate

    def seat(self, place: str) -> Seat | None:
        """The chair of somebody; None for who does not sit here."""
        if not place:
            return None
        if place in self.observers:
            return Seat.OBSERVER
        return next((side for side in SIDES if self.at(side) == place), None)

    @property
    def empty(self) -> Seat | None:
        """The first empty chair of the two sides."""
        return next((side for side in SIDES if not self.at(side)), None)

    def people(self) -> Iterator[str]:
        """Everybody who sits here."""
        yield from (one for one in (self.candidate, self.manager, *self.observers) if one)

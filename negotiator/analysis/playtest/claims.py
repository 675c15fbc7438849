"""What a claim of a play-test rests on, and the walk that shows it."""

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What a claim rests on."""

    PROVED = "proved"
    """The exact search saw all there is; or there is a walk that shows it."""
    SAMPLED = "sampled"
    """Seen in so many plays: more plays may see more."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a claim rests on, with the number of plays behind it where it is sampled."""

    basis: Basis
    plays: int = 0

    @property
    def proved(self) -> bool:
        """Whether no further play can change it."""
        return self.basis is Basis.PROVED


PROVED = Ground(Basis.PROVED)


@dataclass(frozen=True, slots=True)
class Walk:
    """Moves that lead from the start to a spot, and the command that replays them."""

    moves: tuple[str, ...]
    """As a script has them. What only luck or the talk at a table decides stands in brackets: "(impasse)"."""
    command: str
    """To paste in a shell. It leads to the spot, or as far as moves can lead when `note` says so."""
    seed: int | None
    """The luck under which it goes so; None where none was found, or the talk decides."""
    exact: bool
    """The command was replayed and does lead to the spot."""
    note: str = ""
    """What stands in the way of that, in words."""

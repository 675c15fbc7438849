"""A chair in the room: who sits there and what has been played there, attempt by attempt."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from negotiator.game.play import Play


class Mark(NamedTuple):
    """A turn of an attempt: both from 1."""

    attempt: int
    turn: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """One play of the story: the turns in force, and who made each."""

    number: int
    play: Play
    by: tuple[str, ...] = ()
    """For each turn: player, engine or instructor."""
    helped: int = 0
    """Moves that somebody else made, those taken back included."""

    @property
    def finished(self) -> bool:
        """Whether it has come to an ending."""
        return self.play.state.ending >= 0


@dataclass(frozen=True, slots=True)
class Chair:
    """One place in the room after the events so far."""

    place: str
    name: str
    """The pseudonym that everybody may see."""
    seat: str
    """candidate, manager or observer."""
    pair: str
    roster: str
    seed: int
    order: int
    """Key of the order in which choices stand here."""
    now: Attempt
    seq: int
    """Events of this place so far."""
    story: int
    """seq of the last event that changed the story here: a wish that knows it is not stale."""
    joined_at: datetime
    last_at: datetime
    """When somebody last moved here."""
    earlier: tuple[Attempt, ...] = ()
    """Attempts before this one, the first first."""
    kept: tuple[str, ...] = ()
    reasons: tuple[tuple[Mark, str], ...] = ()
    disagreed: frozenset[Mark] = frozenset()
    handed: tuple[tuple[str, str], ...] = ()
    """What, and its text."""
    extended: int = 0
    """Seconds more than the others have."""
    mover: str = "player"
    """Who makes the moves: player, engine or instructor."""
    removed: bool = False

    @property
    def play(self) -> Play:
        """The run on the table."""
        return self.now.play

    @property
    def first(self) -> Attempt:
        """The attempt that counts: the first."""
        return self.earlier[0] if self.earlier else self.now

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """All attempts, the first first."""
        return (*self.earlier, self.now)

"""What one chair may see of a moment: the player's view of the game, and the room around it."""

from dataclasses import dataclass
from datetime import datetime

from negotiator.classroom.chair import Mark
from negotiator.game.play import Turn
from negotiator.game.view import View


@dataclass(frozen=True, slots=True)
class ChairView:
    """One moment at one chair. `showing.chair_data` makes JSON of it."""

    place: str
    name: str
    seat: str
    pair: str
    rev: int
    """The newest event this view has seen."""
    seq: int
    """Events of this place so far; a wish goes with seq + 1."""
    attempt: int
    hidden: str
    """Why the moment is not shown: "paused", "gate", or empty."""
    waiting: str
    """What the room waits at, in words, when hidden is "gate"."""
    view: View | None
    """The moment, choices in this chair's order; None while it is hidden."""
    last: Turn | None
    """The last turn of the story, as far as it may be seen."""
    can_undo: bool
    can_retry: bool
    wants_reason: bool
    """The last choice was one of those that ask for a line of reasons, and none is there yet."""
    finished: bool
    unfinished: bool
    """Play is over and no ending was reached; what was reached counts."""
    deadline: datetime | None
    """When the bell rings for this chair; None without a clock, or while it stands still."""
    left: int | None
    """Seconds left when the clock stands still; None otherwise."""
    locked: bool
    paused: bool
    ended: bool
    removed: bool
    mover: str
    kept: tuple[str, ...]
    reasons: tuple[tuple[Mark, str], ...]
    disagreed: tuple[Mark, ...]
    handed: tuple[str, ...]
    released: tuple[str, ...]

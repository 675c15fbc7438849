"""What a scripted player keeps book of: every answer it was given, to be held against the hub's own record."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Something the hub says it has kept."""

    client: str
    rev: int
    seq: int
    said: str
    """The move as a script writes it; empty for what is none."""
    at: float
    """When the answer came, in seconds of the loop's clock."""
    took: float
    """Seconds from the first time it was sent."""
    tries: int
    """Times it was sent until an answer came."""


@dataclass(slots=True)
class Book:
    """One player's record of a rehearsal."""

    number: int
    way: str
    place: str = ""
    joined: float | None = None
    """Seconds that joining took; None: it never came to it."""
    acknowledged: list[Acknowledged] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    """Client ids of everything that was sent, answered or not."""
    refused: Counter[str] = field(default_factory=Counter)
    """Refusals by their code."""
    breaks: int = 0
    """Times the wire broke."""
    unanswered: int = 0
    """Decisions that were sent and never answered."""
    waiting: str = ""
    """Why it stopped before its last decision; empty if it did not."""
    faults: list[str] = field(default_factory=list)
    """What should not have happened."""
    endings: int = 0

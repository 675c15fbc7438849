"""What players came to, how long it took them, and what that says of the teaching, as data."""

from dataclasses import dataclass

from negotiator.analysis.playtest.claims import Ground


@dataclass(frozen=True, slots=True)
class Player:
    """A strategy player of the story, and what became of it: means over its plays."""

    name: str
    manner: str
    """What it does, in words."""
    plays: int
    finished: int
    endings: tuple[tuple[str, float], ...]
    """Ids of endings with their shares, the commonest first."""
    courage: float
    finesse: float
    """Sums, as fit."""
    fit: float
    moves: float
    lost: float
    """Share of the plays in which an offer that was there was lost: withdrawn, expired or lost."""
    own: float | None
    """Mean points of the deal, or of what the player has without one; None without a deal."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A way through the story by its length."""

    name: str
    """shortest, median or longest."""
    words: int
    minutes: float
    moves: int
    ending: str


@dataclass(frozen=True, slots=True)
class Length:
    """How long the story is."""

    trips: tuple[Trip, ...]
    ground: Ground
    fewest: int | None
    """Moves of the shortest way to an ending, proved; None where the search did not find one."""
    words: int
    """Of the whole file, coach's notes included."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing a scenario should reward, and whether it does."""

    said: str
    holds: bool
    ground: Ground


@dataclass(frozen=True, slots=True)
class Teaching:
    """Whether the scenario rewards what it says it teaches."""

    verdict: str
    """yes, partly, no."""
    sentence: str
    aims: tuple[str, ...]
    """The author's own, from [guide]."""
    lessons: tuple[Lesson, ...]

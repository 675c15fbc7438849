"""The state of a run, the move that changes it and the events a move leaves behind."""

from typing import NamedTuple

VISIT_BITS = 8
MAX_VISITS = (1 << VISIT_BITS) - 1


class State(NamedTuple):
    """All that play depends on. Integers only: indices and masks follow the order of the compiled game."""

    seed: int
    scene: int
    """Index of the scene one is in, or was in when the story ended."""
    ending: int
    """Index of the ending, -1 while the story goes on."""
    values: tuple[int, ...]
    """The declared states: numbers, flags as 0 and 1, words by their position."""
    facts: int
    """Mask of the facts learned."""
    taken: int
    """Mask of the choices and outcomes that have happened."""
    visits: int
    """Visits of each scene, eight bits a scene, counted up to 255."""
    reached: int
    """The furthest stage so far, 0 to 3."""
    days: int
    """Days the offer has left; 0 is its last day, -1 means it has expired."""
    field: int
    """How many candidates are still in the running, 0 when nobody said."""
    courage: int
    finesse: int
    asks: int
    """Questions and counters so far; `finesse` is the sum of their marks."""
    fit: int


class Move(NamedTuple):
    """What a player does: `choose` with the id of a choice, or `undo`."""

    kind: str
    choice: str = ""


def choose(choice: str) -> Move:
    """The move that takes a choice."""
    return Move("choose", choice)


UNDO = Move("undo")


class Replied(NamedTuple):
    """What was said to the choice."""

    text: str


class Learned(NamedTuple):
    """A fact went into the notebook; `by` is who told it, empty when it was found."""

    fact: str
    by: str


class Changed(NamedTuple):
    """A declared state has another value."""

    state: str
    before: int
    after: int


class DaysPassed(NamedTuple):
    """Days of the offer's life went by; `left` is 0 on the last day, -1 once it has expired."""

    days: int
    left: int


class OfferMade(NamedTuple):
    """The written offer is there: the turn from candidate to catbird seat."""

    days: int


class Narrowed(NamedTuple):
    """The field of candidates changed."""

    before: int
    after: int


class Entered(NamedTuple):
    """A scene began."""

    scene: str
    visit: int


class Ended(NamedTuple):
    """The story stopped."""

    ending: str


Event = Replied | Learned | Changed | DaysPassed | OfferMade | Narrowed | Entered | Ended


class Step(NamedTuple):
    """What a move led to. `outcome` is the id of the outcome drawn, empty when there was nothing to draw."""

    state: State
    events: tuple[Event, ...]
    outcome: str

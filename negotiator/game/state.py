"""The state of a run, the move that changes it and the events a move leaves behind."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from negotiator.bargaining.deal import Package
    from negotiator.bargaining.talk import Talk

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
    lifted: int = 0
    """Mask of the limits that somebody in the story has lifted."""
    agreed: tuple[int, ...] = ()
    """What was agreed: 1 when it is the letter unchanged, the structure, an option of each issue; empty before."""
    talk: "Talk | None" = None
    """The talk about terms, once a word has been said."""
    brought: int = 0
    """What trust outside the talk was when it was last looked at."""
    spoken: tuple[str, ...] = ()
    """What the counterpart has found words for, in order, so that none come twice too soon."""
    notes: "Notes | None" = None
    """What the player has put down about the deal."""


class Notes(NamedTuple):
    """What a player puts down: their own priorities, a guess of the counterpart's, tries after the deal."""

    declared: tuple[int, ...] = ()
    """Issues, the dearest first."""
    declared_at: int = -1
    """Furthest stage when they were first declared, -1 if never."""
    changed: int = 0
    """Times they were declared anew after the letter had come."""
    guess: tuple[int, ...] = ()
    """Issues held to matter most to the counterpart."""
    least: tuple[int, ...] = ()
    """Issues held to matter least to them."""
    tries: tuple[tuple[int, ...], ...] = ()
    """Packages tried after the deal: the structure and an option for each issue."""
    revealed: bool = False
    """The counterpart's points have been shown: nothing can be guessed any more."""


class Move(NamedTuple):
    """What a player does: `choose` with the id of a choice, `undo`, or a move at the table with its line."""

    kind: str
    choice: str = ""
    line: str = ""
    """What comes after the kind: "revised base=k196 because=company"."""

    @property
    def text(self) -> str:
        """As a script has it."""
        return self.choice if self.kind == "choose" else f"{self.kind} {self.line}".rstrip()


AT_TABLE = ("propose", "offer-set", "ask", "tell", "pause", "accept", "walk")
"""Moves where terms are negotiated."""
IN_NOTES = ("declare", "guess", "try", "reveal")
"""Moves that change nothing in the story."""


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


class Sent(NamedTuple):
    """The player sent packages; the counterpart's answer follows."""

    packages: tuple["Package", ...]
    answer: str
    """accepted, countered, impasse or withdrawn."""
    counter: "Package | None"
    barred: tuple[str, ...]
    """Limits that the package liked best breaks."""


class Told(NamedTuple):
    """The counterpart has told something of what was asked."""

    topic: str
    level: str
    """full, partly or nothing."""


class Lifted(NamedTuple):
    """A limit has been lifted, or has come back with a no."""

    limit: str
    lifted: bool


class Warmed(NamedTuple):
    """Trust at the table has changed."""

    before: int
    after: int


class Agreed(NamedTuple):
    """There is a deal."""

    package: "Package"


class Tried(NamedTuple):
    """A package tried after the deal: better for "both"; for "you" or "them", at no cost to the other; "neither"."""

    package: "Package"
    better: str


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


Event = (
    Replied
    | Learned
    | Changed
    | Sent
    | Told
    | Lifted
    | Warmed
    | Agreed
    | Tried
    | DaysPassed
    | OfferMade
    | Narrowed
    | Entered
    | Ended
)


class Step(NamedTuple):
    """What a move led to. `outcome` is the id of the outcome drawn, empty when there was nothing to draw."""

    state: State
    events: tuple[Event, ...]
    outcome: str

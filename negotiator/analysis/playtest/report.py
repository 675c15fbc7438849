"""What a play-test found, as data: every claim says whether it is proved or sampled, and from how many plays.

Sums are the author's marks added up over a run, a choice counting once. Shares go from 0 to 1.
"""

from dataclasses import dataclass
from enum import StrEnum

from negotiator.analysis.playtest.claims import Ground, Walk
from negotiator.analysis.playtest.played import Length, Player, Teaching
from negotiator.analysis.playtest.tabled import DealPart
from negotiator.scenario.findings import Severity


class Reached(StrEnum):
    """Whether something can happen."""

    REACHED = "reached"
    """There is a walk to it, so this is always proved."""
    NEVER = "never"
    """Proved: nothing leads to it."""
    UNSEEN = "not seen"
    """In none of the plays; the search did not see everything."""


class Kind(StrEnum):
    """What a spot is."""

    SCENE = "scene"
    CHOICE = "choice"
    OUTCOME = "outcome"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Spot:
    """A scene, a choice, an outcome of a choice or an ending."""

    kind: Kind
    path: tuple[str, ...]
    """Ids from the scene down: ("hall",), ("hall", "push"), ("hall", "push", "lands"), ("signed",)."""
    words: str
    """What the author calls it: a place, a line, a title; empty for an outcome."""
    reached: Reached
    ground: Ground
    uniform: int
    """Plays by the uniform policy in which it came up."""
    least_used: int
    """Plays by the least-used-first policy in which it came up."""
    walk: Walk | None
    """The shortest one where the search is exact, else the shortest seen."""

    @property
    def id(self) -> str:
        """The path with dots."""
        return ".".join(self.path)


class Fault(StrEnum):
    """What a trouble is."""

    DEAD_END = "dead end"
    """A scene in which nobody can take any choice."""
    VANISHED = "choices vanish"
    """A moment when none of a scene's choices can be taken, though at others some can."""
    TRAP = "no way out"
    """A moment from which no way leads to an ending."""
    CRASH = "crash"
    """The engine failed."""
    UNREACHED = "not reached"
    ENDLESS = "no end in sight"
    """A play that was given up after so many moves."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to mend, with the shortest walk to it."""

    fault: Fault
    severity: Severity
    path: tuple[str, ...]
    """As in Spot."""
    message: str
    ground: Ground
    walk: Walk | None


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest of something."""

    low: int
    high: int


Marks = tuple[int, int, int]
"""Sums of courage, finesse and fit."""


@dataclass(frozen=True, slots=True)
class Range:
    """The sums that runs which come to an ending can have."""

    ending: str
    """Its id; empty for all endings together."""
    title: str
    courage: Span
    finesse: Span
    fit: Span
    ground: Ground
    front: tuple[Marks, ...]
    """The trade-off: sums of which none can be raised without another falling, the most courage first."""
    front_ground: Ground


@dataclass(frozen=True, slots=True)
class Share:
    """How often an ending comes up."""

    ending: str
    title: str
    outcome: str
    """signed, declined, lost, withdrawn or expired."""
    share: float
    ground: Ground
    """Proved: worked out from all states as a Markov chain, every choice that can be taken alike likely."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """How a score, 0 to 100 as players see it, is spread over random plays: the story's part, without the table's."""

    name: str
    """courage, finesse or fit."""
    counts: tuple[tuple[int, int], ...]
    """Score and number of plays, the lowest score first."""
    unjudged: int
    """Plays in which there was too little to judge by."""
    proved: bool
    """The yardstick behind the scores is exact."""


class Worth(StrEnum):
    """What is to be said of a choice."""

    NEVER = "never worth taking"
    ALWAYS = "always worth taking"


@dataclass(frozen=True, slots=True)
class Judged:
    """A choice that is no choice."""

    worth: Worth
    path: tuple[str, str]
    words: str
    moments: int
    """States that were looked at in which it can be taken."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What the exact search did."""

    complete: bool
    states: int
    """Merged states looked at."""
    stopped: str
    """Why it stopped, in words that follow "the search stopped"."""
    undecided: str
    """What neither the search nor a play has decided, counted: "3 choices and 1 dead end"; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """What was played at random."""

    plays: int
    uniform: int
    """Of them by the uniform policy, the others by the least-used-first policy."""
    moves: int
    unfinished: int
    """Plays that came to no ending."""
    seed: int


@dataclass(frozen=True, slots=True)
class Playtest:
    """The whole report."""

    scenario: str
    title: str
    language: str
    file: str
    interrupted: bool
    searched: Searched
    sampled: Sampled
    troubles: tuple[Trouble, ...]
    """The worst first."""
    spots: tuple[Spot, ...]
    """In the author's order: each scene with its choices and their outcomes, then the endings."""
    ranges: tuple[Range, ...]
    """First all endings together, then each that can be reached."""
    shares: tuple[Share, ...]
    distributions: tuple[Distribution, ...]
    players: tuple[Player, ...]
    judged: tuple[Judged, ...]
    judged_ground: Ground | None
    """None where the search did not see enough to say."""
    length: Length | None
    deal: DealPart | None
    teaching: Teaching | None

    def count(self, severity: Severity) -> int:
        """Number of troubles of this severity."""
        return sum(one.severity is severity for one in self.troubles)

"""How much a search may look at before it stops: states, seconds and bytes; and why one stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import inf


class Stopped(StrEnum):
    """Why a search came to its end."""

    DONE = "done"
    """There was nothing left to look at: what was not found cannot happen."""
    ANSWERED = "answered"
    """Every question it was asked had its answer."""
    STATES = "states"
    SECONDS = "seconds"
    BYTES = "bytes"
    INTERRUPTED = "interrupted"

    @property
    def words(self) -> str:
        """For a sentence that begins "the search stopped"."""
        return {
            Stopped.DONE: "when there was nothing left to look at",
            Stopped.ANSWERED: "when every question was answered",
            Stopped.STATES: "at its budget of states",
            Stopped.SECONDS: "at its budget of seconds",
            Stopped.BYTES: "at its budget of memory",
            Stopped.INTERRUPTED: "when it was interrupted",
        }[self]


def still() -> float:
    """A clock that stands: with it no second is ever spent."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Budget:
    """What a search may spend. The clock comes in as a value, so tests can hold it still."""

    states: int = 4_000_000
    seconds: float = 60.0
    bytes: float = 220_000_000
    """Of the graph itself, by its own count: with Python, the scenario and what is worked out from the graph a process
    stays below 500 MB."""
    clock: Callable[[], float] = still
    """Seconds from any moment, as time.monotonic gives them. It comes from whoever waits: without it, seconds do not
    count and progress is called once."""

    def begin(self) -> float:
        """The second at which time is up, counted from this moment."""
        return self.clock() + self.seconds

    def over(self, states: int, size: int, until: float) -> Stopped | None:
        """Whether a search of so many states and bytes has to stop, and why."""
        if states >= self.states:
            return Stopped.STATES
        if size >= self.bytes:
            return Stopped.BYTES
        return Stopped.SECONDS if self.clock() >= until else None

    @classmethod
    def of(cls, budget: "Budget | int") -> "Budget":
        """A budget; a number is one of states and of nothing else."""
        return cls(states=budget, seconds=inf, bytes=inf) if isinstance(budget, int) else budget

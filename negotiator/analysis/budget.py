"""How much a search may look at before it stops: states, seconds and bytes; and why one stopped."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Budget:
    """What a search may spend. The clock comes in as a value, so tests can hold it still."""

    states: int = 4_000_000
    seconds: float = 60.0
    bytes: int = 220_000_000
    """Of the graph itself, by its own count: with Python, the scenario and what is worked out from the graph a process
    stays below 500 MB."""
    clock: Callable[[], float] = time.monotonic

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

"""Where screens get runs, scenarios and settings from; the app is given one, tests give another."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negotiator.tui.prefs import Prefs

if TYPE_CHECKING:
    from negotiator.analysis.best_line import Progress
    from negotiator.analysis.debrief import Debrief
    from negotiator.game.rules import Game
    from negotiator.tui.ports import Run


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario in the library."""

    id: str
    title: str
    summary: str
    difficulty: str
    path: Path
    trouble: str = ""
    """Why it cannot be played; empty when it can."""
    minutes: int | None = None
    """None until it has been measured."""


@dataclass(frozen=True, slots=True)
class Played:
    """A run on the shelf."""

    id: str
    path: Path
    scenario: str
    title: str
    last: datetime
    turns: int
    place: str = ""
    """Where the story is."""
    ending: str = ""
    """Its title."""
    outcome: str = ""
    """Empty while the story goes on."""
    trouble: str = ""
    """Why it cannot be opened; empty when it can."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The three scores of a finished run, None where there is too little to judge."""

    courage: int | None
    finesse: int | None
    fit: int | None


class Desk(Protocol):
    """Everything outside the screens. Whatever goes wrong is a NegotiatorError or an OSError."""

    def prefs(self) -> tuple[Prefs, str]:
        """The settings, and a word about them when they could not be read."""

    def set_prefs(self, *, theme: str, training: bool, reduced_motion: bool, text_width: int) -> Prefs:
        """Save other settings."""

    def cases(self) -> tuple[Case, ...]:
        """The library, quickly: without minutes."""

    def measured(self, case: Case) -> Case:
        """The case with its minutes, or its trouble; may load it."""

    def shelf(self) -> tuple[Played, ...]:
        """The runs, the latest first."""

    def standing(self, played: Played) -> Standing | None:
        """The scores of a finished run; may replay it."""

    def habit(self) -> str:
        """One sentence across the finished runs; empty when there is too little to say."""

    def load(self, path: Path) -> "Game":
        """A scenario, checked and compiled."""

    def begin(self, path: Path, seed: int | None) -> "Run":
        """A new run; without a seed, chance gives one."""

    def resume(self, path: Path) -> "Run":
        """A saved run."""

    def debrief(self, run: "Run", progress: "Progress | None" = None) -> "Debrief":
        """The debrief of a run; may search the scenario for its yardstick.

        `progress(done, of)` is called while the best line is looked for, on the thread this was called from.
        """

    def write(self, name: str, text: str) -> Path:
        """Write a page for the player and say where it is."""

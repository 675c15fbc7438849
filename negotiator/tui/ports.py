"""What a screen needs of a run being played: the surface of `negotiator.runs.session.Session`."""

from pathlib import Path
from typing import Protocol

from negotiator.game.play import Play, Turn
from negotiator.game.rules import Game
from negotiator.game.state import Move
from negotiator.game.view import View


class Run(Protocol):
    """A run on the table: moves go in, turns come out, and everything shown is already saved."""

    @property
    def id(self) -> str: ...
    @property
    def path(self) -> Path: ...
    @property
    def game(self) -> Game: ...
    @property
    def play(self) -> Play: ...
    @property
    def notice(self) -> str: ...
    @property
    def kept(self) -> tuple[str, ...]: ...
    @property
    def view(self) -> View: ...

    def choose(self, choice_id: str) -> Turn:
        """Take a choice. NotPossible and OSError leave the run as it was."""

    def move(self, move: Move) -> Turn:
        """Make a move of the story, of the table or of the notebook. Refused or not saved, as `choose`."""

    def undo(self) -> None:
        """Take back the last choice."""

    def keep(self, line: str) -> None:
        """Keep a sentence worth stealing."""

    def branch(self, at: int) -> "Run":
        """A new run from the first `at` turns of this one."""

    def close(self) -> None:
        """Let go of the file."""

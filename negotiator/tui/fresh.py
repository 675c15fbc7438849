"""A run whose file is made a moment after its first scene is drawn, and before its first move at the latest."""

from collections.abc import Callable
from pathlib import Path

from negotiator.game.play import Play, Turn, begin
from negotiator.game.rules import Game
from negotiator.game.state import Move
from negotiator.game.view import View, view
from negotiator.tui.ports import Run


class FreshRun:
    """A Run at its first scene.

    To import what writes runs, to lock and to sync takes 60 ms, which the first frame need not wait for. Every
    method that needs the file makes it first, and raises what making it raises.
    """

    def __init__(self, game: Game, seed: int, make: Callable[[], Run]) -> None:
        self.game = game
        self._first = begin(game, seed)
        self._make = make
        self._made: Run | None = None

    def settle(self) -> Run:
        """The run with its file."""
        if self._made is None:
            self._made = self._make()
        return self._made

    @property
    def id(self) -> str:
        return self._made.id if self._made else ""

    @property
    def path(self) -> Path:
        return self._made.path if self._made else Path()

    @property
    def play(self) -> Play:
        return self._made.play if self._made else self._first

    @property
    def notice(self) -> str:
        return self._made.notice if self._made else ""

    @property
    def kept(self) -> tuple[str, ...]:
        return self._made.kept if self._made else ()

    @property
    def view(self) -> View:
        return self._made.view if self._made else view(self.game, self._first.state)

    def choose(self, choice_id: str) -> Turn:
        """See Run."""
        return self.settle().choose(choice_id)

    def move(self, move: Move) -> Turn:
        """See Run."""
        return self.settle().move(move)

    def undo(self) -> None:
        """See Run."""
        self.settle().undo()

    def keep(self, line: str) -> None:
        """See Run."""
        self.settle().keep(line)

    def branch(self, at: int) -> Run:
        """See Run."""
        return self.settle().branch(at)

    def close(self) -> None:
        """See Run."""
        if self._made:
            self._made.close()

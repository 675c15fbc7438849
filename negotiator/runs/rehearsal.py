"""A run that is kept nowhere: an author tries a story that changes under their hands."""

from dataclasses import dataclass, replace
from pathlib import Path

from negotiator.game.elsewhere import Moment, placed
from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, Turn, advance
from negotiator.game.rules import Game
from negotiator.game.state import Move, choose
from negotiator.game.step import start
from negotiator.game.view import View, view
from negotiator.runs.rejoin import again, target


@dataclass(frozen=True, slots=True)
class Made:
    """A move by ids: where it was made, and where it led."""

    scene: str
    move: Move
    to: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a beginning on: the start of the story, or a moment one went to."""

    moment: Moment
    made: tuple[Made, ...] = ()


class Rehearsal:
    """A run in memory. It follows the file: `follow` makes the moves again on another version of the story.

    Moves that cannot be made again are remembered until the next move, so a slip in the file that is mended with
    the next save costs nothing.
    """

    def __init__(self, path: Path, game: Game, moment: Moment | None = None, seed: int = 0) -> None:
        self.path = path
        """The scenario's file: there is no other."""
        self.id = "preview"
        self.game = game
        self.notice = ""
        self.kept: tuple[str, ...] = ()
        self._seed = seed
        self._past: list[Stretch] = []
        self._stretch = Stretch(moment or Moment())
        self.play = self._begun()

    def _begun(self) -> Play:
        moment = self._stretch.moment
        return Play(
            placed(self.game, moment, self._seed) if moment != Moment() else start(self.game, self._seed)
        )

    @property
    def view(self) -> View:
        """What a player sees now."""
        return view(self.game, self.play.state)

    def choose(self, choice_id: str) -> Turn:
        """See `move`."""
        return self.move(choose(choice_id))

    def move(self, move: Move) -> Turn:
        """Make a move.

        Raises:
            NotPossible: it cannot be made now; nothing has changed.
        """
        self._take(advance(self.game, self.play, move))
        return self.play.turns[-1]

    def _take(self, play: Play) -> None:
        self.play = play
        self._stretch = replace(self._stretch, made=tuple(_made(self.game, turn) for turn in play.turns))

    def undo(self) -> None:
        """Take back the last move, also where a player could not; before the first, back to where one jumped from.

        Raises:
            NotPossible: there is nothing to take back.
        """
        if self.play.turns:
            self._take(replace(self.play, turns=self.play.turns[:-1]))
        elif self._past:
            self._stretch = self._past.pop()
            self.follow(self.game)
        else:
            raise NotPossible("There is nothing to take back.")

    def go(self, moment: Moment) -> None:
        """Go to a moment; `undo` leads back."""
        self._past.append(self._stretch)
        self._stretch = Stretch(moment)
        self.play = self._begun()

    def follow(self, game: Game) -> str:
        """Make the moves again on this version of the story; says in words where they cannot go on, if they cannot."""
        self.game = game
        self.play = self._begun()
        lost = self._stretch.moment.scene
        if lost and game.scene_now.get(lost) not in game.scenario.scenes:
            return f"the scene '{lost}', from where you began, is no longer there: this is the start"
        for number, one in enumerate(self._stretch.made, 1):
            after = again(game, self.play, one.move, one.scene)
            if isinstance(after, str):
                return f"step {number} of {len(self._stretch.made)} is gone: {after}"
            self.play = after
        if self._stretch.made:
            before, now = self._stretch.made[-1].to, target(game, self.play.state)
            if game.scene_now.get(before, before) != now:
                return f"the last step leads to '{now}' now"
        return ""

    @property
    def from_start(self) -> bool:
        """It began where the story does."""
        return self._stretch.moment == Moment()

    @property
    def steps(self) -> int:
        """Moves since one began, or jumped."""
        return len(self.play.turns)

    def keep(self, line: str) -> None:
        """Keep a sentence while the rehearsal lasts."""
        if line not in self.kept:
            self.kept = (*self.kept, line)

    def branch(self, at: int) -> "Rehearsal":
        """A rehearsal of its own from the first `at` moves of this one."""
        other = Rehearsal(self.path, self.game, self._stretch.moment, self._seed)
        other._take(replace(self.play, turns=self.play.turns[:at]))
        return other

    def close(self) -> None:
        """Nothing is held open."""


def _made(game: Game, turn: Turn) -> Made:
    return Made(game.places[turn.before.scene].id, turn.move, target(game, turn.after))

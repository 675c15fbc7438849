"""A run as a fold over its moves: every turn kept, undo as one more move."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from negotiator.game.impossible import NotPossible
from negotiator.game.rules import Game
from negotiator.game.state import IN_NOTES, Event, Move, State
from negotiator.game.step import start, step


@dataclass(frozen=True, slots=True)
class Turn:
    """One move and what came of it."""

    before: State
    move: Move
    after: State
    events: tuple[Event, ...]
    outcome: str

    @property
    def told(self) -> bool:
        """Whether it is part of the story; what is put down in the notebook is not."""
        return self.move.kind not in IN_NOTES


@dataclass(frozen=True, slots=True)
class Play:
    """A run so far: the turns in force, and how many were taken back."""

    first: State
    turns: tuple[Turn, ...] = ()
    undone: int = 0

    @property
    def state(self) -> State:
        """The state one is in."""
        return self.turns[-1].after if self.turns else self.first


def begin(game: Game, seed: int = 0) -> Play:
    """A run at its first scene."""
    return Play(start(game, seed))


def can_undo(game: Game, play: Play) -> bool:
    """Whether the last choice may be taken back: by the scenario's policy, and never past the ending."""
    return game.scenario.undo != "off" and any(turn.told for turn in play.turns) and play.state.ending < 0


def advance(game: Game, play: Play, move: Move) -> Play:
    """The run after one more move, `undo` included.

    Raises:
        NotPossible: the move cannot be made; the run is as it was.
    """
    if move.kind == "undo":
        if not can_undo(game, play):
            raise NotPossible(*_why_no_undo(game, play))
        return _taken_back(game, play)
    before = play.state
    done = step(game, before, move)
    return replace(play, turns=(*play.turns, Turn(before, move, done.state, done.events, done.outcome)))


def _taken_back(game: Game, play: Play) -> Play:
    """The run without its last move of the story; what was put down in the notebook since stays."""
    last = max(at for at, turn in enumerate(play.turns) if turn.told)
    kept = replace(play, turns=play.turns[:last], undone=play.undone + 1)
    for turn in play.turns[last + 1 :]:
        kept = advance(game, kept, turn.move)
    return kept


def _why_no_undo(game: Game, play: Play) -> tuple[str, str]:
    if game.scenario.undo == "off":
        return "In this scenario nothing can be taken back.", ""
    if play.state.ending >= 0:
        return "The story has ended.", "Resume from an earlier decision instead."
    return "There is nothing to take back yet.", ""


def replay(game: Game, seed: int, moves: Iterable[Move]) -> Play:
    """Play the moves from the start.

    Raises:
        NotPossible: at the first move that cannot be made.
    """
    play = begin(game, seed)
    for move in moves:
        play = advance(game, play, move)
    return play

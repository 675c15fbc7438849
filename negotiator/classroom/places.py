"""Where a chair is in the story, and whether a gate keeps it there."""

from dataclasses import replace

from negotiator.classroom.chair import Attempt, Mark
from negotiator.classroom.hall import Hall
from negotiator.game.play import Turn
from negotiator.game.state import DaysPassed, Entered, Narrowed, OfferMade

_BEYOND = (Entered, OfferMade, Narrowed, DaysPassed)
"""What a move brings in the scene it leads to."""


def scene_of(hall: Hall, attempt: Attempt) -> str:
    """Id of the scene, or of the ending."""
    state, game = attempt.play.state, hall.game
    return game.stops[state.ending].id if state.ending >= 0 else game.places[state.scene].id


def waits_at(hall: Hall, attempt: Attempt) -> str:
    """Id of the scene at whose closed gate the attempt stands; empty when none holds it."""
    scene = scene_of(hall, attempt)
    return scene if not attempt.finished and scene in hall.gates else ""


def last_told(attempt: Attempt) -> tuple[Mark, Turn] | None:
    """The last turn of the story, with its mark."""
    turns = attempt.play.turns
    for at in range(len(turns) - 1, -1, -1):
        if turns[at].told:
            return Mark(attempt.number, at + 1), turns[at]
    return None


def trimmed(turn: Turn) -> Turn:
    """A turn without what it brings in the scene it leads to."""
    return replace(turn, events=tuple(one for one in turn.events if not isinstance(one, _BEYOND)))


def asks_why(hall: Hall, turn: Turn) -> bool:
    """Whether a line of reasons belongs to the choice of this turn."""
    if turn.move.kind != "choose":
        return False
    return hall.game.places[turn.before.scene].by_id[turn.move.choice].model.moment

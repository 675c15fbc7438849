"""What holds a chair, in words, and what may be seen meanwhile."""

from dataclasses import replace

from negotiator.classroom.client.known import Known
from negotiator.classroom.ordering import ordered
from negotiator.game.play import Play
from negotiator.game.view import View, view


def gate(known: Known, play: Play) -> str:
    """Where the room waits, in words, when this chair stands before a closed gate; empty when it does not."""
    room, state = known.room, play.state
    place = room.game.places[state.scene]
    if state.ending >= 0 or place.id not in room.gates:
        return ""
    return place.model.place or place.id


def hindrance(known: Known, play: Play) -> str:
    """Why no move can be made at this chair; empty when one can. A clock is the hub's to read."""
    room = known.room
    chair = room.chair(known.place)
    if chair.removed:
        return "Your chair has been taken out of the class. Ask your instructor."
    if room.ended:
        return "The class is over. What you reached counts."
    if room.paused:
        return "The class is paused. It goes on when your instructor says so."
    if chair.mover != "player":
        return "Somebody else makes your chair’s moves at the moment."
    if where := gate(known, play):
        return f"The room waits here for the others: {where}."
    return ""


def seen(known: Known, play: Play) -> View:
    """The moment: choices in the chair's order; before a closed gate the moment before it, without anything to do."""
    game = known.room.game
    if where := gate(known, play):
        before = view(game, play.turns[-1].before if play.turns else play.state)
        waiting = f"You have come to a place where everybody waits for everybody: {where}. Lean back; it opens by itself."
        return replace(before, paragraphs=(waiting,), choices=(), table=None, people=())
    now = view(game, play.state)
    return replace(now, choices=ordered(now.choices, known.room.chair(known.place).order, now.scene))

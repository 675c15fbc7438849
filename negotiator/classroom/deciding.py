"""What may happen next: every wish is checked against the room, and completed to an event or refused."""

from collections.abc import Callable
from datetime import datetime

from negotiator.classroom import bodies
from negotiator.classroom.deciding_chair import AT_CHAIR, DAY, join
from negotiator.classroom.events import ROOM, Json, Kind, New
from negotiator.classroom.hall import Hall
from negotiator.classroom.opening import check_gates
from negotiator.classroom.wishes import Refusal, Wish
from negotiator.errors import NegotiatorError

Body = dict[str, Json]


def decide(hall: Hall, place: str, client: str, wish: Wish, now: datetime) -> New:
    """The event that grants a wish; see Room.decide."""
    _ = hall.story
    if place == ROOM:
        in_room = _IN_ROOM.get(wish.kind)
        if in_room is None:
            raise Refusal("wrong", f"'{wish.kind}' is nothing that can happen to a room.")
        return New(ROOM, client, wish.kind, in_room(hall, wish))
    if wish.kind is Kind.JOINED:
        return New(place, client, wish.kind, join(hall, place, wish), seq=1)
    at_chair = AT_CHAIR.get(wish.kind)
    if at_chair is None:
        raise Refusal("wrong", f"'{wish.kind}' is nothing that can happen at a chair.")
    chair = hall.chair(place)
    if chair.removed:
        raise Refusal("removed", "This chair has been taken out of the room.", "Ask the instructor.")
    body = at_chair(hall, chair, wish, now)
    return New(place, client, wish.kind, body, seq=chair.seq + 1 if wish.kind in _STORY else None)


_STORY = (Kind.MOVED, Kind.RETRIED, Kind.ADVANCED, Kind.MOVED_BY)
"""What must not happen when something else has come first: it claims the chair's next number."""


def _pause(hall: Hall, _wish: Wish) -> Body:
    return _unless(hall.paused, "The room is paused already.")


def _resume(hall: Hall, _wish: Wish) -> Body:
    return _unless(not hall.paused, "The room is not paused.")


def _lock(hall: Hall, _wish: Wish) -> Body:
    return _unless(hall.locked, "The room is locked already.")


def _unlock(hall: Hall, _wish: Wish) -> Body:
    return _unless(not hall.locked, "The room is not locked.")


def _end(hall: Hall, _wish: Wish) -> Body:
    return _unless(hall.ended, "The room has ended already.")


def _unless(already: bool, message: str) -> Body:
    if already:
        raise Refusal("not-possible", message)
    return {}


def _gate(hall: Hall, wish: Wish) -> Body:
    scene = bodies.line(wish.body, "scene", 200)
    try:
        check_gates(hall.game.scenario, (scene,))
    except NegotiatorError as error:
        raise Refusal("wrong", error.message, error.hint) from error
    _unless(scene in hall.gates, "That gate is closed already.")
    return {"scene": scene}


def _open_gate(hall: Hall, wish: Wish) -> Body:
    scene = bodies.line(wish.body, "scene", 200)
    if scene not in hall.gates:
        closed = ", ".join(sorted(hall.gates))
        raise Refusal("not-possible", "That gate is not closed.", f"Closed: {closed}" if closed else "")
    return {"scene": scene}


def _bell(_hall: Hall, wish: Wish) -> Body:
    return {"seconds": bodies.number(wish.body, "seconds", 0, DAY)}


def _extend(hall: Hall, wish: Wish) -> Body:
    _unless(hall.clock is None, "There is no clock to extend: set the bell first.")
    return {"seconds": bodies.number(wish.body, "seconds", 1, DAY)}


def _release(_hall: Hall, wish: Wish) -> Body:
    return {"what": bodies.name(wish.body, "what")}


def _wall(_hall: Hall, wish: Wish) -> Body:
    return {
        "slide": bodies.line(wish.body, "slide", 200, empty=True),
        "step": bodies.number(wish.body, "step", 0, 10_000),
    }


_IN_ROOM: dict[Kind, Callable[[Hall, Wish], Body]] = {
    Kind.PAUSED: _pause,
    Kind.RESUMED: _resume,
    Kind.LOCKED: _lock,
    Kind.UNLOCKED: _unlock,
    Kind.ENDED: _end,
    Kind.GATED: _gate,
    Kind.OPENED_GATE: _open_gate,
    Kind.BELL: _bell,
    Kind.EXTENDED: _extend,
    Kind.RELEASED: _release,
    Kind.WALL: _wall,
}

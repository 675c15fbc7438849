"""What may happen at a chair: joining, moves, attempts, what is handed in, and what the instructor does."""

from collections.abc import Callable
from datetime import datetime

from negotiator.classroom import bodies
from negotiator.classroom.advancing import way_to
from negotiator.classroom.chair import Chair, Mark
from negotiator.classroom.clocks import is_over
from negotiator.classroom.events import Json, Kind
from negotiator.classroom.folding_chair import outcome
from negotiator.classroom.hall import Hall
from negotiator.classroom.names import pseudonym
from negotiator.classroom.places import last_told, scene_of, waits_at
from negotiator.classroom.wishes import Refusal, Wish
from negotiator.game.draw import draw
from negotiator.game.impossible import NotPossible
from negotiator.game.moves import LONGEST
from negotiator.game.play import advance
from negotiator.game.state import Move

SEATS = ("candidate", "manager", "observer")
MOVERS = ("player", "engine", "instructor")
REASON = 300
"""Characters of a line of reasons."""
HAND_IN = 240_000
"""Characters of what is handed in."""
DAY = 86_400
"""Seconds."""

Body = dict[str, Json]


def join(hall: Hall, place: str, wish: Wish) -> Body:
    """The body of `joined`: pseudonym, seed of the variant, key of the order of choices."""
    if hall.ended:
        raise Refusal("ended", "The room has ended.", "Ask the instructor for the next one.")
    if hall.locked:
        raise Refusal("locked", "The room is locked: nobody can join any more.", "Ask the instructor.")
    if place in hall.chairs:
        raise Refusal("wrong", "This chair is taken already.")
    seed = hall.story.seed
    names = {chair.name for chair in hall.chairs.values()}
    return {
        "name": pseudonym(seed, place, names),
        "seed": seed + len(hall.chairs) % hall.settings.variants,
        "order": 1 + draw(2**31 - 1, seed, "order", place) if hall.settings.shuffle else 0,
        "seat": bodies.one_of(wish.body, "seat", SEATS),
        "pair": bodies.line(wish.body, "pair", 60, empty=True),
        "roster": bodies.line(wish.body, "roster", 60, empty=True),
    }


def _playing(hall: Hall, chair: Chair, wish: Wish, now: datetime) -> None:
    """See that the story may go on at this chair.

    Raises:
        Refusal: it may not; in this order: ended, paused, not-your-turn, stale, time.
    """
    if hall.ended:
        raise Refusal("ended", "The room has ended.", "What you reached counts.")
    if hall.paused:
        raise Refusal("paused", "The room is paused.", "It goes on when the instructor says so.")
    if chair.seat == "observer":
        raise Refusal("not-your-turn", "Observers watch.")
    if wish.by != chair.mover:
        raise Refusal("not-your-turn", "Somebody else makes this chair's moves at the moment.")
    if wish.seq is not None and not chair.story < wish.seq <= chair.seq + 1:
        raise Refusal(
            "stale", "The story has gone on here already.", "Look at where you are, then choose again."
        )
    if is_over(hall, chair, now):
        raise Refusal("time", "Time is up.", "What you reached counts.")


def _move(hall: Hall, chair: Chair, wish: Wish, now: datetime) -> Body:
    _playing(hall, chair, wish, now)
    if waits_at(hall, chair.now):
        raise Refusal(
            "gated", "The room waits here for the others.", "It goes on when the instructor says so."
        )
    move = Move(
        bodies.line(wish.body, "kind", 40),
        bodies.line(wish.body, "choice", 200, empty=True),
        bodies.line(wish.body, "line", LONGEST, empty=True),
    )
    try:
        play = advance(hall.game, chair.play, move)
    except NotPossible as error:
        raise Refusal("not-possible", error.message, error.hint) from error
    return {
        "move": dict(move._asdict()),
        "outcome": outcome(play, move),
        "before": hall.game.places[chair.play.state.scene].id,
        "attempt": chair.now.number,
    }


def _retry(hall: Hall, chair: Chair, wish: Wish, now: datetime) -> Body:
    _playing(hall, chair, wish, now)
    if not chair.now.finished:
        raise Refusal("not-possible", "This attempt is not over yet.", "Play it to its ending first.")
    return {"attempt": chair.now.number + 1}


def _advance(hall: Hall, chair: Chair, wish: Wish, _now: datetime) -> Body:
    if hall.ended:
        raise Refusal("ended", "The room has ended.")
    if chair.now.finished:
        raise Refusal("not-possible", "The story is over at this chair.")
    if waits_at(hall, chair.now):
        raise Refusal("gated", "This chair waits at a gate.", "Open the gate instead.")
    target = bodies.line(wish.body, "to", 200, empty=True)
    way = way_to(hall.game, chair.play, target, hall.gates)
    return {"to": scene_of(hall, way.after), "moves": list(way.moves), "attempt": chair.now.number}


def _mark(chair: Chair, wish: Wish) -> Mark:
    """The turn a wish is about: the last of the story unless it says which.

    Raises:
        Refusal: there is no such turn.
    """
    number = bodies.number(wish.body, "attempt", 1, 10_000) if "attempt" in wish.body else chair.now.number
    attempt = next((one for one in chair.attempts if one.number == number), None)
    if attempt is None:
        raise Refusal("wrong", f"There is no attempt {number}.")
    if "turn" in wish.body:
        turn = bodies.number(wish.body, "turn", 1, 100_000)
    else:
        last = last_told(attempt)
        turn = last[0].turn if last else 0
    if not 1 <= turn <= len(attempt.play.turns):
        raise Refusal("wrong", "There is no such turn.")
    return Mark(number, turn)


def _reason(_hall: Hall, chair: Chair, wish: Wish, _now: datetime) -> Body:
    return {**_mark(chair, wish)._asdict(), "text": bodies.line(wish.body, "text", REASON)}


def _disagree(_hall: Hall, chair: Chair, wish: Wish, _now: datetime) -> Body:
    return dict(_mark(chair, wish)._asdict())


def _keep(_hall: Hall, _chair: Chair, wish: Wish, _now: datetime) -> Body:
    return {"line": bodies.line(wish.body, "line", LONGEST)}


def _hand_in(_hall: Hall, _chair: Chair, wish: Wish, _now: datetime) -> Body:
    return {"what": bodies.name(wish.body, "what"), "text": bodies.page(wish.body, "text", HAND_IN)}


def _extend(_hall: Hall, _chair: Chair, wish: Wish, _now: datetime) -> Body:
    return {"seconds": bodies.number(wish.body, "seconds", 1, DAY)}


def _mover(_hall: Hall, chair: Chair, wish: Wish, _now: datetime) -> Body:
    who = bodies.one_of(wish.body, "who", MOVERS)
    if who == chair.mover:
        raise Refusal("not-possible", "That is who makes the moves here already.")
    return {"who": who}


def _remove(_hall: Hall, _chair: Chair, _wish: Wish, _now: datetime) -> Body:
    return {}


AT_CHAIR: dict[Kind, Callable[[Hall, Chair, Wish, datetime], Body]] = {
    Kind.MOVED: _move,
    Kind.RETRIED: _retry,
    Kind.ADVANCED: _advance,
    Kind.REASON: _reason,
    Kind.DISAGREED: _disagree,
    Kind.KEPT: _keep,
    Kind.HANDED: _hand_in,
    Kind.EXTENDED: _extend,
    Kind.MOVED_BY: _mover,
    Kind.REMOVED: _remove,
}

"""What one chair may see: nothing of others, nothing behind a closed gate, nothing during a pause."""

from dataclasses import replace

from negotiator.classroom.chair import Chair, Mark
from negotiator.classroom.chairview import ChairView
from negotiator.classroom.clocks import left, rings_at
from negotiator.classroom.hall import Hall
from negotiator.classroom.ordering import ordered
from negotiator.classroom.places import asks_why, last_told, trimmed, waits_at
from negotiator.game.play import Turn, can_undo
from negotiator.game.view import View, view


def see(hall: Hall, place: str) -> ChairView:
    """The moment at one chair; see Room.view."""
    game, chair = hall.game, hall.chair(place)
    gate = "" if hall.ended else waits_at(hall, chair.now)
    hidden = "paused" if hall.paused else "gate" if gate else ""
    told = last_told(chair.now)
    free = not hall.ended and not hidden and not chair.removed and chair.seat != "observer"
    return ChairView(
        place=place,
        name=chair.name,
        seat=chair.seat,
        pair=chair.pair,
        rev=hall.rev,
        seq=chair.seq,
        attempt=chair.now.number,
        hidden=hidden,
        waiting=game.scenario.scenes[gate].place or gate if gate else "",
        view=None if hidden else _view(hall, chair),
        last=_last(told, hidden),
        can_undo=free and can_undo(game, chair.play),
        can_retry=free and chair.now.finished,
        wants_reason=_wants_reason(hall, chair, told),
        finished=chair.now.finished,
        unfinished=hall.ended and not chair.now.finished,
        deadline=None if hall.paused else rings_at(hall, chair),
        left=left(hall, chair),
        locked=hall.locked,
        paused=hall.paused,
        ended=hall.ended,
        removed=chair.removed,
        mover=chair.mover,
        kept=chair.kept,
        reasons=chair.reasons,
        disagreed=tuple(sorted(chair.disagreed)),
        handed=tuple(what for what, _ in chair.handed),
        released=tuple(sorted(hall.released)),
    )


def _view(hall: Hall, chair: Chair) -> View:
    seen = view(hall.game, chair.play.state)
    return replace(seen, choices=ordered(seen.choices, chair.order, seen.scene))


def _last(told: tuple[Mark, Turn] | None, hidden: str) -> Turn | None:
    if told is None or hidden == "paused":
        return None
    return trimmed(told[1]) if hidden else told[1]


def _wants_reason(hall: Hall, chair: Chair, told: tuple[Mark, Turn] | None) -> bool:
    if told is None:
        return False
    mark, turn = told
    return asks_why(hall, turn) and all(given != mark for given, _ in chair.reasons)

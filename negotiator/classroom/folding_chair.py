"""What the events of a chair make of it: moves through the one engine, attempts, what was handed in."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from negotiator.classroom.chair import Attempt, Chair, Mark
from negotiator.classroom.events import Event, Json, Kind, whole
from negotiator.classroom.hall import Hall
from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game
from negotiator.game.state import Move


def joined(hall: Hall, event: Event) -> Chair:
    """A new chair. A pseudonym that was given twice at the same time gets a number the second time."""
    body = event.body
    seed = whole(body["seed"])
    return Chair(
        place=event.place,
        name=_free(hall, str(body["name"])),
        seat=str(body["seat"]),
        pair=str(body["pair"]),
        roster=str(body["roster"]),
        seed=seed,
        order=whole(body["order"]),
        now=Attempt(1, begin(hall.game, seed)),
        seq=event.seq,
        story=event.seq,
        joined_at=event.at,
        last_at=event.at,
    )


def _free(hall: Hall, name: str) -> str:
    taken = {chair.name for chair in hall.chairs.values()}
    number, shown = 1, name
    while shown in taken:
        number += 1
        shown = f"{name} {number}"
    return shown


def at_chair(game: Game, chair: Chair, event: Event) -> Chair:
    """The chair after an event of its own. Kinds that are not known here change nothing but its number.

    Raises:
        NotPossible: a move that cannot be made there.
        ValueError, KeyError, TypeError: the event does not fit the chair.
    """
    change = _CHANGES.get(event.kind)
    after = chair if change is None else change(game, chair, event)
    return replace(after, seq=event.seq)


def read_move(body: Mapping[str, Json]) -> Move:
    """A move as a body has it."""
    return Move(str(body["kind"]), str(body.get("choice", "")), str(body.get("line", "")))


def moved(game: Game, attempt: Attempt, move: Move, by: str) -> Attempt:
    """The attempt after one more move, with who made it.

    Raises:
        NotPossible: it cannot be made.
    """
    play = advance(game, attempt.play, move)
    helped = attempt.helped + (by != "player")
    return replace(attempt, play=play, by=_by(attempt, move, by), helped=helped)


def _by(attempt: Attempt, move: Move, by: str) -> tuple[str, ...]:
    if move.kind != "undo":
        return (*attempt.by, by)
    last = max(at for at, turn in enumerate(attempt.play.turns) if turn.told)
    return (*attempt.by[:last], *attempt.by[last + 1 :])


def outcome(play: Play, move: Move) -> str:
    """The outcome of the move that was made last; an undo has none."""
    return play.turns[-1].outcome if play.turns and move.kind != "undo" else ""


def _moved(game: Game, chair: Chair, event: Event) -> Chair:
    body = event.body
    move = body["move"]
    if not isinstance(move, dict):
        raise TypeError("its move is no table")
    _same_attempt(chair, body)
    here = game.places[chair.play.state.scene].id
    if body["before"] != here:
        raise ValueError(f"it was made in '{body['before']}', and the chair is in '{here}'")
    now = _made(game, chair.now, move, str(body["outcome"]), chair.mover)
    return replace(chair, now=now, story=event.seq, last_at=event.at)


def _made(game: Game, attempt: Attempt, body: Mapping[str, Json], came: str, by: str) -> Attempt:
    move = read_move(body)
    after = moved(game, attempt, move, by)
    if (found := outcome(after.play, move)) != came:
        raise ValueError(f"'{came}' came of it, and the rules here say '{found}'")
    return after


def _same_attempt(chair: Chair, body: Mapping[str, Json]) -> None:
    if body["attempt"] != chair.now.number:
        raise ValueError(f"it belongs to attempt {body['attempt']}, and the chair is at {chair.now.number}")


def _advanced(game: Game, chair: Chair, event: Event) -> Chair:
    moves = event.body["moves"]
    if not isinstance(moves, list):
        raise TypeError("its moves are no list")
    _same_attempt(chair, event.body)
    now = chair.now
    for one in moves:
        if not isinstance(one, dict):
            raise TypeError("one of its moves is no table")
        now = _made(game, now, one, str(one["outcome"]), "instructor")
    return replace(chair, now=now, story=event.seq)


def _retried(game: Game, chair: Chair, event: Event) -> Chair:
    number = whole(event.body["attempt"])
    if number != chair.now.number + 1:
        raise ValueError(f"attempt {number} cannot follow attempt {chair.now.number}")
    fresh = Attempt(number, begin(game, chair.seed))
    return replace(chair, now=fresh, earlier=(*chair.earlier, chair.now), story=event.seq, last_at=event.at)


def _kept(_game: Game, chair: Chair, event: Event) -> Chair:
    line = str(event.body["line"])
    return chair if line in chair.kept else replace(chair, kept=(*chair.kept, line))


def _mark(event: Event) -> Mark:
    return Mark(whole(event.body["attempt"]), whole(event.body["turn"]))


def _reasoned(_game: Game, chair: Chair, event: Event) -> Chair:
    mark = _mark(event)
    others = tuple(one for one in chair.reasons if one[0] != mark)
    return replace(chair, reasons=(*others, (mark, str(event.body["text"]))))


def _disagreed(_game: Game, chair: Chair, event: Event) -> Chair:
    return replace(chair, disagreed=chair.disagreed | {_mark(event)})


def _handed(_game: Game, chair: Chair, event: Event) -> Chair:
    what = str(event.body["what"])
    others = tuple(one for one in chair.handed if one[0] != what)
    return replace(chair, handed=(*others, (what, str(event.body["text"]))))


def _extended(_game: Game, chair: Chair, event: Event) -> Chair:
    return replace(chair, extended=chair.extended + whole(event.body["seconds"]))


def _mover(_game: Game, chair: Chair, event: Event) -> Chair:
    return replace(chair, mover=str(event.body["who"]))


def _removed(_game: Game, chair: Chair, _event: Event) -> Chair:
    return replace(chair, removed=True)


_CHANGES: dict[Kind, Callable[[Game, Chair, Event], Chair]] = {
    Kind.MOVED: _moved,
    Kind.ADVANCED: _advanced,
    Kind.RETRIED: _retried,
    Kind.KEPT: _kept,
    Kind.REASON: _reasoned,
    Kind.DISAGREED: _disagreed,
    Kind.HANDED: _handed,
    Kind.EXTENDED: _extended,
    Kind.MOVED_BY: _mover,
    Kind.REMOVED: _removed,
}

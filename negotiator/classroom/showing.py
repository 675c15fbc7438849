"""A chair's moment as JSON: everything a browser needs to draw the game, and no secrets."""

from dataclasses import asdict
from typing import cast

from negotiator.classroom.chairview import ChairView
from negotiator.classroom.events import Event, Json
from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.tableview import ShapeView, TableView
from negotiator.game.view import View
from negotiator.tui.telling import tell

Data = dict[str, Json]


def chair_data(game: Game, seen: ChairView) -> Data:
    """The moment at a chair.

    Keys: place, name, seat, pair, rev, seq, attempt; hidden, waiting; moment (null while hidden), brought (by
    the last move, null before the first); can_undo, can_retry, wants_reason; finished, unfinished; deadline
    (ISO 8601, UTC), left (seconds); room {locked, paused, ended, removed, released}; mover, kept, reasons,
    disagreed, handed.
    """
    return {
        "place": seen.place,
        "name": seen.name,
        "seat": seen.seat,
        "pair": seen.pair,
        "rev": seen.rev,
        "seq": seen.seq,
        "attempt": seen.attempt,
        "hidden": seen.hidden,
        "waiting": seen.waiting,
        "moment": moment_data(seen.view) if seen.view else None,
        "brought": brought(game, seen.last) if seen.last else None,
        "can_undo": seen.can_undo,
        "can_retry": seen.can_retry,
        "wants_reason": seen.wants_reason,
        "finished": seen.finished,
        "unfinished": seen.unfinished,
        "deadline": seen.deadline.isoformat() if seen.deadline else None,
        "left": seen.left,
        "room": {
            "locked": seen.locked,
            "paused": seen.paused,
            "ended": seen.ended,
            "removed": seen.removed,
            "released": list(seen.released),
        },
        "mover": seen.mover,
        "kept": list(seen.kept),
        "reasons": [{**mark._asdict(), "text": text} for mark, text in seen.reasons],
        "disagreed": [dict(mark._asdict()) for mark in seen.disagreed],
        "handed": list(seen.handed),
    }


def moment_data(seen: View) -> Data:
    """A View as JSON: its fields by name, tuples as lists; `table` without the shapes that are not known."""
    data = _plain(seen)
    data["table"] = table_data(seen.table) if seen.table else None
    return data


def table_data(table: TableView) -> Data:
    """The fields of TableView as JSON. A shape that cannot be spoken of keeps its position and no more."""
    data = _plain(table)
    data["shapes"] = [_shape(one) for one in table.shapes]
    return data


def _shape(shape: ShapeView) -> Json:
    if shape.open:
        return _plain(shape)
    return {"id": "", "label": "", "open": False, "own": 0, "allowed": [], "default": None}


def brought(game: Game, turn: Turn) -> Data:
    """What a turn brought, in words: what was said or done, replies, and quietly what changed."""
    told = tell(game, turn)
    return {
        "said": told.said.text,
        "spoken": told.said.spoken,
        "replies": list(told.replies),
        "notes": list(told.notes),
        "moved": told.moved,
        "offer": told.offer,
        "message": told.message,
    }


def event_data(event: Event) -> Data:
    """An event as JSON; `at` is ISO 8601 in UTC."""
    return {
        "rev": event.rev,
        "place": event.place,
        "seq": event.seq,
        "client": event.client,
        "kind": event.kind.value,
        "body": dict(event.body),
        "at": event.at.isoformat(),
    }


def _plain(shown: View | TableView | ShapeView) -> Data:
    return cast("Data", _lists(asdict(shown)))


def _lists(value: object) -> object:
    if isinstance(value, dict):
        return {key: _lists(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_lists(one) for one in value]
    return value

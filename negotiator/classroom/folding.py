"""The fold: what each event makes of the room. The same log gives the same room in every process."""

from collections.abc import Callable

from negotiator.classroom.broken import BrokenLog
from negotiator.classroom.clocks import stood
from negotiator.classroom.events import ROOM, Event, Kind, whole
from negotiator.classroom.folding_chair import at_chair, joined
from negotiator.classroom.hall import Clock, Hall, Opened
from negotiator.classroom.opening import compiled
from negotiator.classroom.settings import read_settings
from negotiator.classroom.wishes import Answer, Refusal
from negotiator.game.impossible import NotPossible

_OF_PAIRS = frozenset(kind for kind in Kind if kind.startswith("pair-"))
"""A pair is a place of its own, and `pairs.fold` takes in what happens there."""


def fold(hall: Hall, event: Event) -> None:
    """Take one event in; see Room.apply."""
    if event.rev <= hall.rev:
        return
    try:
        if event.place == ROOM:
            if event.kind in _IN_ROOM:
                _IN_ROOM[event.kind](hall, event)
        elif event.kind in _OF_PAIRS:
            pass
        elif event.kind is Kind.JOINED:
            hall.chairs[event.place] = joined(hall, event)
        else:
            hall.chairs[event.place] = at_chair(hall.game, hall.chair(event.place), event)
    except (NotPossible, Refusal, KeyError, TypeError, ValueError) as error:
        raise BrokenLog(event, str(error)) from error
    hall.rev = event.rev
    hall.answers[event.place, event.client] = Answer(event.rev, event.seq)


def _opened(hall: Hall, event: Event) -> None:
    body = event.body
    settings = body["settings"]
    read = read_settings(settings if isinstance(settings, dict) else {})
    text = str(body["text"])
    hall.opened = Opened(
        game=compiled(text, str(body["scenario"]), str(body["hash"]), dice=read.dice),
        text=text,
        title=str(body["title"]),
        hash=str(body["hash"]),
        rules=str(body["rules"]),
        seed=whole(body["seed"]),
        version=str(body["version"]),
        settings=read,
        at=event.at,
    )
    hall.gates = frozenset(read.gates)


def _paused(hall: Hall, event: Event) -> None:
    if not hall.paused:
        hall.paused, hall.paused_at = True, event.at


def _resumed(hall: Hall, event: Event) -> None:
    if hall.clock is not None and hall.paused_at is not None:
        hall.clock = stood(hall.clock, hall.paused_at, event.at)
    hall.paused, hall.paused_at = False, None


def _bell(hall: Hall, event: Event) -> None:
    seconds = whole(event.body["seconds"])
    hall.clock = Clock(seconds, event.at) if seconds else None
    hall.extended = 0


def _extended(hall: Hall, event: Event) -> None:
    hall.extended += whole(event.body["seconds"])


def _gated(hall: Hall, event: Event) -> None:
    hall.gates |= {str(event.body["scene"])}


def _gate_opened(hall: Hall, event: Event) -> None:
    hall.gates -= {str(event.body["scene"])}


def _locked(hall: Hall, event: Event) -> None:
    hall.locked = event.kind is Kind.LOCKED


def _ended(hall: Hall, _event: Event) -> None:
    hall.ended = True


def _released(hall: Hall, event: Event) -> None:
    hall.released |= {str(event.body["what"])}


def _wall(hall: Hall, event: Event) -> None:
    hall.wall = str(event.body["slide"]), whole(event.body["step"])


_IN_ROOM: dict[Kind, Callable[[Hall, Event], None]] = {
    Kind.OPENED: _opened,
    Kind.PAUSED: _paused,
    Kind.RESUMED: _resumed,
    Kind.BELL: _bell,
    Kind.EXTENDED: _extended,
    Kind.GATED: _gated,
    Kind.OPENED_GATE: _gate_opened,
    Kind.LOCKED: _locked,
    Kind.UNLOCKED: _locked,
    Kind.ENDED: _ended,
    Kind.RELEASED: _released,
    Kind.WALL: _wall,
}

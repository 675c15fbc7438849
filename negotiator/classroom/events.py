"""What can happen in a classroom: events, the only truth; everything else is a fold over them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""What a body may hold: anything that JSON can say."""

ROOM = "room"
"""The place of events that concern the whole room."""


class Kind(StrEnum):
    """Kinds of events; docstrings name the place and the keys of the body."""

    OPENED = "opened"
    """Room: scenario, title, text, hash, rules, seed, version, settings (see `settings.Settings`)."""
    LOCKED = "locked"
    """Room: nobody can join any more."""
    UNLOCKED = "unlocked"
    PAUSED = "paused"
    """Room: nobody can move, phones are blank, the clock stands still."""
    RESUMED = "resumed"
    ENDED = "ended"
    """Room: play is over; what has not reached an ending is unfinished."""
    GATED = "gated"
    """Room: scene. Whoever reaches it waits."""
    OPENED_GATE = "opened-gate"
    """Room: scene."""
    BELL = "bell"
    """Room: seconds. From now on there is so much time; 0 takes the clock away."""
    RELEASED = "released"
    """Room: what ("reasons", "percentiles", …)."""
    WALL = "wall"
    """Room: slide, step. What the projector shows."""
    JOINED = "joined"
    """Place: name (pseudonym), seed, order, seat, pair, roster."""
    MOVED = "moved"
    """Place: move {kind, choice, line}, outcome, before (scene id), attempt."""
    RETRIED = "retried"
    """Place: attempt, the number that begins."""
    KEPT = "kept"
    """Place: line."""
    REASON = "reason"
    """Place: attempt, turn (from 1), text."""
    DISAGREED = "disagreed"
    """Place: attempt, turn."""
    HANDED = "handed"
    """Place: what, text."""
    EXTENDED = "extended"
    """Place or room: seconds more before the bell."""
    ADVANCED = "advanced"
    """Place: to (scene id), moves [{move, outcome}], attempt. Made for somebody who is not there."""
    MOVED_BY = "moved-by"
    """Place: who ("player", "engine" or "instructor") makes the moves from here on."""
    REMOVED = "removed"
    """Place: the chair takes no part any more."""
    PAIR_FORMED = "pair-formed"
    """Pair: table, round, mode, candidate, manager, observers (place ids), shapes, lifted. A pair is a place of its own,
    so that what two people do at once has one order."""
    PAIR_SEATED = "pair-seated"
    """Pair: seat, place. Somebody sits down; wherever they sat before, they do no more."""
    PAIR_HELD = "pair-held"
    """Pair: seat, why ("empty", "silent" or "instructor"). The engine plays this chair from here on."""
    PAIR_BACK = "pair-back"
    """Pair: seat. Whoever sits there plays it again."""
    PAIR_OFFERED = "pair-offered"
    """Pair: seat, by ("player" or "engine"), package (a line of words), words."""
    PAIR_ACCEPTED = "pair-accepted"
    """Pair: seat, by, number (of the offer that is taken, 0 for the letter)."""
    PAIR_WALKED = "pair-walked"
    """Pair: seat, by."""
    PAIR_TYPED = "pair-typed"
    """Pair: seat, by, package ("" for no deal). What somebody says was agreed face to face."""
    PAIR_CONFIRMED = "pair-confirmed"
    """Pair: seat, by, package. That is what was agreed."""


@dataclass(frozen=True, slots=True)
class New:
    """An event that is still to be kept. `seq` None asks for the place's next number."""

    place: str
    client: str
    """The id its sender gave it, unique in its place: sent once more, it is answered as the first time."""
    kind: Kind
    body: Mapping[str, Json]
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has happened: `rev` orders the whole log, `seq` (from 1) the events of one place."""

    rev: int
    place: str
    seq: int
    client: str
    kind: Kind
    body: Mapping[str, Json]
    at: datetime
    """The server's time, UTC."""


def whole(value: Json) -> int:
    """A whole number of a body.

    Raises:
        TypeError: it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{value!r} is no whole number")
    return value

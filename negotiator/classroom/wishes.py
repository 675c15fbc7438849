"""What somebody in the room wants to happen, and why it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from negotiator.classroom.events import Json, Kind
from negotiator.errors import Exit, NegotiatorError


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that somebody would like: its body as the sender gives it, to be checked and completed.

    move: Wish(Kind.MOVED, {"kind": "choose", "choice": "ask-why", "line": ""}, seq=4)
    join: Wish(Kind.JOINED, {"seat": "candidate", "pair": "", "roster": ""})
    """

    kind: Kind
    body: Mapping[str, Json] = field(default_factory=dict)
    seq: int | None = None
    """The number that the sender believes comes next; None: whatever it is."""
    by: str = "player"
    """Who makes a move: player, engine or instructor; it has to be who makes the chair's moves."""


class Refusal(NegotiatorError):
    """A wish that cannot be granted; nothing has happened.

    Codes: no-room, no-chair, stale, not-possible, not-your-turn, gated, paused, time, locked, ended, removed,
    wrong (the body makes no sense).
    """

    def __init__(self, reason: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint, code=Exit.FINDINGS)
        self.reason = reason


class Answer(NamedTuple):
    """What a client id was answered the first time."""

    rev: int
    seq: int

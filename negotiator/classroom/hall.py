"""The state of a room: the scenario, the chairs, and what holds for everybody."""

from dataclasses import dataclass, field
from datetime import datetime

from negotiator.classroom.chair import Chair
from negotiator.classroom.settings import Settings
from negotiator.classroom.wishes import Answer, Refusal
from negotiator.game.rules import Game


@dataclass(frozen=True, slots=True)
class Opened:
    """What a room was opened with."""

    game: Game
    text: str
    """The scenario file, as it was pinned."""
    title: str
    hash: str
    """SHA-256 of the text."""
    rules: str
    seed: int
    version: str
    settings: Settings
    at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """The bell: how many seconds it was set to and when, and how long the room has stood still since."""

    seconds: int
    since: datetime
    stood: float = 0.0


@dataclass(slots=True)
class Hall:
    """Everything a room's events have come to."""

    opened: Opened | None = None
    chairs: dict[str, Chair] = field(default_factory=dict)
    """By place, in the order in which they came."""
    gates: frozenset[str] = frozenset()
    """Scenes that are closed."""
    paused: bool = False
    paused_at: datetime | None = None
    locked: bool = False
    ended: bool = False
    clock: Clock | None = None
    extended: int = 0
    """Seconds more for everybody."""
    wall: tuple[str, int] = ("", 0)
    """The slide on the wall, and its step."""
    released: frozenset[str] = frozenset()
    rev: int = 0
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)
    """First answers, by place and client id."""

    @property
    def story(self) -> Opened:
        """What the room was opened with.

        Raises:
            Refusal: it has not been opened yet.
        """
        if self.opened is None:
            raise Refusal(
                "no-room", "The room has not been opened yet.", "Wait until the instructor opens it."
            )
        return self.opened

    @property
    def game(self) -> Game:
        """The story that is played; Refusal before the room is opened."""
        return self.story.game

    @property
    def settings(self) -> Settings:
        """The instructor's settings; Refusal before the room is opened."""
        return self.story.settings

    def chair(self, place: str) -> Chair:
        """One chair.

        Raises:
            Refusal: there is no such chair.
        """
        chair = self.chairs.get(place)
        if chair is None:
            raise Refusal(
                "no-chair", "There is no such chair in this room.", "Join again with the room's code."
            )
        return chair

"""The room at a glance, as numbers and words: who is where, who has been still for long, what was chosen."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from negotiator.classroom.chair import Chair
from negotiator.classroom.hall import Hall
from negotiator.game.rules import Game

QUIET = 120
"""Seconds without a move from which on a chair is marked."""


@dataclass(frozen=True, slots=True)
class Row:
    """One chair."""

    place: str
    name: str
    where: str
    """The place of the story in words; of a finished one, its ending."""
    moves: int
    """Turns of the story in force."""
    attempt: int
    idle: int
    """Seconds since somebody last moved here."""
    standing: str
    """playing, waits, finished, unfinished or removed."""
    mover: str
    """player, engine or instructor."""
    here: bool
    """A page or a terminal of this chair is connected."""
    extended: int
    """Seconds more than the others have."""

    @property
    def stuck(self) -> bool:
        """Whether it could move, and has not for long."""
        return self.standing == "playing" and self.idle >= QUIET


@dataclass(frozen=True, slots=True)
class Spread:
    """What first attempts chose in one scene."""

    scene: str
    title: str
    bars: tuple[tuple[str, int], ...]
    """The words of each choice that was there to take, and how many took it, in the author's order."""

    @property
    def total(self) -> int:
        """Choices made here."""
        return sum(count for _, count in self.bars)


@dataclass(frozen=True, slots=True)
class Gate:
    """A scene of the story, and whether the room is held there."""

    scene: str
    title: str
    closed: bool
    waiting: int
    """Chairs that stand before it."""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the instructor sees."""

    title: str
    rows: tuple[Row, ...]
    """In the order in which people came."""
    spreads: tuple[Spread, ...]
    """Scenes in which somebody chose, in the author's order."""
    gates: tuple[Gate, ...]
    """Every scene, in the author's order."""
    paused: bool
    locked: bool
    ended: bool

    def count(self, standing: str) -> int:
        """Chairs of this standing."""
        return sum(one.standing == standing for one in self.rows)

    @property
    def slowest(self) -> Row | None:
        """Of those who could move, who has come least far; of several, who has been still longest."""
        playing = [one for one in self.rows if one.standing == "playing"]
        return min(playing, key=lambda one: (one.moves, -one.idle), default=None)


def board(hall: Hall, now: datetime, here: Callable[[str], bool]) -> Board:
    """The room as it is; `here` says whether a chair is connected."""
    game = hall.game
    rows = tuple(_row(hall, chair, now, here=here(chair.place)) for chair in hall.chairs.values())
    waiting = Counter(hall.chairs[one.place].play.state.scene for one in rows if one.standing == "waits")
    return Board(
        title=hall.story.title,
        rows=rows,
        spreads=spreads(game, tuple(hall.chairs.values())),
        gates=tuple(
            Gate(place.id, place.model.place or place.id, place.id in hall.gates, waiting[at])
            for at, place in enumerate(game.places)
        ),
        paused=hall.paused,
        locked=hall.locked,
        ended=hall.ended,
    )


def _row(hall: Hall, chair: Chair, now: datetime, *, here: bool) -> Row:
    state = chair.play.state
    place = hall.game.places[state.scene]
    if chair.removed:
        standing = "removed"
    elif state.ending >= 0:
        standing = "finished"
    elif hall.ended:
        standing = "unfinished"
    else:
        standing = "waits" if place.id in hall.gates else "playing"
    ending = hall.game.stops[state.ending].model.title if state.ending >= 0 else ""
    return Row(
        place=chair.place,
        name=chair.name,
        where=ending or place.model.place or place.id,
        moves=sum(turn.told for turn in chair.play.turns),
        attempt=chair.now.number,
        idle=max(int((now - chair.last_at).total_seconds()), 0),
        standing=standing,
        mover=chair.mover,
        here=here,
        extended=chair.extended,
    )


def spreads(game: Game, chairs: tuple[Chair, ...]) -> tuple[Spread, ...]:
    """What was chosen at each branch: the choices in force of first attempts, chairs that were removed left out."""
    taken: Counter[tuple[int, str]] = Counter()
    for chair in chairs:
        if not chair.removed:
            taken.update(
                (turn.before.scene, turn.move.choice)
                for turn in chair.first.play.turns
                if turn.move.kind == "choose"
            )
    found = []
    for at, place in enumerate(game.places):
        bars = tuple((option.model.words, taken[at, option.id]) for option in place.options)
        if any(count for _, count in bars):
            found.append(Spread(place.id, place.model.place or place.id, bars))
    return tuple(found)

"""Pairs of runs that began alike and ended apart: what a room learns most from, without a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from negotiator.analysis.cohort import Cohort, Result
from negotiator.analysis.cohort_privacy import LEAST
from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.saying import brief, saying_of
from negotiator.game.state import Replied

PAIRS = 3
"""At most so many."""
APART = 20
"""Percent of what could lie between two runs from which they ended apart."""
OTHERWISE = 40
"""Percent that two endings of another kind, one signed and one not, are apart by themselves."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A turn in words."""

    text: str
    spoken: bool
    replies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One of two runs, from where they parted."""

    deeds: tuple[Deed, ...]
    result: Result


@dataclass(frozen=True, slots=True)
class Apart:
    """Two runs of different people."""

    shared: tuple[Deed, ...]
    """What both did, in order."""
    place: str
    """Where they parted: its place, or its id."""
    higher: Way
    lower: Way


def pairs(room: Cohort) -> tuple[Apart, ...]:
    """Up to PAIRS, no person and no parting twice; none where under five people have finished."""
    done = room.finished
    if len(done) < LEAST:
        return ()
    told = [tuple(turn for turn in one.attempt.play.turns if turn.told) for one in done]
    ranked = sorted(_candidates(room, done, told))
    chosen: list[Apart] = []
    people: set[int] = set()
    partings: set[tuple[int, int]] = set()
    for _, shared, left, right in ranked:
        parting = told[left][shared].before.scene, shared
        if people & {left, right} or parting in partings:
            continue
        people |= {left, right}
        partings.add(parting)
        chosen.append(_pair(room.game, (done[left], told[left]), (done[right], told[right]), shared))
        if len(chosen) == PAIRS:
            break
    return tuple(chosen)


def _candidates(
    room: Cohort, done: Sequence[Result], told: Sequence[tuple[Turn, ...]]
) -> Iterator[tuple[int, int, int, int]]:
    """Rank (less is better), turns shared, and who: long together and far apart comes first."""
    values = room.values("points")
    span = values[-1] - values[0] if values else 0
    for left, right in combinations(range(len(done)), 2):
        shared = together(told[left], told[right])
        length = min(len(told[left]), len(told[right]))
        if not shared or shared == length:
            continue
        apart = gap(done[left], done[right], span)
        if apart >= APART:
            yield -apart * (100 + 100 * shared // length), shared, left, right


def together(left: Sequence[Turn], right: Sequence[Turn]) -> int:
    """Turns at the start that are the same in both, with the same come of them."""
    for at, (one, other) in enumerate(zip(left, right, strict=False)):
        if (one.move, one.outcome) != (other.move, other.outcome):
            # Luck alone parts nobody: what was done has to differ.
            return at if one.move != other.move else 0
    return min(len(left), len(right))


def gap(left: Result, right: Result, span: int) -> int:
    """How far apart two runs ended, 0 to 100: own points where both have some, else the three scores."""
    kinds = OTHERWISE if (left.outcome == "signed") != (right.outcome == "signed") else 0
    if left.point and right.point and span:
        far = 100 * abs(left.point[0] - right.point[0]) // span
    else:
        both = [
            abs(a - b)
            for name in ("courage", "finesse", "fit")
            if (a := left.value(name)) is not None and (b := right.value(name)) is not None
        ]
        far = sum(both) // len(both) if both else 0
    return min(kinds + far * (100 - kinds) // 100, 100)


def _pair(
    game: Game,
    one: tuple[Result, tuple[Turn, ...]],
    other: tuple[Result, tuple[Turn, ...]],
    shared: int,
) -> Apart:
    place = game.places[one[1][shared].before.scene]
    ways = [Way(tuple(deed(game, turn) for turn in turns[shared:]), result) for result, turns in (one, other)]
    ways.sort(key=lambda way: _height(way.result), reverse=True)
    return Apart(
        shared=tuple(deed(game, turn) for turn in one[1][:shared]),
        place=place.model.place or place.id,
        higher=ways[0],
        lower=ways[1],
    )


def _height(result: Result) -> tuple[int, bool, int]:
    scores = sum(result.value(name) or 0 for name in ("courage", "finesse", "fit"))
    return result.point[0] if result.point else -1, result.outcome == "signed", scores


def deed(game: Game, turn: Turn) -> Deed:
    """A turn in words."""
    replies = tuple(event.text for event in turn.events if isinstance(event, Replied))
    return Deed(brief(game, turn), saying_of(game, turn.before.scene, turn.move).spoken, replies)

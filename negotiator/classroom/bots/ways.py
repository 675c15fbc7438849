"""How a scripted player chooses: from what a chair is shown and nothing else, as a person at a phone would."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from negotiator.classroom.bots.atable import table_move
from negotiator.classroom.bots.reading import Document, documents, flag, move, text

LAST_RESORT = ("decline", "wait")
"""Kinds of choices that end or delay a story; a rehearsal wants to see more of it first."""


@dataclass(frozen=True, slots=True)
class Way:
    """One kind of player."""

    prefers: tuple[str, ...]
    """Kinds of choices, the dearest first; empty: anything."""
    asks: int
    """Questions at the table before the first package."""
    yields: float
    """Share of the way to the letter that is given up with each package."""
    wavers: float = 0.0
    """How often a choice is taken back, where that is allowed."""


WAYS: Mapping[str, Way] = {
    "curious": Way(("question", "meet", "visit", "answer"), asks=3, yields=0.2),
    "bold": Way(("counter", "question"), asks=1, yields=0.1),
    "hurried": Way(("accept", "answer"), asks=0, yields=1.0),
    "wavering": Way((), asks=1, yields=0.4, wavers=0.15),
    "anything": Way((), asks=0, yields=0.3),
}
"""The mix: player n goes the way at n, counted round."""


def way_of(number: int) -> str:
    """The way of the player with this number, from 0."""
    return tuple(WAYS)[number % len(WAYS)]


def next_move(seen: Document, way: Way, random: Random, taken: Sequence[str]) -> dict[str, str] | None:
    """The move of one player at what `now` shows; None where nothing can be done.

    `taken` are the texts of the moves made so far in this attempt: what was done less often comes first.
    """
    view = seen.get("moment")
    if not isinstance(view, dict) or view.get("ending"):
        return None
    if taken and flag(seen, "can_undo") and random.random() < way.wavers:
        return move("undo")
    table = view.get("table")
    if isinstance(table, dict):
        return table_move(table, way.asks, way.yields, random, taken)
    open_ = [one for one in documents(view, "choices") if flag(one, "enabled")]
    in_time = [one for one in open_ if not flag(one, "overruns")] or open_
    if not in_time:
        return None
    return move("choose", text(max(in_time, key=_liking(way, random, taken)), "id"))


def _liking(way: Way, random: Random, taken: Sequence[str]) -> Callable[[Document], tuple[float, ...]]:
    def liking(choice: Document) -> tuple[float, ...]:
        kind = text(choice, "kind")
        rank = way.prefers.index(kind) if kind in way.prefers else len(way.prefers)
        return (-taken.count(text(choice, "id")), kind not in LAST_RESORT, -rank, random.random())

    return liking

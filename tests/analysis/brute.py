"""What can happen in a small story, by looking at every unmerged state there is."""

from dataclasses import dataclass, field
from functools import cache

from negotiator.analysis.branches import Asked, free_branches
from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.game.step import possible, start, take, takeable
from tests.analysis.small_stories import small_story
from tests.support import game

MOST_VISITS = 3
"""The conditions of small stories count to two."""


@dataclass
class Truth:
    """What brute force saw."""

    scenes: set[int] = field(default_factory=set)
    endings: set[int] = field(default_factory=set)
    taken: set[tuple[int, str]] = field(default_factory=set)
    stuck: set[int] = field(default_factory=set)
    endless: set[int] = field(default_factory=set)
    """Scenes with a moment from which neither an ending nor a dead end can come."""
    courage: list[int] = field(default_factory=list)
    fit: list[int] = field(default_factory=list)


@cache
def small_games(number: int, *, table: bool = False) -> list[tuple[str, Game, Truth]]:
    """Small random stories with what can happen in them; without those that are too large for brute force."""
    found = []
    for seed in range(number):
        made = game(small_story(seed, table=table))
        if truth := brute(made, 1000 if table else 60_000):
            found.append((f"{'table' if table else 'story'} {seed}", made, truth))
    return found


def brute(made: Game, limit: int = 60_000) -> Truth | None:
    """Everything that can happen; None when there are more than `limit` states."""
    truth = Truth()
    seen = {_plain(start(made)): 0}
    states = list(seen)
    before: list[list[int]] = [[]]
    out: list[int] = []
    for at, state in enumerate(states):
        truth.scenes.add(state.scene)
        following = _following(made, state)
        truth.taken |= {(state.scene, way) for _, way in following}
        if not following:
            truth.stuck.add(state.scene)
            out.append(at)
        for after, _ in following:
            if after.ending >= 0:
                truth.endings.add(after.ending)
                truth.courage.append(after.courage)
                truth.fit.append(after.fit)
                out.append(at)
                continue
            number = seen.setdefault(_plain(after), len(states))
            if number == len(states):
                states.append(_plain(after))
                before.append([])
            before[number].append(at)
        if len(states) > limit:
            return None
    truth.endless = {states[at].scene for at in set(range(len(states))) - _back(before, out)}
    return truth


def _following(made: Game, state: State) -> list[tuple[State, str]]:
    found = [
        (take(made, state, option, branch).state, option.id)
        for option in takeable(made, state)
        for branch in possible(option, state) or (None,)
    ]
    if made.places[state.scene].exits is not None:
        asked = Asked(frozenset(range(2 + len(made.term_ids))), trust=True)
        found += free_branches(made, state, asked)
    return found


def _back(before: list[list[int]], ends: list[int]) -> set[int]:
    """The states from which one of these can come."""
    found, work = set(ends), list(ends)
    while work:
        for at in before[work.pop()]:
            if at not in found:
                found.add(at)
                work.append(at)
    return found


def _plain(state: State) -> State:
    visited = sum(min(state.visits >> 8 * at & 255, MOST_VISITS) << 8 * at for at in range(8))
    return state._replace(visits=visited, finesse=0, asks=0)

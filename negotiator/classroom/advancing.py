"""Going on for somebody who is not there: the shortest way from their scene to another, by the engine.

Best first over states, led by how many scenes lie between by the story's own arrows (A*: Hart, Nilsson and
Raphael 1968). That count never says too much, so the way found is a shortest one. Closed gates are never passed.
"""

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from negotiator.classroom.chair import Attempt
from negotiator.classroom.events import Json
from negotiator.classroom.wishes import Refusal
from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, advance
from negotiator.game.rules import Game
from negotiator.game.state import Move, State, choose
from negotiator.game.step import step, takeable

MOST = 1_500
"""States looked at; beyond that a way counts as not found. Some 50 ms, during which nobody else is served."""
_AT_TABLE = (Move("accept", line="letter"), Move("walk"))


@dataclass(frozen=True, slots=True)
class Way:
    """A way and its end."""

    moves: tuple[dict[str, Json], ...]
    """Each with kind, choice, line and outcome."""
    after: Attempt


def way_to(game: Game, play: Play, target: str, gates: Collection[str]) -> Way:
    """The shortest way to the scene `target`, or to whatever scene comes next when it is empty.

    Raises:
        Refusal: there is no such scene, one is there already, or no way leads there from here.
    """
    here = game.places[play.state.scene].id
    if target and target not in game.scenario.scenes:
        raise Refusal("wrong", f"There is no scene '{target[:60]}'.")
    if target == here:
        raise Refusal("not-possible", "This chair is there already.")
    goals = {
        at for at, place in enumerate(game.places) if place.id == target or (not target and place.id != here)
    }
    moves = _search(game, play.state, goals, {at for at, one in enumerate(game.places) if one.id in gates})
    if moves is None:
        raise Refusal(
            "not-possible",
            "No way leads there from where this chair is.",
            "Choose a scene that comes sooner.",
        )
    steps: list[dict[str, Json]] = []
    for move in moves:
        play = advance(game, play, move)
        steps.append({**move._asdict(), "outcome": play.turns[-1].outcome})
    return Way(tuple(steps), Attempt(0, play))


def _search(game: Game, start: State, goals: set[int], closed: set[int]) -> list[Move] | None:
    far = _distances(game, goals)
    order = count()
    queue: list[tuple[int, int, State, tuple[Move, ...]]] = [(0, 0, start, ())]
    seen = {start}
    looked = 0
    while queue and looked < MOST:
        _, _, state, moves = heappop(queue)
        looked += 1
        if state.scene in goals:
            return list(moves)
        if moves and state.scene in closed:
            continue
        for move, after in _after(game, state):
            if after.ending < 0 and after.scene in far and after not in seen:
                seen.add(after)
                heappush(queue, (len(moves) + 1 + far[after.scene], next(order) + 1, after, (*moves, move)))
    return None


def _after(game: Game, state: State) -> Iterator[tuple[Move, State]]:
    for option in takeable(game, state):
        move = choose(option.id)
        yield move, step(game, state, move).state
    if game.places[state.scene].exits is not None:
        for move in _AT_TABLE:
            try:
                yield move, step(game, state, move).state
            except NotPossible:
                continue


def _distances(game: Game, goals: set[int]) -> dict[int, int]:
    """Fewest moves from each scene to a goal, conditions left aside; scenes without a way are missing."""
    back: dict[int, set[int]] = {}
    for at, place in enumerate(game.places):
        targets = [
            target for one in place.options for target in (one.target, *(b.target for b in one.branches))
        ]
        for target in (*targets, *place.exits_all, game.expired):
            if target >= 0:
                back.setdefault(target, set()).add(at)
    far = dict.fromkeys(goals, 0)
    work = deque(goals)
    while work:
        at = work.popleft()
        for earlier in back.get(at, ()):
            if earlier not in far:
                far[earlier] = far[at] + 1
                work.append(earlier)
    return far

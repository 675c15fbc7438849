"""Walks as commands: replayed through the engine, with a seed under which luck goes as it has to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from negotiator.analysis.playtest.claims import Walk
from negotiator.analysis.playtest.tally import Trail
from negotiator.analysis.search import Graph
from negotiator.analysis.transitions import Label
from negotiator.game.impossible import NotPossible
from negotiator.game.rules import Branch, Game, Option
from negotiator.game.state import AT_TABLE, Move, State, choose
from negotiator.game.step import drawn, possible, start, step, take, takeable

SEEDS = 5000
"""Seeds that are tried for a walk that needs luck."""
BY_TALK = "from here on as the talk may have it: {}"
BY_LUCK = f"as luck may have it: under none of {SEEDS:,} seeds it goes so by itself"

Told = Callable[[tuple[str, ...], int | None], str]
"""told(moves, seed): the command that replays them."""


class Way(NamedTuple):
    """One move of a walk through the graph."""

    label: Label
    scene: int
    """Where one is after it."""
    ending: int
    """-1 while the story goes on."""


@dataclass(slots=True)
class _Played:
    """A walk as far as it could be replayed."""

    moves: list[str]
    draws: list[tuple[int, State, Option, Branch]]
    """Where luck has to bring something: after so many moves, the state, the choice, the outcome."""
    talked: int | None = None
    """Number of moves before the first one at a table."""
    left: str = ""
    """The part that only the talk can tell; empty where there is none."""


def walked(graph: Graph, at: int, edge: int | None = None) -> list[Way]:
    """The shortest walk to a state, and along one of its edges."""
    found: list[Way] = []
    if edge is not None:
        target = graph.targets[edge]
        scene = graph.scene(target) if target >= 0 else -1
        found.append(Way(graph.labels[graph.said[edge]], scene, -2 - target if target < 0 else -1))
    while graph.parents[at] >= 0:
        found.append(Way(graph.labels[graph.by[at]], graph.scene(at), -1))
        at = graph.parents[at]
    return found[::-1]


class Walker:
    """Makes walks of what the search or a play has found."""

    def __init__(self, game: Game, told: Told) -> None:
        self.game = game
        self.told = told
        self.luck_there_is = any(
            place.exits is not None or any(len(option.branches) > 1 for option in place.options)
            for place in game.places
        )

    def of_trail(self, trail: Trail, *, needs_seed: bool = True) -> Walk:
        """A walk that was played with its seed: it goes so again."""
        seed = trail.seed if needs_seed or self._lucky(trail) else None
        return Walk(trail.moves, self.told(trail.moves, seed), seed, exact=True)

    def of_graph(self, ways: list[Way], trail: Trail | None = None) -> Walk:
        """A walk of the search. Where it rests on the talk at a table, a walk that was played is taken in its place."""
        played = self._replayed(ways)
        moves = tuple(way.label.way for way in ways)
        if played.left:
            if trail is not None:
                return self.of_trail(trail)
            note = BY_TALK.format(played.left)
            seed = self._seed(played)
            return Walk(moves, self.told(tuple(played.moves), seed), seed, exact=False, note=note)
        seed = self._seed(played)
        if seed is None and trail is not None:
            return self.of_trail(trail)
        if seed is None:
            return Walk(moves, self.told(tuple(played.moves), None), None, exact=False, note=BY_LUCK)
        shown = seed if played.draws or played.talked is not None else None
        return Walk(tuple(played.moves), self.told(tuple(played.moves), shown), shown, exact=True)

    def _replayed(self, ways: list[Way]) -> _Played:
        """Play the walk with luck as it has to be; at a table, with moves that may bring about what is needed."""
        state, played = start(self.game, 0), _Played([], [])
        for at, way in enumerate(ways):
            option, branch = way.label.option, way.label.branch
            if option is None:
                after = self._talked(state, way)
                if after is None:
                    return self._cut(played, ways, at)
                played.talked = at if played.talked is None else played.talked
                played.moves.append(after[0])
                state = after[1]
                continue
            if option not in takeable(self.game, state) or (branch and branch not in possible(option, state)):
                # The talk that led here would have had to come out in another way.
                return self._cut(played, ways, at if played.talked is None else played.talked)
            if branch is not None and len(possible(option, state)) > 1:
                played.draws.append((len(played.moves), state, option, branch))
            played.moves.append(option.id)
            state = take(self.game, state, option, branch).state
        return played

    def _cut(self, played: _Played, ways: list[Way], at: int) -> _Played:
        """The walk up to one of its moves, which only the talk can make."""
        played.left = ", ".join(one.label.way for one in ways[at:])
        played.draws = [draw for draw in played.draws if draw[0] < at]
        del played.moves[at:]
        return played

    def _talked(self, state: State, way: Way) -> tuple[str, State] | None:
        """A move at the table that leads where the walk goes, and the state after it; None where none is known."""
        for move in _attempts(way.label.way):
            try:
                after = step(self.game, state, move).state
            except NotPossible:
                continue
            told = move.kind != "ask" or after.facts != state.facts
            if told and after.ending == way.ending and way.ending < 0 <= way.scene == after.scene:
                return move.text, after
            if told and after.ending == way.ending >= 0:
                return move.text, after
        return None

    def _seed(self, played: _Played) -> int | None:
        """The first seed under which every draw comes out as it has to."""
        for seed in range(SEEDS if played.draws else 1):
            if all(
                drawn(self.game, state._replace(seed=seed), option) is branch
                for _, state, option, branch in played.draws
            ):
                return seed
        return None

    def _lucky(self, trail: Trail) -> bool:
        """Whether the seed of a played walk matters. Its last move may be one that crashes, and is not made."""
        if not self.luck_there_is:
            return False
        state = start(self.game, trail.seed)
        for number, text in enumerate(trail.moves, 1):
            move = move_of(self.game, state, text)
            if move.kind != "choose" or len(possible(self.game.places[state.scene].by_id[text], state)) > 1:
                return True
            if number < len(trail.moves):
                state = step(self.game, state, move).state
        return False


def _attempts(way: str) -> tuple[Move, ...]:
    match way.split():
        case ["(agreed)"]:
            return (Move("accept", line="letter"), Move("accept"))
        case ["(impasse)"] | ["walk"]:
            return (Move("walk"),)
        case ["ask", *rest]:
            return (Move("ask", line=" ".join(rest)),)
        case _:
            return ()


def move_of(game: Game, state: State, text: str) -> Move:
    """The move that a line of a script makes in a state."""
    kind, _, line = text.partition(" ")
    if kind in AT_TABLE and text not in game.places[state.scene].by_id:
        return Move(kind, line=line.strip())
    return choose(text)

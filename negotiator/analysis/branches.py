"""What can come of a table, for the exact search: every exit, every fact that may be told, each a free branch.

The talk itself is not searched. Of what is agreed only what later conditions ask for is told apart.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from negotiator.bargaining.talk import Talk
from negotiator.game.bargain import Bargain, bargain_of
from negotiator.game.rules import STAY, Game
from negotiator.game.state import Move, State, choose
from negotiator.game.step import arrive, takeable

UNREAD = -1
"""A term of the agreement that nothing asks for."""


class Asked(NamedTuple):
    """What conditions can still ask of a table once it has been left."""

    terms: frozenset[int] = frozenset()
    """Positions in State.agreed."""
    trust: bool = False


def free_branches(game: Game, state: State, asked: Asked) -> Iterator[tuple[State, str]]:
    """Every state that a table may lead to, with the move that leads there; what luck and talk decide in brackets."""
    bargain = bargain_of(game)
    exits = game.places[state.scene].exits
    assert exits is not None
    for name in askable(game):
        bit = 1 << list(game.scenario.facts).index(name)
        if not state.facts & bit:
            yield state._replace(facts=state.facts | bit), f"ask open {name}"
    for talk in _talks(asked):
        for agreed in _agreements(bargain, bargain.shapes(game, state), asked.terms):
            yield _at(game, state._replace(agreed=agreed, talk=talk), exits.agreed), "(agreed)"
        for target, way in (
            (exits.impasse, "(impasse)"),
            (exits.withdrawn, "(withdrawn)"),
            (exits.walk, "walk"),
        ):
            yield _at(game, state._replace(talk=talk), target), way
        if state.days > 0:
            yield state._replace(days=state.days - 1, talk=talk), "(a day at the table)"
        elif game.days >= 0:
            yield _at(game, state._replace(days=-1, talk=talk), game.expired), "(expired)"


def simple_moves(game: Game, state: State) -> list[Move]:
    """Every choice that can be taken, and at a table the two moves that end it: what a random player picks from."""
    moves = [choose(option.id) for option in takeable(game, state)]
    if state.ending < 0 and game.places[state.scene].exits is not None:
        moves += [Move("accept"), Move("walk")]
    return moves


def askable(game: Game) -> tuple[str, ...]:
    """Facts that the counterpart may tell when asked: those with a topic that they know."""
    deal = game.scenario.deal
    who = deal.counterpart.who if deal and deal.counterpart else ""
    return tuple(name for name, fact in game.scenario.facts.items() if fact.topic and who in fact.known_by)


def _talks(asked: Asked) -> tuple[Talk | None, ...]:
    return tuple(Talk(trust=trust) for trust in range(11)) if asked.trust else (None,)


@lru_cache(maxsize=256)
def _agreements(bargain: Bargain, shapes: frozenset[int], terms: frozenset[int]) -> list[tuple[int, ...]]:
    """Every agreement that can be told apart, over the shapes that can be spoken of."""
    letter = (1, 0, *bargain.deal.letter.options)
    found = {tuple(value if at in terms else UNREAD for at, value in enumerate(letter))}
    for shape in shapes:
        only = bargain.deal.structures[shape].only
        rows: list[list[int]] = [[0] if 0 in terms else [UNREAD], [shape] if 1 in terms else [UNREAD]]
        for at, issue in enumerate(bargain.deal.issues):
            allowed = [n for n in range(len(issue.options)) if at not in only or n in only[at]]
            rows.append(allowed if at + 2 in terms else [UNREAD])
        found.update(product(*rows))
    return sorted(found)


def _at(game: Game, state: State, target: int) -> State:
    """The state once one has left the table for a target."""
    if target == STAY:
        return state
    scene, ending, visits, reached, field = arrive(game, state, target, [])
    return state._replace(scene=scene, ending=ending, visits=visits, reached=reached, field=field)

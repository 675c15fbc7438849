"""A random move at a table: every kind that makes sense there, so that each way a talk can end comes up."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from negotiator.bargaining.deal import Package
from negotiator.bargaining.manner import Form, Reason
from negotiator.bargaining.talk import Message, Talk
from negotiator.game.bargain import Bargain, bargain_of
from negotiator.game.moves import said_message
from negotiator.game.rules import Game
from negotiator.game.state import Move, State

_Thing = TypeVar("_Thing")
KINDS = ("propose",) * 4 + ("ask",) * 3 + ("tell", "pause", "accept", "walk")
"""Of eleven random moves four send a package, three ask, and one each tells, has a limit carried up, accepts, leaves."""
FINAL = 10
"""One package in so many is an ultimatum."""


def random_move(game: Game, state: State, random: Random) -> Move:
    """A move that is possible at the table of this scene."""
    bargain = bargain_of(game)
    talk = bargain.talk(game, state)
    kind = random.choice(KINDS)
    match kind:
        case "propose":
            return _package(bargain, talk, random)
        case "ask":
            return Move("ask", line=f"{_any(random, list(Form))} {_any(random, bargain.topics())}")
        case "tell" if bargain.issue_at:
            return Move("tell", line=_any(random, list(bargain.issue_at)))
        case "pause":
            limits = [name for name in bargain.limit_ids if name not in talk.lifted | talk.refused]
            return Move("pause", line=_any(random, limits)) if limits else Move("accept")
        case "walk":
            return Move("walk")
        case _:
            return Move("accept")


def _package(bargain: Bargain, talk: Talk, random: Random) -> Move:
    deal = bargain.deal
    shape = _any(random, sorted(talk.shapes)) if talk.shapes else 0
    rows = deal.allowed(shape, deal.every_limit)
    if not talk.shapes or not all(rows):
        return Move("accept")
    package = Package(shape, tuple(_any(random, list(row)) for row in rows))
    message = Message((package,), _any(random, list(Reason)), final=random.randrange(FINAL) == 0)
    kind, line = said_message(bargain, message)
    return Move(kind, line=line)


def _any(random: Random, things: Sequence[_Thing]) -> _Thing:
    return things[int(random.random() * len(things))]

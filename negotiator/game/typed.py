"""A moment as it is typed on a command line: a scene, name=value, facts; every name and value held to the file."""

import re
from collections.abc import Collection, Sequence

from negotiator.errors import Exit, NegotiatorError
from negotiator.game.elsewhere import Moment, number_of
from negotiator.game.rules import Game
from negotiator.scenario.meaning import FLAG, Names, suggest
from negotiator.scenario.models import STAGES, Number, Value

DAYS, REACHED = "days-left", "reached"
"""What can be set besides the declared states."""


class NoSuchMoment(NegotiatorError):
    """Something in it is not of this story."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint, code=Exit.CANNOT)


def typed(game: Game, scene: str, sets: Sequence[str], knows: Sequence[str]) -> Moment:
    """The moment that `--at`, `--set` and `--knows` ask for.

    Raises:
        NoSuchMoment: a scene, state, value or fact that this story does not have.
    """
    at = game.scene_now.get(scene, scene)
    if scene and at not in game.scenario.scenes:
        raise NoSuchMoment(f"There is no scene '{scene}' in this story.", _near(scene, game.scenario.scenes))
    for fact in knows:
        if fact not in game.scenario.facts:
            raise NoSuchMoment(f"There is no fact '{fact}' in this story.", _near(fact, game.scenario.facts))
    values: dict[str, Value] = {}
    days, reached = None, ""
    for one in sets:
        name, mark, value = (part.strip() for part in one.partition("="))
        if not mark:
            raise NoSuchMoment(f"'{one}' says no value.", "Write it as name=value: --set rapport=3")
        if name == DAYS:
            days = _days(game, value)
        elif name == REACHED:
            reached = _stage(value)
        else:
            values[name] = _value(game, name, value)
    return Moment(at, values, frozenset(knows), days, reached)


def allowed(game: Game, name: str) -> str:
    """What a declared state can be, in words."""
    var = game.scenario.state[name]
    words = Names.of(game.scenario).states[name]
    return f"{var.min} to {var.max}" if isinstance(var, Number) else ", ".join(words)


def _value(game: Game, name: str, value: str) -> Value:
    states = Names.of(game.scenario).states
    if name not in states:
        raise NoSuchMoment(
            f"There is no state '{name}' in this story.", _near(name, (*states, DAYS, REACHED))
        )
    found: Value = value
    if states[name] == FLAG:
        found = FLAG.index(value) == 1 if value in FLAG else value
    elif not states[name] and re.fullmatch(r"[+-]?[0-9]{1,9}", value):
        found = int(value)
    if number_of(game, name, found) is None:
        hint = suggest(value, states[name]) if states[name] else ""
        raise NoSuchMoment(
            f"'{name}' is never '{value}'.", _sentence(hint) or f"It can be: {allowed(game, name)}."
        )
    return found


def _days(game: Game, value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", value) or int(value) > game.days:
        there_are = f"0 to {game.days}" if game.days >= 0 else "nothing: this story has no [offer]"
        raise NoSuchMoment(f"'{DAYS}' is never '{value}'.", f"It can be: {there_are}.")
    return int(value)


def _stage(value: str) -> str:
    if value not in STAGES:
        raise NoSuchMoment(f"'{REACHED}' is never '{value}'.", _near(value, STAGES))
    return value


def _near(name: str, known: Collection[str]) -> str:
    listed = ", ".join(list(known)[:12])
    more = ", …" if len(known) > 12 else ""
    return _sentence(suggest(name, known)) or (f"There are: {listed}{more}" if known else "There are none.")


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]

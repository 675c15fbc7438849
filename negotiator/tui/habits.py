"""What a player tends to do, across finished runs, in one sentence."""

from collections.abc import Sequence

from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.state import Warmed

WITH_OFFER = 1
"""The stage from which the seat is the player's."""


def habit(played: Sequence[tuple[Game, tuple[Turn, ...]]]) -> str:
    """One sentence about how somebody asks; the runs are given with their scenarios.

    Only what holds over all runs together is said: how often one asks, when, and how roughly.
    """
    asked = before = turns = rough = 0
    for game, taken in played:
        for turn in taken:
            if not turn.told:
                continue
            asks, roughly = _asks(game, turn)
            turns += 1
            asked += asks
            before += asks and turn.before.reached < WITH_OFFER
            rough += roughly
    if not turns:
        return ""
    if asked * 4 < turns:
        return f"Your habit so far: you ask in {asked} of {turns} decisions. There is room for questions."
    if rough * 3 > asked:
        return (
            f"Your habit so far: {rough} of {asked} asks came out rough. Try the same question more softly."
        )
    if before * 3 > asked * 2:
        return (
            f"Your habit so far: {before} of {asked} asks come before the letter. The seat is for asking too."
        )
    if before * 3 < asked:
        return f"Your habit so far: you ask late, {asked - before} of {asked} times after the letter."
    return f"Your habit so far: you ask in {asked} of {turns} decisions, before the letter and after."


def _asks(game: Game, turn: Turn) -> tuple[bool, bool]:
    """Whether a turn asked for something, and whether it did so roughly."""
    if turn.move.kind == "choose":
        option = game.places[turn.before.scene].by_id[turn.move.choice]
        return bool(option.asks), bool(option.asks) and option.finesse < 0
    cooled = any(isinstance(event, Warmed) and event.after < event.before for event in turn.events)
    asks = turn.move.kind in ("ask", "propose", "offer-set", "pause")
    return asks, asks and cooled

"""Debriefs of runs played to their ends: a small story with a table, the flagship, a story without a deal."""

from functools import cache

from negotiator.analysis.debrief import Debrief, debrief
from negotiator.analysis.prepare import Preparation, prepare
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick
from tests.game.tablestory import TABLE, played
from tests.support import game, play, script, shipped

DEALT = (
    *("declare days base", "read", "talk"),
    *("ask open priorities", "ask negative-assumption budget", "tell days -title"),
    "offer-set lead days=three | lead base=mid",
    "propose lead days=three base=mid because=company citing=budget",
    *("accept", "sign", "guess base days -title", "try lead base=low days=three", "reveal"),
)
"""Everything a table can hold: priorities, questions, a choice of equals, a cited fact, a guess, a try."""
WALKED = ("talk", "walk", "no")
UNASKED = ("sign",)


@cache
def table() -> Game:
    return game(TABLE, frame=False)


@cache
def dealt(lines: tuple[str, ...] = DEALT) -> Debrief:
    return debriefed(table(), played(table(), *lines))


def debriefed(made: Game, run: Play) -> Debrief:
    return debrief(made, run, Yardstick((-5, 5), (-5, 5), proved=False))


@cache
def flagship() -> Game:
    return shipped("two-roles-one-title")


@cache
def case(way: str) -> Debrief:
    """A way through the flagship, finished or not."""
    return debriefed(flagship(), play(flagship(), script(f"two-roles-{way}")))


@cache
def sheet(way: str, kept: tuple[str, ...] = ()) -> Preparation:
    return prepare(flagship(), play(flagship(), script(f"two-roles-{way}")), kept)

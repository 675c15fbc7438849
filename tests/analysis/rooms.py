"""Rooms full of players for tests: scripted by luck, with retries, unfinished runs and whatever names."""

from collections.abc import Iterable
from functools import cache
from random import Random

from negotiator.analysis.cohort import Attempt, Cohort, cohort
from negotiator.analysis.playtest.atable import random_move
from negotiator.game.impossible import NotPossible
from negotiator.game.play import Play, advance, begin
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick
from negotiator.game.state import Move, choose
from negotiator.game.step import takeable
from tests.runs.story import kiosk
from tests.support import play as played
from tests.support import script, shipped

STICK = Yardstick((-5, 5), (-5, 5), proved=False)
WAYS = ("curious", "incurious", "bully", "hasty", "silent")


def wandering(game: Game, seed: int, most: int = 200, start: Play | None = None) -> Play:
    """A run by luck, ended or not after so many moves."""
    luck, play = Random(seed), start or begin(game, seed)
    while play.state.ending < 0 and len(play.turns) < most:
        options = takeable(game, play.state)
        table = game.places[play.state.scene].exits is not None
        if table and (not options or luck.random() < 0.7):
            try:
                play = advance(game, play, random_move(game, play.state, luck))
            except NotPossible:
                play = advance(game, play, Move("walk"))
        else:
            play = advance(game, play, choose(luck.choice(options).id))
    return play


def attempt(key: str, play: Play, *, number: int = 1, person: str = "") -> Attempt:
    return Attempt(key=key, person=person or key, number=number, play=play)


def room(game: Game, plays: Iterable[Play]) -> Cohort:
    """Each play somebody's first attempt."""
    return cohort(game, (attempt(f"p{at:03}", play) for at, play in enumerate(plays)), STICK)


@cache
def small(people: int = 30) -> Cohort:
    """A story without a deal, some with retries, some unfinished."""
    game = kiosk()
    found = []
    for at in range(people):
        found.append(attempt(f"p{at:03}", wandering(game, at, 3 if at % 9 == 8 else 200)))
        if at % 4 == 0:
            found.append(attempt(f"p{at:03}", wandering(game, 1000 + at), number=2))
    return cohort(game, found, STICK)


@cache
def flagship(people: int = 40) -> Cohort:
    """The case with the deal: scripted ways left at some decision for luck, so that beginnings are shared."""
    game = shipped("two-roles-one-title")
    plays = []
    for at in range(people):
        luck = Random(at)
        lines = script(f"two-roles-{WAYS[at % len(WAYS)]}")
        cut = len(lines) if luck.random() < 0.4 else luck.randrange(len(lines) // 3, len(lines))
        plays.append(wandering(game, 0, start=played(game, lines[:cut])))
    return room(game, plays)

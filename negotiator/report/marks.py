"""The things on a map of a deal that have a name: a sign for each, the most important first."""

from enum import StrEnum
from string import ascii_lowercase
from typing import NamedTuple

from negotiator.analysis.dealmap import DealMap
from negotiator.bargaining.deal import Point


class Thing(StrEnum):
    """What a mark stands for."""

    DEAL = "the deal"
    LETTER = "the letter"
    NOTHING = "no deal"
    BEST = "best line found"
    YOURS = "your packages"
    THEIRS = "their packages"
    NASH = "greatest product of gains (Nash)"


SIGNS = {Thing.DEAL: "D", Thing.LETTER: "L", Thing.NOTHING: "x", Thing.BEST: "B", Thing.NASH: "N"}
FRONTIER, POSSIBLE = "o", "·"
FRONTIER_NAME, POSSIBLE_NAME = "nothing better for both", "possible"
YOURS = "123456789"
THEIRS = "".join(sorted(set(ascii_lowercase) - {FRONTIER, SIGNS[Thing.NOTHING]}))
MORE = {Thing.YOURS: "+", Thing.THEIRS: "*"}
"""For whatever comes after the last number or letter."""


class Mark(NamedTuple):
    """A sign at a point."""

    thing: Thing
    sign: str
    point: Point


def marks(dealmap: DealMap) -> list[Mark]:
    """Everything that has a name, the most important first; of packages the later ones are."""
    single = (
        (Thing.DEAL, dealmap.agreed),
        (Thing.LETTER, dealmap.letter),
        (Thing.NOTHING, dealmap.nothing),
        (Thing.BEST, dealmap.best),
    )
    yours = [
        Mark(Thing.YOURS, _nth(Thing.YOURS, YOURS, at), point)
        for at, message in enumerate(dealmap.sent)
        for point in message
    ]
    theirs = [
        Mark(Thing.THEIRS, _nth(Thing.THEIRS, THEIRS, at), point) for at, point in enumerate(dealmap.received)
    ]
    return [
        *(Mark(thing, SIGNS[thing], point) for thing, point in single if point is not None),
        *yours[::-1],
        *theirs[::-1],
        *(Mark(Thing.NASH, SIGNS[Thing.NASH], point) for point in dealmap.nash),
    ]


def _nth(thing: Thing, signs: str, at: int) -> str:
    return signs[at] if at < len(signs) else MORE[thing]


def named(found: list[Mark], thing: Thing) -> str:
    """The signs of a thing with its name; of what is not a package also the points."""
    of = [mark for mark in found if mark.thing is thing]
    if thing in SIGNS:
        points = " and ".join(said(mark.point) for mark in of)
        return f"{SIGNS[thing]} {thing}, {points}{' (dotted)' if thing is Thing.NOTHING else ''}"
    return f"{' '.join(dict.fromkeys(mark.sign for mark in reversed(of)))} {thing}"


def said(point: Point) -> str:
    """Points for the player and for the counterpart, in words."""
    return f"{point[0]} to {point[1]}"

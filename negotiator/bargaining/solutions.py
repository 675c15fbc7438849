"""Solution points on the frontier inside the ZOPA. Ties are all given; an empty ZOPA has none.

Gains are points over the reservation value. Comparisons are between integers, so nothing is lost to rounding.
"""

from collections.abc import Callable, Sequence

from negotiator.bargaining.deal import Point


def _best(points: Sequence[Point], worth: Callable[[Point], int]) -> list[Point]:
    top = max(map(worth, points), default=0)
    return [point for point in points if worth(point) == top]


def nash(zopa: Sequence[Point], reservation: Point) -> list[Point]:
    """The greatest product of gains (Nash 1950)."""
    you, them = reservation
    return _best(zopa, lambda point: (point[0] - you) * (point[1] - them))


def kalai_smorodinsky(zopa: Sequence[Point], reservation: Point) -> list[Point]:
    """The greatest smaller share of the best gain each could have inside the ZOPA (Kalai & Smorodinsky 1975).

    A share of a best gain of 0 is 0.
    """
    you, them = reservation
    most_you = max((point[0] - you for point in zopa), default=0)
    most_them = max((point[1] - them for point in zopa), default=0)
    return _best(zopa, lambda point: min((point[0] - you) * most_them, (point[1] - them) * most_you))


def egalitarian(zopa: Sequence[Point], reservation: Point) -> list[Point]:
    """The greatest smaller gain (Kalai 1977)."""
    you, them = reservation
    return _best(zopa, lambda point: min(point[0] - you, point[1] - them))


def utilitarian(zopa: Sequence[Point]) -> list[Point]:
    """The greatest sum."""
    return _best(zopa, sum)

"""The map of a deal: what was possible, what was sent, and where it ended, as points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random

from negotiator.bargaining.deal import Deal, Issue, Package, Point
from negotiator.bargaining.frontier import frontier
from negotiator.bargaining.solutions import nash

CLOUD = 400
"""Packages drawn for the cloud."""
LEAN = ((1, 1), (1, 0), (0, 1), (1, -1), (-1, 1), (-1, -1), (2, 1), (1, 2))
"""Weights of the player's and the counterpart's points by which draws lean one way or another, in turn."""
HANDS = (1, 2, 2, 3, 4)
"""Options drawn of each issue, in turn; the one furthest in the direction of the lean is taken."""


@dataclass(frozen=True, slots=True)
class DealMap:
    """Points are (player, counterpart)."""

    cloud: tuple[Point, ...]
    """A sample of what is possible, not an outline: distinct points of at most CLOUD real packages, ascending."""
    frontier: tuple[Point, ...]
    """The points for which nothing is better for both: all of them, exact, ascending by the player's."""
    nothing: Point
    """No deal: what both have elsewhere."""
    letter: Point
    sent: tuple[tuple[Point, ...], ...]
    """The player's messages in order, each of one package, or of some offered as equal."""
    received: tuple[Point, ...]
    """The counterpart's packages in order."""
    agreed: Point | None
    best: Point | None
    """What the best line found comes to."""
    nash: tuple[Point, ...]
    """The greatest product of gains; several where they tie, none where no deal is better for both."""
    deals: tuple[tuple[Point, int], ...] = ()
    """Of a room: the deals people came to, ascending, and how many came to each."""

    def points(self) -> Iterator[Point]:
        """Every point of the map."""
        single = [self.nothing, self.letter, *(one for one in (self.agreed, self.best) if one is not None)]
        came = (point for point, _ in self.deals)
        return chain(self.cloud, self.frontier, single, self.nash, self.received, *self.sent, came)


def deal_map(
    deal: Deal,
    *,
    letter: Package,
    sent: Sequence[tuple[Package, ...]],
    received: Sequence[Package],
    agreed: Package | None,
    best: Point | None,
    lifted: frozenset[str] | None = None,
    shapes: frozenset[int] | None = None,
) -> DealMap:
    """Map a deal over what was possible: these shapes with these limits lifted, by default everything.

    The cloud is a fixed sample: the same deal always has the same one.
    """
    lifted = deal.every_limit if lifted is None else lifted
    shapes = frozenset(range(len(deal.structures))) if shapes is None else shapes
    whole = frontier(deal, shapes, lifted)
    return DealMap(
        cloud=_cloud(deal, shapes, lifted),
        frontier=whole.points,
        nothing=deal.reservation,
        letter=deal.points(letter),
        sent=tuple(tuple(map(deal.points, message)) for message in sent),
        received=tuple(map(deal.points, received)),
        agreed=deal.points(agreed) if agreed else None,
        best=best,
        nash=tuple(nash(whole.zopa(), deal.reservation)),
    )


def _cloud(deal: Deal, shapes: frozenset[int], lifted: frozenset[str]) -> tuple[Point, ...]:
    """Points of packages drawn evenly over shapes, most leaning to an edge: even draws crowd in the middle."""
    allowed = [(shape, rows) for shape in sorted(shapes) if all(rows := deal.allowed(shape, lifted))]
    luck, found = Random(0), set()
    for at in range(CLOUD if allowed else 0):
        turn, which = divmod(at, len(allowed))
        hand, lean = HANDS[turn // len(LEAN) % len(HANDS)], LEAN[turn % len(LEAN)]
        shape, rows = allowed[which]
        picks = tuple(_pick(*both, lean, hand, luck) for both in zip(deal.issues, rows, strict=True))
        found.add(deal.points(Package(shape, picks)))
    return tuple(sorted(found))


def _pick(issue: Issue, row: list[int], lean: Point, hand: int, luck: Random) -> int:
    def far(at: int) -> int:
        return lean[0] * issue.options[at].you + lean[1] * issue.options[at].them

    return max((row[int(luck.random() * len(row))] for _ in range(hand)), key=far)

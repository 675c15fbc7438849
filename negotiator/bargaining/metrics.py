"""How good a deal is, for each and for both."""

from dataclasses import dataclass

from negotiator.bargaining.deal import Deal, Package, Point
from negotiator.bargaining.extremes import extremes
from negotiator.bargaining.frontier import Frontier


@dataclass(frozen=True, slots=True)
class DealMetrics:
    """Measures of a package; shares from 0 to 1, points where it says so."""

    own: int
    """Points of the player."""
    theirs: int
    joint: int
    own_share: float
    """Of the player's best package."""
    efficiency: float
    """Integrative efficiency (J - Jmin) / (Jmax - Jmin) over all packages."""
    on_frontier: bool
    nash_share: float
    """Product of gains over the greatest product; 0 where that is 0 or the deal is outside the ZOPA."""
    claimed: float
    """The player's gain over the joint gain; 0 where there is none."""
    left_own: int
    """Points more that the player could have had at no cost to the counterpart."""
    left_theirs: int
    left_joint: int
    """Points that the best joint package has over this one."""


def deal_metrics(deal: Deal, whole: Frontier, package: Package) -> DealMetrics:
    """Measure a package against the frontier of everything that was possible."""
    own, theirs = point = deal.points(package)
    joint = own + theirs
    low, high = extremes(deal)
    best_own = max(one[0] for one in whole.points)
    you, them = deal.reservation
    product = max(((a - you) * (b - them) for a, b in whole.zopa()), default=0)
    mine = (own - you) * (theirs - them) if own >= you and theirs >= them else 0
    gain = own - you + theirs - them
    return DealMetrics(
        own=own,
        theirs=theirs,
        joint=joint,
        own_share=own / best_own if best_own else 0.0,
        efficiency=(joint - low) / (high - low) if high > low else 1.0,
        on_frontier=point in whole.points,
        nash_share=mine / product if product else 0.0,
        claimed=(own - you) / gain if gain > 0 else 0.0,
        left_own=_more(whole, point, 0),
        left_theirs=_more(whole, point, 1),
        left_joint=max(a + b for a, b in whole.points) - joint,
    )


def _more(whole: Frontier, point: Point, side: int) -> int:
    other = 1 - side
    return max((one[side] - point[side] for one in whole.points if one[other] >= point[other]), default=0)

"""Every deal of a room on one map: against the frontier, the letter, and no deal."""

from dataclasses import dataclass, replace

from negotiator.analysis.cohort import Cohort
from negotiator.analysis.dealmap import DealMap, deal_map


@dataclass(frozen=True, slots=True)
class RoomMap:
    """The map of the deal with the deals of finished first attempts."""

    map: DealMap
    people: int
    """People who signed with a written offer in hand."""
    on_frontier: int
    """People whose deal nothing was better than for both."""


def room_map(room: Cohort) -> RoomMap | None:
    """The map; None in a story without a deal."""
    if room.game.bargain is None:
        return None
    from negotiator.game.bargain import bargain_of

    deal = bargain_of(room.game).deal
    found = deal_map(deal, letter=deal.letter, sent=(), received=(), agreed=None, best=None)
    signed = [one.point for one in room.finished if one.outcome == "signed" and one.point]
    counted = tuple((point, signed.count(point)) for point in sorted(set(signed)))
    edge = set(found.frontier)
    return RoomMap(
        map=replace(found, deals=counted),
        people=len(signed),
        on_frontier=sum(count for point, count in counted if point in edge),
    )

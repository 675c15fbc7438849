"""What a player can tell of the counterpart's points, from what was said and seen.

Of what nobody asked about, the other is taken to want the opposite: the fixed-pie perception (Thompson & Hastie 1990).
"""

from statistics import mean

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.impression import RANKS
from negotiator.bargaining.search import Valuation
from negotiator.bargaining.talk import PRIORITIES, Level, Talk

PLAIN, HELD = 2, 3
"""Weight of an issue nothing is known about; and how often it counts that the letter's option was held on to."""
NAMED = (8, 7)
"""Weight of the issues named first and second."""
THIRDS = (6, 3, 1)
"""Weight of an issue by the third of the counterpart's list that it stands in."""
MATCH = 8
"""For a term as the counterpart had it in its last package."""
LIKED = 120
"""For the shape of the counterpart's last package."""
SETTLED = -1000
"""For taking up again what both had come to."""


class Reading:
    """Reads a talk for what the counterpart wants, knowing the player's own points."""

    def __init__(self, deal: Deal, departure: int = 0) -> None:
        """`departure`: what it seems to cost the counterpart to speak of another shape than the letter's."""
        self.deal = deal
        spans = [max(o.them for o in i.options) - min(o.them for o in i.options) for i in deal.issues]
        self.order = sorted(range(len(spans)), key=lambda at: -spans[at])
        """Only what of it is told is used."""
        self.places = tuple(_places([option.you for option in issue.options]) for issue in deal.issues)
        self.peaks = tuple(
            max(range(len(issue.options)), key=lambda at: issue.options[at].them) for issue in deal.issues
        )
        own = [max(o.you for o in i.options) - min(o.you for o in i.options) for i in deal.issues]
        usual = max(mean(own), 1) if own else 1
        self.shapes = tuple(
            -round(shape.you * PLAIN * RANKS / usual) - (departure if at else 0)
            for at, shape in enumerate(deal.structures)
        )

    def weight(self, talk: Talk, at: int) -> int:
        """How much an issue seems to matter to the counterpart."""
        if talk.level(self.deal.issues[at].id) is Level.FULL:
            return THIRDS[3 * self.order.index(at) // len(self.order)]
        told = talk.level(PRIORITIES)
        if told is not Level.NOTHING and at == self.order[0]:
            return NAMED[0]
        if told is Level.FULL and at in (self.order[1], self.order[-1]):
            return NAMED[1] if at == self.order[1] else 0
        letter = self.deal.letter.options[at]
        return PLAIN + min(sum(one.options[at] == letter for one in talk.received), HELD)

    def estimate(self, talk: Talk, *, keeps_word: bool) -> Valuation:
        """The counterpart's points as far as the player can tell."""
        rows = []
        for at, (issue, places) in enumerate(zip(self.deal.issues, self.places, strict=True)):
            told = talk.level(issue.id) is not Level.NOTHING
            peak = places[self.peaks[at]] if told else 0
            far = max(peak, max(places) - peak, 1)
            weight = self.weight(talk, at)
            row = [weight * (RANKS - RANKS * abs(place - peak) // far) for place in places]
            if talk.received:
                row[talk.received[-1].options[at]] += MATCH
            settled = self.settled(talk, at)
            if keeps_word and settled is not None:
                row = [
                    SETTLED if place > places[settled] else value
                    for value, place in zip(row, places, strict=True)
                ]
            rows.append(tuple(row))
        shapes = list(self.shapes)
        if talk.received:
            shapes[talk.received[-1].structure] += LIKED
        return Valuation(tuple(shapes), tuple(rows))

    def keeps(self, talk: Talk, package: Package) -> bool:
        """Whether a package leaves what was settled in its shape, or betters it for the counterpart."""
        if not talk.received or package.structure != talk.received[-1].structure:
            return True
        return all(
            settled is None or places[option] <= places[settled]
            for at, (option, places) in enumerate(zip(package.options, self.places, strict=True))
            for settled in (self.settled(talk, at),)
        )

    def settled(self, talk: Talk, at: int) -> int | None:
        """The option of an issue that both had last."""
        if not talk.received:
            return None
        theirs = talk.received[-1]
        mine = [one for one in talk.sent[-1] if one.structure == theirs.structure]
        if mine and all(one.options[at] == theirs.options[at] for one in mine):
            return theirs.options[at]
        return None


def _places(points: list[int]) -> tuple[int, ...]:
    """Where each option stands in the player's own order, 0 the worst; equal points, equal place."""
    order = sorted(set(points))
    return tuple(order.index(point) for point in points)

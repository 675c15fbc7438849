"""What the counterpart takes the player to want: the direction of every term is plain, how much is guessed.

The guess learns from the player's packages (a frequency model: Hindriks & Tykhonov 2008) and from what the player says
matters, so that telling the truth about priorities pays (Thompson 1991).
"""

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.search import Valuation
from negotiator.bargaining.talk import Talk

TOLD, KEPT, ASKED = 6, 1, 2
"""What moves the guess of an issue's weight: the player said so; held in a new package; improved on the letter."""
KEPT_MOST = 3
"""Packages in which holding on to a term still tells something."""
PLAIN = 2
"""Weight of an issue nothing is known about; of one the player does not need it is 0."""
RANKS = 12
"""The best option of an issue counts this much times its weight, the worst nothing."""
PRIORITIES_TOLD = 3
"""Issues that can be said to matter most; of more each counts less."""
SAME, UNTOUCHED, REPEATED = 18, 30, 8
"""What it is worth, in the same points, to leave a term as the player has it; the same where the player has left it as
the letter has it; and to leave it as the counterpart had it in its last package. A term changed without need reads like
a new package out of the blue. Set by reading sessions: an answer to a first package changes one to four terms."""


class Impression:
    """Reads a talk for what the player wants. Holds no talk."""

    def __init__(self, deal: Deal) -> None:
        self.deal = deal
        self.ranks = tuple(_ranks([option.you for option in issue.options]) for issue in deal.issues)
        self.plain = self._valuation((PLAIN,) * len(deal.issues))
        """Before anything has been said."""

    def weights(self, talk: Talk) -> tuple[int, ...]:
        """How much each issue seems to matter to the player."""
        letter = self.deal.letter.options
        told = TOLD * PRIORITIES_TOLD // max(len(talk.told), PRIORITIES_TOLD)
        found = [
            (0 if at in talk.spared else PLAIN) + (told if at in talk.told else 0)
            for at in range(len(self.deal.issues))
        ]
        held = [0] * len(found)
        for number, message in enumerate(talk.sent):
            for at, ranks in enumerate(self.ranks):
                least = min(ranks[one.options[at]] for one in message)
                if least <= ranks[letter[at]]:
                    continue
                if number == 0:
                    found[at] += ASKED
                elif least >= max(ranks[one.options[at]] for one in talk.sent[number - 1]):
                    held[at] += KEPT
        return tuple(weight + min(more, KEPT_MOST * KEPT) for weight, more in zip(found, held, strict=True))

    def valuation(self, talk: Talk) -> Valuation:
        """The player's points as they seem: weight times rank, both small integers."""
        return self._valuation(self.weights(talk))

    def near(self, talk: Talk, package: Package) -> Valuation:
        """How well an answer to a package should go down: nothing is gained by giving more than was asked for, and
        every term that can stay as it was sent should.
        """
        letter = self.deal.letter.options
        last = talk.received[-1].options if talk.received else None
        rows = []
        for at, (weight, ranks) in enumerate(zip(self.weights(talk), self.ranks, strict=True)):
            asked = package.options[at]
            row = [weight * min(rank, ranks[asked]) for rank in ranks]
            row[asked] += UNTOUCHED if asked == letter[at] else SAME
            if last is not None:
                row[last[at]] += REPEATED
            rows.append(tuple(row))
        return Valuation((0,) * len(self.deal.structures), tuple(rows))

    def _valuation(self, weights: tuple[int, ...]) -> Valuation:
        rows = (
            tuple(weight * rank for rank in ranks) for weight, ranks in zip(weights, self.ranks, strict=True)
        )
        return Valuation((0,) * len(self.deal.structures), tuple(rows))


def _ranks(points: list[int]) -> tuple[int, ...]:
    """Where each option stands among the others in the player's eyes, 0 to RANKS; equal points, equal rank."""
    order = sorted(set(points))
    if len(order) == 1:
        return (0,) * len(points)
    return tuple(RANKS * order.index(point) // (len(order) - 1) for point in points)

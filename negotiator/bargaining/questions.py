"""What can be asked, and what a person's answer tells of the points behind it."""

from dataclasses import dataclass
from typing import Protocol

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.known import Known, Person, liked, third


class Question(Protocol):
    """Something to ask."""

    def answer(self, person: Person, /) -> Known:
        """What is known once this person has answered."""


@dataclass(frozen=True, slots=True)
class AboutIssue:
    """What do you want of this term? Partly: the option liked best. Full: also how much it matters, by thirds."""

    issue: int
    full: bool = True

    def answer(self, person: Person, /) -> Known:
        """The best option, and the third of the issues that this one belongs to."""
        at = self.issue
        importance = third(person.ranking.index(at), len(person.ranking))
        return Known(peaks=((at, person.peaks[at]),), thirds=((at, importance),) if self.full else ())


@dataclass(frozen=True, slots=True)
class Priorities:
    """What matters most to you? Partly: the issue that does. Full: the first two and the last."""

    full: bool = True

    def answer(self, person: Person, /) -> Known:
        """Issues at their ranks."""
        number = len(person.ranking)
        ranks = {0, 1, number - 1} if self.full else {0}
        return Known(
            ranks=tuple((rank, person.ranking[rank]) for rank in sorted(ranks) if 0 <= rank < number)
        )


@dataclass(frozen=True, slots=True)
class FullRanking:
    """What do you want of each term, and in which order do they matter? Nobody answers this at a real table.

    A yardstick: in the field's experiments it is plain what is wanted of each issue, and the order is what is learned.
    """

    def answer(self, person: Person, /) -> Known:
        """Every issue at its rank with its best option."""
        return Known(peaks=tuple(enumerate(person.peaks)), ranks=tuple(enumerate(person.ranking)))


@dataclass(frozen=True, slots=True)
class Offered:
    """Which do you like best of these, offered as equal? Two or three packages (a MESO)."""

    members: tuple[Package, ...]

    def answer(self, person: Person, /) -> Known:
        """The position of the one liked best."""
        return Known(liked=((self.members, liked(self.members, person)),))


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """How was your summer? Good for trust; of the points it tells nothing."""

    def answer(self, _person: Person, /) -> Known:
        """Nothing."""
        return Known()


def the_counterpart(deal: Deal) -> Person:
    """The real one, with the deal's own points."""
    points = [[option.them for option in issue.options] for issue in deal.issues]
    spans = [max(row) - min(row) for row in points]
    return Person(
        ranking=tuple(sorted(range(len(spans)), key=lambda at: -spans[at])),
        peaks=tuple(row.index(max(row)) for row in points),
        worth=lambda package: deal.points(package)[1],
    )

"""What a player may believe about the counterpart: guessed people, made to fit what has been answered.

An answer does not throw guesses out, it decides how their numbers are put together: importances go to the issues in the
order that is known, a best option goes to the top of its issue. So beliefs never run empty, and since importances are
exchangeable between issues and best options are drawn apart from them, what comes out is again a draw, from the narrowed
distribution. Only which of several packages is liked best cannot be built in: there the people count who like the same
one, and where those are too few, the people with the fewest misses.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import compress
from operator import mul

from negotiator.bargaining.deal import Package
from negotiator.bargaining.guesses import Guess
from negotiator.bargaining.known import Known, Person, Worths, liked, seated
from negotiator.bargaining.lanes import Numbers, at_least, numbers, packed, top_bits, unpacked
from negotiator.bargaining.layout import Layout, Slope

GAIN = 10
"""Percent of the gain over its alternative under which nobody finds a package worth the trouble."""
FEW = 8
"""At least one in so many people counts."""


@dataclass(frozen=True)
class Beliefs:
    """Guessed people who all fit what is known; each lane of a packed integer is one of them."""

    layout: Layout
    guesses: tuple[Guess, ...]
    known: Known

    def plus(self, answer: Known) -> "Beliefs":
        """The same people, made to fit an answer."""
        return Beliefs(self.layout, self.guesses, self.known.plus(answer))

    @cached_property
    def rankings(self) -> list[tuple[int, ...]]:
        """Issues by importance, for each person."""
        ranks = self.known.ranks
        if len(ranks) == len(self.layout.steps):
            return [tuple(issue for _, issue in sorted(ranks))] * len(self.guesses)
        return [seated(guess.order, guess.seats, self.known) for guess in self.guesses]

    @cached_property
    def peaks(self) -> list[tuple[int, ...]]:
        """The best option of each issue, for each person."""
        told = dict(self.known.peaks)
        if not told:
            return [guess.peaks for guess in self.guesses]
        return [tuple(told.get(at, peak) for at, peak in enumerate(guess.peaks)) for guess in self.guesses]

    @cached_property
    def spans(self) -> list[tuple[int, ...]]:
        """Importance of each issue, person by person."""
        rows = []
        for guess, ranking in zip(self.guesses, self.rankings, strict=True):
            row = [0] * len(ranking)
            for issue, span in zip(ranking, guess.spans, strict=True):
                row[issue] = span
            rows.append(row)
        return list(zip(*rows, strict=True))

    @cached_property
    def slopes(self) -> list[list[Slope]]:
        """What options are worth before importance, of each issue, person by person."""
        peaks = zip(*self.peaks, strict=True)
        bends = zip(*(guess.bends for guess in self.guesses), strict=True)
        return [
            [rows[peak][bend] for peak, bend in zip(*both, strict=True)]
            for rows, *both in zip(self.layout.slopes, peaks, bends, strict=True)
        ]

    @cached_property
    def columns(self) -> list[Numbers]:
        """Points of every term, person by person."""
        found = [numbers(column) for column in zip(*(guess.shapes for guess in self.guesses), strict=True)]
        for spans, slopes in zip(self.spans, self.slopes, strict=True):
            options = zip(*(slope.points for slope in slopes), strict=True)
            found.extend(numbers(map(mul, spans, points)) for points in options)
        return found

    @cached_property
    def lanes(self) -> list[int]:
        """The columns, packed."""
        return list(map(packed, self.columns))

    @cached_property
    def floors(self) -> list[int]:
        """From where each person takes a package: a part of the gain above what it has elsewhere.

        Who wrote the letter would rather have it signed than not, so no one has more elsewhere than in the letter.
        """
        letter = self.points(self.layout.deal.letter)
        found = []
        for guess, best, written in zip(self.guesses, self._best(), letter, strict=True):
            elsewhere = min(guess.share * best // 100, written)
            found.append(elsewhere + (best - elsewhere) * GAIN // 100)
        return found

    def _best(self) -> list[int]:
        """The most that each person can have."""
        ways = [self.lanes[way.shape] for way in self.layout.ways] or [0]
        for spans, slopes in zip(self.spans, self.slopes, strict=True):
            for at, tops in enumerate(zip(*(slope.tops for slope in slopes), strict=True)):
                ways[at] += packed(numbers(map(mul, spans, tops)))
        return [max(whole) for whole in zip(*(unpacked(way, len(self.guesses)) for way in ways), strict=True)]

    def points(self, package: Package) -> Numbers:
        """What a package is worth to each person."""
        return unpacked(self._sum(self.layout.places(package)), len(self.guesses))

    def taken(self, places: tuple[int, ...]) -> int:
        """The top bits of the lanes of those who count and take the package with its terms at these places."""
        return at_least(self._sum(places), self._packed_floors, self._tops) & self.counted

    def _sum(self, places: tuple[int, ...]) -> int:
        return sum(map(self.lanes.__getitem__, places))

    @cached_property
    def _packed_floors(self) -> int:
        return packed(numbers(self.floors))

    @cached_property
    def _tops(self) -> int:
        return top_bits([True] * len(self.guesses))

    @cached_property
    def counted(self) -> int:
        """The top bits of the lanes of those who count."""
        if not self.known.liked:
            return self._tops
        people = list(self._everybody())
        misses = [sum(liked(members, one) != at for members, at in self.known.liked) for one in people]
        borne = sorted(misses)[(len(misses) - 1) // FEW]
        return top_bits([missed <= borne for missed in misses])

    @cached_property
    def size(self) -> int:
        """How many count."""
        return self.counted.bit_count()

    @cached_property
    def total(self) -> list[int]:
        """Points of every term, summed over those who count: the average person, times their number."""
        flags = self._flags()
        return [sum(compress(column, flags)) for column in self.columns]

    def people(self) -> Iterator[Person]:
        """Those who count, in the order in which they were drawn."""
        return compress(self._everybody(), self._flags())

    def _flags(self) -> Numbers:
        return unpacked(self.counted, len(self.guesses))

    def _everybody(self) -> Iterator[Person]:
        points = cache(self.points)
        for at, (ranking, peaks) in enumerate(zip(self.rankings, self.peaks, strict=True)):
            yield Person(ranking, peaks, _worths(points, at))


def _worths(points: Callable[[Package], Numbers], at: int) -> Worths:
    return lambda package: points(package)[at]

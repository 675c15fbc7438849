"""What has been answered, who can answer, and how a ranking is made to fit."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from negotiator.bargaining.deal import Package

Worths: TypeAlias = Callable[[Package], int]
"""What packages are worth to somebody, in points."""


class Known(NamedTuple):
    """What has been answered; a single answer is one of these as well."""

    peaks: tuple[tuple[int, int], ...] = ()
    """An issue and the option of it that is best for the counterpart."""
    thirds: tuple[tuple[int, int], ...] = ()
    """An issue and its third by importance: 0 top, 1 middle, 2 bottom."""
    ranks: tuple[tuple[int, int], ...] = ()
    """A rank by importance, 0 the highest, and the issue that holds it."""
    liked: tuple[tuple[tuple[Package, ...], int], ...] = ()
    """Packages offered as equal, and the position of the one that is liked best."""

    def plus(self, answer: "Known") -> "Known":
        """What is known with one more answer. What is said twice is known once."""
        return Known(
            tuple(dict.fromkeys(self.peaks + answer.peaks)),
            tuple(dict.fromkeys(self.thirds + answer.thirds)),
            tuple(dict.fromkeys(self.ranks + answer.ranks)),
            tuple(dict.fromkeys(self.liked + answer.liked)),
        )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be asked: a guess, or the real counterpart."""

    ranking: tuple[int, ...]
    """Issues, the most important first."""
    peaks: tuple[int, ...]
    """The best option of each issue."""
    worth: Worths


def third(rank: int, number: int) -> int:
    """Top (0), middle (1) or bottom (2) third of so many issues."""
    return 3 * rank // number


def liked(members: tuple[Package, ...], person: Person) -> int:
    """Position of the package that a person likes best; of equals the first."""
    worths = [person.worth(member) for member in members]
    return worths.index(max(worths))


def seated(order: tuple[int, ...], private: tuple[int, ...], known: Known) -> tuple[int, ...]:
    """A ranking, rearranged to fit.

    Known ranks are taken first. Issues of a known third take its free ranks in a private order of ranks, the others
    what is left in the order they had: if both orders are drawn evenly, so is this one among all that fit.
    """
    if not known.ranks and not known.thirds:
        return order
    number = len(order)
    seats = dict(known.ranks)
    placed, thirds = set(seats.values()), dict(known.thirds)
    for issue in order:
        if issue in thirds and issue not in placed:
            free = (rank for rank in private if rank not in seats)
            seats[next(rank for rank in free if third(rank, number) == thirds[issue])] = issue
            placed.add(issue)
    others = (issue for issue in order if issue not in placed)
    return tuple(seats[rank] if rank in seats else next(others) for rank in range(number))

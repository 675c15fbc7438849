"""Guesses at what a counterpart wants, drawn before anything has been answered."""

from collections.abc import Callable
from dataclasses import dataclass

from negotiator.bargaining.layout import BENDS, FULL, Layout

Luck = Callable[[int, str], int]
"""luck(below, purpose): a number from 0 to below - 1."""

STEEP = 10
"""The importance of an issue is the product of two numbers from 1 to this: a few matter much, most of them little."""
OPPOSED, ALIGNED = 7, 1
"""Of ten issues so many are best for the counterpart where they are worst for the player, and where they are best for
the player; in the others it likes something in between."""
SHAPES = 4
"""The job as offered is worth one issue of mean importance to the counterpart, another shape from 0 to this many."""
RESERVATION = (25, 65)
"""Percent of its best package that the counterpart has elsewhere."""


@dataclass(frozen=True, slots=True)
class Guess:
    """One draw. The numbers are private to it: an answer decides how they are put together, never what they are."""

    spans: tuple[int, ...]
    """Importances, the greatest first."""
    order: tuple[int, ...]
    """Issues, the most important first."""
    seats: tuple[int, ...]
    """Ranks in the order in which issues are seated of which only the third is known."""
    peaks: tuple[int, ...]
    """The option of each issue that is best for the counterpart."""
    bends: tuple[int, ...]
    """How worth falls off from there, by issue."""
    shapes: tuple[int, ...]
    """Points of each shape of the job."""
    share: int
    """Percent of its best package that it has elsewhere."""


def guesses(layout: Layout, luck: Luck, number: int) -> tuple[Guess, ...]:
    """So many draws; each depends on its number alone."""
    return tuple(_guess(layout, _of(luck, at)) for at in range(number))


def _of(luck: Luck, guess: int) -> Luck:
    return lambda below, what: luck(below, f"guess {guess} {what}")


def _guess(layout: Layout, luck: Luck) -> Guess:
    issues, shapes = range(len(layout.steps)), range(len(layout.deal.structures))
    spans = sorted(
        ((1 + luck(STEEP, f"span {at}")) * (1 + luck(STEEP, f"times {at}")) for at in issues), reverse=True
    )
    mean = FULL * sum(spans) // max(len(spans), 1)
    least, most = RESERVATION
    return Guess(
        spans=tuple(spans),
        order=_shuffled(len(issues), luck, "order"),
        seats=_shuffled(len(issues), luck, "seat"),
        peaks=tuple(_peak(steps, luck, at) for at, steps in enumerate(layout.steps)),
        bends=tuple(luck(BENDS, f"bend {at}") for at in issues),
        shapes=tuple(luck(SHAPES * mean + 1, f"shape {at}") if at else mean for at in shapes),
        share=least + luck(most - least + 1, "share"),
    )


def _peak(steps: tuple[int, ...], luck: Luck, issue: int) -> int:
    kind, between = luck(10, f"peak {issue}"), steps[1:-1]
    if kind < OPPOSED:
        return steps[0]
    if kind < OPPOSED + ALIGNED or not between:
        return steps[-1]
    return between[luck(len(between), f"between {issue}")]


def _shuffled(number: int, luck: Luck, what: str) -> tuple[int, ...]:
    found = list(range(number))
    for at in range(number - 1, 0, -1):
        other = luck(at + 1, f"{what} {at}")
        found[at], found[other] = found[other], found[at]
    return tuple(found)

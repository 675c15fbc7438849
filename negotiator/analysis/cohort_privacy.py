"""What may be shown of a room: nobody's number under five, and none that could be worked out from the others."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 5
"""People under whom nothing about a room is public."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, as far as it may be told."""

    people: int | None
    """None where it is held back."""
    few: bool = False
    """Held back because it is one to four; otherwise because a smaller one could be worked out from it."""

    def __str__(self) -> str:
        """The number in words: "12", "nobody", "a few" or "some"."""
        if self.people is None:
            return "a few" if self.few else "some"
        return str(self.people) if self.people else "nobody"


def disclosed(counts: Sequence[int]) -> tuple[Count, ...]:
    """Counts of one whole as they may be told beside its sum.

    One to four people are "a few". Where the sum less what is told would give them away, or a group under five, the
    next smaller count is held back as well, as "some".
    """
    hidden = {at for at, count in enumerate(counts) if 0 < count < LEAST}
    few = frozenset(hidden)
    others = sorted((count, at) for at, count in enumerate(counts) if count >= LEAST)
    while hidden and others and sum(counts[at] for at in hidden) < LEAST:
        hidden.add(others.pop(0)[1])
    return tuple(Count(None, at in few) if at in hidden else Count(count) for at, count in enumerate(counts))

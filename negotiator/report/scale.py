"""From points to places on a map, along one axis."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True, slots=True)
class Scale:
    """Points from `low` to `high` laid over places from 0 to `last`."""

    low: int
    high: int
    last: int

    @classmethod
    def over(cls, values: Iterable[int], last: int) -> "Scale":
        """A scale for these values with a little room on both sides, so that none stands on an axis."""
        found = list(values)
        low, high = min(found), max(found)
        room = (high - low) // 25
        return cls(low - room, high + room, last)

    def at(self, value: int) -> int:
        """The nearest place of a value; never falls as the value rises, and stays within the scale."""
        span = self.high - self.low
        if span <= 0:
            return self.last // 2
        inside = min(max(value, self.low), self.high) - self.low
        return (2 * inside * self.last + span) // (2 * span)

    def ticks(self, apart: int) -> list[int]:
        """Round values (1, 2 or 5 times a power of ten), as many as stand at least `apart` places from each other."""
        span = self.high - self.low
        if span <= 0:
            return [self.low]
        step = next(step for step in _steps() if step * self.last >= apart * span)
        return list(range(-(-self.low // step) * step, self.high + 1, step))


def _steps() -> Iterator[int]:
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)

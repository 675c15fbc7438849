"""Percentiles of times."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Latency:
    """How long something took, in milliseconds."""

    count: int
    p50: float
    p95: float
    p99: float
    most: float

    @property
    def said(self) -> str:
        """In words."""
        return (
            f"p50 {self.p50:.1f} ms, p95 {self.p95:.1f} ms, p99 {self.p99:.1f} ms, longest {self.most:.1f} ms"
        )


def latency(seconds: Sequence[float]) -> Latency | None:
    """Percentiles by the nearest rank: a time that really occurred. None of nothing."""
    times = sorted(1000 * one for one in seconds)
    if not times:
        return None
    return Latency(len(times), *(times[ceil(len(times) * share) - 1] for share in (0.5, 0.95, 0.99, 1.0)))

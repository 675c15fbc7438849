"""How long to wait before trying once more: longer each time, and never all at once."""

from random import Random

FIRST = 0.25
"""Seconds before the first try after a failure, at most."""
LONGEST = 4.0
"""Seconds between tries at most: whoever waits for a hub that was started again is back within five."""


class Backoff:
    """Waits that double up to LONGEST, each drawn between half of it and all, so that a room does not knock as one."""

    def __init__(self, random: Random | None = None) -> None:
        self._random = random or Random()
        self._failed = 0

    def failed(self) -> float:
        """Seconds to wait after one more failure."""
        most = min(FIRST * 2.0 ** min(self._failed, 10), LONGEST)
        self._failed += 1
        return most * self._random.uniform(0.5, 1.0)

    def worked(self) -> None:
        """Something got through: begin again with short waits."""
        self._failed = 0

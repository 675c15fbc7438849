"""Guesses are counted: after a few wrong ones an address waits, after many the whole room does."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

MINUTE = 60.0


@dataclass(slots=True)
class Attempts:
    """Wrong guesses of the last minute, by address and in all. In memory only: no address is ever written."""

    clock: Callable[[], float]
    """Seconds, never going back."""
    each: int = 20
    """Wrong guesses an address has in a minute. A room behind one wireless address shares them."""
    together: int = 200
    """Wrong guesses the room has in a minute: at that pace half of all codes take some 4,000 years."""
    _missed: dict[str, deque[float]] = field(default_factory=dict)
    _all: deque[float] = field(default_factory=deque)

    def wait(self, address: str) -> int:
        """Seconds until this address may guess again; 0 at once."""
        now = self.clock()
        self._forget(now)
        own = self._missed.get(address, deque())
        until = 0.0
        if len(own) >= self.each:
            until = own[-self.each] + MINUTE
        if len(self._all) >= self.together:
            until = max(until, self._all[-self.together] + MINUTE)
        return max(0, -int(-(until - now) // 1)) if until > now else 0

    def missed(self, address: str) -> None:
        """One more guess was wrong."""
        now = self.clock()
        self._missed.setdefault(address, deque(maxlen=self.each)).append(now)
        self._all.append(now)

    def _forget(self, now: float) -> None:
        while self._all and self._all[0] <= now - MINUTE:
            self._all.popleft()
        for address in [one for one, times in self._missed.items() if times[-1] <= now - MINUTE]:
            del self._missed[address]

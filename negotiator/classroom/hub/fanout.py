"""Who listens, and what they have not been told yet: a mark for each listener, never a queue that grows."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

STREAMS_EACH = 6
"""Open streams of one place: a phone, a laptop, a page that was just loaded again. The oldest one goes first."""


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream. Marks are put by the hub and taken by the stream, so a slow reader costs one mark."""

    place: str
    closing: bool = False
    _marks: set[str] = field(default_factory=set)
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    def mark(self, *what: str) -> None:
        """Something changed that the reader has to be told."""
        self._marks.update(what)
        self._woken.set()

    def close(self) -> None:
        """Let the stream end."""
        self.closing = True
        self._woken.set()

    async def wait(self, seconds: float) -> frozenset[str]:
        """What changed since the last time; empty after `seconds` of silence, or when the stream should end."""
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return frozenset()
        self._woken.clear()
        marks = frozenset(self._marks)
        self._marks.clear()
        return marks


class Fanout:
    """All open streams, by place."""

    def __init__(self) -> None:
        self._by_place: dict[str, list[Listener]] = {}

    def open(self, place: str) -> Listener:
        """A new stream of a place."""
        listener = Listener(place)
        own = self._by_place.setdefault(place, [])
        own.append(listener)
        if len(own) > STREAMS_EACH:
            own.pop(0).close()
        return listener

    def drop(self, listener: Listener) -> None:
        """A stream has ended."""
        own = self._by_place.get(listener.place, [])
        if listener in own:
            own.remove(listener)
        if not own:
            self._by_place.pop(listener.place, None)

    def tell(self, place: str, what: str) -> None:
        """Mark the streams of one place."""
        for listener in self._by_place.get(place, ()):
            listener.mark(what)

    def tell_all(self, what: Iterable[str]) -> None:
        """Mark every stream."""
        marks = tuple(what)
        for own in self._by_place.values():
            for listener in own:
                listener.mark(*marks)

    def listening(self, place: str) -> bool:
        """Whether somebody has this place's stream open."""
        return place in self._by_place

    def end(self, place: str) -> None:
        """Close the streams of a place."""
        for listener in list(self._by_place.get(place, ())):
            listener.close()

    def close(self) -> None:
        """Close every stream."""
        for place in list(self._by_place):
            self.end(place)

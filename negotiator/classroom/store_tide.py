"""The newest revision, and everybody who waits for a newer one. Lives in one event loop."""

import asyncio
from collections.abc import AsyncGenerator


class Tide:
    """It only rises. Who follows it sees where it stands, not every step on the way."""

    def __init__(self, newest: int) -> None:
        self._newest = newest
        self._closed = False
        self._moved = asyncio.Event()

    def rise(self, rev: int) -> None:
        """There are events up to this revision."""
        if rev > self._newest:
            self._newest = rev
            self._wake()

    def close(self) -> None:
        """Nothing more will come: let everybody go."""
        self._closed = True
        self._wake()

    async def follow(self) -> AsyncGenerator[int, None]:
        """The newest revision at once, and then whenever it has grown, until it is closed."""
        seen = -1
        while not self._closed:
            if self._newest > seen:
                seen = self._newest
                yield seen
            else:
                await self._moved.wait()

    def _wake(self) -> None:
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

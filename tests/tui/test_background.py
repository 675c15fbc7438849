"""Work beside the screen: its result, its error, and nobody waiting any more."""

import asyncio
from threading import Event

import pytest

from negotiator.tui.background import beside


async def test_the_result_comes_back() -> None:
    assert await beside(lambda: 6 * 7) == 42


async def test_the_error_comes_back() -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await beside(fail)


async def test_nobody_need_wait_for_it() -> None:
    hold, done = Event(), Event()

    def work() -> None:
        hold.wait()
        done.set()

    task = asyncio.create_task(beside(work))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    hold.set()
    assert done.wait(10)

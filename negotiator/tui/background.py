"""Long work beside the screen, on a thread that never keeps the game from closing."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Found = TypeVar("Found")


async def beside(work: Callable[[], Found]) -> Found:
    """What `work` returns, or raises, done on a thread of its own.

    Textual's thread workers are waited for when the app closes; a yardstick may take ten seconds to search for, and
    ctrl+q quits at once. This thread is left behind instead.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Found] = loop.create_future()

    def run() -> None:
        try:
            found = work()
        except BaseException as error:  # noqa: BLE001  it belongs to whoever awaits, whatever it is
            deliver(future.set_exception, error)
        else:
            deliver(future.set_result, found)

    def deliver(settle: Callable[..., None], value: object) -> None:
        def settled() -> None:
            if not future.done():
                settle(value)

        # The loop may be closed: then nobody waits any more.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settled)

    Thread(target=run, daemon=True).start()
    return await future

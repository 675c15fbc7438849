"""The one thread that writes to a class's file: whatever waits is written together, with one flush to the disk."""

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from negotiator.classroom.store import Again, Refused, Stale

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

_MOST = 1000
"""Callers that share a transaction at most."""


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work[Any]
    answer: asyncio.Future[Any]
    alone: bool
    """It brings its own transactions."""


@dataclass(frozen=True, slots=True)
class _Done:
    answer: asyncio.Future[Any]
    result: Any
    error: Exception | None


class Writer:
    """Takes work from one event loop, does it in order, and answers when it is on the disk."""

    def __init__(self, connection: sqlite3.Connection, written: Callable[[], None]) -> None:
        """Args: the connection, which is the writer's from here on, and what to call in the loop after a commit."""
        self._loop = asyncio.get_running_loop()
        self._connection = connection
        self._written = written
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        self._thread = Thread(target=self._run, name="class store", daemon=True)
        self._thread.start()

    async def do(self, work: Work[T], *, alone: bool = False) -> T:
        """Do it in a transaction shared with others (or alone), and give its result once it is on the disk.

        Shared work changes nothing if it raises Again or Stale. Any other error fails everybody in its transaction.

        Raises:
            Refused: it was not kept.
        """
        if self._closed:
            raise Refused("The class is closed.", "Start it again.")
        answer: asyncio.Future[T] = self._loop.create_future()
        self._jobs.put(_Job(work, answer, alone))
        return await answer

    async def close(self) -> None:
        """Finish what waits, and let go of the file."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        going = True
        while going:
            batch, last = self._batch()
            if batch:
                self._answer(self._shared(batch))
            if last is None:
                going = False
            elif last.alone:
                self._answer([self._one(last)])
        self._connection.close()

    def _batch(self) -> tuple[list[_Job], _Job | None]:
        """What waits up to the next job that wants to be alone, and that job; None at the end."""
        job = self._jobs.get()
        batch: list[_Job] = []
        while job is not None and not job.alone:
            batch.append(job)
            if len(batch) == _MOST:
                break
            try:
                job = self._jobs.get_nowait()
            except Empty:
                break
        return batch, job

    def _shared(self, batch: list[_Job]) -> list[_Done]:
        def work(connection: sqlite3.Connection) -> list[_Done]:
            connection.execute("BEGIN IMMEDIATE")
            done = [_done(job, connection) for job in batch]
            connection.execute("COMMIT")
            return done

        done, error = self._tried(work)
        return done or [_Done(job.answer, None, error) for job in batch]

    def _one(self, job: _Job) -> _Done:
        return _Done(job.answer, *self._tried(job.work))

    def _tried(self, work: Work[T]) -> tuple[T | None, Exception | None]:
        """What came of it, or what kept it from being done; then nothing was changed."""
        try:
            return work(self._connection), None
        except Exception as error:  # noqa: BLE001  it belongs to the callers, who wait for it in another thread
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            return None, refusal(error)

    def _answer(self, done: list[_Done]) -> None:
        try:
            self._loop.call_soon_threadsafe(self._tell, done)
        except RuntimeError:  # the loop is closed: nobody is left to hear it
            return

    def _tell(self, done: list[_Done]) -> None:
        self._written()
        for one in done:
            if one.answer.done():
                continue
            if one.error is None:
                one.answer.set_result(one.result)
            else:
                one.answer.set_exception(one.error)


def refusal(error: Exception) -> Exception:
    """What a caller is told of an error: Refused for the disk's and the file's, anything else as it is."""
    if not isinstance(error, sqlite3.Error):
        return error
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return Refused(
            "The disk is full: nothing was kept.", "Make room on the disk; what is sent again is kept."
        )
    return Refused(f"It could not be kept: {error}.", "Try again; if it stays so, look at the disk.")


def _done(job: _Job, connection: sqlite3.Connection) -> _Done:
    try:
        return _Done(job.answer, job.work(connection), None)
    except (Again, Stale) as error:
        return _Done(job.answer, None, error)

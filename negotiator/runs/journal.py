"""A run's file while it is played: its lock, its end, and the lines that wait to be written with the next move."""

from datetime import datetime
from pathlib import Path

from negotiator.runs.lines import Record, numbered
from negotiator.runs.lock import RunLock
from negotiator.runs.log import Log
from negotiator.runs.troubles import ReadOnlyRun
from negotiator.runs.writer import Writer


class Journal:
    """Where a session writes. One that is shut takes nothing any more."""

    def __init__(
        self, path: Path, run: str, waiting: list[Record] | None = None, *, shut: bool = False
    ) -> None:
        """A file of its own, made with the first lines written; or, shut from the start, one to be read only."""
        self.path = path
        self.run = run
        self.waiting = waiting or []
        """Lines written together with the next one: the beginning of a new file, or a note of new rules."""
        self._shut = shut
        self._writer: Writer | None = None
        self._lock: RunLock | None = None
        self._count = 0

    @classmethod
    def further(cls, log: Log, lock: RunLock) -> "Journal":
        """At the end of a log that was read under its lock; the lock is the journal's from here on.

        Raises:
            ReadOnlyRun: the file may not be written.
        """
        journal = cls(log.path, log.header.run)
        journal.take_over(Writer.further(log), lock, log.count)
        return journal

    def take_over(self, writer: Writer, lock: RunLock, count: int) -> None:
        """Write there, after `count` good lines."""
        self._writer, self._lock, self._count = writer, lock, count

    def write(self, *records: Record, now: datetime) -> None:
        """Have the waiting lines and these on the disk, or none of them.

        Raises:
            RunTrouble: it could not be done; the file is as it was.
        """
        if self._shut:
            raise ReadOnlyRun(self.path, "it was opened to be read only, or is closed")
        together = numbered([*self.waiting, *records], self._count, now)
        if self._writer is None:
            self._begin(together)
        else:
            self._writer.append(*together)
        self.waiting = []
        self._count += len(together)

    def _begin(self, together: list[Record]) -> None:
        writer = Writer.begin(self.path)
        try:
            lock = RunLock(self.path, self.run)
        except BaseException:
            writer.discard()
            raise
        try:
            writer.append(*together)
        except BaseException:
            writer.discard()
            lock.free()
            raise
        writer.settle()
        self.take_over(writer, lock, 0)

    def close(self) -> None:
        """Let go of the file and the lock."""
        self._shut = True
        if self._writer:
            self._writer.close()
            self._writer = None
        if self._lock:
            self._lock.free()
            self._lock = None

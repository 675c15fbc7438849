"""Appends to a run's log: a line is on the disk, whole, before anybody hears of it, or it was never written."""

import io
import os
from contextlib import suppress
from pathlib import Path

from negotiator.runs.files import PRIVATE_FILE, make_folder, sync_folder
from negotiator.runs.log import Log
from negotiator.runs.records import Fields, seal
from negotiator.runs.troubles import LogBroken, NoFolder, NotSaved, ReadOnlyRun, reason


class Writer:
    """The end of a run's file. Its holder also holds the run's lock."""

    def __init__(self, path: Path, file: io.FileIO, head: str, *, whole: bool) -> None:
        self.path = path
        self.head = head
        """Seal of the last line."""
        self._file = file
        self._whole = whole
        self._size = file.seek(0, os.SEEK_END)
        self._broken = False

    @classmethod
    def begin(cls, path: Path) -> "Writer":
        """A new, empty file.

        Raises:
            NoFolder: the folder cannot be made or written.
        """
        try:
            make_folder(path.parent)
            file = io.FileIO(path, "xb", opener=_private)
        except OSError as error:
            raise NoFolder(path.parent, reason(error)) from error
        return cls(path, file, "", whole=True)

    @classmethod
    def further(cls, log: Log) -> "Writer":
        """The end of a log that has just been read, under its lock.

        Raises:
            ReadOnlyRun: the file may not be written.
        """
        try:
            file = io.FileIO(log.path, "ab")
        except OSError as error:
            raise ReadOnlyRun(log.path, reason(error)) from error
        return cls(log.path, file, log.head, whole=log.whole)

    def append(self, *records: Fields) -> None:
        """Write the records in one go and sync them.

        Raises:
            NotSaved: it could not be done; the file is as it was.
            LogBroken: it could not be done, now or before, and the end of the file is in doubt.
        """
        if self._broken:
            raise LogBroken(self.path)
        head, lines = self.head, b"" if self._whole else b"\n"
        for fields in records:
            line, head = seal(fields, head)
            lines += line
        try:
            rest = lines
            while rest:
                rest = rest[self._file.write(rest) :]
            os.fsync(self._file.fileno())
        except BaseException as error:
            # Half a line, or a whole one that nobody was shown, must not stand before the next try.
            self._take_back()
            if isinstance(error, OSError):
                raise NotSaved(self.path, reason(error)) from error
            raise
        self.head, self._whole = head, True
        self._size += len(lines)

    def _take_back(self) -> None:
        try:
            self._file.truncate(self._size)
            os.fsync(self._file.fileno())
        except OSError:
            self._broken = True

    def settle(self) -> None:
        """Make the new file's name last."""
        sync_folder(self.path.parent)

    def discard(self) -> None:
        """Close and remove a new file whose first lines could not be written."""
        self.close()
        with suppress(OSError):
            self.path.unlink()

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):
            self._file.close()


def _private(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_APPEND, PRIVATE_FILE)

"""A class in one SQLite file: written ahead, flushed before anything is acknowledged."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from negotiator.classroom.events import ROOM, Event, New
from negotiator.classroom.people import Holder, Person, Role
from negotiator.classroom.sqlite_file import connect, open_file
from negotiator.classroom.sqlite_forget import finish_forgetting, forget
from negotiator.classroom.sqlite_writer import T, Work, Writer, refusal
from negotiator.classroom.store import PAGE, Refused
from negotiator.classroom.store_rows import checked, event_of, numbered, row_of, text
from negotiator.classroom.store_tide import Tide

_NEWEST = "SELECT coalesce(max(rev), 0) FROM event"
_LATEST = "SELECT coalesce(max(seq), 0) FROM event WHERE place = ?"
_KNOWN = "SELECT rev, place, seq, client, kind, body, at FROM event WHERE place = ? AND client = ?"
_SINCE = "SELECT rev, place, seq, client, kind, body, at FROM event WHERE rev > ? ORDER BY rev LIMIT ?"
_AT = """
SELECT rev, place, seq, client, kind, body, at FROM event WHERE place IN (?, ?) AND rev > ? ORDER BY rev LIMIT ?
"""
_INSERT = "INSERT INTO event (rev, place, seq, client, kind, body, at) VALUES (?, ?, ?, ?, ?, ?, ?)"


async def open_sqlite(path: Path, *, create: bool = True) -> "SqliteStore":
    """The class in this file, after its integrity was examined; made if there is none and `create` is set.

    Raises:
        Unusable: it is no class, or damaged.
    """
    writing = await asyncio.to_thread(open_file, path, create=create)
    try:
        await asyncio.to_thread(finish_forgetting, writing)
        reading = connect(path)
    except BaseException:
        writing.close()
        raise
    return SqliteStore(writing, reading)


class SqliteStore:
    """`store.Store` on SQLite: one thread writes, another reads, each with its own connection."""

    def __init__(self, writing: sqlite3.Connection, reading: sqlite3.Connection) -> None:
        self._newest = int(writing.execute(_NEWEST).fetchone()[0])
        """Only the writing thread sets it."""
        self._tide = Tide(self._newest)
        self._writer = Writer(writing, lambda: self._tide.rise(self._newest))
        self._reading = reading
        self._reader = ThreadPoolExecutor(1, "class store reads")
        self._open = True

    async def append(self, events: Sequence[New]) -> list[Event]:
        wanted = checked(events)

        def work(connection: sqlite3.Connection) -> list[Event]:
            made = numbered(
                wanted,
                known=lambda place, client: _one(connection, place, client),
                latest=lambda place: int(connection.execute(_LATEST, (place,)).fetchone()[0]),
                rev=int(connection.execute(_NEWEST).fetchone()[0]),
                at=datetime.now(UTC),
            )
            connection.executemany(_INSERT, map(row_of, made))
            return made

        made = await self._writer.do(work)
        if made:
            self._tide.rise(made[-1].rev)
        return made

    async def since(self, rev: int, limit: int = PAGE) -> list[Event]:
        return await self._events(_SINCE, rev, limit)

    async def at(self, place: str, rev: int, limit: int = PAGE) -> list[Event]:
        return await self._events(_AT, ROOM, text(place), rev, limit)

    async def newest(self) -> int:
        return await self._read(lambda connection: int(connection.execute(_NEWEST).fetchone()[0]))

    def changes(self) -> AsyncGenerator[int, None]:
        return self._tide.follow()

    async def put_token(self, place: str, digest: bytes, role: Role) -> None:
        await self._write("INSERT OR IGNORE INTO token VALUES (?, ?, ?)", digest, text(place), role.value)

    async def find_token(self, digest: bytes) -> Holder | None:
        row = await self._row("SELECT place, role FROM token WHERE digest = ?", digest)
        return Holder(row[0], Role(row[1])) if row else None

    async def drop_tokens(self, place: str) -> None:
        await self._write("DELETE FROM token WHERE place = ?", text(place))

    async def put_person(self, place: str, name: str, student: str) -> None:
        await self._write(
            "INSERT OR REPLACE INTO person VALUES (?, ?, ?)", text(place), text(name), text(student)
        )

    async def person(self, place: str) -> Person | None:
        row = await self._row("SELECT place, name, student FROM person WHERE place = ?", text(place))
        return Person(*row) if row else None

    async def people(self) -> list[Person]:
        statement = "SELECT place, name, student FROM person ORDER BY place"
        return await self._read(lambda connection: [Person(*row) for row in connection.execute(statement)])

    async def forget(self, place: str) -> None:
        await self._writer.do(lambda connection: forget(connection, text(place)), alone=True)

    async def put_setting(self, key: str, value: str) -> None:
        await self._write("INSERT OR REPLACE INTO setting VALUES (?, ?)", text(key), text(value))

    async def setting(self, key: str) -> str | None:
        row = await self._row("SELECT value FROM setting WHERE key = ?", text(key))
        return row[0] if row else None

    async def close(self) -> None:
        if not self._open:
            return
        self._open = False
        self._tide.close()
        await asyncio.to_thread(self._reader.shutdown)
        self._reading.close()
        await self._writer.close()

    async def _write(self, statement: str, *values: str | bytes) -> None:
        def work(connection: sqlite3.Connection) -> None:
            connection.execute(statement, values)

        await self._writer.do(work)

    async def _row(self, statement: str, *values: str | bytes) -> tuple[str, ...] | None:
        return await self._read(lambda connection: connection.execute(statement, values).fetchone())

    async def _events(self, statement: str, *values: str | int) -> list[Event]:
        return await self._read(
            lambda connection: [event_of(row) for row in connection.execute(statement, values)]
        )

    async def _read(self, work: Work[T]) -> T:
        if not self._open:
            raise Refused("The class is closed.", "Start it again.")
        try:
            return await asyncio.get_running_loop().run_in_executor(self._reader, work, self._reading)
        except sqlite3.Error as error:
            raise refusal(error) from error


def _one(connection: sqlite3.Connection, place: str, client: str) -> Event | None:
    row = connection.execute(_KNOWN, (place, client)).fetchone()
    return event_of(row) if row else None

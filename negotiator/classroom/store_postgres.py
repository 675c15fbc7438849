"""A class in a PostgreSQL database, for more than one hub: the tables class_… in the schema one connects to."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, LiteralString

import psycopg
from psycopg import errors

from negotiator.classroom.events import ROOM, Event, New
from negotiator.classroom.people import Holder, Person, Role
from negotiator.classroom.postgres_news import listen
from negotiator.classroom.postgres_tables import Connection, channel, connect, number, prepare, told
from negotiator.classroom.postgres_writer import Appender, refusal
from negotiator.classroom.store import PAGE
from negotiator.classroom.store_rows import SEATING, checked, event_of, text, without_person
from negotiator.classroom.store_tide import Tide

_SINCE = (
    "SELECT rev, place, seq, client, kind, body, at FROM class_event WHERE rev > %s ORDER BY rev LIMIT %s"
)
_AT = """
SELECT rev, place, seq, client, kind, body, at FROM class_event WHERE place IN (%s, %s) AND rev > %s
ORDER BY rev LIMIT %s
"""
_ABOUT = """
SELECT rev, body FROM class_event WHERE place = %s OR place IN (
    SELECT place FROM class_event WHERE kind IN (%s, %s) AND position('"' || %s || '"' IN body) > 0
)
"""
_NEWEST = "SELECT rev FROM class_head"


async def open_postgres(url: str, *, create: bool = True) -> "PostgresStore":
    """The class in this database; its tables are made if there are none and `create` is set.

    Raises:
        Unusable: the server cannot be reached, or what is there is no class or a damaged one.
    """
    try:
        connection = await connect(url)
        try:
            await prepare(connection, create=create)
            return PostgresStore(
                url, connection, await channel(connection), await number(connection, _NEWEST)
            )
        except BaseException:
            await connection.close()
            raise
    except psycopg.Error as error:
        raise told(url, error) from error


class PostgresStore:
    """`store.Store` on PostgreSQL, over three connections: to append, to listen, and for everything else."""

    def __init__(self, url: str, connection: Connection, name: str, newest: int) -> None:
        self._url = url
        self._connection = connection
        self._desk = asyncio.Lock()
        self._tide = Tide(newest)
        self._appender = Appender(partial(connect, url), name, self._tide.rise)
        self._news = asyncio.create_task(listen(partial(connect, url), name, self._tide.rise))

    async def append(self, events: Sequence[New]) -> list[Event]:
        return await self._appender.append(checked(events))

    async def since(self, rev: int, limit: int = PAGE) -> list[Event]:
        return [event_of(row) for row in await self._rows(_SINCE, rev, limit)]

    async def at(self, place: str, rev: int, limit: int = PAGE) -> list[Event]:
        return [event_of(row) for row in await self._rows(_AT, ROOM, text(place), rev, limit)]

    async def newest(self) -> int:
        return int((await self._rows(_NEWEST))[0][0])

    def changes(self) -> AsyncGenerator[int, None]:
        return self._tide.follow()

    async def put_token(self, place: str, digest: bytes, role: Role) -> None:
        insert = "INSERT INTO class_token VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
        await self._do(insert, digest, text(place), role.value)

    async def find_token(self, digest: bytes) -> Holder | None:
        rows = await self._rows("SELECT place, role FROM class_token WHERE digest = %s", digest)
        return Holder(rows[0][0], Role(rows[0][1])) if rows else None

    async def drop_tokens(self, place: str) -> None:
        await self._do("DELETE FROM class_token WHERE place = %s", text(place))

    async def put_person(self, place: str, name: str, student: str) -> None:
        await self._do(
            "INSERT INTO class_person VALUES (%s, %s, %s)"
            " ON CONFLICT (place) DO UPDATE SET name = excluded.name, student = excluded.student",
            text(place),
            text(name),
            text(student),
        )

    async def person(self, place: str) -> Person | None:
        rows = await self._rows("SELECT place, name, student FROM class_person WHERE place = %s", text(place))
        return Person(*rows[0]) if rows else None

    async def people(self) -> list[Person]:
        rows = await self._rows('SELECT place, name, student FROM class_person ORDER BY place COLLATE "C"')
        return [Person(*row) for row in rows]

    async def forget(self, place: str) -> None:
        try:
            async with self._desk:
                await _forget(await self._connected(), text(place))
        except psycopg.Error as error:
            raise refusal(error) from error

    async def put_setting(self, key: str, value: str) -> None:
        await self._do(
            "INSERT INTO class_setting VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            text(key),
            text(value),
        )

    async def setting(self, key: str) -> str | None:
        rows = await self._rows("SELECT value FROM class_setting WHERE key = %s", text(key))
        return str(rows[0][0]) if rows else None

    async def close(self) -> None:
        self._tide.close()
        self._news.cancel()
        with suppress(asyncio.CancelledError):
            await self._news
        await self._appender.close()
        await self._connection.close()

    async def _connected(self) -> Connection:
        """The connection for everything else, made again if the server let go of it."""
        if self._connection.closed:
            self._connection = await connect(self._url)
        return self._connection

    async def _do(self, statement: LiteralString, *values: object) -> None:
        try:
            async with self._desk:
                await (await self._connected()).execute(statement, values)
        except psycopg.Error as error:
            raise refusal(error) from error

    async def _rows(self, statement: LiteralString, *values: object) -> list[Any]:
        try:
            async with self._desk:
                return await (await (await self._connected()).execute(statement, values)).fetchall()
        except psycopg.Error as error:
            raise refusal(error) from error


async def _forget(connection: Connection, place: str) -> None:
    async with connection.transaction():
        await connection.execute("DELETE FROM class_person WHERE place = %s", (place,))
        await connection.execute("DELETE FROM class_token WHERE place = %s", (place,))
        kept = await connection.execute(_ABOUT, (place, *SEATING, place))
        for rev, body in await kept.fetchall():
            await connection.execute(
                "UPDATE class_event SET body = %s WHERE rev = %s", (without_person(body), rev)
            )
    # The tables are written anew, so that no old copy of a row is left in their files.
    await connection.execute("VACUUM FULL class_person")
    await connection.execute("VACUUM FULL class_token")
    await connection.execute("VACUUM FULL class_event")
    with suppress(errors.InsufficientPrivilege):
        await connection.execute("CHECKPOINT")

"""A class's tables in a PostgreSQL database: made if there are none, and examined."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import AsyncConnection, sql

from negotiator.classroom.store import Unusable
from negotiator.classroom.store_place import shown
from negotiator.classroom.store_rows import VERSION

Connection = AsyncConnection[tuple[Any, ...]]

_LOCK = 0x4E65676F
"""Of two processes that open a new class, one makes the tables."""

_MAKE: Sequence[str] = (
    """CREATE TABLE class_head (
        one boolean PRIMARY KEY DEFAULT true CHECK (one), version int NOT NULL, rev bigint NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE class_event (
        rev bigint PRIMARY KEY, place text NOT NULL, seq bigint NOT NULL, client text NOT NULL,
        kind text NOT NULL, body text NOT NULL, at bigint NOT NULL,
        UNIQUE (place, seq), UNIQUE (place, client)
    )""",
    "CREATE TABLE class_token (digest bytea PRIMARY KEY, place text NOT NULL, role text NOT NULL)",
    "CREATE TABLE class_person (place text PRIMARY KEY, name text NOT NULL, student text NOT NULL)",
    "CREATE TABLE class_setting (key text PRIMARY KEY, value text NOT NULL)",
    # The planner's statistics would hold samples of what people wrote, also after it was forgotten.
    "ALTER TABLE class_event ALTER COLUMN body SET STATISTICS 0",
    "ALTER TABLE class_person ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN student SET STATISTICS 0",
)


async def connect(url: str) -> Connection:
    """A connection that commits each statement, and acknowledges nothing that is not on the server's disk.

    If the caller is cancelled meanwhile, what was reached is let go of.

    Raises:
        psycopg.Error: there is no such server, or it does not let one in.
    """
    reaching = asyncio.ensure_future(_reached(url))
    try:
        return await asyncio.shield(reaching)
    except asyncio.CancelledError:
        with suppress(psycopg.Error):
            await (await reaching).close()
        raise


async def _reached(url: str) -> Connection:
    connection = await AsyncConnection.connect(url, autocommit=True, connect_timeout=10)
    try:
        await connection.execute("SET synchronous_commit = on")
    except BaseException:
        await connection.close()
        raise
    return connection


async def prepare(connection: Connection, *, create: bool) -> None:
    """Have the tables.

    Raises:
        Unusable: there are none and `create` is not set, they are of a newer version, or events are missing.
        psycopg.Error: no rights to make tables, for instance.
    """
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        if (
            await number(
                connection,
                "SELECT count(*) FROM pg_tables WHERE tablename = 'class_head'"
                " AND schemaname = current_schema()",
            )
            == 0
        ):
            if not create:
                raise Unusable(
                    "There is no class in this database.", "Name the one that was given to class host."
                )
            for statement in _MAKE:
                await connection.execute(sql.SQL(statement))
            await connection.execute("INSERT INTO class_head (version) VALUES (%s)", (VERSION,))
    if await number(connection, "SELECT version FROM class_head") > VERSION:
        raise Unusable(
            "This class was written by a newer negotiator.", "Update negotiator; nothing was changed."
        )
    await _examine(connection)


async def channel(connection: Connection) -> str:
    """The name under which processes of one class tell each other of news: one for each schema."""
    return f"negotiator_{await number(connection, 'SELECT current_schema()::regnamespace::oid::bigint')}"


async def number(connection: Connection, statement: str) -> int:
    """What a statement with one number in its answer says."""
    row = await (await connection.execute(sql.SQL(statement))).fetchone()
    return int(row[0]) if row else 0


def told(url: str, error: psycopg.Error) -> Unusable:
    """Why it cannot be opened, without the password that may stand in the address."""
    said = str(error).strip().splitlines()[-1:] or [type(error).__name__]
    return Unusable(
        f"The database at {shown(url)} cannot be opened: {said[0]}",
        "Look at the address, and that the server runs and lets you in: psql with the same address tells more.",
    )


async def _examine(connection: Connection) -> None:
    async with connection.transaction():
        await connection.execute("SELECT rev FROM class_head FOR SHARE")
        missing = await number(
            connection, "SELECT h.rev - (SELECT count(*) FROM class_event) FROM class_head h"
        )
    if missing:
        raise Unusable(
            f"The class is damaged: events are missing ({missing}).", "Restore a copy from before."
        )

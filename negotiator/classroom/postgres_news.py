"""What other processes appended: LISTEN, over a connection that is made again when it is lost."""

import asyncio
from collections.abc import Awaitable, Callable

import psycopg
from psycopg import sql

from negotiator.classroom.postgres_tables import Connection, number

_BREATH = 0.5
"""Seconds between two tries to be back on the server."""


async def listen(
    connect: Callable[[], Awaitable[Connection]], channel: str, rise: Callable[[int], None]
) -> None:
    """Tell `rise` of every newest revision, until cancelled. Whatever came while nobody listened is told on return."""
    while True:
        try:
            connection = await connect()
            async with connection:
                await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
                rise(await number(connection, "SELECT rev FROM class_head"))
                async for notify in connection.notifies():
                    rise(int(notify.payload))
        except (psycopg.Error, OSError):
            await asyncio.sleep(_BREATH)

"""Appends to PostgreSQL: concurrent callers of a process share a transaction, and one process writes at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import errors, sql

from negotiator.classroom.events import Event, New
from negotiator.classroom.postgres_tables import Connection
from negotiator.classroom.store import Again, Refused, Stale
from negotiator.classroom.store_rows import event_of, numbered, row_of, text

_MOST = 1000
_HEAD = sql.SQL("SELECT rev FROM class_head FOR UPDATE")
_KNOWN = sql.SQL(
    "SELECT e.rev, e.place, e.seq, e.client, e.kind, e.body, e.at FROM class_event e"
    " JOIN unnest(%s::text[], %s::text[]) AS w(place, client) ON e.place = w.place AND e.client = w.client"
)
_LATEST = sql.SQL("SELECT place, max(seq) FROM class_event WHERE place = ANY(%s) GROUP BY place")
_INSERT = sql.SQL(
    "INSERT INTO class_event (rev, place, seq, client, kind, body, at) SELECT * FROM"
    " unnest(%s::bigint[], %s::text[], %s::bigint[], %s::text[], %s::text[], %s::text[], %s::bigint[])"
)


@dataclass(frozen=True, slots=True)
class _Request:
    events: Sequence[New]
    answer: asyncio.Future[list[Event]]


class Appender:
    """The one task of a process that appends."""

    def __init__(
        self, connect: Callable[[], Awaitable[Connection]], channel: str, rise: Callable[[int], None]
    ) -> None:
        self._connect = connect
        self._channel = channel
        self._rise = rise
        self._requests: asyncio.Queue[_Request | None] = asyncio.Queue()
        self._connection: Connection | None = None
        self._closed = False
        self._task = asyncio.create_task(self._run())

    async def append(self, events: Sequence[New]) -> list[Event]:
        """See Store.append."""
        if self._closed:
            raise Refused("The class is closed.", "Start it again.")
        answer: asyncio.Future[list[Event]] = asyncio.get_running_loop().create_future()
        self._requests.put_nowait(_Request(events, answer))
        return await answer

    async def close(self) -> None:
        """Finish what waits."""
        if not self._closed:
            self._closed = True
            self._requests.put_nowait(None)
        await self._task
        if self._connection is not None:
            await self._connection.close()

    async def _run(self) -> None:
        going = True
        while going:
            batch: list[_Request] = []
            request = await self._requests.get()
            while request is not None:
                batch.append(request)
                if self._requests.empty() or len(batch) == _MOST:
                    break
                request = self._requests.get_nowait()
            going = request is not None
            if batch:
                await self._answer(batch)

    async def _answer(self, batch: list[_Request]) -> None:
        # Whatever went wrong comes back as a value: every caller has to hear of it, and the next batch is written.
        (kept,) = await asyncio.gather(
            self._kept([request.events for request in batch]), return_exceptions=True
        )
        outcomes = [refusal(kept)] * len(batch) if isinstance(kept, BaseException) else kept
        for request, outcome in zip(batch, outcomes, strict=True):
            if request.answer.done():
                continue
            if isinstance(outcome, BaseException):
                request.answer.set_exception(outcome)
            else:
                request.answer.set_result(outcome)

    async def _kept(self, batch: list[Sequence[New]]) -> list[list[Event] | Exception]:
        if self._connection is None or self._connection.closed:
            self._connection = await self._connect()
        connection = self._connection
        async with connection.transaction():
            head = await (await connection.execute(_HEAD)).fetchone()
            before = int(head[0]) if head else 0
            outcomes = _decide(batch, before, *await _look_up(connection, batch))
            made = [event for outcome in outcomes if isinstance(outcome, list) for event in outcome]
            if made:
                columns: list[Any] = [list(column) for column in zip(*map(row_of, made), strict=True)]
                await connection.execute(_INSERT, columns)
                await connection.execute("UPDATE class_head SET rev = %s", (made[-1].rev,))
                await connection.execute("SELECT pg_notify(%s, %s)", (self._channel, str(made[-1].rev)))
        if made:
            self._rise(made[-1].rev)
        return outcomes


async def _look_up(
    connection: Connection, batch: list[Sequence[New]]
) -> tuple[dict[tuple[str, str], Event], dict[str, int]]:
    """What is stored of the client ids and the places of a batch."""
    ids = [(text(new.place), text(new.client)) for events in batch for new in events]
    known = await connection.execute(_KNOWN, ([place for place, _ in ids], [client for _, client in ids]))
    first = {(row[1], row[3]): event_of(row) for row in await known.fetchall()}
    newest = await connection.execute(_LATEST, (list({place for place, _ in ids}),))
    return first, {place: int(seq) for place, seq in await newest.fetchall()}


def _decide(
    batch: list[Sequence[New]], rev: int, first: dict[tuple[str, str], Event], newest: dict[str, int]
) -> list[list[Event] | Exception]:
    """What comes of each request, in order: the later ones see what the earlier ones add."""
    outcomes: list[list[Event] | Exception] = []
    at = datetime.now(UTC)
    for events in batch:
        try:
            made = numbered(
                events,
                known=lambda place, client: first.get((place, client)),
                latest=lambda place: newest.get(place, 0),
                rev=rev,
                at=at,
            )
        except (Again, Stale) as error:
            outcomes.append(error)
            continue
        rev += len(made)
        first.update({(event.place, event.client): event for event in made})
        newest.update({event.place: event.seq for event in made})
        outcomes.append(made)
    return outcomes


def refusal(error: BaseException) -> BaseException:
    """What a caller is told of an error: Refused for the server's, anything else as it is."""
    if isinstance(error, errors.DiskFull):
        return Refused(
            "The server's disk is full: nothing was kept.", "Make room; what is sent again is kept."
        )
    if isinstance(error, psycopg.Error):
        said = str(error).strip().splitlines()[:1] or [type(error).__name__]
        return Refused(
            f"The database did not keep it: {said[0]}.", "Try again; if it stays so, look at the server."
        )
    return error

"""Where a class is kept: the log, the people and a few settings, on SQLite or on PostgreSQL."""

from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Protocol

from negotiator.classroom.events import Event, New
from negotiator.classroom.people import Holder, Person, Role
from negotiator.classroom.store_place import on_server
from negotiator.errors import NegotiatorError

PAGE = 1000
"""Events that `since` gives at once, unless told otherwise."""


class Again(Exception):
    """Its place has sent the same client id before: `first` is what that led to. Nothing was added."""

    def __init__(self, first: Event) -> None:
        super().__init__(f"{first.place} sent {first.client} before")
        self.first = first


class Stale(Exception):
    """The number is not the next one of its place; `latest` is the number of its newest event, 0 for none."""

    def __init__(self, place: str, latest: int) -> None:
        super().__init__(f"the newest event of {place} is number {latest}")
        self.place = place
        self.latest = latest


class Refused(NegotiatorError):
    """It could not be kept (a full disk, a lost connection). Sent again, with the same client ids, it may succeed."""


class Unusable(NegotiatorError):
    """No class's store: it is another file, a damaged one, or one of a newer version."""


class Store(Protocol):
    """One class. Safe to call from many tasks of one event loop at once."""

    async def append(self, events: Sequence[New]) -> list[Event]:
        """Keep these events, all or none, in this order; they are on the disk when it returns.

        A batch of concurrent callers shares one flush to the disk, and each caller succeeds or fails for itself.
        An event without a seq takes the next number of its place. If the caller is cancelled, the events may be
        kept all the same: send them again with the same client ids to learn of it.

        Raises:
            Again: one of the client ids is known in its place (this is looked at first).
            Stale: a seq is not the next number of its place.
            Refused: they could not be kept.
        """
        ...

    async def since(self, rev: int, limit: int = PAGE) -> list[Event]:
        """The events after this revision, oldest first, at most `limit`. Revisions have no gaps and start at 1."""
        ...

    async def at(self, place: str, rev: int, limit: int = PAGE) -> list[Event]:
        """Of the events after this revision those of the room and of one place, oldest first, at most `limit`."""
        ...

    async def newest(self) -> int:
        """The revision of the newest event; 0 if there is none."""
        ...

    def changes(self) -> AsyncGenerator[int, None]:
        """The newest revision, at once and then whenever it has grown; those in between may be left out.

        On PostgreSQL it also tells what other processes appended. It ends when the store is closed.
        """
        ...

    async def put_token(self, place: str, digest: bytes, role: Role) -> None:
        """Let a token (by `people.digest`) stand for this place; a digest that is known keeps its first holder."""
        ...

    async def find_token(self, digest: bytes) -> Holder | None:
        """Whom a token stands for."""
        ...

    async def drop_tokens(self, place: str) -> None:
        """Let no token stand for this place any more."""
        ...

    async def put_person(self, place: str, name: str, student: str) -> None:
        """Keep who sits here, in place of what was known."""
        ...

    async def person(self, place: str) -> Person | None:
        """Who sits here; None if nobody said so, or it was forgotten."""
        ...

    async def people(self) -> list[Person]:
        """Everybody who is known, by place."""
        ...

    async def forget(self, place: str) -> None:
        """Forget a person: row, tokens, and in the log the shown name, the roster's id and all free text of the place.

        What was said at the tables they sat at goes too, from both sides: it may address them by name. What they decided stays, without them. When it returns, the words are in none of an SQLite file's pages nor in
        its write-ahead log, and in no table of PostgreSQL, whose own log and backups age by the server's rules.

        Raises:
            Refused: it cannot be done just now; what was forgotten already stays forgotten.
        """
        ...

    async def put_setting(self, key: str, value: str) -> None:
        """Keep a word about the class as a whole, such as its join code."""
        ...

    async def setting(self, key: str) -> str | None:
        """What was kept under this key."""
        ...

    async def close(self) -> None:
        """Finish what was begun and let go of the file or the server."""
        ...


async def open_store(where: str | Path, *, create: bool = True) -> Store:
    """The class kept at a path (SQLite) or at "postgresql://…"; made if there is none and `create` is set.

    Raises:
        Unusable: it is no class's store, or cannot be opened.
    """
    if on_server(str(where)):
        try:
            from negotiator.classroom.store_postgres import open_postgres
        except ImportError as error:
            hint = "Install it: pip install 'negotiator[postgres]'"
            raise Unusable("For a class on PostgreSQL, psycopg is needed.", hint) from error
        return await open_postgres(str(where), create=create)
    from negotiator.classroom.store_sqlite import open_sqlite

    return await open_sqlite(Path(where), create=create)

"""A class's SQLite file: opened with what durability and forgetting need, made if there is none, and examined."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from negotiator.classroom.store import Unusable
from negotiator.classroom.store_rows import VERSION

_OURS: Final = 0x4E65676F
"""The application id in the file's head: "Nego"."""
_PATIENCE: Final = 5.0
"""Seconds to wait for another process that is writing."""
_MAKE = """
CREATE TABLE event (
    rev INTEGER PRIMARY KEY, place TEXT NOT NULL, seq INTEGER NOT NULL, client TEXT NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL,
    UNIQUE (place, seq), UNIQUE (place, client)
);
CREATE TABLE token (digest BLOB PRIMARY KEY, place TEXT NOT NULL, role TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person (place TEXT PRIMARY KEY, name TEXT NOT NULL, student TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_UNEVEN = "SELECT place FROM event GROUP BY place HAVING min(seq) <> 1 OR max(seq) <> count(*) LIMIT 1"


def open_file(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection that may write, to a file that has been examined.

    Raises:
        Unusable: there is no such file, it cannot be opened, is damaged, or is no class's.
    """
    try:
        if create:
            _touch(path)
        elif not path.is_file():
            raise Unusable(
                f"There is no class at {path}.", "Name the file that was given to class host as --db."
            )
        connection = connect(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """A connection for one thread at a time; transactions begin and end where the code says so."""
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    return connection


def _touch(path: Path) -> None:
    """Make the file, readable by its owner alone: there will be names in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Have the tables, whoever else is opening the file; nothing is changed in one that is not ours."""
    if not _empty(connection):
        _recognise(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _empty(connection):
            for statement in filter(str.strip, _MAKE.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_OURS}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    _examine(connection, path)


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, "PRAGMA application_id") != _OURS:
        raise Unusable(
            f"{path} is a database, but not a class.", "Name another file; this one was not changed."
        )
    version = _number(connection, "PRAGMA user_version")
    if version > VERSION:
        raise Unusable(
            f"{path} was written by a newer negotiator (its tables are of version {version}, known is {VERSION}).",
            "Update negotiator; the file was not changed.",
        )


def _examine(connection: sqlite3.Connection, path: Path) -> None:
    _recognise(connection, path)
    found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(5)")]
    rows, newest = connection.execute("SELECT count(*), coalesce(max(rev), 0) FROM event").fetchone()
    if found != ["ok"]:
        raise _damaged(path, "; ".join(found))
    if rows != newest:
        raise _damaged(path, f"{newest} events were kept and {rows} are there")
    if uneven := connection.execute(_UNEVEN).fetchone():
        raise _damaged(path, f"the events of place {uneven[0]} are not complete")


def _empty(connection: sqlite3.Connection) -> bool:
    return _number(connection, "SELECT count(*) FROM sqlite_master") == 0


def _number(connection: sqlite3.Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])


def _damaged(path: Path, why: str) -> Unusable:
    return Unusable(
        f"The class in {path} is damaged: {why}.",
        "Keep the file, and its -wal file with it, and restore a copy from before.",
    )


def _unusable(path: Path, error: Exception) -> Unusable:
    if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
        return Unusable(
            f"{path} is not a class, or is damaged: {error}.", "Name another file, or restore a copy."
        )
    return Unusable(
        f"{path} cannot be opened: {error}.", "Look at the folder's rights and at the room on the disk."
    )

"""Forgetting in an SQLite file: out of the rows, then out of free pages and out of the write-ahead log."""

import sqlite3
from contextlib import suppress

from negotiator.classroom.store import Refused
from negotiator.classroom.store_rows import SEATING, without_person

_MARK = "forgetting"
"""A setting that stands from the first step to the last: if it is there on opening, the rest is done then."""

_ABOUT = """
SELECT body, rev FROM event WHERE place = ? OR place IN (
    SELECT place FROM event WHERE kind IN (?, ?) AND instr(body, '"' || ? || '"') > 0
)
"""


def forget(connection: sqlite3.Connection, place: str) -> None:
    """Forget a person, for good when it returns.

    Raises:
        Refused: another process is reading the file; the rows are forgotten, old copies of them not yet.
        sqlite3.Error: no room, for instance.
    """
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?, '')", (_MARK,))
    connection.execute("DELETE FROM person WHERE place = ?", (place,))
    connection.execute("DELETE FROM token WHERE place = ?", (place,))
    kept = connection.execute(_ABOUT, (place, *SEATING, place)).fetchall()
    clean = [(without_person(body), rev) for body, rev in kept]
    connection.executemany("UPDATE event SET body = ? WHERE rev = ?", clean)
    connection.execute("COMMIT")
    _scrub(connection)


def finish_forgetting(connection: sqlite3.Connection) -> None:
    """Do the rest of a forgetting that was broken off; if it cannot be done just now, on the next opening."""
    if connection.execute("SELECT 1 FROM setting WHERE key = ?", (_MARK,)).fetchone():
        with suppress(Refused, sqlite3.OperationalError):
            _scrub(connection)


def _scrub(connection: sqlite3.Connection) -> None:
    connection.execute("VACUUM")
    _empty_wal(connection)
    connection.execute("DELETE FROM setting WHERE key = ?", (_MARK,))


def _empty_wal(connection: sqlite3.Connection) -> None:
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Refused(
            "The name is out of the class, but old copies of it are still in the file: another process reads it.",
            "Do it again when nothing else has the file open.",
        )

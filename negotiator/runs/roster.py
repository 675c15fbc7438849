"""Who is in a class: a CSV file with a name, a student's id, or both in each row."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.runs.troubles import reason
from negotiator.scenario.text import clean

LARGEST = 4_000_000
"""Bytes."""
NAMES = frozenset(("name", "full name", "fullname", "student name", "display name"))
FIRST, LAST = (
    frozenset(("first name", "firstname", "given name")),
    frozenset(("last name", "lastname", "surname", "family name")),
)
STUDENT = frozenset(
    (
        "student",
        "student id",
        "studentid",
        "id",
        "id number",
        "student number",
        "matriculation",
        "username",
        "email",
    )
)


class BadRoster(NegotiatorError):
    """A roster that cannot be read, or names nobody."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a person said of themselves; empty where they said nothing."""

    name: str = ""
    student: str = ""
    listed: str = ""
    """An id of the roster."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One person on the roster."""

    row: int
    """Line of the file, from 1."""
    name: str
    student: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody on it, in the file's order."""

    everybody: tuple[Listed, ...]

    def find(self, name: str, student: str, listed: str = "") -> Listed | None:
        """Whom somebody is: by the student's id, else by a name that only one person has. None: nobody here."""
        for wanted in (student, listed):
            found = [one for one in self.everybody if wanted and _plain(one.student) == _plain(wanted)]
            if len(found) == 1:
                return found[0]
        if student:
            # An id that is not on the roster is somebody else, whatever the name.
            return None
        found = [one for one in self.everybody if _plain(name) and _plain(one.name) == _plain(name)]
        return found[0] if len(found) == 1 else None


def read_roster(path: Path) -> Roster:
    """Read a roster.

    Raises:
        BadRoster: it cannot be read, has no such columns, or nobody on it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadRoster(f"The roster {path} cannot be read: {reason(error)}.", "Name another file.") from None
    if len(data) > LARGEST:
        raise BadRoster(f"The roster {path} is too large: {len(data):,} bytes.", "Is it the right file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return Roster(tuple(_listed(path, text)))


def _listed(path: Path, text: str) -> list[Listed]:
    lines = text.replace("\x00", "").splitlines()
    first = lines[0] if lines else ""
    mark = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=mark))
    except csv.Error as error:
        raise BadRoster(f"The roster {path} cannot be read: {error}.", "Save it as CSV once more.") from None
    head = [_plain(name) for name in rows[0]] if rows else []
    columns = [_column(head, names) for names in (NAMES, FIRST, LAST, STUDENT)]
    if all(column is None for column in columns):
        hint = "Its first row has to name the columns: name, student id."
        raise BadRoster(f"The roster {path} has neither names nor student ids.", hint)
    found = []
    for number, row in enumerate(rows[1:], 2):
        name, given, family, student = (
            clean(row[at]).strip() if at is not None and at < len(row) else "" for at in columns
        )
        whole = name or " ".join(part for part in (given, family) if part)
        if whole or student:
            found.append(Listed(number, whole, student))
    if not found:
        raise BadRoster(f"Nobody is on the roster {path}.", "It needs a row for each person.")
    return found


def _column(head: list[str], names: frozenset[str]) -> int | None:
    return next((at for at, name in enumerate(head) if name in names), None)


def _plain(text: str) -> str:
    return " ".join(clean(text).casefold().split())

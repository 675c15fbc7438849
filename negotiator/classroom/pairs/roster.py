"""Pairs from a roster: a CSV table that says who sits at which table, and on which chair."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from negotiator.classroom.pairs.seats import SIDES, Seat, Seating
from negotiator.errors import NegotiatorError

COLUMNS = ("id", "table")
"""Columns that a roster must have; `seat` may stand beside them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person of a roster."""

    id: str
    """What they give when they join."""
    table: int
    seat: Seat | None = None
    """None: the first free one."""


class BadRoster(NegotiatorError):
    """A roster that cannot be used; the message names the line."""


def read_roster(text: str) -> list[Row]:
    """The rows of a roster.

    Raises:
        BadRoster: a column is missing, a number or a chair cannot be read, somebody stands there twice, or a table has
            a chair of the two sides twice.
    """
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")), skipinitialspace=True)
    head = [name.strip().lower() for name in reader.fieldnames or ()]
    if missing := [name for name in COLUMNS if name not in head]:
        raise BadRoster(
            f"The roster has no column “{missing[0]}”.", "Its first line is: id,table or id,table,seat"
        )
    reader.fieldnames = head
    rows: list[Row] = []
    for record in reader:
        row = _row({name: (value or "").strip() for name, value in record.items() if name}, reader.line_num)
        if any(one.id == row.id for one in rows):
            raise BadRoster(f"Line {reader.line_num} of the roster: {row.id!r} stands there twice.")
        if row.seat in SIDES and any((one.table, one.seat) == (row.table, row.seat) for one in rows):
            raise BadRoster(f"Line {reader.line_num} of the roster: table {row.table} has two {row.seat}s.")
        rows.append(row)
    return rows


def _row(record: Mapping[str, str], line: int) -> Row:
    table, seat = record["table"], record.get("seat", "").lower()
    if not record["id"]:
        raise BadRoster(f"Line {line} of the roster has no id.")
    if not (table.isascii() and table.isdigit() and len(table) < 6 and int(table) > 0):
        raise BadRoster(f"Line {line} of the roster: {table!r} is no table.", "A table is a number from 1.")
    if seat and seat not in list(Seat):
        raise BadRoster(f"Line {line} of the roster: {seat!r} is no chair.", f"There are: {', '.join(Seat)}.")
    return Row(record["id"], int(table), Seat(seat) if seat else None)


def from_roster(rows: Iterable[Row], here: Mapping[str, str]) -> list[Seating]:
    """The tables of a roster, lowest number first; whoever is not there leaves an empty chair.

    `here` has the place of each roster id that has joined. A table at which nobody is has no place in the list.
    """
    tables: dict[int, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.table, []).append(row)
    seatings = [_seating(number, tables[number], here) for number in sorted(tables)]
    return [one for one in seatings if next(one.people(), "")]


def chair_of(rows: Sequence[Row], id_: str) -> tuple[int, Seat] | None:
    """Table and chair of somebody on the roster; None for who is not on it."""
    table = next((row.table for row in rows if row.id == id_), None)
    if table is None:
        return None
    return table, dict(_chairs([row for row in rows if row.table == table]))[id_]


def _seating(number: int, rows: Sequence[Row], here: Mapping[str, str]) -> Seating:
    at = [(here.get(id_, ""), seat) for id_, seat in _chairs(rows)]
    sides = {seat: place for place, seat in at if seat in SIDES}
    watching = tuple(place for place, seat in at if seat is Seat.OBSERVER and place)
    return Seating(sides.get(Seat.CANDIDATE, ""), sides.get(Seat.MANAGER, ""), watching, number)


def _chairs(rows: Sequence[Row]) -> list[tuple[str, Seat]]:
    """A chair for each: the one they were given, else the first that nobody was, else an observer's."""
    free = [side for side in SIDES if all(row.seat is not side for row in rows)]
    return [(row.id, row.seat or (free.pop(0) if free else Seat.OBSERVER)) for row in rows]

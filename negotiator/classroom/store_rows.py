"""What both stores agree on: an event as a row, the numbers new events get, and what is taken out to forget."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from negotiator.classroom.events import Event, Kind, New
from negotiator.classroom.store import Again, Stale, Unusable

VERSION = 1
"""Of the tables; a store of a newer version is not opened."""

Row = tuple[int, str, int, str, str, str, int]
"""rev, place, seq, client, kind, body (JSON), at (microseconds since 1970, UTC)."""

SEATING = (Kind.PAIR_FORMED.value, Kind.PAIR_SEATED.value)
"""Kinds whose body names the places of those who sit at a table; the table's events say what was said there."""

SOMEONE = "someone"
"""The name shown in place of one that was forgotten."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PERSONAL = {"name": SOMEONE, "roster": "", "text": "", "words": "", "line": ""}
"""Keys of a body in which a person's own words or ids stand, and what stands there after forgetting."""


def text(value: str) -> str:
    """A text that every database can hold: lone surrogates and NUL become signs that can be seen."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")


def row_of(event: Event) -> Row:
    """An event as it is stored."""
    at = (event.at - _EPOCH) // timedelta(microseconds=1)
    return event.rev, event.place, event.seq, event.client, event.kind.value, packed(event.body), at


def event_of(row: Row) -> Event:
    """A stored event.

    Raises:
        Unusable: the row is damaged, or of a kind that this version does not know.
    """
    rev, place, seq, client, kind, body, at = row
    try:
        return Event(
            rev, place, seq, client, Kind(kind), json.loads(body), _EPOCH + timedelta(microseconds=at)
        )
    except (ValueError, OverflowError) as error:
        hint = "Open it with the version of negotiator that wrote it, or restore a copy."
        raise Unusable(f"Event {rev} of the class cannot be read: {error}.", hint) from error


def packed(body: object) -> str:
    """A body as JSON in ASCII, so that no database has an opinion about its letters."""
    return json.dumps(body, separators=(",", ":"), allow_nan=False, default=dict)


def numbered(
    events: Sequence[New],
    *,
    known: Callable[[str, str], Event | None],
    latest: Callable[[str], int],
    rev: int,
    at: datetime,
) -> list[Event]:
    """The events with their revisions (from rev + 1) and numbers.

    Args:
        events: of one caller, all or none.
        known: the stored event of a place and client id.
        latest: the number of a place's newest stored event, 0 for none.
        rev: the newest revision stored.
        at: the server's time.

    Raises:
        Again: a client id is known.
        Stale: a seq is not the next one.
    """
    for new in events:
        if first := known(text(new.place), text(new.client)):
            raise Again(first)
    made: list[Event] = []
    reached: dict[str, int] = {}
    for new in events:
        place = text(new.place)
        last = reached.get(place, -1)
        last = latest(place) if last < 0 else last
        if new.seq not in {None, last + 1}:
            raise Stale(place, last)
        reached[place] = last + 1
        made.append(Event(rev + 1 + len(made), place, last + 1, text(new.client), new.kind, new.body, at))
    return made


def checked(events: Sequence[New]) -> list[New]:
    """The events of one caller, if they can be told apart.

    Raises:
        ValueError: two of one place have the same client id, or a body is not JSON.
    """
    ids = {(text(new.place), text(new.client)) for new in events}
    if len(ids) < len(events):
        raise ValueError("two events of one place have the same client id")
    for new in events:
        packed(new.body)
    return list(events)


def without_person(body: str) -> str:
    """A stored body without the words of the person it is about."""
    held = json.loads(body)
    return packed({key: _PERSONAL.get(key, value) for key, value in held.items()})

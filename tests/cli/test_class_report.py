"""The report of a class from its store: what was played there, whose it was, and what is never shown."""

import asyncio
import csv
import io
from datetime import datetime
from pathlib import Path

import pytest

from negotiator.classroom.events import Kind, New
from negotiator.classroom.record import Record
from negotiator.classroom.store import open_store
from tests.classroom.roomtable import Log, folded
from tests.cli.conftest import Command
from tests.game.tablestory import TABLE

PLACES = tuple(f"p-{letter * 8}" for letter in "abcdefg")


def lesson() -> Log:
    """Seven people: one retries, one takes back, one has only come, one is sent away."""
    log = Log(text=TABLE)
    for at, place in enumerate(PLACES):
        log.join(place)
        log.second += 10
        if at:
            log.move(place, "read")
            log.second += 10
            log.move(place, "sign")
    log.wish(PLACES[1], Kind.RETRIED)
    log.move(PLACES[1], "talk")
    log.undo(PLACES[1])
    log.second += 10
    log.move(PLACES[1], "read")
    log.wish(PLACES[6], Kind.REMOVED, by="instructor")
    return log


async def keep(log: Log, path: Path) -> None:
    store = await open_store(path)
    try:
        await store.append([New(e.place, e.client, e.kind, e.body, e.seq) for e in log.events])
        await store.put_person(PLACES[1], "Ana Sá", "7")
        await store.put_person(PLACES[2], "=Ben", "")
    finally:
        await store.close()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "lesson.class"
    asyncio.run(keep(lesson(), path))
    return path


def test_the_gradebook_knows_who_sat_where_and_keeps_retries_apart(
    kept: Path, command: Command, tmp_path: Path
) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name,table\n7,Ana,1\n9,Cleo,1\n", "utf-8")
    done = command("class", "report", kept, "--format", "csv", "--roster", roster)
    assert done.code == 0, done.err
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert len(rows) == 6 + 1 + 1
    (first, again) = (row for row in rows if row["name"] == "Ana")
    assert (first["student"], first["kind"], first["status"]) == ("7", "first", "completed")
    assert (again["student"], again["kind"], again["status"]) == ("7", "retry", "unfinished")
    assert again["taken back"] == "1"
    assert again["letter: chosen"] == "read"
    assert again["own points"] == again["fit percentile"] == ""
    assert "'=Ben" in {row["name"] for row in rows}
    assert rows[-1]["name"] == "Cleo"
    assert rows[-1]["status"] == "not played"


def test_the_page_tells_of_the_room_and_not_of_them(kept: Path, command: Command, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert command("class", "report", kept, "--out", out).code == 0
    page = out.read_text("utf-8")
    assert "6 people played this case" in page
    names = [chair.name for chair in folded(lesson().events).chairs.values()]
    assert not [name for name in (*names, "Ana Sá", "Ben") if name in page]


def test_data_and_statements_hold_no_real_names(kept: Path, command: Command) -> None:
    for form in ("json", "xapi"):
        done = command("class", "report", kept, "--format", form)
        assert done.code == 0
        assert done.data
        assert "Ana" not in done.out
        assert "Ben" not in done.out


def test_reading_a_class_changes_nothing_in_it(kept: Path, command: Command) -> None:
    before = command("class", "report", kept, "--format", "json").out
    assert command("class", "report", kept, "--format", "json").out == before


def test_each_turn_in_force_has_the_time_at_which_it_was_made() -> None:
    log, record = lesson(), Record()
    for event in log.events:
        record.apply(event)
    for one in record.attempts():
        assert len(one.times) == len(one.play.turns)
        assert list(one.times) == sorted(one.times)
    (again,) = (one for one in record.attempts() if one.number == 2)
    made = [event.at for event in log.events if event.kind is Kind.MOVED]
    assert [datetime.fromisoformat(at) for at in again.times] == made[-1:]


def test_what_is_no_class_is_refused_in_plain_words(command: Command, tmp_path: Path) -> None:
    assert command("class", "report", tmp_path / "nowhere.class").code == 2
    other = tmp_path / "other.class"
    other.write_text("hello", "utf-8")
    done = command("class", "report", other)
    assert done.code == 2
    assert done.err.startswith("negotiator: ")
    assert other.read_text("utf-8") == "hello"
    assert not (tmp_path / "nowhere.class").exists()


def test_a_roster_is_for_the_gradebook_and_a_home_is_an_address(kept: Path, command: Command) -> None:
    assert "--format csv" in command("class", "report", kept, "--roster", "x.csv").err
    assert "address" in command("class", "report", kept, "--format", "xapi", "--home", "school").err

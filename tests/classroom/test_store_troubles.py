"""What befalls a class: processes killed, disks full, servers gone, files damaged or foreign."""

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from negotiator.classroom.events import Event, Kind, New
from negotiator.classroom.people import Role, digest
from negotiator.classroom.store import Again, Refused, Unusable, open_store
from tests.classroom.killing import kills

KILLS = int(os.environ.get("NEGOTIATOR_KILLS", "3"))
ADA = "p-aaaaaaaa"


def new(client: str, size: int = 100) -> New:
    return New(ADA, client, Kind.MOVED, {"line": "x" * size})


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_a_killed_process_loses_and_doubles_nothing(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    where = str(tmp_path / "class.db") if kind == "sqlite" else request.getfixturevalue("postgres").place()
    loss = await kills(where, KILLS, seed=5)
    assert loss.acknowledged >= KILLS
    assert (loss.lost, loss.doubled, loss.unasked) == (0, 0, 0)


async def test_a_server_that_went_down_is_refused_and_gone_on_with(request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("postgres")
    store = await open_store(server.place())
    await store.append([new("a")])
    server.stop("immediate")
    with pytest.raises(Refused):
        await store.append([new("b")])
    with pytest.raises(Refused):
        await store.find_token(b"")
    server.start()
    [event] = await store.append([new("b")])
    assert event.seq == 2
    with pytest.raises(Again):
        await store.append([new("a")])
    assert await store.find_token(b"") is None
    await store.close()


async def test_news_of_other_processes_come_again_after_the_server_was_down(
    request: pytest.FixtureRequest,
) -> None:
    server = request.getfixturevalue("postgres")
    url = server.place()
    store, other = await open_store(url), await open_store(url)
    changes = store.changes()
    assert await anext(changes) == 0
    await other.append([new("a")])
    assert await asyncio.wait_for(anext(changes), 30) == 1
    server.stop("immediate")
    server.start()
    with pytest.raises(Refused):
        await other.append([new("b")])
    await other.append([new("b")])
    assert await asyncio.wait_for(anext(changes), 30) == 2
    await store.close()
    await other.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if (
        not sys.platform.startswith("linux")
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only root can have a small disk mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


async def test_a_full_disk_refuses_and_goes_on_when_there_is_room(small: Path) -> None:
    filler = small / "filler"
    filler.write_bytes(bytes(500_000))
    store = await open_store(small / "class.db")
    kept: list[Event] = []
    refused = ""
    for n in range(1000):
        try:
            kept += await store.append([new(f"c{n}", 3000)])
        except Refused:
            refused = f"c{n}"
            break
    assert refused
    assert len(kept) > 10
    with pytest.raises(Refused, match="full"):
        await store.append([new("another", 3000)])
    assert await store.since(0) == kept

    filler.unlink()
    kept += await store.append([new(refused, 3000)])
    await store.close()
    store = await open_store(small / "class.db")
    assert await store.since(0) == kept
    await store.close()


async def test_forgetting_on_a_full_disk_is_refused_and_possible_later(small: Path) -> None:
    name = b"Zebedee-Quarrington"
    path = small / "class.db"
    store = await open_store(path)
    for n in range(8):
        await store.append([New(ADA, f"c{n}", Kind.REASON, {"turn": n, "text": name.decode() * 200})])
    await store.put_person(ADA, name.decode(), "1")
    filler = small / "filler"
    assert fill(filler)
    with pytest.raises(Refused):
        await store.forget(ADA)
    filler.unlink()
    await store.forget(ADA)
    await store.close()
    assert name not in held(small)


def held(folder: Path) -> bytes:
    """All that stands in a folder's files."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


def fill(path: Path) -> int:
    """Write until there is no more room; how many bytes there were."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return file.tell()


async def test_forgetting_that_was_broken_off_is_finished_on_opening(tmp_path: Path) -> None:
    """Another process reads while somebody is forgotten: it is said so, and old copies go with the next opening."""
    name = b"Zebedee-Quarrington"
    path = tmp_path / "class.db"
    store = await open_store(path)
    await store.put_person(ADA, name.decode(), "1")
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchall()
        with pytest.raises(Refused, match="another process"):
            await store.forget(ADA)
        assert await store.person(ADA) is None
        assert name in held(tmp_path)
    await (await open_store(path)).close()
    assert name not in held(tmp_path)
    assert await store.setting("forgetting") is None
    await store.close()


async def filled_class(path: Path) -> None:
    store = await open_store(path)
    for n in range(50):
        await store.append([new(f"c{n}", 400)])
    await store.put_token(ADA, digest("t"), Role.STUDENT)
    await store.close()


async def test_a_damaged_page_is_found_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "class.db"
    await filled_class(path)
    whole = path.read_bytes()
    found = 0
    for page in range(2, len(whole) // 4096):
        path.write_bytes(whole[: page * 4096] + b"\xff" * 64 + whole[page * 4096 + 64 :])
        with pytest.raises(Unusable, match="damaged"):
            await open_store(path)
        found += 1
    assert found > 3
    path.write_bytes(whole[:-4096])
    with pytest.raises(Unusable, match="damaged"):
        await open_store(path)


@pytest.mark.parametrize("statement", [
    "DELETE FROM event WHERE rev = 20",
    "DELETE FROM event WHERE rev = 1",
    "UPDATE event SET seq = 99 WHERE rev = 20",
])  # fmt: skip
async def test_events_taken_out_by_hand_are_missed(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "class.db"
    await filled_class(path)
    with closing(sqlite3.connect(path)) as hand, hand:
        hand.execute(statement)
    with pytest.raises(Unusable, match="damaged"):
        await open_store(path)


async def test_another_programs_file_is_left_as_it_is(tmp_path: Path) -> None:
    text, base, newer = tmp_path / "notes.txt", tmp_path / "other.db", tmp_path / "newer.db"
    text.write_text("dear diary " * 1000)
    with closing(sqlite3.connect(base)) as other, other:
        other.execute("CREATE TABLE mine (a)")
    await filled_class(newer)
    with closing(sqlite3.connect(newer)) as later:
        later.execute("PRAGMA user_version = 99")
    for path, why in ((text, "not a class"), (base, "not a class"), (newer, "newer")):
        before = path.read_bytes()
        with pytest.raises(Unusable, match=why):
            await open_store(path)
        assert path.read_bytes() == before


async def test_what_is_no_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be opened"):
        await open_store(tmp_path)
    with pytest.raises(Unusable, match="cannot be opened") as told:
        await open_store("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)


async def test_an_event_of_an_unknown_kind_is_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "class.db"
    await filled_class(path)
    with closing(sqlite3.connect(path)) as hand, hand:
        hand.execute("UPDATE event SET kind = 'teleported' WHERE rev = 20")
    store = await open_store(path)
    with pytest.raises(Unusable, match="Event 20"):
        await store.since(0)
    await store.close()


async def test_a_closed_class_refuses(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "class.db")
    await store.close()
    with pytest.raises(Refused):
        await store.append([new("a")])
    with pytest.raises(Refused):
        await store.newest()

"""`class forget`: one person is taken out of a class's file, and nobody else."""

import asyncio
from pathlib import Path

import pytest

from negotiator.classroom.events import Kind, New
from negotiator.classroom.store import open_store
from tests.cli.conftest import Command

NAME = "Zebedee Quarrington"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "class.db"
    asyncio.run(three(path))
    return path


async def three(path: Path) -> None:
    store = await open_store(path)
    for place, shown in (("p-1", "Quiet Otter"), ("p-2", "Brave Heron"), ("p-3", "Kind Fox")):
        await store.append([New(place, "j", Kind.JOINED, {"name": shown})])
        await store.append([New(place, "h", Kind.HANDED, {"what": "reflection", "text": f"of {shown}"})])
    await store.put_person("p-1", NAME, "s-17")
    await store.put_person("p-2", "Ada", "s-2")
    await store.put_person("p-3", "ADA ", "s-3")
    await store.close()


def held(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob("class.db*"))


@pytest.mark.parametrize("called", [NAME, "  zebedee   QUARRINGTON", "s-17", "quiet otter", "p-1"])
def test_whoever_is_called_so_is_gone_from_the_file(db: Path, called: str, command: Command) -> None:
    assert NAME.encode() in held(db)
    done = command("class", "forget", str(db), called)
    assert (done.code, "p-1" in done.out) == (0, True)
    for words in (NAME, "s-17", "Quiet Otter"):
        assert words.encode() not in held(db)
    assert b"Brave Heron" in held(db)


def test_where_two_are_called_so_nobody_is_forgotten(db: Path, command: Command) -> None:
    before = held(db)
    done = command("class", "forget", str(db), "ada")
    assert (done.code, "p-2, p-3" in done.err) == (2, True)
    assert held(db) == before
    assert command("class", "forget", str(db), "p-2").code == 0
    assert command("class", "forget", str(db), "ada").code == 0
    assert held(db) != before
    assert b"of Kind Fox" not in held(db)


@pytest.mark.parametrize("called", ["nobody", "", "%", "someone"])
def test_who_is_not_there_is_not_found(db: Path, called: str, command: Command) -> None:
    done = command("class", "forget", str(db), called)
    assert (done.code, "Nobody" in done.err) == (2, True)


def test_a_class_that_is_not_there_is_not_made(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "none.db"
    done = command("class", "forget", str(path), NAME)
    assert (done.code, "no class" in done.err, path.exists()) == (2, True, False)

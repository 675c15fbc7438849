"""What a hub tells by itself: to the chair it concerns, to everybody, and to who comes back."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse

from negotiator.classroom.hub.fanout import STREAMS_EACH, Fanout
from tests.classroom.hubhouse import Caller, hosting


@dataclass
class Heard:
    id: int
    name: str
    data: Any


@dataclass
class Stream:
    response: ClientResponse

    async def next(self) -> Heard:
        """The next event; a test that waits in vain is ended."""
        got: dict[str, str] = {}
        async with asyncio.timeout(10):
            while line := (await self.response.content.readline()).decode():
                if line != "\n":
                    key, _, value = line.rstrip("\n").partition(": ")
                    got[key] = value
                elif "event" in got:
                    return Heard(int(got.get("id", -1)), got["event"], json.loads(got["data"]))
                else:
                    got.clear()
        raise EOFError

    async def ended(self) -> bool:
        async with asyncio.timeout(10):
            while await self.response.content.readline():
                pass
        return True


@asynccontextmanager
async def listening(
    caller: Caller, path: str = "/api/events", last: int | None = None
) -> AsyncIterator[Stream]:
    headers = caller.headers({} if last is None else {"Last-Event-ID": str(last)})
    async with caller.http.get(caller.base + path, headers=headers) as response:
        assert response.status == 200
        yield Stream(response)


async def test_a_stream_begins_with_how_things_stand(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        async with listening(student) as stream:
            assert stream.response.content_type == "text/event-stream"
            first, second = await stream.next(), await stream.next()
            assert (first.name, first.data["paused"]) == ("room", False)
            assert (second.name, second.data) == ("now", await student.now())
            assert second.id == room.house.hub.room.rev


async def test_a_move_is_told_to_the_other_device_of_its_chair_and_to_no_other_chair(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student, other = await room.join(), await room.join()
        rev = room.house.hub.room.rev
        async with listening(student, last=rev) as own, listening(other, last=rev) as foreign:
            answer = await student.move(await student.first_choice())
            told = await own.next()
            assert (told.name, told.id) == ("now", answer.data["rev"])
            assert told.data == answer.data["now"]
            await room.order("pause")
            assert (await foreign.next()).data["paused"]


async def test_who_comes_back_hears_what_they_missed_and_only_then(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student, other = await room.join(), await room.join()
        seen = room.house.hub.room.rev
        await student.move(await student.first_choice())
        async with listening(student, last=seen) as stream:
            await stream.next()
            assert (await stream.next()).data["seq"] == 2
        async with listening(other, last=seen) as stream:
            await room.order("lock")
            told = await stream.next()
            assert (told.name, told.data["locked"]) == ("room", True)


async def test_a_number_from_another_life_of_the_hub_is_no_excuse_for_silence(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        async with listening(student, last=10**9) as stream:
            assert {(await stream.next()).name, (await stream.next()).name} == {"room", "now"}


async def test_a_stream_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        async with listening(student) as stream:
            last = [await stream.next(), await stream.next()][-1].id
    async with hosting(tmp_path / "a.class") as room:
        back = Caller(room.http, room.base, student.token)
        async with listening(back, last=last) as stream:
            answer = await back.move(await back.first_choice())
            assert (await stream.next()).id == answer.data["rev"]


async def test_instructor_and_projector_hear_that_the_board_changed_and_no_names(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        async with listening(room.instructor, "/api/room/events", last=room.house.hub.room.rev) as stream:
            await room.join(name="Somebody")
            told = await stream.next()
            assert (told.name, set(told.data)) == ("board", {"rev"})
        assert (await room.instructor.get("/api/wall/events", Origin="http://evil.example")).status == 403


async def test_the_oldest_stream_of_a_chair_makes_room_for_a_new_one(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        async with listening(student) as oldest:
            for _ in range(STREAMS_EACH):
                room.house.hub.fanout.open(student.place)
            assert await oldest.ended()


async def test_a_slow_reader_costs_one_mark_however_much_happens() -> None:
    fanout = Fanout()
    listener = fanout.open("p-a")
    for _ in range(1000):
        fanout.tell("p-a", "now")
        fanout.tell_all(("room",))
    assert await listener.wait(1) == {"now", "room"}
    assert await listener.wait(0) == frozenset()
    fanout.drop(listener)
    assert not fanout.listening("p-a")

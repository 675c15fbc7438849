"""A room over the wire: joining, moving, asking again, going on after a restart."""

import asyncio
from pathlib import Path

from negotiator.classroom.events import Event
from negotiator.classroom.settings import Settings
from negotiator.classroom.store import PAGE
from tests.classroom.hubhouse import Caller, hosting, new_id, on_disk


async def test_a_student_joins_plays_and_sees_the_next_moment(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        before = await student.now()
        answer = await student.move(await student.first_choice())
        assert answer.status == 200
        assert not answer.data["duplicate"]
        assert answer.data["seq"] == before["seq"] + 1
        assert answer.data["now"] == await student.now()
        assert answer.data["now"]["brought"] is not None


async def test_the_same_join_twice_is_one_chair(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        first, again = await room.join("me"), await room.join("me")
        assert first.place == again.place
        assert (await first.now())["place"] == (await again.now())["place"]
        assert len(room.house.hub.room.chairs) == 1


async def test_the_same_move_twice_counts_once_and_has_the_first_answer(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        choice, seq = await student.first_choice(), (await student.now())["seq"] + 1
        first = await student.move(choice, seq=seq, client="once")
        both = await asyncio.gather(*(student.move(choice, seq=seq, client="once") for _ in range(5)))
        assert {(one.data["rev"], one.data["seq"], one.data["duplicate"]) for one in both} == {
            (first.data["rev"], first.data["seq"], True)
        }
        assert len(room.house.hub.room.chair(student.place).play.turns) == 1


async def test_two_devices_that_move_at_once_make_one_move(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        choice, seq = await student.first_choice(), (await student.now())["seq"] + 1
        both = await asyncio.gather(*(student.move(choice, seq=seq) for _ in range(4)))
        assert sorted(one.status for one in both) == [200, 409, 409, 409]
        assert all(one.data["code"] == "stale" and one.data["now"] for one in both if one.status == 409)


async def test_a_second_device_has_the_same_chair_once(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        code = (await student.post("/api/device", {"client": "d"})).data["code"]
        joined = await room.stranger.post("/api/join", {"code": code, "client": "phone"})
        assert joined.data["place"] == student.place
        phone = Caller(room.http, room.base, joined.data["token"])
        assert await phone.now() == await student.now()
        again = await room.stranger.post("/api/join", {"code": code, "client": "other"})
        assert again.status == 403


async def test_after_a_restart_the_room_goes_on_where_it_was(tmp_path: Path) -> None:
    db = tmp_path / "a.class"
    async with hosting(db) as room:
        student = await room.join()
        answer = await student.move(await student.first_choice(), client="kept")
        code, teacher, seen = room.house.code, room.token, await student.now()
        assert not room.resumed
    async with hosting(db, token=teacher, seed=99) as room:
        assert room.resumed
        assert (room.house.code, room.token) == (code, teacher)
        back = Caller(room.http, room.base, student.token, student.place)
        assert await back.now() == seen
        again = await back.move("whatever", seq=2, client="kept")
        assert again.data["duplicate"]
        assert (again.data["rev"], again.data["seq"]) == (answer.data["rev"], answer.data["seq"])
        assert (await room.order("pause")).status == 200


async def test_a_closed_gate_holds_who_reaches_it_until_it_opens(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class", settings=Settings(gates=("the-quay",))) as room:
        student = await room.join()
        await student.move("glad")
        waiting = await student.now()
        assert (waiting["hidden"], waiting["moment"]) == ("gate", None)
        held = await student.move("anything", seq=waiting["seq"] + 1)
        assert (held.status, held.data["code"]) == (409, "gated")
        assert (await room.order("open-gate", scene="the-quay")).status == 200
        assert (await student.move(await student.first_choice())).status == 200


async def test_pause_and_end_hold_everybody(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        await room.order("pause")
        paused = await student.move("anything", seq=2)
        assert (paused.status, paused.data["code"]) == (409, "paused")
        assert (await student.now())["moment"] is None
        await room.order("resume")
        assert (await student.now())["moment"] is not None
        await room.order("end")
        ended = await student.move("anything", seq=2)
        assert (ended.status, ended.data["code"]) == (409, "ended")
        late = await room.stranger.post("/api/join", {"code": room.house.code, "client": new_id()})
        assert (late.status, late.data["code"]) == (409, "ended")


async def test_the_board_knows_the_names_and_forget_takes_them_away(tmp_path: Path) -> None:
    db = tmp_path / "a.class"
    async with hosting(db) as room:
        student = await room.join(name="Zebediah Quorn", student="s-4711", roster="team-x")
        other = await room.join()
        assert (await student.now())["place"] == student.place
        people = (await room.instructor.get("/api/room/board")).data["people"]
        assert people == {student.place: {"name": "Zebediah Quorn", "student": "s-4711"}}
        assert (await room.order("forget", place=student.place)).status == 200
        assert (await room.instructor.get("/api/room/board")).data["people"] == {}
        assert (await student.get("/api/now")).status == 401
        assert (await other.get("/api/now")).status == 200
        assert room.house.hub.room.chair(student.place).roster == ""
    assert b"Quorn" not in on_disk(tmp_path)


async def test_the_room_stands_while_the_log_is_read_once_more(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        hub = room.house.hub
        reading, going_on, read = asyncio.Event(), asyncio.Event(), hub.store.since

        async def slowly(rev: int, limit: int = PAGE) -> list[Event]:
            reading.set()
            await going_on.wait()
            return await read(rev, limit)

        hub.store.since = slowly  # type: ignore[method-assign]
        again = asyncio.create_task(hub.anew())
        await reading.wait()
        assert student.place in hub.room.chairs
        assert (await student.get("/api/now")).status == 200
        going_on.set()
        await again
        assert (await student.get("/api/now")).status == 200


async def test_words_beside_the_game_are_kept(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        await student.move(await student.first_choice())
        for path, body in (
            ("reason", {"text": "To see what they say"}),
            ("disagree", {}),
            ("keep", {"line": "ask about the team"}),
            ("hand-in", {"what": "reflection", "text": "y" * 200_000}),
        ):
            answer = await student.post(f"/api/{path}", {"client": new_id(), **body})
            assert answer.status == 200, (path, answer.data)
        chair = room.house.hub.room.chair(student.place)
        assert chair.reasons[0][1] == "To see what they say"
        assert chair.disagreed
        assert chair.handed[0][0] == "reflection"


async def test_the_log_has_the_room_and_ones_own_chair_alone(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student, other = await room.join(), await room.join()
        await student.move(await student.first_choice())
        await other.move(await other.first_choice())
        events = (await student.get("/api/log")).data["events"]
        assert {one["place"] for one in events} == {"room", student.place}
        assert [one["seq"] for one in events if one["place"] == student.place] == [1, 2]
        last = events[-1]["rev"]
        assert (await student.get(f"/api/log?since={last}")).data["events"] == []

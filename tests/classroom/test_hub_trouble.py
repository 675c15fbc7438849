"""A hub whose disk is full, whose machine slept, or whose code breaks: refused in words, and nothing is lost."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from negotiator.classroom.events import Event, New
from negotiator.classroom.hub.running import give_back
from negotiator.classroom.room import Room
from negotiator.classroom.store import Refused
from tests.classroom.hubhouse import hosting, new_id


async def full(events: Sequence[New]) -> list[Event]:
    raise Refused("the disk is full.", "Make room on it.")


async def test_what_cannot_be_kept_is_not_acknowledged_and_may_be_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        choice, before = await student.first_choice(), await student.now()
        with monkeypatch.context() as patch:
            patch.setattr(room.house.hub.store, "append", full)
            refused = await student.move(choice, seq=2, client="once")
            assert (refused.status, refused.data["code"]) == (503, "not-kept")
            assert refused.headers["Retry-After"]
            assert "the disk is full" in refused.data["message"]
            late = await room.stranger.post("/api/join", {"code": room.house.code, "client": new_id()})
            assert late.status == 503
        assert await student.now() == before
        kept = await student.move(choice, seq=2, client="once")
        assert (kept.status, kept.data["duplicate"]) == (200, False)


async def test_the_time_a_laptop_slept_is_given_back(tmp_path: Path) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()
        hub = room.house.hub
        await give_back(hub, hub.now() - timedelta(hours=1), hub.now())
        assert (hub.room.extended, (await student.now())["deadline"]) == (0, None)
        await room.order("bell", seconds=600)
        before = hub.room.view(student.place).deadline
        assert before is not None
        asleep = hub.now() - timedelta(seconds=3605)
        await give_back(hub, asleep, hub.now())
        after = hub.room.view(student.place).deadline
        assert after is not None
        assert after - before == timedelta(seconds=3600)
        await give_back(hub, hub.now() - timedelta(seconds=20), hub.now())
        assert hub.room.view(student.place).deadline == after


async def test_what_nobody_foresaw_tells_a_stranger_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with hosting(tmp_path / "a.class") as room:
        student = await room.join()

        def broken(_room: Room, _place: str) -> None:
            raise RuntimeError("/home/teacher/secret")

        monkeypatch.setattr(Room, "view", broken)
        room.house.hub._seen.clear()
        answer = await student.get("/api/now")
        assert (answer.status, answer.data["code"]) == (500, "failed")
        assert "secret" not in str(answer.data)

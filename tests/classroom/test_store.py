"""What every store of a class promises, tried on SQLite and on a real PostgreSQL."""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from negotiator.classroom.events import ROOM, Json, Kind, New
from negotiator.classroom.people import Holder, Person, Role, digest, new_token
from negotiator.classroom.store import Again, Stale, Store, Unusable, open_store
from negotiator.classroom.store_rows import packed, without_person
from tests.classroom.roomtable import Log, folded

ADA = "p-aaaaaaaa"
BOB = "p-bbbbbbbb"


def new(place: str, client: str, seq: int | None = None, **body: Json) -> New:
    return New(place, client, Kind.MOVED, body, seq)


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "class.db")
    return str(request.getfixturevalue("postgres").place())


@pytest.fixture
async def store(where: str) -> AsyncIterator[Store]:
    opened = await open_store(where)
    yield opened
    await opened.close()


async def test_an_event_comes_back_as_it_was_kept(store: Store) -> None:
    body: dict[str, Json] = {
        "line": "Grüße \0 \ud800 🙂 'x' -- {}",
        "list": [1, 2.5, None, True],
        "in": {"a": ""},
    }
    before = datetime.now(UTC)
    [event] = await store.append([New(ADA, "c1", Kind.MOVED, body)])
    assert (event.rev, event.place, event.seq, event.client, event.kind) == (1, ADA, 1, "c1", Kind.MOVED)
    assert event.body == body
    assert before - timedelta(seconds=1) <= event.at <= datetime.now(UTC) + timedelta(seconds=1)
    assert await store.since(0) == [event]


async def test_numbers_run_by_place_and_revisions_through_all(store: Store) -> None:
    made = await store.append([new(ADA, "a"), new(BOB, "a"), new(ADA, "b")])
    made += await store.append([new(ADA, "c", 3), new(ROOM, "c")])
    assert [(one.rev, one.place, one.seq) for one in made] == [
        (1, ADA, 1), (2, BOB, 1), (3, ADA, 2), (4, ADA, 3), (5, ROOM, 1),
    ]  # fmt: skip
    assert await store.since(1, 2) == made[1:3]
    assert await store.since(5) == []
    assert await store.newest() == 5


async def test_one_place_is_read_with_the_room_and_without_the_others(store: Store) -> None:
    made = await store.append([new(ROOM, "a"), new(ADA, "a"), new(BOB, "a"), new(ADA, "b"), new(ROOM, "b")])
    assert await store.at(ADA, 0) == [made[0], made[1], made[3], made[4]]
    assert await store.at(ADA, 1, 2) == [made[1], made[3]]
    assert await store.at(ADA, 4) == await store.at("p-nobody", 1) == [made[4]]
    assert await store.at(ADA, 5) == []


async def test_a_client_id_sent_again_is_answered_with_its_first_event(store: Store) -> None:
    [first] = await store.append([new(ADA, "a", 1, line="once")])
    for seq in (None, 1, 2, 99):
        with pytest.raises(Again) as again:
            await store.append([new(ADA, "a", seq, line="twice")])
        assert again.value.first == first
    await store.append([new(BOB, "a")])
    assert await store.newest() == 2


@pytest.mark.parametrize("seq", [-1, 0, 1, 3, 2**40])
async def test_a_number_that_is_not_the_next_is_stale(store: Store, seq: int) -> None:
    await store.append([new(ADA, "a")])
    with pytest.raises(Stale) as stale:
        await store.append([new(ADA, "b", seq)])
    assert (stale.value.place, stale.value.latest) == (ADA, 1)
    [event] = await store.append([new(ADA, "b", 2)])
    assert event.seq == 2


async def test_all_events_of_a_caller_are_kept_or_none(store: Store) -> None:
    await store.append([new(ADA, "a")])
    with pytest.raises(Again):
        await store.append([new(BOB, "x"), new(ADA, "a")])
    with pytest.raises(Stale):
        await store.append([new(BOB, "x"), new(ADA, "b", 5)])
    assert await store.newest() == 1
    assert [one.rev for one in await store.append([new(BOB, "x")])] == [2]


async def test_a_caller_who_cannot_tell_its_own_events_apart_is_stopped(store: Store) -> None:
    with pytest.raises(ValueError, match="same client id"):
        await store.append([new(ADA, "a"), new(ADA, "a")])
    with pytest.raises(ValueError, match="JSON"):
        await store.append([new(ADA, "a", number=float("nan"))])
    assert await store.newest() == 0


async def test_of_many_who_send_at_once_each_gets_its_own_answer(store: Store) -> None:
    """Thirty callers of one place: one number each; a third of them send what another one sent."""
    answers = await asyncio.gather(
        *(store.append([new(ADA, f"c{n % 20}", None, n=n)]) for n in range(30)), return_exceptions=True
    )
    kept = [answer[0] for answer in answers if not isinstance(answer, BaseException)]
    again = [answer.first for answer in answers if isinstance(answer, Again)]
    assert len(kept) + len(again) == 30
    assert sorted(event.seq for event in kept) == list(range(1, 21))
    assert {event.client for event in again} == {f"c{n}" for n in range(10)}
    assert all(event in kept for event in again)
    assert await store.since(0) == sorted(kept, key=lambda event: event.rev)


async def test_of_many_who_want_the_same_number_one_has_it(store: Store) -> None:
    answers = await asyncio.gather(
        *(store.append([new(ADA, f"c{n}", 1)]) for n in range(10)), return_exceptions=True
    )
    assert sum(isinstance(answer, Stale) for answer in answers) == 9
    assert await store.newest() == 1


async def test_two_processes_share_one_line_of_revisions(where: str, store: Store) -> None:
    """Whatever one reader has seen up to a revision is all that will ever be there."""
    other = await open_store(where)
    try:
        places = [f"p-{n}" for n in range(10)]
        await asyncio.gather(
            *(
                (store if n % 2 else other).append([new(place, f"c{n}")])
                for n in range(20)
                for place in places
            )
        )
        events = await store.since(0)
        assert [event.rev for event in events] == list(range(1, 201))
        assert await other.since(0) == events
        for place in places:
            assert [event.seq for event in events if event.place == place] == list(range(1, 21))
    finally:
        await other.close()


async def test_changes_tell_the_newest_at_once_and_then_what_is_newer(store: Store) -> None:
    await store.append([new(ADA, "a")])
    changes = store.changes()
    assert await anext(changes) == 1
    waiting = asyncio.ensure_future(anext(changes))
    await store.append([new(ADA, "b"), new(ADA, "c")])
    assert await asyncio.wait_for(waiting, 10) == 3
    waiting = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    await store.close()
    with pytest.raises(StopAsyncIteration):
        await asyncio.wait_for(waiting, 10)


async def test_a_class_goes_on_where_it_was(where: str) -> None:
    token = new_token()
    store = await open_store(where)
    made = await store.append([new(ADA, "a"), new(ROOM, "b")])
    await store.put_token(ADA, digest(token), Role.STUDENT)
    await store.put_person(ADA, "Ada", "s-1")
    await store.put_setting("code", "ABCDEFGH")
    await store.close()

    store = await open_store(where, create=False)
    assert await store.since(0) == made
    assert await store.find_token(digest(token)) == Holder(ADA, Role.STUDENT)
    assert await store.person(ADA) == Person(ADA, "Ada", "s-1")
    assert await store.setting("code") == "ABCDEFGH"
    assert [one.rev for one in await store.append([new(ADA, "z")])] == [3]
    await store.close()
    await store.close()


async def test_a_token_stands_for_one_place_until_it_is_dropped(store: Store) -> None:
    hers, second, his = digest("hers"), digest("second"), digest("his")
    await store.put_token(ADA, hers, Role.STUDENT)
    await store.put_token(ADA, second, Role.STUDENT)
    await store.put_token(ROOM, his, Role.INSTRUCTOR)
    await store.put_token(BOB, hers, Role.INSTRUCTOR)
    assert await store.find_token(hers) == Holder(ADA, Role.STUDENT)
    assert await store.find_token(b"") is None
    await store.drop_tokens(ADA)
    assert (await store.find_token(hers), await store.find_token(second)) == (None, None)
    assert await store.find_token(his) == Holder(ROOM, Role.INSTRUCTOR)


async def test_people_and_settings_can_be_put_anew(store: Store) -> None:
    await store.put_person(BOB, "Bob\0\ud800", "2")
    await store.put_person(ADA, "Ada", "")
    await store.put_person(ADA, "'; DROP TABLE person; --", "1")
    assert [(one.name, one.student) for one in await store.people()] == [
        ("'; DROP TABLE person; --", "1"), ("Bob\N{REPLACEMENT CHARACTER}?", "2"),
    ]  # fmt: skip
    await store.put_setting("code", "one")
    await store.put_setting("code", "two")
    assert (await store.setting("code"), await store.setting("salt"), await store.person("p-x")) == (
        "two",
        None,
        None,
    )


NAME = "Zebedee-Quarrington"


async def kept_about_a_person(store: Store) -> None:
    """Their name in every spot there is, and enough of others around it to fill pages."""
    for n in range(40):
        await store.append([New(f"p-{n}", "j", Kind.JOINED, {"name": f"Other {n}", "seat": "candidate"})])
        await store.put_person(f"p-{n}", f"Other {n}", str(n))
    await store.put_person(ADA, NAME, f"{NAME}-7")
    await store.put_token(ADA, digest("t"), Role.STUDENT)
    await store.append([
        New(ADA, "j", Kind.JOINED, {"name": NAME, "roster": NAME, "seat": "candidate"}),
        New(ADA, "m", Kind.MOVED, {"move": {"kind": "choose", "choice": "ask", "line": ""}}),
        New(ADA, "k", Kind.KEPT, {"line": f"said {NAME}"}),
        New(ADA, "r", Kind.REASON, {"turn": 1, "text": f"I am {NAME}"}),
        New(ADA, "h", Kind.HANDED, {"what": "reflection", "text": NAME * 2000}),
        New("t-1", "f", Kind.PAIR_FORMED, {"candidate": "p-1", "manager": None}),
        New("t-1", "s", Kind.PAIR_SEATED, {"seat": "manager", "place": ADA}),
        New("t-1", "o", Kind.PAIR_OFFERED, {"seat": "candidate", "package": "base=k1", "words": f"Hello {NAME}"}),
        New("t-2", "f", Kind.PAIR_FORMED, {"candidate": "p-2", "manager": "p-3"}),
        New("t-2", "o", Kind.PAIR_OFFERED, {"seat": "candidate", "package": "base=k1", "words": "Hello you"}),
    ])  # fmt: skip


async def test_what_is_forgotten_is_gone_and_what_was_decided_stays(store: Store) -> None:
    await kept_about_a_person(store)
    before = await store.since(0)
    await store.forget(ADA)
    after = await store.since(0)
    assert [(one.rev, one.place, one.seq, one.kind) for one in after] == [
        (one.rev, one.place, one.seq, one.kind) for one in before
    ]
    assert after[:40] == before[:40]
    assert after[41].body == before[41].body
    assert NAME not in str(after)
    assert after[40].body["seat"] == "candidate"
    assert (after[47].body["words"], after[49].body["words"]) == ("", "Hello you")
    assert [one.body for one in after[45:47]] == [one.body for one in before[45:47]]
    assert (await store.person(ADA), await store.find_token(digest("t"))) == (None, None)
    assert len(await store.people()) == 40
    await store.forget(ADA)
    await store.append([new(ADA, "later")])


def test_a_room_folds_as_before_when_somebody_is_forgotten() -> None:
    log = Log()
    log.join(ADA)
    log.join(BOB)
    for place in (ADA, BOB):
        log.wish(place, Kind.HANDED, {"what": "reflection", "text": f"by {NAME}"})
        log.wish(place, Kind.KEPT, {"line": f"kept by {NAME}"})
    cut = [
        replace(event, body=json.loads(without_person(packed(event.body)))) if event.place == ADA else event
        for event in log.events
    ]
    room = folded(cut)
    ada = room.chairs[ADA]
    assert room.chairs[BOB] == log.room.chairs[BOB]
    assert ada.play == log.room.chairs[ADA].play
    assert (ada.name, ada.handed, ada.kept) == ("someone", (("reflection", ""),), ("",))


def holders(folder: Path, keep: Callable[[Path], bool]) -> list[Path]:
    """Files below a folder in which the name stands."""
    paths = (path for path in folder.rglob("*") if path.is_file() and keep(path.relative_to(folder)))
    return [path for path in paths if re.search(NAME.encode(), path.read_bytes())]


async def test_no_file_holds_a_forgotten_name(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "class.db")
    await kept_about_a_person(store)
    assert holders(tmp_path, lambda path: True)
    await store.forget(ADA)
    assert holders(tmp_path, lambda path: True) == []
    await store.close()
    assert holders(tmp_path, lambda path: True) == []


async def test_no_table_of_the_server_holds_a_forgotten_name(request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("postgres")
    store = await open_store(server.place())
    await kept_about_a_person(store)
    server.query("ANALYZE")
    server.query("CHECKPOINT")

    def table(path: Path) -> bool:
        return path.parts[0] in {"base", "global"}

    assert holders(server.data, table)
    await store.forget(ADA)
    server.query("CHECKPOINT")
    assert holders(server.data, table) == []
    await store.close()


async def test_what_is_not_there_is_not_made_unasked(where: str) -> None:
    with pytest.raises(Unusable, match="no class"):
        await open_store(where, create=False)
    await (await open_store(where)).close()
    await (await open_store(where, create=False)).close()


def rights(folder: Path) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in folder.iterdir()}


async def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "class.db")
    await store.append([new(ADA, "a")])
    if os.name == "posix":
        assert rights(tmp_path) == {0o600}
    await store.close()

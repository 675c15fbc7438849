"""Scripted players come in, decide, and find what a hub loses, doubles or changes."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.classroom.bots.book import Acknowledged, Book
from negotiator.classroom.bots.crowd import Plan, rehearse
from negotiator.classroom.bots.latency import latency
from negotiator.classroom.bots.proof import faults
from negotiator.classroom.bots.reading import Document
from negotiator.classroom.bots.tally import Tally, tally
from negotiator.classroom.bots.ways import WAYS, next_move
from negotiator.classroom.events import Json, Kind, New
from negotiator.classroom.settings import Settings
from negotiator.classroom.showing import moment_data
from negotiator.game.impossible import NotPossible
from negotiator.game.play import advance, begin
from negotiator.game.state import Move
from negotiator.game.view import view
from tests.classroom.smallhub import CODE, Record, SmallHub, serving
from tests.support import shipped

ROOMY = 30.0


async def rehearsed(hub: SmallHub, count: int = 5, decisions: int = 4, *, grace: float = ROOMY) -> Tally:
    """A rehearsal in no time."""
    async with serving(hub):
        plan = Plan(hub.base, CODE, count, over=0.2, decisions=decisions, grace=grace)
        return tally(plan, await rehearse(plan))


async def test_every_player_comes_in_and_every_decision_is_on_record_once() -> None:
    hub = SmallHub()
    hub.open()
    found = await rehearsed(hub, count=10, decisions=5)
    assert found.clean, found
    assert (found.joined, found.decided) == (10, 50)
    moved = [event for event in hub.events if event.kind is Kind.MOVED]
    assert len(moved) == 50
    assert set(found.ways) == set(WAYS)


async def test_a_story_that_ends_is_begun_again() -> None:
    hub = SmallHub()
    hub.open()
    found = await rehearsed(hub, count=5, decisions=25)
    assert found.clean, found
    assert found.endings
    assert found.decided == 125


async def test_an_answer_lost_on_the_way_is_asked_for_again_and_nothing_is_doubled() -> None:
    hub = SmallHub(breaks=6)
    hub.open()
    found = await rehearsed(hub)
    assert found.clean, found
    assert found.later >= 1
    assert found.breaks == 6
    assert found.decided == sum(event.kind is Kind.MOVED for event in hub.events)


def lose(record: Record) -> Record:
    return [event for event in record if event["seq"] != 3]


def double(record: Record) -> Record:
    return [*record, {**record[2], "seq": len(record) + 1, "rev": 10**6}]


def change(record: Record) -> Record:
    moved: dict[str, Json] = {**record[2], "body": {"move": {"kind": "choose", "choice": "other"}}}
    return [*record[:2], moved, *record[3:]]


def forge(record: Record) -> Record:
    return [*record, {**record[2], "client": "nobody", "seq": len(record) + 1}]


@pytest.mark.parametrize("spoil", [lose, double, change, forge, lambda _record: []])
async def test_whatever_a_hub_does_to_its_record_is_found(spoil: Callable[[Record], Record]) -> None:
    hub = SmallHub(spoil=spoil)
    hub.open()
    found = await rehearsed(hub)
    assert not found.clean
    assert len({fault.split(":")[0] for fault in found.faults}) == 5


async def test_with_the_wrong_code_nobody_comes_in_and_the_rehearsal_says_why() -> None:
    hub = SmallHub()
    hub.open()
    async with serving(hub):
        plan = Plan(hub.base, "AAAAAAAA", 3, over=0.1)
        found = tally(plan, await rehearse(plan))
    assert (found.joined, found.clean) == (0, False)
    assert found.stopped["not let in: That is not the code."] == 3


async def test_players_wait_at_a_closed_gate_and_say_so() -> None:
    hub = SmallHub()
    hub.open(settings=Settings(gates=("the-call",)))
    scene = hub.room.game.scenario.start
    hub.keep(New("room", "gate", Kind.GATED, {"scene": scene}))
    found = await rehearsed(hub, count=3, grace=0.2)
    assert found.decided == 0
    assert found.stopped == {"gate": 3}
    assert found.clean


async def test_the_hub_away_for_good_is_no_silent_success() -> None:
    hub = SmallHub(breaks=10**6)
    hub.open()
    found = await rehearsed(hub, count=2, grace=0.5)
    assert not found.clean
    assert found.unanswered == 2


@settings(max_examples=20)
@given(
    st.sampled_from(sorted(WAYS)),
    st.integers(0, 10**6),
    st.sampled_from(["first-offer", "two-roles-one-title"]),
)
def test_every_way_finds_a_move_at_every_moment_until_an_ending(way: str, seed: int, name: str) -> None:
    game, random, taken = shipped(name), Random(seed), list[str]()
    play, refused = begin(game, seed), 0
    while play.state.ending < 0 and len(taken) < 150:
        seen: Document = {"moment": moment_data(view(game, play.state)), "can_undo": False}
        wish = next_move(seen, WAYS[way], random, taken)
        assert wish is not None
        move = Move(wish["kind"], wish["choice"], wish["line"])
        try:
            play, refused = advance(game, play, move), 0
            taken.append(move.text)
        except NotPossible:
            refused += 1
            assert refused < 8, move
    assert play.state.ending >= 0


def ack(seq: int) -> Acknowledged:
    return Acknowledged(f"c{seq}", rev=10 + seq, seq=seq, said=f"choice-{seq}", at=0.0, took=0.01, tries=1)


def event(seq: int) -> dict[str, Json]:
    move: dict[str, Json] = {"kind": "choose", "choice": f"choice-{seq}", "line": ""}
    return {"client": f"c{seq}", "rev": 10 + seq, "seq": seq, "kind": "moved", "body": {"move": move}}


@given(st.integers(1, 12), st.data())
def test_a_true_record_has_no_faults_and_one_that_lacks_or_doubles_anything_has(
    length: int, data: st.DataObject
) -> None:
    book = Book(0, "bold", "p-2", acknowledged=[ack(seq) for seq in range(1, length + 1)])
    book.sent = {one.client for one in book.acknowledged}
    record: list[Document] = [event(seq) for seq in range(1, length + 1)]
    assert faults(book, record) == []
    at = data.draw(st.integers(0, length - 1))
    assert faults(book, record[:at] + record[at + 1 :])
    assert faults(book, [*record, record[at]])
    swapped = [replace(one, seq=one.seq + 1) for one in book.acknowledged]
    book.acknowledged = swapped
    assert faults(book, record)


def test_percentiles_are_times_that_occurred() -> None:
    found = latency([number / 1000 for number in range(1, 101)])
    assert found is not None
    assert (found.p50, found.p95, found.p99, found.most) == (50, 95, 99, 100)
    assert latency([]) is None


def test_all_loops_are_closed_behind_a_rehearsal() -> None:
    async def whole() -> int:
        hub = SmallHub()
        hub.open()
        await rehearsed(hub, count=2)
        return len(asyncio.all_tasks())

    assert asyncio.run(whole()) == 1

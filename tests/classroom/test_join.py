"""A chair in a class: nothing shown is lost, nothing is counted twice, and the hub's story wins."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from negotiator.classroom.client import outbox
from negotiator.classroom.client.link import Unreached
from negotiator.classroom.events import Kind
from negotiator.classroom.settings import Settings
from negotiator.game.impossible import NotPossible
from tests.classroom.chairside import PLACE, Side
from tests.classroom.roomtable import Log
from tests.support import SCENARIOS

FIRST_OFFER = (SCENARIOS / "first-offer.toml").read_text("utf-8")


Seat = Callable[[Log], Side]


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    """Chairs, each in a folder of its own."""
    with ExitStack() as stack:

        def sit(log: Log) -> Side:
            side = Side(log, tmp_path / f"chair-{id(log)}")
            stack.callback(side.leave)
            return side

        yield sit


@pytest.fixture
def side(seat: Seat) -> Side:
    return seat(Log())


def to_the_end(side: Side) -> None:
    """Take what is open until the story is over."""
    while side.run.view.ending is None:
        side.take()


async def test_what_is_done_out_of_reach_is_sent_in_its_order_afterwards(side: Side) -> None:
    side.wire.down = True
    done = [side.take(), side.take()]
    with pytest.raises(Unreached):
        await side.exchange()
    assert side.theirs == []
    side.wire.down = False
    await side.exchange()
    assert side.theirs == done
    assert side.run.unsent == []


async def test_a_lost_answer_and_a_crash_count_nothing_twice(side: Side) -> None:
    side.wire.deaf = 1
    done = [side.take(), side.take()]
    with pytest.raises(Unreached):
        await side.exchange()
    side.crash()
    assert side.ours == done, "the window shows what it showed before"
    await side.exchange()
    assert side.theirs == done
    assert sum(one.kind is Kind.MOVED for one in side.log.events) == len(done)


async def test_after_a_crash_the_same_things_are_sent_with_the_same_ids(side: Side) -> None:
    side.take()
    side.run.keep("A line worth stealing.")
    before = [one.client for one in side.run.unsent]
    side.crash()
    assert [one.client for one in side.run.unsent] == before
    assert len(set(before)) == 2
    await side.exchange()
    await side.exchange()
    assert side.log.room.chair(PLACE).kept == ("A line worth stealing.",)


async def test_a_move_from_another_device_is_made_here_too(side: Side) -> None:
    side.log.move(PLACE, side.open()[0].id)
    await side.exchange()
    assert side.ours == side.theirs
    assert len(side.ours) == 1
    assert "moved on" in side.run.notice
    side.crash()
    assert side.ours == side.theirs
    assert side.run.unsent == []


async def test_where_two_devices_disagree_the_hub_is_right_and_that_is_said(side: Side) -> None:
    theirs = side.open()[-1].id
    assert side.take() != theirs
    old = side.run.path
    side.log.move(PLACE, theirs)
    await side.exchange()
    assert side.ours == side.theirs == [theirs]
    assert side.run.notice.startswith("One decision was not counted")
    assert outbox.deeds(old, "old"), "what was done here stays in its file"
    side.crash()
    side.take()
    await side.exchange()
    assert side.ours == side.theirs
    assert len(side.theirs) == 2


async def test_who_is_moved_on_by_the_instructor_sees_it_here(side: Side) -> None:
    side.log.wish(PLACE, Kind.ADVANCED, by="instructor")
    await side.exchange()
    assert side.ours == side.theirs
    assert side.ours


async def test_a_pause_blocks_and_what_came_too_late_waits(side: Side) -> None:
    side.take()
    side.log.in_room(Kind.PAUSED)
    await side.exchange()
    assert side.theirs == []
    assert len(side.run.unsent) == 1
    with pytest.raises(NotPossible, match="paused"):
        side.take()
    side.log.in_room(Kind.RESUMED)
    await side.exchange()
    assert side.theirs == side.ours != []


async def test_what_comes_after_the_end_is_not_counted_and_that_is_said(side: Side) -> None:
    side.take()
    side.log.in_room(Kind.ENDED)
    await side.exchange()
    assert side.ours == side.theirs == []
    assert "ended" in side.run.notice
    with pytest.raises(NotPossible, match="over"):
        side.run.choose(side.run.view.choices[0].id)


async def test_behind_a_closed_gate_nothing_is_seen(seat: Seat) -> None:
    free = seat(Log(text=FIRST_OFFER))
    start, way = free.run.view.scene, []
    while free.run.view.scene == start:
        way.append(free.take())
    gated = free.run.view.scene
    side = seat(Log(Settings(gates=(gated,)), text=FIRST_OFFER))
    turn = [side.run.choose(choice) for choice in way][-1]
    behind = free.run.view.paragraphs
    assert side.run.waits
    assert side.run.view.choices == ()
    assert not set(behind) & set(side.run.view.paragraphs)
    assert all(type(event).__name__ != "Entered" for event in turn.events)
    with pytest.raises(NotPossible, match="waits"):
        side.run.choose(free.open()[0].id)
    await side.exchange()
    side.log.in_room(Kind.OPENED_GATE, scene=gated)
    await side.exchange()
    assert side.run.view.paragraphs == behind
    assert side.run.view.choices


def test_choices_stand_in_the_order_the_hub_gives_this_chair(seat: Seat) -> None:
    side = seat(Log(Settings(shuffle=True)))
    theirs = side.log.room.view(PLACE).view
    assert theirs is not None
    assert side.run.view.choices == theirs.choices


async def test_a_further_attempt_is_one_at_the_hub_too(side: Side) -> None:
    to_the_end(side)
    with pytest.raises(NotPossible, match="reached the class"):
        side.run.branch(1)
    await side.exchange()
    first = side.ours
    side.run.branch(1)
    side.wire.deaf = 1
    with pytest.raises(Unreached):
        await side.exchange()
    side.take()
    side.crash()
    await side.exchange()
    chair = side.log.room.chair(PLACE)
    assert chair.now.number == 2
    assert side.ours == side.theirs
    assert side.theirs[0] == first[0]
    assert [turn.move.text for turn in chair.first.play.turns] == first


def test_nobody_begins_again_in_the_middle(side: Side) -> None:
    side.take()
    with pytest.raises(NotPossible, match="over"):
        side.run.branch(0)

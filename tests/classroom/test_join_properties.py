"""Whatever happens to a chair, in whatever order: in the end its window and the hub tell one story."""

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiator.classroom.client.link import Unreached
from negotiator.classroom.events import Kind
from negotiator.classroom.wishes import Refusal
from negotiator.game.impossible import NotPossible
from tests.classroom.chairside import PLACE, Side
from tests.classroom.roomtable import Log

OWN = ("take", "take", "take", "undo", "keep", "crash", "exchange", "lose an answer", "cut", "mend")
OTHERS = ("another device", "advance", "pause", "resume")
steps = st.lists(st.tuples(st.sampled_from(OWN + OTHERS), st.integers(0, 5)), max_size=24)
alone = st.lists(st.tuples(st.sampled_from(OWN), st.integers(0, 5)), max_size=24)


async def happen(side: Side, what: str, number: int) -> None:
    match what:
        case "take":
            if choices := side.open():
                side.run.choose(choices[number % len(choices)].id)
        case "undo":
            side.run.undo()
        case "keep":
            side.run.keep(f"Line {number}.")
        case "crash":
            side.crash()
        case "exchange":
            await side.exchange()
        case "lose an answer":
            side.wire.deaf = 1
        case "cut" | "mend":
            side.wire.down = what == "cut"
        case "another device":
            now = side.log.room.view(PLACE).view
            open_there = [one.id for one in now.choices if one.enabled] if now else []
            if open_there:
                side.log.move(PLACE, open_there[number % len(open_there)])
        case "advance":
            side.log.wish(PLACE, Kind.ADVANCED, by="instructor")
        case _:
            side.log.in_room(Kind.PAUSED if what == "pause" else Kind.RESUMED)


async def play(side: Side, course: list[tuple[str, int]]) -> None:
    for what, number in course:
        with suppress(NotPossible, Refusal, Unreached):
            await happen(side, what, number)
    side.wire.down, side.wire.deaf = False, 0
    if side.log.room.paused:
        side.log.in_room(Kind.RESUMED)
    await side.exchange()


def agreed(side: Side) -> None:
    chair = side.log.room.chair(PLACE)
    assert side.ours == side.theirs
    assert side.run.play.state == chair.play.state
    assert side.run.unsent == []
    assert set(side.run.kept) >= set(chair.kept)


@settings(max_examples=60)
@given(steps)
def test_in_the_end_window_and_hub_agree(course: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        side = Side(Log(), Path(folder))
        try:
            asyncio.run(play(side, course))
            agreed(side)
        finally:
            side.run.put_down()


@settings(max_examples=60)
@given(alone)
def test_as_long_as_nobody_else_sits_there_nothing_that_was_shown_is_lost(
    course: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        side = Side(Log(), Path(folder))
        try:
            asyncio.run(play(side, course))
            agreed(side)
            assert side.run.notice == ""
            moves = [one for one in side.log.events if one.kind is Kind.MOVED]
            assert len(moves) == sum(one.move.kind != "keep" for one in side.run._deeds)
            assert side.run.kept == side.log.room.chair(PLACE).kept
        finally:
            side.run.put_down()

"""What each screen looks like at three sizes, as text that can be read in a diff."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.fakes import LIBRARY, SHELF, FakeDesk, Settings
from tests.tui.frames import SIZES, home, table

pytestmark = pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
WHOLE = ("good", "budget", "rang", "show", "talk", "both", "yes")
Size = tuple[int, int]


async def test_play_first_scene(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        assert on.text == snapshot


async def test_play_with_the_brief_before_it(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size, brief=True) as on:
        assert on.text == snapshot


async def test_play_after_a_question(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play("good")
        assert on.text == snapshot


async def test_play_a_letter_has_come(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play("nothing")
        await on.press(str(on.choices().index("show") + 1))
        assert on.text == snapshot


async def test_turn(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play("nothing")
        await on.press(str(on.choices().index("show") + 1), "enter")
        assert on.text == snapshot


async def test_play_in_the_catbird_seat(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play("good", "budget", "show", "sleep")
        assert on.text == snapshot


async def test_play_ending(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play(*WHOLE)
        assert on.text == snapshot


async def test_play_in_training(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(FakeDesk(Settings(training=True)), size) as on:
        await on.play("salary")
        assert on.text == snapshot


async def test_debrief(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play(*WHOLE)
        await on.press("1")
        assert on.text == snapshot


async def test_debrief_decisions(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play(*WHOLE)
        await on.press("1", "g", "j", "j")
        assert on.text == snapshot


async def test_notebook(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.press("s")
        await on.play("good", "budget", "rang", "show", "read")
        await on.press("n")
        assert on.text == snapshot


async def test_letter(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play("nothing", "show", "sleep")
        await on.press("l")
        assert on.text == snapshot


async def test_transcript(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.play("good", "salary")
        await on.press("t")
        assert on.text == snapshot


async def test_help(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.press("question_mark")
        assert on.text == snapshot


async def test_home_the_first_time(size: Size, snapshot: SnapshotAssertion) -> None:
    desk = FakeDesk()
    desk.library = LIBRARY
    async with home(desk, size) as on:
        assert on.text == snapshot


async def test_home_with_runs(size: Size, snapshot: SnapshotAssertion) -> None:
    desk = FakeDesk()
    desk.library, desk.runs = LIBRARY, SHELF
    desk.habits = "Your habit so far: you ask in 4 of 19 decisions. There is room for questions."
    async with home(desk, size) as on:
        assert on.text == snapshot


async def test_briefing(size: Size, snapshot: SnapshotAssertion) -> None:
    desk = FakeDesk()
    desk.library = LIBRARY
    async with home(desk, size) as on:
        await on.press("1")
        assert on.text == snapshot


async def test_settings(size: Size, snapshot: SnapshotAssertion) -> None:
    async with home(FakeDesk(), size) as on:
        await on.press("s", "j")
        assert on.text == snapshot


async def test_trouble(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        on.run.fails = OSError(28, "No space left on device", "/runs/the-quay.k7m2pq.jsonl")
        await on.press("1")
        assert on.text == snapshot


async def test_palette(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(size=size) as on:
        await on.press("p")
        assert on.text == snapshot

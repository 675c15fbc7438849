"""What the screens about a table look like at three sizes, as text that can be read in a diff."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.fakes import slip
from tests.tui.frames import SIZES, Table, table

pytestmark = pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
Size = tuple[int, int]
SEND = ("enter", "enter")
HIGH = ("down", "right", "right", "right")
"""A higher salary, from the top row."""


async def _deal(on: Table) -> None:
    await on.sit_down()
    await on.press("d", *HIGH, *SEND, "y", "enter")


async def test_play_at_a_table(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        assert on.text == snapshot


async def test_play_after_a_package(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "r", *SEND)
        assert on.text == snapshot


async def test_editor_one_package(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "down", "right")
        assert on.text == snapshot


async def test_editor_three_packages_of_unequal_worth(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "+", "down", "right", "+", "down", "down", "right")
        assert on.text == snapshot


async def test_editor_with_a_barred_term(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "right")
        assert on.text == snapshot


async def test_editor_with_a_last_word_and_a_fact(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "f", "down", "enter", "!")
        assert on.text == snapshot


async def test_editor_with_a_history_and_what_is_known(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("a", "enter", "d", *HIGH, *SEND, "d", *(["down"] * 5), "right")
        assert on.text == snapshot


async def test_review(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "right", "+", "down", "right", "r", "!", "enter")
        assert on.text == snapshot


async def test_asking(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("a", "enter", "a", *(["down"] * 5), "right")
        assert on.text == snapshot


async def test_telling(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("m", "space", "down", "down", "left", "down", "space")
        assert on.text == snapshot


async def test_pausing(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("c", "down")
        assert on.text == snapshot


async def test_taking(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", *HIGH, *SEND, "y")
        assert on.text == snapshot


async def test_leaving(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("w")
        assert on.text == snapshot


async def test_priorities(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.press("n", "m", "down", "space", "down", "down", "space")
        assert on.text == snapshot


async def test_notebook_with_priorities(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.press("n", "m", "space", "enter", "m", "down", "1", "enter")
        assert on.text == snapshot


async def test_before_you_look_the_guess(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await _deal(on)
        await on.press("1", "1", "down", "down", "3")
        assert on.text == snapshot


async def test_before_you_look_a_try(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await _deal(on)
        await on.press("1", "1", "enter", *(["down"] * 6), "right", "enter")
        assert on.text == snapshot


async def test_help_of_the_editor(size: Size, snapshot: SnapshotAssertion) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        await on.press("d", "?")
        assert on.text == snapshot

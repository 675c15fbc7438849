"""What the pages of a debrief with a deal look like at three sizes, as text that can be read in a diff."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.frames import SIZES
from tests.tui.lookback import LEFT, SIGNED, Shelf, looking_back

pytestmark = pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
Size = tuple[int, int]


@pytest.mark.parametrize("page", ["story", "deal", "map", "packages", "questions", "best line"])
async def test_page(size: Size, page: str, snapshot: SnapshotAssertion) -> None:
    pages = ["story", "deal", "map", "packages", "questions", "best line"]
    async with looking_back(size=size) as on:
        await on.press(str(pages.index(page) + 1))
        assert on.text == snapshot


async def test_story_with_a_costly_turning_point(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(*SIGNED, size=size) as on:
        assert on.text == snapshot


async def test_gauges_in_numbers(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(*SIGNED, size=size) as on:
        await on.press("g", "space")
        assert on.text == snapshot


async def test_decisions(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(*SIGNED, size=size) as on:
        await on.press("k", "j")
        assert on.text == snapshot


async def test_deal_that_was_not_made(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(*LEFT, size=size) as on:
        await on.press("2")
        assert on.text == snapshot


async def test_terms(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(size=size) as on:
        await on.press("2", "space")
        assert on.text == snapshot


async def test_other_runs(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(size=size, desk=Shelf(SIGNED, LEFT)) as on:
        await on.press("c")
        assert on.text == snapshot


async def test_side_by_side(size: Size, snapshot: SnapshotAssertion) -> None:
    async with looking_back(size=size, desk=Shelf(SIGNED)) as on:
        await on.press("c", "enter")
        assert on.text == snapshot

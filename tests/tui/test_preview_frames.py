"""The preview as plain-text frames, at three sizes: the panel beside the story or in its place, findings, other pages."""

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.tui.frames import SIZES
from tests.tui.test_preview import HIDDEN, QUAY, preview

Size = tuple[int, int]
BROKEN = HIDDEN.replace('goto = "pier"', 'goto = "peer"', 2)


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> Size:
    found: Size = request.param
    return found


async def test_what_could_happen(size: Size, snapshot: SnapshotAssertion) -> None:
    async with preview(HIDDEN, size) as on:
        await on.press(*([] if size[0] >= 110 else ["h"]))
        assert on.text == snapshot


async def test_a_broken_version(size: Size, snapshot: SnapshotAssertion) -> None:
    async with preview(HIDDEN, size) as on:
        await on.save(BROKEN)
        assert on.text == snapshot
        await on.press("f")
        assert on.text == snapshot


async def test_a_step_that_is_gone(size: Size, snapshot: SnapshotAssertion) -> None:
    async with preview(QUAY, size) as on:
        await on.press("2")
        await on.save(QUAY.replace("choices.salary]", "choices.wages]"))
        assert on.text == snapshot


async def test_nothing_to_play_yet(size: Size, snapshot: SnapshotAssertion) -> None:
    async with preview("format = 1\n", size) as on:
        assert on.text == snapshot


async def test_going_to_a_scene_and_setting_a_state(size: Size, snapshot: SnapshotAssertion) -> None:
    async with preview(QUAY, size) as on:
        await on.press("g", "l", "e")
        assert on.text == snapshot
        await on.press("escape", "e", "right", "j", "j", "j", "space")
        assert on.text == snapshot

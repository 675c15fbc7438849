"""Walks through the shipped stories on the screen: every choice in view at every step, nothing wider than the window."""

from random import Random

import pytest

from tests.support import SCENARIOS, shipped
from tests.tui.fakes import FakeDesk
from tests.tui.frames import table

STEPS = 60


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", sorted(path.stem for path in SCENARIOS.glob("*.toml")))
async def test_a_walk_through_a_shipped_story(name: str, size: tuple[int, int]) -> None:
    random = Random(f"{name} {size}")
    async with table(FakeDesk(game=shipped(name)), size) as on:
        for _ in range(STEPS):
            view = on.run.view
            if view.ending:
                assert "the debrief" in on.text
                break
            lines = on.text.splitlines()
            for choice in view.choices[:9]:
                assert any(line[3:].lstrip().startswith(f"{choice.number}  ") for line in lines), (
                    choice,
                    on.text,
                )
            assert max(map(len, lines)) <= size[0]
            assert "help" in lines[-1]
            await on.play(random.choice([one.id for one in view.choices if one.enabled]))

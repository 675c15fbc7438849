"""Walks through the shipped stories on the screen: every choice in view at every step, nothing wider than the window."""

from dataclasses import replace
from random import Random

import pytest

from negotiator.game.play import Play, begin
from negotiator.game.state import VISIT_BITS
from negotiator.tui.screens.play import PlayScreen
from tests.support import SCENARIOS, shipped
from tests.tui.fakes import FakeDesk
from tests.tui.frames import Table, table

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
            ways = [one.id for one in view.choices if one.enabled]
            if view.table and (not ways or random.random() < 0.7):
                await at_the_table(on, random, size)
            else:
                await on.play(random.choice(ways))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("seed", range(2))
async def test_a_walk_that_begins_at_a_shipped_table(seed: int, size: tuple[int, int]) -> None:
    random = Random(f"{seed} {size}")
    async with table(Seated(game=shipped("two-roles-one-title"), seed=seed), size) as on:
        for _ in range(8):
            if on.run.view.table is None:
                break
            await at_the_table(on, random, size)
        assert on.run.play.turns


class Seated(FakeDesk):
    """A desk whose runs begin at the first table of the scenario, with everything known that opens a shape."""

    def first_play(self) -> Play:
        first = begin(self.game, self.seed)
        scene = next(at for at, place in enumerate(self.game.places) if place.exits)
        everything = (1 << len(self.game.fact_ids)) - 1
        visits = first.first.visits | 1 << scene * VISIT_BITS
        state = first.first._replace(scene=scene, reached=2, days=6, facts=everything, visits=visits)
        return replace(first, first=state)


async def at_the_table(on: Table, random: Random, size: tuple[int, int]) -> None:
    """Do something at the table, each of its screens inside the window."""
    for words in ("d  Put", "a  Ask", "m  Say", "y  Take", "w  Leave"):
        assert words in on.text, on.text
    for key in random.choice(ACTS):
        await on.press(*[key] * (random.randint(1, 4) if key in MANY else 1))
        lines = on.text.splitlines()
        assert max(map(len, lines)) <= size[0]
        assert "help" in lines[-1], on.text
    # Two packages may have come out the same, which cannot be sent.
    while not isinstance(on.screen, PlayScreen):
        await on.press("escape")


MANY = frozenset({"down", "right"})
ACTS = (
    ("d", "down", "right", "down", "right", "r", "enter", "enter"),
    ("d", "right", "+", "down", "right", "down", "right", "h", "enter", "enter"),
    ("d", "down", "right", "v", "!", "c", "escape", "escape"),
    ("a", "down", "right", "enter"),
    ("m", "down", "space", "down", "space", "enter"),
    ("c", "down", "enter"),
    ("y", "down", "escape"),
    ("y", "enter"),
)

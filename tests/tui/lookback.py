"""Finished runs at a table, looked back on: their debriefs on the screen, and other runs on the shelf."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from negotiator.analysis.dealt import Dealt
from negotiator.game.play import Play
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.desk import Played
from negotiator.tui.screens.debrief import DebriefScreen
from tests.game.tablestory import played, table_game
from tests.tui.fakes import WHEN, FakeDesk, MemoryRun
from tests.tui.frames import Table

BARGAINED = (
    "declare base title",
    "read",
    "talk",
    "ask open title",
    "ask negative-assumption budget",
    "tell base -days",
    "propose lead base=high days=three because=interest",
    "offer-set lead base=mid days=five | lead base=low days=three",
    "sign",
    "guess base title -days",
    "try lead base=mid days=three",
    "reveal",
)
"""A run with everything in it: questions, packages, a deal, a guess, a try."""
SIGNED = ("talk", "accept letter", "sign-letter", "reveal")
"""A run that takes the letter as it lies."""
LEFT = ("talk", "walk", "no", "reveal")
"""A run that leaves the table without a deal."""


class Shelf(FakeDesk):
    """A desk whose finished runs can be opened by their paths."""

    def __init__(self, *plays: tuple[str, ...]) -> None:
        super().__init__(game=table_game())
        self.plays = {Path(f"r{at}.jsonl"): played(self.game, *lines) for at, lines in enumerate(plays, 1)}
        self.runs = tuple(
            Played(path.stem, path, "small", "The Table", WHEN, 9, "", "Signed", "signed")
            for path in self.plays
        )
        self.opened: list[MemoryRun] = []

    def resume(self, path: Path) -> MemoryRun:
        if self.trouble:
            raise self.trouble
        self.opened.append(MemoryRun(self.game, self.plays[path], path.stem))
        return self.opened[-1]


@asynccontextmanager
async def looking_back(
    *lines: str, size: tuple[int, int] = (80, 24), desk: FakeDesk | None = None
) -> AsyncIterator[Table]:
    """The debrief of a run of these moves, laid over home."""
    desk = desk or Shelf()
    run = MemoryRun(desk.game, played(desk.game, *(lines or BARGAINED)))
    async with looking_at(run, desk, size) as made:
        yield made


@asynccontextmanager
async def looking_at(run: MemoryRun, desk: FakeDesk, size: tuple[int, int]) -> AsyncIterator[Table]:
    """The debrief of a run, laid over home."""
    app = NegotiatorApp(desk)
    async with app.run_test(size=size) as pilot:
        made = Table(app, pilot, desk, run)
        await made.settle()
        app.push_screen(DebriefScreen(run))
        await made.settle()
        yield made


def dealt(play: Play) -> Dealt:
    """The deal of a run of the table story."""
    from negotiator.analysis.debrief import debrief
    from negotiator.analysis.yardstick import yardstick

    made = table_game()
    found = debrief(made, play, yardstick(made)).dealt
    assert found is not None
    return found

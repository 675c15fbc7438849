"""Priorities before the deal; after it, before their side is shown: a guess, and three tries at a better package."""

from pathlib import Path

import pytest

from negotiator.game.play import replay
from negotiator.game.state import Move, choose
from negotiator.runs.session import Session
from negotiator.runs.troubles import ReadOnlyRun
from negotiator.tui.housekeeping import RealDesk
from negotiator.tui.screens.debrief import DebriefScreen
from negotiator.tui.screens.guessing import Guessing
from negotiator.tui.screens.home import Home
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.trouble import Trouble
from negotiator.tui.screens.trying import Trying
from tests.tui.fakes import SHELF, FakeDesk, MemoryRun, slip
from tests.tui.frames import Table, home, table
from tests.tui.tablestory import TABLE
from tests.tui.test_table import HIGH, last


def notes(on: Table) -> list[str]:
    """What was put down, as a script has it."""
    return [turn.move.text for turn in on.run.play.turns if not turn.told]


async def deal(on: Table) -> None:
    """Take their first counter-proposal, and turn to looking back."""
    await on.sit_down()
    await on.press("d", *HIGH, "enter", "enter", "y", "enter", "1")


async def test_priorities_are_put_down_in_the_notebook_and_shown_there() -> None:
    async with table(slip()) as on:
        await on.press("n")
        assert "Nothing put down yet: m." in on.text
        await on.press("m", "enter")
        assert "Nothing is marked yet" in on.notices[-1]
        await on.press("down", "space", "up", "space", "space", "2", "enter")
        assert notes(on) == ["declare bonus base"]
        assert "1. Bonus" in on.text
        assert "2. Base salary" in on.text
        await on.press("escape")
        assert "The letter lies between the bread and the bills." in on.text


async def test_a_change_after_the_letter_is_said_to_be_logged() -> None:
    async with table(slip()) as on:
        await on.press("n", "m", "space", "enter", "m")
        assert "a change now is logged" in on.text
        await on.press("space", "down", "space", "enter")
        assert "Changed once after the letter had come; that is logged." in on.text


async def test_a_fourth_priority_finds_no_place() -> None:
    async with table(slip()) as on:
        await on.press("n", "m", *["space", "down"] * 4)
        assert "All places are taken" in on.notices[-1]


async def test_where_nothing_is_negotiated_there_are_no_priorities() -> None:
    async with table() as on:
        await on.press("n")
        assert "matters most" not in on.text
        await on.press("m")
        assert on.notices == ["In this story there is nothing to negotiate."]


async def test_priorities_that_cannot_be_saved_say_so() -> None:
    async with table(slip()) as on:
        await on.press("n", "m", "space")
        on.run.fails = OSError(28, "No space left on device")
        await on.press("enter")
        assert isinstance(on.screen, Trouble)


async def test_before_the_debrief_comes_a_guess_then_tries_then_their_side() -> None:
    async with table(slip()) as on:
        await deal(on)
        assert isinstance(on.screen, Guessing)
        await on.press("1", "down", "2", "down", "3", "enter")
        assert notes(on) == ["guess base bonus -title"]
        assert isinstance(on.screen, Trying)
        assert "3 tries left" in on.text
        await on.press(*["down"] * 6, "right", "enter")
        assert last(on).startswith("try day")
        assert last(on).endswith("days=four")
        assert "1. " in on.text
        assert "2 tries left" in on.text
        await on.press("s")
        assert isinstance(on.screen, DebriefScreen)
        assert notes(on)[-1] == "reveal"


async def test_a_package_better_for_both_is_said_to_be_and_never_by_how_much_for_them() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("a", "up", "up", "enter", "y", "enter", "1", "1", "enter")
        assert isinstance(on.screen, Trying)
        await on.press("right", *["down"] * 6, "right", "up", "right", "up", "right", "right", "enter")
        assert "1. Better for both of you. To you:" in on.text


async def test_a_mark_moves_from_one_term_to_another_and_goes() -> None:
    async with table(slip()) as on:
        await deal(on)
        await on.press("1", "down", "1", "3", "up", "space", "space", "enter")
        assert notes(on) == []
        assert "Mark at least what mattered most" in on.notices[-1]
        await on.press("1", "enter")
        assert notes(on) == ["guess base -bonus"]


async def test_the_deal_itself_is_no_try_and_three_are_all() -> None:
    async with table(slip()) as on:
        await deal(on)
        await on.press("1", "enter", "enter")
        assert "That is your deal." in on.notices[-1]
        await on.press(*["down"] * 6, "right", "enter", "up", "left", "enter", "left", "enter", "enter")
        assert "no tries left" in on.text
        assert "You have had your 3 tries." in on.notices[-1]


async def test_all_of_it_can_be_skipped_with_one_key() -> None:
    async with table(slip()) as on:
        await deal(on)
        await on.press("s")
        assert isinstance(on.screen, DebriefScreen)
        assert notes(on) == ["reveal"]


async def test_escape_goes_back_and_it_can_be_guessed_later() -> None:
    async with table(slip()) as on:
        await deal(on)
        await on.press("escape")
        assert isinstance(on.screen, PlayScreen)
        assert not on.run.closed
        await on.press("1", "1", "enter", "escape")
        assert isinstance(on.screen, PlayScreen)
        assert notes(on) == ["guess base"]


async def test_without_an_agreement_there_is_a_guess_and_nothing_to_try() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("w", "enter", "2", "1", "1", "enter")
        assert isinstance(on.screen, DebriefScreen)
        assert notes(on) == ["guess base", "reveal"]


async def test_without_a_word_at_the_table_the_debrief_comes_at_once() -> None:
    async with table() as on:
        await on.play("good", "budget", "show", "sign")
        await on.press("1")
        assert isinstance(on.screen, DebriefScreen)


async def test_once_their_side_was_seen_the_debrief_comes_at_once() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("y", "enter")
        on.run.move(Move("reveal"))
        await on.press("1")
        assert isinstance(on.screen, DebriefScreen)


async def test_a_guess_that_cannot_be_saved_says_so_and_the_debrief_can_be_read_all_the_same() -> None:
    async with table(slip()) as on:
        await deal(on)
        on.run.fails = OSError(28, "No space left on device")
        await on.press("1", "enter")
        assert isinstance(on.screen, Trouble)
        await on.press("escape", "s")
        assert isinstance(on.screen, DebriefScreen)


async def test_the_debrief_goes_on_from_the_right_decision_when_the_notebook_was_written_in_between() -> None:
    async with table(slip()) as on:
        on.run.move(Move("declare", line="base"))
        await on.sit_down()
        await on.press("y", "enter", "1", "s")
        debrief = on.screen
        assert isinstance(debrief, DebriefScreen)
        debrief._cursor = 2
        await on.press("r")
        assert isinstance(on.screen, PlayScreen)
        assert [turn.move.text for turn in on.screen.run.play.turns] == ["declare base", "board", "go"]


class ShelfDesk(FakeDesk):
    """A desk whose shelf holds a run that ended at a table."""

    def resume(self, path: Path) -> MemoryRun:
        moves = (choose("go"), Move("accept", line="letter"))
        run = MemoryRun(self.game, replay(self.game, 7, moves))
        self.begun.append(run)
        return run


async def test_from_the_shelf_turning_back_lets_go_of_the_run() -> None:
    desk = ShelfDesk(game=slip().game)
    desk.runs = (SHELF[1],)
    async with home(desk) as on:
        await on.press("1")
        assert isinstance(on.screen, Guessing)
        await on.press("escape")
        assert isinstance(on.screen, Home)
        assert desk.begun[0].closed


@pytest.mark.parametrize("revealed", [True, False])
def test_a_run_that_has_ended_is_opened_for_a_guess_only_while_there_is_one(
    tmp_path: Path, revealed: bool
) -> None:
    scenario = tmp_path / "slip.toml"
    scenario.write_text(TABLE.lstrip(), "utf-8")
    desk = RealDesk(tmp_path / "saves")
    run = desk.begin(scenario, 7)
    for move in (choose("go"), Move("accept", line="letter"), *([Move("reveal")] if revealed else [])):
        run.move(move)
    run.close()
    again = desk.resume(run.path)
    assert isinstance(again, Session)
    if revealed:
        with pytest.raises(ReadOnlyRun):
            again.keep("A line.")
    else:
        again.move(Move("guess", line="base"))
    again.close()

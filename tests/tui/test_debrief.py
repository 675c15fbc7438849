"""Looking back: one sentence and one turning point, then everything for who digs."""

from negotiator.tui.screens.debrief import DebriefScreen
from negotiator.tui.screens.home import Home
from negotiator.tui.screens.play import PlayScreen
from tests.tui.fakes import FakeDesk
from tests.tui.frames import Table, table

WHOLE = ("good", "budget", "rang", "show", "talk", "both", "yes")
TALL = (80, 70)


async def looking_back(on: Table, *ids: str) -> None:
    await on.play(*ids)
    await on.press("1")
    assert isinstance(on.screen, DebriefScreen)


async def test_it_leads_with_a_sentence_and_one_turning_point() -> None:
    async with table() as on:
        await looking_back(on, *WHOLE)
        lines = [line.strip() for line in on.text.splitlines()[2:] if line.strip()]
        assert lines[0].startswith("You asked well")
        assert on.text.count("The turning point") == 1
        assert "The turning point: decision 6" in on.text


async def test_gauges_are_words_and_numbers_only_on_request() -> None:
    async with table(size=TALL) as on:
        await looking_back(on, *WHOLE)
        assert "asked well, 4 asks" in on.text
        assert " 71 " not in on.text
        await on.press("g")
        assert " 71 " in on.text


async def test_what_was_learned_is_counted_and_what_was_not_is_not_told() -> None:
    async with table(size=TALL) as on:
        await looking_back(on, *WHOLE)
        assert "You learned 2 of 3 things" in on.text
        assert "On call every second weekend" not in on.text
        assert "A winter without being woken at four." in on.text


async def test_j_and_k_unfold_the_decisions_in_turn() -> None:
    async with table(size=TALL) as on:
        await looking_back(on, *WHOLE)
        assert "You asked for what he lacked." in on.text
        await on.press("j", "j")
        assert "Nine days out of ten" in on.text
        assert "What else there was" in on.text
        assert "(not open: you have not earned this yet)" in " ".join(on.text.split())


async def test_resume_from_here_begins_a_new_run_before_that_decision() -> None:
    async with table() as on:
        await looking_back(on, *WHOLE)
        await on.press("r")
        assert isinstance(on.screen, PlayScreen)
        assert len(on.screen.run.play.turns) == 5
        assert "He closes the door" in on.text
        assert on.run.closed


async def test_the_debrief_is_written_as_markdown() -> None:
    async with table() as on:
        await looking_back(on, *WHOLE)
        await on.press("m")
        assert on.desk.written["small.k7m2pq.debrief.md"].startswith("# The Quay")
        assert on.notices[-1] == "Written to /pages/small.k7m2pq.debrief.md"


async def test_choices_taken_back_are_counted() -> None:
    async with table(size=TALL) as on:
        await on.play("salary")
        await on.press("u")
        await looking_back(on, "nothing", "leave")
        assert "You took a choice back once." in on.text


async def test_a_run_without_one_decision_can_be_looked_back_on() -> None:
    desk = FakeDesk()
    async with table(desk) as on:
        on.app.push_screen(DebriefScreen(on.run))
        await on.settle()
        await on.press("j", "k", "g", "m")
        assert "The Quay" in on.text


async def test_q_leads_home_from_a_run_that_was_opened_by_the_command() -> None:
    async with table() as on:
        await looking_back(on, "nothing", "leave")
        await on.press("q")
        assert isinstance(on.screen, Home)

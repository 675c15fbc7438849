"""Playing through the keys: what a choice shows, what is refused, what can be taken back."""

import pytest

from negotiator.errors import NegotiatorError
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.trouble import Trouble
from negotiator.tui.screens.turn import TurnScreen
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.story import KEPT, Story
from tests.support import game
from tests.tui.fakes import FakeDesk, Settings
from tests.tui.frames import SIZES, table
from tests.tui.story import EVERYTHING

WHOLE = ("good", "budget", "rang", "show", "read", "talk", "both", "yes")


async def test_a_whole_run_from_the_first_scene_to_its_debrief() -> None:
    async with table() as on:
        await on.play(*WHOLE)
        assert on.run.view.ending is not None
        assert [turn.move.choice for turn in on.run.play.turns] == list(WHOLE)
        await on.press("enter")
        assert "You learned 3 of 3 things" in on.text or "looking back" in on.text


async def test_the_reply_comes_with_what_changed_and_no_marks() -> None:
    async with table() as on:
        await on.play("good")
        assert "Nine days out of ten" in on.text
        assert "Noted: A good year is nine days out of ten. (Tess Amory)" in on.text
        assert "Tess warms a little." in on.text
        assert "courage" not in on.text


async def test_training_mode_shows_marks_and_the_coachs_note_at_once() -> None:
    async with table(FakeDesk(Settings(training=True))) as on:
        await on.play("good")
        assert "courage +1   finesse +2   fit +2" in on.text
        assert "The coach: A question about their success" in on.text


async def test_a_paragraph_that_is_new_in_the_same_scene_is_shown_and_the_others_are_not_repeated() -> None:
    async with table(size=(80, 40)) as on:
        await on.play("good")
        assert on.text.count("Her pen is still going.") == 1
        assert on.text.count("Tess has eleven minutes") == 1


async def test_days_that_pass_are_told() -> None:
    async with table() as on:
        await on.play("nothing", "show", "sleep")
        assert "3 days pass: one day left." in on.text


async def test_a_locked_choice_says_why_and_takes_nothing() -> None:
    async with table() as on:
        await on.press("5")
        assert on.notices == ["Not open to you: you have not earned this yet."]
        assert not on.run.play.turns


async def test_a_digit_beyond_the_choices_does_nothing() -> None:
    async with table() as on:
        await on.press("9", "0")
        assert not on.run.play.turns


async def test_arrows_j_and_k_move_and_enter_takes() -> None:
    async with table() as on:
        await on.press("down", "j", "k", "enter")
        assert [turn.move.choice for turn in on.run.play.turns] == ["salary"]


async def test_a_click_takes_a_choice() -> None:
    async with table() as on:
        owners = on.app.query_one(Choosing)._drawn.owners
        await on.pilot.click(Choosing, offset=(10, owners.index(3)))
        await on.settle()
        assert [turn.move.choice for turn in on.run.play.turns] == ["nothing"]


async def test_with_ten_choices_and_more_a_first_digit_waits_for_its_second() -> None:
    many = "".join(f'[scenes.hall.choices.c{n}]\ndo = "Door {n}."\ngoto = "signed"\n' for n in range(1, 13))
    desk = FakeDesk(game=game('[scenes.hall]\ntext = "Twelve doors."\n' + many))
    async with table(desk) as on:
        await on.press("1")
        assert not on.run.play.turns
        await on.press("2")
        assert [turn.move.choice for turn in on.run.play.turns] == ["c12"]
    async with table(FakeDesk(game=desk.game)) as on:
        await on.press("2")
        assert [turn.move.choice for turn in on.run.play.turns] == ["c2"]
    async with table(FakeDesk(game=desk.game), (60, 20)) as on:
        await on.press("1", "enter")
        assert [turn.move.choice for turn in on.run.play.turns] == ["c1"]


@pytest.mark.parametrize("size", SIZES)
async def test_every_choice_stays_in_view_with_its_number(size: tuple[int, int]) -> None:
    async with table(size=size) as on:
        for number in range(1, 6):
            assert f"  {number}  “" in on.text


async def test_the_letter_is_opened_after_the_reply_and_turns_the_accent() -> None:
    async with table() as on:
        await on.play("nothing")
        await on.press(str(on.choices().index("show") + 1))
        assert "You will have it in writing tomorrow." in on.text
        assert not on.screen.has_class("-seat")
        await on.press("1")
        assert isinstance(on.screen, TurnScreen)
        assert "Base salary" in on.text
        assert "$92,000" in on.text
        assert "4 days left" in on.text
        await on.press("x")
        assert isinstance(on.screen, PlayScreen)
        assert on.screen.has_class("-seat")
        assert "the catbird seat" in on.text
        assert "you are one of" not in on.text


async def test_the_turn_moves_and_any_key_ends_the_motion() -> None:
    async with table(FakeDesk(Settings(reduced_motion=False))) as on:
        await on.play("nothing")
        await on.press(str(on.choices().index("show") + 1))
        await on.pilot.press("1")
        await on.pilot.pause()
        turn = on.screen
        assert isinstance(turn, TurnScreen)
        assert not turn.arrived
        await on.press("space")
        assert turn.arrived
        assert on.screen is turn
        await on.press("space")
        assert isinstance(on.screen, PlayScreen)


async def test_undo_takes_back_and_says_that_it_counts() -> None:
    async with table() as on:
        await on.play("salary")
        await on.press("u")
        assert not on.run.play.turns
        assert on.run.play.undone == 1
        assert "Taken back. The debrief will say so." in on.notices
        assert "Tess has eleven minutes" in on.text


async def test_undo_across_the_turn_gives_the_candidates_accent_back() -> None:
    async with table() as on:
        await on.play("nothing", "show")
        await on.press("u")
        assert not on.screen.has_class("-seat")
        assert "you are one of 4" in on.text


@pytest.mark.parametrize(("policy", "said"), [("off", "nothing can be taken back"), ("free", "Taken back.")])
async def test_undo_is_the_scenarios_policy(policy: str, said: str) -> None:
    text = EVERYTHING.replace('undo = "counted"', f'undo = "{policy}"')
    async with table(FakeDesk(game=game(text, frame=False))) as on:
        await on.play("salary")
        assert ("undo" in on.text) == (policy != "off")
        await on.press("u")
        assert any(said in notice for notice in on.notices)
        assert len(on.run.play.turns) == (policy == "off")


async def test_a_kept_line_goes_into_the_notebook() -> None:
    async with table() as on:
        await on.press("j", "s", "n")
        assert "“What is the salary range for this role?”" in on.text


async def test_there_is_no_letter_before_there_is_one() -> None:
    async with table() as on:
        await on.press("l")
        assert isinstance(on.screen, PlayScreen)
        assert on.notices == ["There is no letter yet. A spoken offer is not one."]


@pytest.mark.parametrize(
    "error",
    [OSError(28, "No space left on device"), NegotiatorError("Another window has this run.", "Close it.")],
)
async def test_when_saving_fails_a_panel_says_so_and_play_goes_on(error: Exception) -> None:
    async with table() as on:
        on.run.fails = error
        await on.press("1")
        assert isinstance(on.screen, Trouble)
        assert "k7m2pq" in on.text
        assert "Traceback" not in on.text
        on.run.fails = None
        await on.press("escape", "1")
        assert len(on.run.play.turns) == 1


async def test_the_transcript_has_everything_and_can_be_written() -> None:
    async with table() as on:
        await on.play("good", "salary")
        await on.press("t", "w")
        text = on.desk.written["small.k7m2pq.txt"]
        for part in (
            "Tess has eleven minutes",
            "▸ “What would make you",
            "Noted: A good year",
            "Pier 3, Thursday",
        ):
            assert part in text
        assert max(map(len, text.splitlines())) <= 76


async def test_page_up_turns_back_to_earlier_turns() -> None:
    async with table() as on:
        await on.play("good", "salary", "back")
        assert "There is a band" not in on.text
        for _ in range(4):
            await on.press("pageup")
        assert "Tess has eleven minutes" in on.text


async def test_the_story_keeps_a_bounded_number_of_turns() -> None:
    async with table() as on:
        await on.play("nothing", *["back"] * (KEPT + 4))
        assert on.app.query_one(Story).kept == KEPT


async def test_more_below_is_said_only_while_there_is_more() -> None:
    async with table(size=(60, 20)) as on:
        await on.play("good")
        assert "more below" in on.text
        await on.press("space", "space")
        assert "more below" not in on.text


async def test_the_window_asks_to_be_enlarged_and_comes_back() -> None:
    async with table() as on:
        await on.pilot.resize_terminal(50, 15)
        await on.settle()
        assert "Please enlarge it to at least 60 by 20." in on.text
        assert "Tess" not in on.text
        await on.pilot.resize_terminal(80, 24)
        await on.settle()
        assert "Tess has eleven minutes" in on.text


async def test_a_resize_while_another_page_is_open_is_followed_on_the_way_back() -> None:
    async with table() as on:
        await on.press("n")
        await on.pilot.resize_terminal(120, 40)
        await on.settle()
        await on.press("escape")
        assert "Met" in on.text


async def test_quitting_leaves_the_run_saved_and_lets_go_of_it() -> None:
    async with table() as on:
        await on.play("salary")
        await on.press("q")
    assert on.app.return_value == 0
    assert on.run.closed

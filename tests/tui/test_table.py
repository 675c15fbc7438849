"""At a table, through keys and mouse: packages, questions, what matters, limits, taking and leaving."""

import pytest

from negotiator.errors import NegotiatorError
from negotiator.game.state import Move
from negotiator.tui.screens.asking import Asking
from negotiator.tui.screens.editor import Editor
from negotiator.tui.screens.needs import Needs
from negotiator.tui.screens.pausing import Pausing
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.review import Review
from negotiator.tui.screens.taking import Taking
from negotiator.tui.screens.trouble import Trouble
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.rows import Rows
from tests.support import game
from tests.tui.fakes import FakeDesk, slip
from tests.tui.frames import SIZES, Table, table
from tests.tui.tablestory import TABLE

HIGH = ("down", "right", "right", "right")


def last(on: Table) -> str:
    """The last move, as a script has it."""
    return on.run.play.turns[-1].move.text


def editor(on: Table) -> Editor:
    assert isinstance(on.screen, Editor)
    return on.screen


async def test_away_from_a_table_its_keys_say_so_and_are_in_no_help() -> None:
    async with table(slip()) as on:
        for key in "damcyw":
            await on.press(key)
            assert isinstance(on.screen, PlayScreen)
        assert len(on.notices) == 6
        assert all("no table here" in notice for notice in on.notices)
        assert "d deal" not in on.text
        await on.press("?")
        assert "At a table" not in on.text


async def test_at_a_table_the_line_of_keys_and_the_help_have_them() -> None:
    async with table(slip(), (120, 40)) as on:
        await on.sit_down()
        assert "d deal" in on.text.splitlines()[-1]
        await on.press("?")
        assert "put a package together" in on.text


@pytest.mark.parametrize("size", SIZES)
async def test_every_act_is_in_view_beside_the_choices(size: tuple[int, int]) -> None:
    async with table(slip(), size) as on:
        await on.sit_down()
        for words in (
            "1  “Who sat",
            "2  “May I",
            "d  Put",
            "a  Ask Maud",
            "m  Say",
            "c  Have",
            "y  Take",
            "w  Leave",
        ):
            assert words in on.text


@pytest.mark.parametrize(
    ("key", "opens"),
    [("d", Editor), ("a", Asking), ("m", Needs), ("c", Pausing), ("y", Taking), ("w", Review)],
)
async def test_a_letter_a_click_and_enter_all_open_an_act(key: str, opens: type) -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press(key)
        assert isinstance(on.screen, opens)
        await on.press("escape")
        assert isinstance(on.screen, PlayScreen)
        lines = on.text.splitlines()
        y = next(at for at, line in enumerate(lines) if f" {key}  " in line and at > 10)
        await on.pilot.click(offset=(lines[y].index(f" {key}  ") + 6, y))
        await on.settle()
        assert isinstance(on.screen, opens)
        await on.press("escape")
        acts = on.app.query_one(Choosing)._acts
        at = [one.key for one in acts].index(key)
        on.app.query_one(Choosing)._cursor = 2 + at
        await on.press("enter")
        assert isinstance(on.screen, opens)
        assert len(on.run.play.turns) == 2


async def test_the_highlight_walks_from_the_choices_over_the_acts_and_round() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("j", "j")
        assert "▸ d  Put a package together" in on.text
        await on.press("k", "k", "k")
        assert "▸ w  Leave the table" in on.text
        await on.press("s")
        assert "Highlight something to say" in on.notices[-1]


async def test_a_package_is_read_once_more_then_sent_and_answered() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "r", "enter")
        assert isinstance(on.screen, Review)
        assert "You propose: The day desk. Base salary: $104,000." in on.text
        assert "Worth to you: 43 % of your wish; staying where you are: 52 %." in on.text
        assert len(on.run.play.turns) == 2
        await on.press("enter")
        assert isinstance(on.screen, PlayScreen)
        assert last(on) == "propose day base=k104 because=interest"
        assert "▸ You propose: The day desk." in on.text
        assert "Take Maud’s package" in on.text


async def test_escape_from_the_review_leaves_everything_to_be_changed() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "enter", "escape")
        assert editor(on).draft.package.options[0] == 3
        assert len(on.run.play.turns) == 2


async def test_a_draft_is_kept_while_one_is_at_the_table_and_begun_anew_after_it_was_sent() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "+", "escape", "a", "enter", "d")
        assert len(editor(on).draft.packages) == 2
        await on.press("down", "right", "enter", "enter")
        assert last(on).startswith("offer-set")
        await on.press("d")
        assert len(editor(on).draft.packages) == 1
        await on.press("+", "escape", "2")
        await on.play("go")
        await on.press("d")
        assert len(editor(on).draft.packages) == 1


async def test_left_and_right_stop_at_the_ends_and_the_frame_says_where_they_are() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "down", "left")
        assert editor(on).draft.package.options[0] == 0
        assert "  $92,000" in on.text
        await on.press(*["right"] * 9)
        assert "‹ $108,000" in on.text


async def test_a_row_and_everything_go_back_and_changes_can_be_undone() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "down", "right", "0")
        assert editor(on).draft.package.options[:2] == (3, 0)
        await on.press("l")
        assert editor(on).draft.package.options == (0,) * 6
        await on.press("u", "u")
        assert editor(on).draft.package.options[:2] == (3, 1)
        await on.press("u", "u", "u", "u", "u")
        assert on.notices == ["Nothing has been changed here yet."]


async def test_theirs_can_be_taken_over_once_there_is_one() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "t")
        assert on.notices == ["Maud has put down nothing but the letter so far."]
        await on.press(*HIGH, "enter", "enter", "d", "t")
        theirs = on.run.view.table
        assert theirs is not None
        assert editor(on).draft.package.options == theirs.on_table.options


async def test_two_packages_that_are_the_same_are_refused_in_words() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "+", "enter")
        assert isinstance(on.screen, Editor)
        assert "Two of these packages are the same." in on.notices[0]


async def test_there_are_at_most_three_packages_and_digits_show_them() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "2")
        assert "+ adds another package" in on.notices[-1]
        await on.press("+", "+", "+", "1")
        assert len(editor(on).draft.packages) == 3
        assert "▸1 First 23 %" in on.text
        await on.press("-", "-", "-")
        assert len(editor(on).draft.packages) == 1


async def test_packages_that_are_not_worth_the_same_are_marked() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "+")
        assert "≠" not in on.text
        await on.press("down", "right")
        assert "≠" in on.text.splitlines()[0]
        await on.press("enter")
        assert "≠ These packages are not worth the same to you" in on.text


async def test_reasons_go_round_and_one_that_was_given_says_so() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "r", "r")
        assert "reason: what would serve them" in on.text
        await on.press(*["r"] * 5)
        assert "reason: none" in on.text
        await on.press("r", "r", *HIGH, "enter", "enter", "d", "r", "r")
        assert "what would serve them, said before" in on.text


async def test_a_fact_brings_a_reason_with_it_and_goes_with_it() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "f", "down", "enter")
        assert editor(on).draft.citing == "ferry"
        assert editor(on).draft.reason == "company"
        await on.press("enter")
        assert "“The second ferry comes in March.”" in " ".join(on.text.split())
        await on.press("enter")
        assert last(on).endswith("because=company citing=ferry")


async def test_without_facts_there_is_nothing_to_name() -> None:
    async with table(slip()) as on:
        await on.play("go")
        await on.press("d", "f")
        assert on.notices == ["There is nothing in your notebook yet."]


async def test_a_last_word_warns_and_is_sent_as_one() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "!")
        assert "! A no to your last word may end the talk, and the letter." in on.text
        await on.press("enter", "enter")
        assert last(on).endswith("final=yes")


async def test_points_on_request() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "v")
        assert "20 points" not in on.text
        assert "points" in on.text
        await on.press("v")
        assert "23 % of your wish" in on.text


async def test_what_stands_beside_the_rows_can_be_changed() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("a", "enter", "d")
        assert "Maud on it" in on.text
        assert "named first" in on.text
        await on.press("h")
        assert "The letter" in on.text


async def test_without_room_for_a_column_the_foot_says_what_would_stand_there() -> None:
    async with table(slip(), (60, 20)) as on:
        await on.sit_down()
        await on.press("d", *HIGH)
        assert "Base salary: $104,000   (The letter: $92,000)" in on.text
        await on.press("h")
        assert "(Maud on it: not known)" in on.text


async def test_asking_about_the_highlighted_row_keeps_the_draft() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, *(["down"] * 4), "a")
        assert isinstance(on.screen, Asking)
        await on.press("enter")
        assert isinstance(on.screen, PlayScreen)
        assert last(on) == "ask open nights"
        await on.press("d")
        assert editor(on).draft.package.options[0] == 3


async def test_what_is_in_the_way_can_be_carried_from_the_editor() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", "down", *(["right"] * 4), "c")
        assert isinstance(on.screen, Pausing)
        await on.press("enter")
        assert last(on) == "pause band"
        assert "A day passes: 5 days left." in on.text


async def test_a_click_on_an_arrow_steps_its_row_and_elsewhere_highlights_it() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d")
        lines = on.text.splitlines()
        y = next(at for at, line in enumerate(lines) if "Days in the office" in line)
        await on.pilot.click(offset=(lines[y].index("›"), y))
        await on.settle()
        assert editor(on).draft.package.options[5] == 1
        assert editor(on).cursor == 6
        y = next(at for at, line in enumerate(lines) if "Title" in line)
        await on.pilot.click(offset=(6, y))
        await on.settle()
        assert editor(on).cursor == 3


async def test_clicks_add_a_package_show_one_and_turn_the_reason() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d")
        await on.pilot.click(offset=(on.text.splitlines()[0].index("+ another"), 0))
        await on.settle()
        assert editor(on).draft.shown == 1
        await on.pilot.click(offset=(on.text.splitlines()[0].index("1 First"), 0))
        await on.settle()
        assert editor(on).draft.shown == 0
        lines = on.text.splitlines()
        y = next(at for at, line in enumerate(lines) if "r reason:" in line)
        await on.pilot.click(offset=(lines[y].index("reason"), y))
        await on.settle()
        assert editor(on).draft.reason == "interest"


async def test_a_question_is_put_as_it_stands_below() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("a", "down", "right")
        assert "“Base salary: where does that hurt you?”" in on.text
        await on.press("left", "left")
        assert "“Base salary: surely that doesn't matter much to you?”" in on.text
        await on.press("right", "enter")
        assert last(on) == "ask open base"
        assert "▸ “Base salary: what would be best for you there" in on.text


async def test_a_fact_that_is_told_opens_a_shape() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d")
        assert "? 2 more shapes you have not learned enough of to name." in on.text
        assert "Both desks" not in on.text
        await on.press("escape", "a", "up", "up", "enter")
        assert last(on) == "ask open two-desks"
        assert "Noted: The night desk has stood empty since spring. (Maud Ferris)" in on.text
        await on.press("d", "right")
        assert "Both desks in one" in on.text
        assert "? One more shape" in on.text
        assert editor(on).draft.package.options[0] == 3


async def test_what_matters_and_what_does_not_is_said() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("m", "enter")
        assert "Nothing is marked yet" in on.notices[-1]
        await on.press("space", "down", "space", "space", "down", "space", "space", "space", "enter")
        assert last(on) == "tell base -bonus"
        await on.press("m")
        assert "said before: it matters" in on.text
        assert "said before: not needed" in on.text


async def test_a_limit_that_came_back_with_a_no_says_what_helps() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("c", "down", "enter")
        assert last(on) == "pause house"
        await on.press("c", "down")
        assert "It came back with a no." in on.text
        await on.press("enter")
        assert last(on) == "pause house"
        assert len(on.run.play.turns) == 3
        assert "the answer was no" in on.notices[-1]


async def test_without_a_limit_nothing_is_offered_to_be_lifted() -> None:
    text = TABLE[: TABLE.index("[deal.limits.band]")]
    async with table(FakeDesk(game=game(text, frame=False))) as on:
        await on.sit_down()
        assert "Have a limit lifted" not in on.text
        await on.press("c", "d", "c")
        assert on.notices == ["There is nothing here that Maud may not grant."] * 2


async def test_the_letter_can_be_taken_and_ends_the_talk() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("y", "enter")
        assert last(on) == "accept letter"
        assert on.run.view.ending is not None


async def test_their_package_or_the_letter_can_be_taken() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "enter", "enter", "y")
        assert "Maud’s latest package" in on.text
        await on.press("down")
        assert "“I'll take the letter as it stands.”" in on.text
        await on.press("up", "enter")
        assert last(on) == "accept"
        assert "You have a deal. It is not signed yet." in on.text


async def test_leaving_is_asked_once_more() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("w")
        assert "Staying where you are: 52 %. The desk without a window, $84,000." in on.text
        await on.press("escape")
        assert len(on.run.play.turns) == 2
        await on.press("w", "enter")
        assert last(on) == "walk"
        assert "Nothing came of it." in on.text
        assert "d  Put" not in on.text


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), NegotiatorError("Locked.", "Wait.")]
)
async def test_a_message_that_cannot_be_saved_is_not_lost(error: Exception) -> None:
    async with table(slip()) as on:
        await on.sit_down()
        on.run.fails = error
        await on.press("d", *HIGH, "enter", "enter")
        assert isinstance(on.screen, Trouble)
        on.run.fails = None
        await on.press("escape", "d")
        assert editor(on).draft.package.options[0] == 3


async def test_a_turn_at_the_table_can_be_taken_back() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "enter", "enter", "u")
        assert len(on.run.play.turns) == 2
        assert "Take the letter as it is" in on.text


async def test_the_second_column_shows_their_package() -> None:
    async with table(slip(), (120, 40)) as on:
        await on.sit_down()
        await on.press("d", *HIGH, "enter", "enter")
        assert "Maud’s package" in on.text
        assert "Calls after ten  With you" in on.text


async def test_a_long_message_only_begins_beside_its_answer_and_is_whole_in_the_transcript() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH, *["down", "right"] * 3, "enter", "enter")
        assert " …" in on.text
        await on.press("t", "w")
        (written,) = on.desk.written.values()
        said = " ".join(written.split())
        assert "rings before four in the morning and not after." in said


async def test_the_palette_names_what_the_editor_can_do() -> None:
    async with table(slip(), (80, 40)) as on:
        await on.sit_down()
        await on.press("d")
        names = {one.title for one in on.app.get_system_commands(on.screen)}
        assert {"Send", "Another", "Last word", "Everything as theirs", "Compare"} <= names


async def test_a_resize_in_the_editor_is_followed() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        await on.press("d", *HIGH)
        await on.pilot.resize_terminal(60, 20)
        await on.settle()
        assert on.text.splitlines()[3].split() == ["you"]
        await on.pilot.resize_terminal(120, 40)
        await on.settle()
        assert "Maud on it" in on.text
        assert on.screen.query_one(Rows).size.height > 20


async def test_a_declared_priority_does_not_disturb_what_is_on_the_screen() -> None:
    async with table(slip()) as on:
        await on.sit_down()
        on.run.move(Move("declare", line="base"))
        await on.pilot.resize_terminal(100, 30)
        on.app.query_one(Choosing).refresh()
        assert isinstance(on.screen, PlayScreen)
        on.screen.refresh_settings()
        await on.settle()
        assert "Put something on it, then." in on.text

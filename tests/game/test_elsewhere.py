"""Beginning in the middle: moments by ids, and moments as they are typed."""

import pytest

from negotiator.game.elsewhere import Moment, at_scene, moment_of, placed
from negotiator.game.play import begin
from negotiator.game.rules import inspect
from negotiator.game.state import MAX_VISITS, VISIT_BITS
from negotiator.game.typed import NoSuchMoment, typed
from tests.analysis.test_here import STORY
from tests.support import game, play, script, shipped


def test_a_moment_becomes_the_state_it_was_taken_from() -> None:
    made = shipped("two-roles-one-title")
    run = play(made, [line for line in script("two-roles-curious") if " " not in line][:12])
    for turn in run.turns:
        again = placed(made, moment_of(made, turn.after), turn.after.seed)
        assert again._replace(field=0) == turn.after._replace(field=0)
    assert placed(made, Moment(), 7) == begin(made, 7).state


def test_the_stage_and_the_days_are_those_of_the_scene() -> None:
    made = game(STORY)
    state = placed(made, Moment("letter"))
    assert (state.reached, state.days) == (1, 3)
    assert state.visits >> state.scene * VISIT_BITS & MAX_VISITS == 1
    back = placed(made, at_scene(moment_of(made, state._replace(days=1)), "hall"))
    assert (back.reached, back.days) == (0, 1)


def test_names_that_are_gone_are_passed_over() -> None:
    made = game(STORY)
    odd = Moment("hall", values={"gone": 3, "rapport": 99, "mood": "hot"}, facts=frozenset({"gone"}))
    assert placed(made, odd) == placed(made, Moment("hall"))


def test_what_is_typed_is_taken_as_the_author_would_write_it() -> None:
    made = game(STORY)
    moment = typed(made, "letter", ["rapport=-2", "asked = true", "mood=warm", "days-left=1"], ["budget"])
    state = placed(made, moment)
    assert inspect(made, state) == {"rapport": -2, "asked": True, "mood": "warm"}
    assert (state.days, state.facts) == (1, 1)


@pytest.mark.parametrize(
    ("scene", "sets", "knows", "message", "hint"),
    [
        ("leter", [], [], "no scene 'leter'", "Did you mean 'letter'?"),
        ("", ["raport=1"], [], "no state 'raport'", "Did you mean 'rapport'?"),
        ("", ["rapport=7"], [], "'rapport' is never '7'", "-3 to 6"),
        ("", ["rapport=much"], [], "'rapport' is never 'much'", "-3 to 6"),
        ("", ["mood=wram"], [], "'mood' is never 'wram'", "Did you mean 'warm'?"),
        ("", ["asked=yes"], [], "'asked' is never 'yes'", "false, true"),
        ("", ["rapport"], [], "says no value", "name=value"),
        ("", ["days-left=9"], [], "'days-left' is never '9'", "0 to 3"),
        ("", ["reached=writen_offer"], [], "'reached' is never", "Did you mean 'written_offer'?"),
        ("", [], ["buget"], "no fact 'buget'", "Did you mean 'budget'?"),
    ],
)
def test_what_the_story_does_not_have_is_said_with_what_it_has(
    scene: str, sets: list[str], knows: list[str], message: str, hint: str
) -> None:
    with pytest.raises(NoSuchMoment) as no:
        typed(game(STORY), scene, sets, knows)
    assert message in no.value.message
    assert hint in no.value.hint
    assert no.value.code == 2

"""Runs as folds over moves, undo by policy, scores that know no order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.stories import story
from negotiator.game.compiling import compile_game
from negotiator.game.impossible import NotPossible
from negotiator.game.play import advance, begin
from negotiator.game.scores import Yardstick, finesse_of, placed, score
from negotiator.game.state import UNDO, choose
from negotiator.game.step import start, step, takeable
from negotiator.game.view import view
from tests.support import FRAME, game, play, scenario, shipped

SMALL = """
[scenes.hall]
text = "The hall."
[scenes.hall.choices]
ask = { say = "Why?", kind = "question", goto = "here", scores = { courage = 1, finesse = 2 } }
tell = { say = "So.", goto = "here", scores = { fit = 2 } }
out = { do = "Leave.", goto = "signed", scores = { courage = -1 } }
"""


def test_undo_takes_back_the_last_choice_and_is_counted() -> None:
    made = game(SMALL)
    run = play(made, ["ask", "undo", "tell", "ask"])
    assert [turn.move.choice for turn in run.turns] == ["tell", "ask"]
    assert run.undone == 1


def test_undo_is_refused_at_the_start_after_the_end_and_by_policy() -> None:
    made = game(SMALL)
    with pytest.raises(NotPossible, match="nothing to take back"):
        advance(made, begin(made), UNDO)
    with pytest.raises(NotPossible, match="has ended"):
        advance(made, play(made, ["out"]), UNDO)
    strict = game('undo = "off"' + FRAME + SMALL, frame=False)
    with pytest.raises(NotPossible, match="nothing can be taken back"):
        advance(strict, play(strict, ["ask"]), UNDO)


@given(st.permutations(["ask", "tell"]))
def test_the_same_deeds_in_another_order_score_the_same(deeds: list[str]) -> None:
    made = game(SMALL)
    yardstick = Yardstick((-3, 3), (0, 4), proved=True)
    assert score(made, play(made, [*deeds, "out"]).state, yardstick) == score(
        made, play(made, ["ask", "tell", "out"]).state, yardstick
    )


def test_scores_are_placed_between_worst_and_best() -> None:
    assert [placed(value, -2, 2) for value in (-2, -1, 0, 1, 2)] == [0, 25, 50, 75, 100]
    assert placed(5, 0, 3) == 100
    assert placed(1, 1, 1) is None
    assert finesse_of(6, 3) is None
    assert finesse_of(0, 4) == 50
    assert finesse_of(12, 4) == 100


GENERATED = compile_game(scenario(story(96, words=3), "generated"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=1, max_size=60), st.integers(0, 5))
def test_any_play_is_repeatable_and_keeps_its_promises(picks: list[int], seed: int) -> None:
    made = GENERATED
    state, ids = start(made, seed), []
    for pick in picks:
        options = takeable(made, state)
        if not options:
            break
        option = options[pick % len(options)]
        before, state = state, step(made, state, choose(option.id)).state
        ids.append(option.id)
        assert state.facts & before.facts == before.facts
        assert state.taken & before.taken == before.taken
        assert state.reached >= before.reached
        assert state.days <= before.days
        for value, var in zip(state.values, made.scenario.state.values(), strict=True):
            assert getattr(var, "min", 0) <= value <= getattr(var, "max", 1)
    assert play(made, ids, seed).state == state
    assert [one.enabled for one in view(made, state).choices].count(True) == len(takeable(made, state))


def test_a_view_keeps_the_secrets() -> None:
    made = shipped("first-offer")
    shown = repr(view(made, play(made, ["glad"]).state))
    for secret in ("woken at four", "To close the file", "rapport", "guarded", "budget", "courage", "coach"):
        assert secret not in shown
    assert view(made, start(made)).letter is None


def test_the_letter_lies_on_the_table_once_it_is_written() -> None:
    made = shipped("first-offer")
    now = view(made, play(made, ["glad", "show", "in-writing"]).state)
    assert now.letter is not None
    assert ("Base salary", "$92,000") in now.letter.terms
    assert (now.days_left, now.field, now.stage) == (4, 0, "written_offer")


def test_locked_choices_say_why_and_costs_show_only_with_an_offer() -> None:
    made = shipped("first-offer")
    talk = view(made, play(made, ["glad", "show", "in-writing", "talk"]).state)
    locked = {one.id: one.locked for one in talk.choices if not one.enabled}
    assert locked["both-desks"].startswith("You would need to know")
    letter = view(made, play(made, ["glad", "show", "in-writing"]).state)
    assert [one.days for one in letter.choices] == [0, 1, 0, 0]
    assert not any(one.overruns for one in letter.choices)

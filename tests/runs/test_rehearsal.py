"""A rehearsal follows its file: the coach's place is kept by ids, through edits, slips and renames."""

from pathlib import Path

import pytest

from negotiator.game.elsewhere import Moment
from negotiator.game.impossible import NotPossible
from negotiator.runs.rehearsal import Rehearsal
from tests.analysis.test_here import STORY
from tests.support import FRAME, game


def rehearsal(moment: Moment | None = None) -> Rehearsal:
    return Rehearsal(Path("x.toml"), game(STORY), moment)


def test_other_words_leave_the_place_alone() -> None:
    run = rehearsal()
    run.choose("ask")
    run.choose("push")
    assert run.follow(game(STORY.replace("It is here.", "It has come."))) == ""
    assert run.view.paragraphs == ("It has come.",)
    assert run.steps == 2


def test_a_step_that_is_gone_stops_at_the_last_good_moment_and_is_named() -> None:
    run = rehearsal()
    run.choose("ask")
    run.choose("push")
    word = run.follow(game(STORY.replace("choices.push]", "choices.shove]")))
    assert word == "step 2 of 2 is gone: in 'The hall' the choice 'push' is no longer there"
    assert (run.view.scene, run.steps) == ("hall", 1)


def test_a_slip_mended_with_the_next_save_costs_nothing() -> None:
    run = rehearsal()
    run.choose("ask")
    run.choose("push")
    run.follow(game(STORY.replace("choices.push]", "choices.shove]")))
    assert run.follow(game(STORY)) == ""
    assert run.view.scene == "letter"


def test_after_a_move_of_ones_own_the_lost_steps_are_forgotten() -> None:
    run = rehearsal()
    run.choose("ask")
    run.choose("push")
    run.follow(game(STORY.replace("choices.push]", "choices.shove]")))
    run.choose("shove")
    run.follow(game(STORY))
    assert (run.view.scene, run.steps) == ("hall", 1)


def test_renamed_choices_and_scenes_are_followed() -> None:
    run = rehearsal()
    run.choose("ask")
    run.choose("push")
    other = STORY.replace("choices.push]", 'choices.shove]\nrenamed_from = ["push"]').replace(
        '"letter"', '"post"'
    )
    assert (
        run.follow(game(other.replace("[scenes.letter]", '[scenes.post]\nrenamed_from = ["letter"]'))) == ""
    )
    assert (run.view.scene, run.steps) == ("post", 2)


def test_a_last_step_that_leads_elsewhere_is_gone_along_with() -> None:
    run = rehearsal(Moment(values={"rapport": 3, "mood": "warm"}, facts=frozenset({"budget"})))
    run.choose("push")
    assert run.view.scene == "letter"
    other = STORY.replace('mood == warm)"\ngoto = "letter"', 'mood == warm)"\ngoto = "signed"')
    assert run.follow(game(other)) == "the last step leads to 'signed' now"
    assert run.view.ending is not None


def test_a_jump_is_kept_and_can_be_taken_back() -> None:
    run = rehearsal()
    run.choose("ask")
    run.go(Moment("letter", days=2))
    run.choose("wait")
    assert run.view.ending is not None
    assert run.follow(game(STORY.replace("days = 5", "days = 1"))) == "the last step leads to 'hall' now"
    run.undo()
    assert (run.view.scene, run.view.days_left) == ("letter", 2)
    run.undo()
    assert (run.view.scene, run.steps) == ("hall", 1)
    run.undo()
    with pytest.raises(NotPossible):
        run.undo()


def test_when_the_scene_one_began_in_is_gone_that_is_said() -> None:
    run = rehearsal(Moment("letter"))
    other = STORY.replace("[scenes.letter]", "[scenes.post]").replace('"letter"', '"post"')
    assert "the scene 'letter', from where you began, is no longer there" in run.follow(game(other))
    assert run.view.scene == "hall"


def test_undo_needs_no_leave_of_the_scenario() -> None:
    strict = FRAME.replace("format = 1", 'format = 1\nundo = "off"') + STORY
    run = Rehearsal(Path("x.toml"), game(strict, frame=False))
    run.choose("ask")
    run.undo()
    assert run.steps == 0


def test_a_rehearsal_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = rehearsal()
    run.choose("ask")
    run.keep("A line.")
    run.branch(1).choose("push")
    run.close()
    assert list(tmp_path.iterdir()) == []
    assert run.view.scene == "hall"

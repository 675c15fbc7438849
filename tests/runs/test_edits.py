"""A scenario edited between two sittings: the run goes on as far as it leads the same way, and the rest is said."""

from pathlib import Path

import pytest

from negotiator.game.rules import Game
from negotiator.runs.log import read_log
from negotiator.runs.session import Session
from negotiator.runs.shelf import runs_in
from tests.runs.story import kiosk, played, take

MOVES = ["why-open", "wait", "sleep", "meet"]


def resumed(path: Path, game: Game) -> tuple[list[str], str, str]:
    """Choices in force after resuming, the scene, and the notice."""
    with Session.resume(path, game) as session:
        return [turn.move.choice for turn in session.play.turns], session.view.scene, session.notice


def test_a_choice_inserted_above_changes_nothing(tmp_path: Path) -> None:
    edited = kiosk(
        (
            "[scenes.call.choices.why-open]\nsay",
            '[scenes.call.choices.hello]\nsay = "Hello."\ngoto = "here"\n[scenes.call.choices.why-open]\nsay',
        )
    )
    assert resumed(played(tmp_path, MOVES), edited) == (MOVES, "talk", "")


def test_choices_swapped_change_nothing(tmp_path: Path) -> None:
    sleep = '[scenes.desk.choices.sleep]\ndo = "Sleep on it."\ndays = 2\nonce = false\ngoto = "here"\n'
    sign = "[scenes.desk.choices.sign]\n"
    edited = kiosk((sleep, ""), (sign, sleep + sign))
    assert list(edited.scenario.scenes["desk"].choices) == ["meet", "sleep", "sign"]
    assert resumed(played(tmp_path, MOVES), edited) == (MOVES, "talk", "")


def test_a_choice_removed_stops_before_it_and_says_which(tmp_path: Path) -> None:
    path = played(tmp_path, MOVES)
    edited = kiosk(
        ('[scenes.desk.choices.sleep]\ndo = "Sleep on it."\ndays = 2\nonce = false\ngoto = "here"\n', "")
    )
    choices, scene, notice = resumed(path, edited)
    assert (choices, scene) == (["why-open", "wait"], "desk")
    assert notice == (
        "The scenario has changed since: in 'Your desk' the choice 'sleep' is no longer there. "
        "The run goes on from there."
    )


def test_a_scene_renamed_with_its_old_name_is_the_same_scene(tmp_path: Path) -> None:
    edited = kiosk(
        ("[scenes.desk]", '[scenes.kitchen-table]\nrenamed_from = ["desk"]'),
        ("[scenes.desk.", "[scenes.kitchen-table."),
        ('goto = "desk"', 'goto = "kitchen-table"'),
    )
    assert resumed(played(tmp_path, MOVES), edited) == (MOVES, "talk", "")


def test_a_text_mended_changes_nothing(tmp_path: Path) -> None:
    edited = kiosk(('"Bo rings."', '"Bo rings, twice."'), ("Sleep on it.", "Sleep over it."))
    assert resumed(played(tmp_path, MOVES), edited) == (MOVES, "talk", "")


def test_a_choice_renamed_with_its_old_name_is_the_same_choice_with_the_same_luck(tmp_path: Path) -> None:
    edited = kiosk(("[scenes.call.choices.push]", '[scenes.call.choices.press]\nrenamed_from = ["push"]'))
    for seed in range(6):
        path = played(tmp_path / str(seed), ["push"], seed=seed)
        with Session.resume(path, edited) as session:
            assert session.notice == ""
            assert [turn.move.choice for turn in session.play.turns] == ["press"]
            assert session.play.turns[0].outcome == read_log(path).taken[0].outcome


def test_an_ending_renamed_is_the_same_ending(tmp_path: Path) -> None:
    edited = kiosk(
        ("[endings.signed]", '[endings.done]\nrenamed_from = ["signed"]'),
        ('goto = "signed"', 'goto = "done"'),
    )
    path = played(tmp_path, ["wait", "sign"])
    assert resumed(path, edited) == (["wait", "sign"], "desk", "")


@pytest.mark.parametrize(
    ("old", "new", "kept", "said"),
    [
        ('days = 1\ngoto = "talk"', 'days = 1\ngoto = "signed"', 3, "'meet' leads elsewhere now"),
        ("days = 5", "days = 1", 2, "'sleep' leads elsewhere now"),
        ('kind = "meet"', 'kind = "meet"\nwhen = "rapport >= 3"', 3, "'meet' cannot be taken any more"),
        ('start = "call"', 'start = "talk"', 0, "no longer comes to the scene 'call'"),
    ],
)
def test_whatever_leads_elsewhere_now_stops_the_run_before_it(
    tmp_path: Path, old: str, new: str, kept: int, said: str
) -> None:
    choices, _, notice = resumed(played(tmp_path, MOVES), kiosk((old, new)))
    assert choices == MOVES[:kept]
    assert said in notice


def test_luck_that_would_fall_otherwise_stops_the_run(tmp_path: Path) -> None:
    stopped = []
    for seed in range(8):
        path = played(tmp_path / str(seed), ["push"], seed=seed)
        before = read_log(path).taken[0].outcome
        edited = kiosk(
            ("weight = 2", "weight = 1"), ('weight = 1, goto = "call"', 'weight = 200, goto = "call"')
        )
        with Session.resume(path, edited) as session:
            assert (session.play.turns == ()) == (before == "lands")
            if before == "lands":
                assert "'push' comes out differently now" in session.notice
                stopped.append(seed)
    assert stopped


def test_an_undone_choice_that_is_gone_is_no_matter(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open", "undo", "wait"])
    edited = kiosk(
        ("[scenes.call.choices.why-open]", "[scenes.call.choices.why]"), ("knows(two-open)", "rapport >= 0")
    )
    assert resumed(path, edited) == (["wait"], "desk", "")


def test_going_on_after_a_stop_is_a_file_of_its_own(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open", "undo", *MOVES])
    before = path.read_bytes()
    edited = kiosk(('days = 1\ngoto = "talk"', 'days = 1\ngoto = "signed"'))
    with Session.resume(path, edited) as session:
        assert not session.saved
        assert list(tmp_path.glob("*.jsonl")) == [path]
        session.choose("meet")
        assert session.saved
        assert session.path != path
    assert path.read_bytes() == before
    with Session.resume(session.path, edited) as again:
        assert again.notice == ""
        assert again.origin.branched_from == read_log(path).header.run
        assert [turn.move.choice for turn in again.play.turns] == MOVES
        assert again.play.undone == 1
        assert again.view.ending is not None


def test_the_old_run_is_free_while_the_new_one_is_played(tmp_path: Path) -> None:
    path = played(tmp_path, MOVES)
    with (
        Session.resume(path, kiosk(('days = 1\ngoto = "talk"', 'days = 1\ngoto = "signed"'))),
        Session.resume(path, kiosk()) as same,
    ):
        assert len(same.play.turns) == len(MOVES)


def test_a_run_played_under_two_rules_is_not_called_damaged(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open"])
    edited = kiosk(
        (
            "[scenes.call.choices.wait]",
            '[scenes.call.choices.joke]\nsay = "Ha."\ngoto = "here"\n[scenes.call.choices.wait]',
        )
    )
    with Session.resume(path, edited) as session:
        session.choose("joke")
    assert len(read_log(path).rules) == 2
    choices, _, notice = resumed(path, kiosk())
    assert choices == ["why-open"]
    assert notice.startswith("The scenario has changed since")


def test_a_log_that_does_not_fit_the_same_rules_is_called_what_it_is(tmp_path: Path) -> None:
    path = played(tmp_path, ["wait"])
    other = played(tmp_path / "other", ["why-open"])
    # The moves of one run under the header of another: every seal is right, but the story is not.
    from negotiator.runs.records import seal, unseal

    head = path.read_bytes().split(b"\n")[0]
    found = unseal(head)
    assert found is not None
    line, _ = seal(
        {"n": 1, "kind": "choose", "scene": "desk", "choice": "sign", "outcome": "", "to": "signed"},
        found.hash,
    )
    path.write_bytes(head + b"\n" + line)
    choices, _, notice = resumed(path, kiosk())
    assert choices == []
    assert "does not fit its scenario, although the scenario is the same" in notice
    assert resumed(other, kiosk())[2] == ""


def test_both_files_are_on_the_shelf(tmp_path: Path) -> None:
    path = played(tmp_path, MOVES)
    with Session.resume(path, kiosk(('days = 1\ngoto = "talk"', 'days = 1\ngoto = "signed"'))) as session:
        take(session, ["sign"])
    shelf = {run.id: run for run in runs_in(tmp_path)}
    assert shelf[session.id].branched_from == read_log(path).header.run
    assert shelf[session.id].ended
    assert len(shelf) == 2

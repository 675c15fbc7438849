"""The list of runs, the kept scores and yardsticks."""

from pathlib import Path

import pytest

from negotiator.analysis.yardstick import yardstick
from negotiator.game.scores import score
from negotiator.runs import yardsticks
from negotiator.runs.files import write_whole
from negotiator.runs.session import Session
from negotiator.runs.shelf import delete_run, info, runs_in
from negotiator.runs.standing import kept_scores, scores_of
from negotiator.runs.troubles import ForeignFile, NoSuchRun, RunInUse
from negotiator.runs.yardsticks import yardstick_for
from negotiator.scenario.digest import rules_hash
from tests.runs.story import begun, kiosk, played, take


def test_a_run_in_the_middle(tmp_path: Path) -> None:
    with begun(tmp_path, seed=5) as session:
        take(session, ["why-open", "wait", "meet", "undo"])
        session.keep("Why is it open?")
        found = info(session.path)
        assert (found.id, found.scenario, found.title, found.seed) == (session.id, "small", "The Kiosk", 5)
        assert (found.turns, found.ended, found.place, found.scene) == (2, False, "Your desk", "desk")
        assert found.last > found.created
        assert found.damaged == ""


def test_a_run_just_begun_and_a_finished_one(tmp_path: Path) -> None:
    new = info(played(tmp_path, []))
    assert (new.turns, new.ended, new.place, new.last) == (0, False, "Phone, Tuesday", new.created)
    done = info(played(tmp_path, ["wait", "sign"]))
    assert (done.ended, done.ending, done.outcome, done.scene) == (True, "Signed", "signed", "signed")


def test_the_latest_first_and_everything_else_in_the_folder_left_out(tmp_path: Path) -> None:
    paths = [played(tmp_path, ["why-open"][:count]) for count in (0, 1)]
    (tmp_path / "README.md").write_text("Runs.")
    (tmp_path / "diary.jsonl").write_text("Dear diary")
    runs = runs_in(tmp_path)
    assert [run.path for run in runs if run.readable] == paths[::-1]
    assert [run.path.name for run in runs if not run.readable] == ["diary.jsonl"]


def test_damage_is_said_and_the_good_part_listed(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open", "wait"])
    path.write_bytes(path.read_bytes()[:-20])
    found = info(path)
    assert (found.turns, found.readable) == (1, True)
    assert "1 line was damaged" in found.damaged


def test_a_run_is_deleted_with_its_lock_and_never_something_else(tmp_path: Path) -> None:
    with begun(tmp_path) as session, pytest.raises(RunInUse):
        delete_run(info(session.path))
    delete_run(info(session.path))
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "diary.jsonl").write_text("Dear diary")
    with pytest.raises(ForeignFile):
        delete_run(info(tmp_path / "diary.jsonl"))
    with pytest.raises(NoSuchRun):
        delete_run(info(tmp_path / "nothing.jsonl"))
    assert [path.name for path in tmp_path.iterdir()] == ["diary.jsonl"]


def test_a_yardstick_is_searched_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = kiosk()
    first = yardstick_for(made, rules_hash(made.scenario), tmp_path)
    assert first == yardstick(made)
    monkeypatch.setattr(yardsticks, "yardstick", lambda game: pytest.fail("searched again"))
    assert yardstick_for(made, rules_hash(made.scenario), tmp_path) == first


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"courage_worst": "low"}', "\0", "[" * 100_000])
def test_a_damaged_cache_costs_time_and_nothing_else(tmp_path: Path, data: str) -> None:
    made = kiosk()
    rules = rules_hash(made.scenario)
    first = yardstick_for(made, rules, tmp_path)
    for path in tmp_path.rglob("*.json"):
        write_whole(path, data)
    assert yardstick_for(made, rules, tmp_path) == first


def test_without_a_place_for_a_cache_all_is_worked_out_anew(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    made = kiosk()
    assert yardstick_for(made, rules_hash(made.scenario), tmp_path / "file") == yardstick(made)


def test_scores_of_a_finished_run_are_kept_until_the_run_or_the_rules_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = kiosk()
    rules = rules_hash(made.scenario)
    path = played(tmp_path / "runs", ["why-open", "wait", "meet", "both"])
    run = info(path)
    assert kept_scores(run, rules, tmp_path / "cache") is None
    found = scores_of(run, made, tmp_path / "cache")
    assert found == score(made, Session.look(path, made).play.state, yardstick(made))
    assert kept_scores(run, rules, tmp_path / "cache") == found
    monkeypatch.setattr("negotiator.runs.standing.score", lambda *_: pytest.fail("worked out again"))
    assert scores_of(run, made, tmp_path / "cache") == found
    assert kept_scores(run, "other rules", tmp_path / "cache") is None

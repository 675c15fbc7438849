"""`negotiator runs`: list, show, resume, export, delete, branch."""

import sys
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def run(command: Command) -> str:
    """The id of a finished run."""
    typed = "why-open\nwait\nmeet\nboth\n"
    return str(command("play", "kiosk", "--script", "-", "--format", "json", typed=typed).data["run"])


def test_list(command: Command, run: str, tmp_path: Path) -> None:
    (data,) = command("runs", "list", "--format", "json").data
    assert (data["id"], data["scenario"], data["turns"], data["ended"], data["outcome"]) == (
        run,
        "kiosk",
        4,
        True,
        "signed",
    )
    (tmp_path / "saves" / "diary.jsonl").write_text("Dear diary")
    done = command("runs", "list")
    head, row = done.out.splitlines()[:2]
    assert head.split() == ["ID", "SCENARIO", "LAST", "PLAYED", "WHERE", "IT", "STANDS"]
    assert row.startswith(f"{run}  The Kiosk")
    assert row.endswith("Signed (signed)")
    assert "diary.jsonl is not a run" in done.out


def test_no_runs_yet(command: Command, tmp_path: Path) -> None:
    assert command("runs", "list", "--format", "json").data == []
    assert "There are no runs in" in command("runs", "list").out
    assert not (tmp_path / "saves").exists()


def test_show(command: Command, run: str) -> None:
    done = command("runs", "show", run[:5])
    assert done.code == 0
    for piece in (f"Run {run}", "The Kiosk", "> “What if it were both kiosks?”", "Looking back"):
        assert piece in done.out
    data = command("runs", "show", run, "--format", "json").data
    assert (data["id"], data["run"], data["ending"], data["turns"]) == (run, run, "signed", 4)


def test_show_a_run_that_goes_on(command: Command) -> None:
    data = command("play", "kiosk", "--script", "-", "--format", "json", typed="why-open\n").data
    done = command("runs", "show", data["run"])
    assert "Looking back" not in done.out
    assert f"Go on with: negotiator runs resume {data['run']}" in done.out


def test_export(command: Command, run: str) -> None:
    data = command("runs", "export", run, "--format", "json").data
    assert (data["run"], data["debrief"]["ending"]["id"]) == (run, "signed")
    assert tomllib.loads(command("runs", "export", run, "--format", "toml").out)["run"] == run
    page = command("runs", "export", run, "--format", "md").out
    assert page.startswith(
        "# The Kiosk\n\n## Phone, Tuesday — Bo Lindqvist, recruiter\n\n*You are one of 12.*"
    )
    assert "**“Why is it open?”**" in page
    assert "- Noted: Two kiosks are open. (Bo Lindqvist)\n- Bo warms a little." in page
    assert "- Base salary: $90,000" in page
    assert page.index("## Signed") < page.index("## Courage, finesse, fit")


def test_export_of_a_run_that_goes_on(command: Command) -> None:
    run = command("play", "kiosk", "--script", "-", "--format", "json", typed="wait\n").data["run"]
    assert command("runs", "export", run, "--format", "json").data["debrief"] is None
    assert "## Courage" not in command("runs", "export", run, "--format", "md").out


def test_a_scenario_that_was_moved_can_be_named(
    command: Command, run: str, story: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "kiosk.toml"
    story.rename(moved)
    done = command("runs", "show", run)
    assert done.code == 2
    assert "'kiosk' of this run is nowhere to be found" in done.err
    assert command("runs", "show", run, "--scenario", moved).code == 0


def test_delete_asks_and_needs_somebody_to_ask(
    command: Command, run: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "saves" / f"kiosk.{run}.jsonl"
    done = command("runs", "delete", run)
    assert done.code == 2
    assert "Say so with --yes" in done.err
    assert path.exists()

    class Terminal:
        """Somebody at a keyboard."""

        def isatty(self) -> bool:
            return True

    for answer, gone in (("n", False), ("", False), ("y", True)):
        from negotiator.cli import runs

        monkeypatch.setattr("builtins.input", lambda _prompt, answer=answer: answer)
        monkeypatch.setattr(runs, "sys", type("Sys", (), {"stdin": Terminal(), "stdout": sys.stdout}))
        command("runs", "delete", run)
        assert path.exists() is not gone


def test_delete_with_yes(command: Command, run: str, tmp_path: Path) -> None:
    assert command("runs", "delete", run, "--yes").code == 0
    assert list((tmp_path / "saves").iterdir()) == []


def test_branch_begins_a_run_just_before_a_decision(command: Command, run: str) -> None:
    done = command("runs", "branch", run, "3")
    assert done.code == 0
    other = done.out.split()[0]
    assert f"Go on with: negotiator runs resume {other}" in done.out
    data = command("runs", "show", other, "--format", "json").data
    assert [turn["choice"] for turn in data["log"]] == ["why-open", "wait"]
    assert (data["branched_from"], data["ended"]) == (run, False)
    assert command("runs", "show", run, "--format", "json").data["ended"]
    again = command("runs", "branch", run, "1", "--format", "json").data
    assert (again["branched_from"], again["decisions"]) == (run, 0)


@pytest.mark.parametrize("number", ["0", "5", "-1"])
def test_a_decision_that_is_not_there_is_no_place_to_begin(command: Command, run: str, number: str) -> None:
    done = command("runs", "branch", run, number)
    assert (done.code, done.out) == (1, "")
    assert f"This run has 4 decisions; there is no number {number} to go back to." in done.err


READ = ("show", "resume", "export", "delete", "debrief", "prepare")


@pytest.mark.parametrize("what", READ)
def test_an_unknown_run_is_said(command: Command, run: str, what: str) -> None:
    more = ["--format", "json"] if what == "export" else []
    done = command("runs", what, "zzzzzz", *more)
    assert (done.code, done.out) == (2, "")
    assert "There is no run 'zzzzzz'" in done.err


@pytest.mark.parametrize("what", READ)
def test_a_file_that_is_no_run_is_refused_and_left(command: Command, tmp_path: Path, what: str) -> None:
    diary = tmp_path / "diary.jsonl"
    diary.write_text("Dear diary")
    more = ["--format", "json"] if what == "export" else ["--yes"] if what == "delete" else []
    done = command("runs", what, diary, *more)
    assert done.code == 2
    assert "is not a run of Negotiator" in done.err
    assert diary.read_text() == "Dear diary"

"""Scripted play: one move a line in, one document out; the keys are a contract."""

import os
import sys
from pathlib import Path

import pytest

from negotiator.scenario.digest import rules_hash
from tests.cli.conftest import Command
from tests.runs.story import kiosk

SIGNED = "why-open\nwait\nsleep\nmeet\nboth\n"


def test_a_whole_run_as_one_document(command: Command, tmp_path: Path) -> None:
    done = command("play", "kiosk", "--script", "-", "--format", "json", typed=SIGNED)
    assert (done.code, done.err) == (0, "")
    data = done.data
    contract = {
        key: data[key] for key in ("scenario", "seed", "ended", "ending", "outcome", "stage", "scene")
    }
    assert contract == {
        "scenario": "kiosk",
        "seed": 0,
        "ended": True,
        "ending": "signed",
        "outcome": "signed",
        "stage": "conversation",
        "scene": "talk",
    }
    assert (data["days_left"], data["state"], data["facts"], data["choices"]) == (
        2,
        {"rapport": 1},
        ["two-open"],
        [],
    )
    assert data["hash"] == rules_hash(kiosk().scenario.model_copy(update={"id": "kiosk"}))
    assert set(data["scores"]) == {"courage", "finesse", "fit"}
    assert (data["scores"]["finesse"], data["scores"]["fit"]) == (None, 100)
    assert [{key: line[key] for key in ("scene", "move", "choice")} for line in data["log"]] == [
        {"scene": "call", "move": "choose", "choice": "why-open"},
        {"scene": "call", "move": "choose", "choice": "wait"},
        {"scene": "desk", "move": "choose", "choice": "sleep"},
        {"scene": "desk", "move": "choose", "choice": "meet"},
        {"scene": "talk", "move": "choose", "choice": "both"},
    ]
    assert (tmp_path / "saves" / f"kiosk.{data['run']}.jsonl").is_file()


def test_no_moves_at_all_are_no_error(command: Command) -> None:
    data = command("play", "kiosk", "--script", "-", "--format", "json").data
    assert (data["ended"], data["ending"], data["outcome"], data["days_left"]) == (False, None, None, None)
    assert (data["stage"], data["scene"], data["log"]) == ("candidate", "call", [])
    assert [(choice["id"], choice["enabled"]) for choice in data["choices"]] == [
        ("why-open", True),
        ("push", True),
        ("who", False),
        ("wait", True),
    ]


def test_numbers_are_those_on_the_screen_locked_ones_counted(command: Command) -> None:
    script = "\ufeff# first the wait\r\n\r\n  4 \r\nundo\r\n1\r\n3\r\n"
    data = command("play", "kiosk", "--script", "-", "--format", "json", typed=script).data
    assert [line["choice"] for line in data["log"]] == ["why-open", "wait"]
    assert data["undone"] == 1


@pytest.mark.parametrize(
    ("typed", "line", "text", "said"),
    [
        ("why-open\n\n# on\nnonsense\nwait\n", 4, "nonsense", "There is no choice 'nonsense' here."),
        ("why-open\nwhy-open\n", 2, "why-open", "taken already"),
        ("why-open\n3\n9\n", 3, "9", "There is no choice number 9 here."),
        ("why-open\n0\n", 2, "0", "There is no choice number 0 here. There are 3 choices."),
        ("why-open\nwho\n", 2, "who", "You have not earned this yet."),
        ("why-open\nundo\nundo\n", 3, "undo", "nothing to take back"),
        (f"why-open\n{'9' * 5000}\n", 2, "9" * 5000, "There is no choice number"),
    ],
)
def test_a_line_that_is_no_possible_move_ends_it_and_the_rest_stays_saved(
    command: Command, typed: str, line: int, text: str, said: str
) -> None:
    done = command("play", "kiosk", "--script", "-", "--format", "json", "--seed", "1", typed=typed)
    assert done.code == 1
    error = done.data["error"]
    assert (error["line"], error["text"]) == (line, text)
    assert set(error) == {"line", "text", "message", "possible"}
    assert said in error["message"]
    assert error["possible"] == [choice["id"] for choice in done.data["choices"] if choice["enabled"]]
    again = command("runs", "show", done.data["run"], "--format", "json").data
    assert again["log"] == done.data["log"]
    assert again["scene"] == done.data["scene"]


def test_a_move_after_the_end_is_not_possible(command: Command) -> None:
    for more in ("wait", "1", "undo"):
        done = command("play", "kiosk", "--script", "-", "--format", "json", typed=f"{SIGNED}{more}\n")
        assert done.code == 1
        assert "The story has ended" in done.data["error"]["message"]
        assert done.data["error"]["possible"] == []
        assert done.data["ending"] == "signed"


def test_a_script_in_a_file_a_scenario_by_its_path_and_saves_elsewhere(
    command: Command, story: Path, tmp_path: Path
) -> None:
    script = tmp_path / "moves.txt"
    script.write_text(SIGNED, "utf-8")
    for saves in (("play", "--saves", tmp_path / "a"), ("--saves", tmp_path / "a", "play")):
        data = command(*saves, story, "--script", script, "--format", "json").data
        assert (tmp_path / "a" / f"kiosk.{data['run']}.jsonl").is_file()
    assert not (tmp_path / "saves").exists()


def test_as_text_it_is_the_story(command: Command) -> None:
    done = command("play", "kiosk", "--script", "-", typed="why-open\nnonsense\n")
    assert done.code == 1
    assert "> “Why is it open?”" in done.out
    assert "Noted: Two kiosks are open. (Bo Lindqvist)" in done.out
    assert "The script stops in line 2: nonsense" in done.out


@pytest.mark.parametrize("typed", [b"\xff\xfe1\x00", b"why-open\n\xe9\n"])
def test_a_script_that_is_not_utf8_is_said_and_nothing_is_begun(
    command: Command, typed: bytes, tmp_path: Path
) -> None:
    done = command("play", "kiosk", "--script", "-", "--format", "json", typed=typed)
    assert (done.code, done.out) == (2, "")
    assert "is not UTF-8" in done.err
    assert not (tmp_path / "saves").exists()


def test_a_missing_script_or_scenario_is_said(command: Command, tmp_path: Path) -> None:
    done = command("play", "kiosk", "--script", tmp_path / "none.txt")
    assert done.code == 2
    assert "none.txt cannot be read" in done.err
    done = command("play", "kioks", "--script", "-")
    assert done.code == 2
    assert "Did you mean 'kiosk'?" in done.err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are always text")
def test_a_folder_whose_name_is_no_text(command: Command, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9")
    data = command("play", "kiosk", "--script", "-", "--format", "json", "--saves", odd, typed="wait\n").data
    assert Path(data["path"]).parent == odd
    assert command("runs", "list", "--saves", odd).code == 0


def test_the_same_seed_gives_the_same_luck(command: Command) -> None:
    def outcome(seed: int) -> str:
        done = command(
            "play", "kiosk", "--script", "-", "--format", "json", "--seed", str(seed), typed="push\n"
        )
        return str(done.data["log"][0]["outcome"])

    first = [outcome(seed) for seed in range(8)]
    assert [outcome(seed) for seed in range(8)] == first
    assert set(first) == {"lands", "slips"}


def test_moves_may_stand_in_the_command_itself(command: Command) -> None:
    done = command("play", "kiosk", "--moves", "why-open; wait; sleep;meet ; both", "--format", "json")
    assert (done.code, done.data["ending"]) == (0, "signed")
    from_file = command("play", "kiosk", "--script", "-", "--format", "json", typed=SIGNED).data
    assert done.data["log"] == from_file["log"]


def test_a_move_that_is_not_possible_is_counted_among_the_moves(command: Command) -> None:
    done = command("play", "kiosk", "--moves", "why-open; fly; wait")
    assert done.code == 1
    assert "Play stops at move 2: fly" in done.out
    assert command("play", "kiosk", "--moves", "").code == 0


def test_a_script_and_moves_are_not_played_together(command: Command) -> None:
    with pytest.raises(SystemExit) as stopped:
        command("play", "kiosk", "--moves", "wait", "--script", "-")
    assert stopped.value.code == 2

"""Plain play: the whole game through a pipe, line by line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from negotiator.cli.plain import PlainGame
from negotiator.errors import NegotiatorError
from negotiator.runs.session import Session
from negotiator.runs.troubles import NotSaved
from tests.cli.conftest import Command
from tests.runs.story import begun, kiosk
from tests.support import ROOT


def in_order(text: str, *pieces: str) -> None:
    """Each piece comes after the one before."""
    at = 0
    for piece in pieces:
        found = text.find(piece, at)
        assert found >= 0, f"{piece!r} does not come after {text[max(at - 200, 0) : at]!r}"
        at = found + len(piece)


def test_the_whole_game_debrief_included(command: Command) -> None:
    done = command("play", "kiosk", "--plain", "--seed", "1", typed="1\n3\n1\n1\n1\n")
    assert (done.code, done.err) == (0, "")
    in_order(
        done.out,
        "The Kiosk\n=========",
        "Phone, Tuesday — Bo Lindqvist, recruiter\nYou are one of 12.",
        "Bo rings.",
        " 1. Question: “Why is it open?”",
        " 2. Counter-proposal: “Make it more.”",
        " 3. Not open: “Who else is there?” (You have not earned this yet.)",
        " 4. Wait for the letter.",
        "Choose 1-4 (? for help): 1",
        "> “Why is it open?”",
        "Both are.",
        "- Noted: Two kiosks are open. (Bo Lindqvist)\n  - Bo warms a little.",
        "> Wait for the letter.",
        "You are no longer one of 12. They want you, and have said so in writing.",
        "This is the catbird seat: from here on, the questions are yours.",
        "Dear you, here is the letter.",
        "Base salary: $90,000",
        "Signed: Ana Duarte",
        "This offer stands: 5 days left.",
        "Your desk\nYou have the catbird seat: 5 days left.",
        "1. Sleep on it. (2 days)",
        "2 days pass: 3 days left.",
        "1. Sleep on it. (2 days)",
        "2 days pass: one day left.",
        "1. Sleep on it. (2 days, more than are left)",
        "Too late\n--------",
        "The letter is void.",
        "Looking back",
        "Courage, finesse, fit",
        "Decision by decision",
        "This run is saved. See it again: negotiator runs show ",
    )


def test_no_escape_sequences_and_no_line_too_long(command: Command) -> None:
    done = command("play", "kiosk", "--plain", "--seed", "1", typed="1\nn\nt\n?\n3\nl\n2\n1\n")
    assert "\x1b" not in done.out
    assert "\r" not in done.out
    assert max(map(len, done.out.splitlines())) <= 76


def test_a_narrow_terminal_gets_narrow_lines(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "41")
    done = command("play", "kiosk", "--plain", typed="1\n3\n3\n")
    story = [line for line in done.out.splitlines() if "negotiator runs" not in line]
    assert max(map(len, story)) <= 40


def test_the_end_of_input_and_q_lose_nothing(command: Command) -> None:
    for typed in ("1\n4", "1\n4\n", "1\n4\nq\nwait\n"):
        done = command("play", "kiosk", "--plain", typed=typed.replace("4", "3"))
        assert done.code == 0
        assert "Everything is saved. Go on with: negotiator runs resume" in done.out
        run = done.out.split("runs resume ")[1].split()[0]
        assert command("runs", "show", run, "--format", "json").data["scene"] == "desk"


def test_a_run_is_gone_on_with(command: Command, tmp_path: Path) -> None:
    first = command("play", "kiosk", "--plain", "--saves", tmp_path / "my saves", typed="1\n")
    hint = first.out.split("Go on with: negotiator ")[1].strip()
    assert hint.endswith(f'--plain --saves "{tmp_path / "my saves"}"')
    run = hint.split()[2]
    done = command("runs", "resume", run, "--plain", "--saves", tmp_path / "my saves", typed="3\n3\n")
    in_order(
        done.out,
        "Phone, Tuesday",
        "Bo rings.",
        "1. Counter-proposal",
        "Your desk",
        "Signed\n------",
        "Looking back",
    )
    assert "The Kiosk\n===" not in done.out
    done = command("runs", "resume", run, "--plain", "--saves", tmp_path / "my saves")
    assert done.code == 0
    assert "Looking back" in done.out


def test_commands_between_the_choices(command: Command) -> None:
    done = command("play", "kiosk", "--plain", typed="l\nn\nk\nu\n1\nk\nk 1\nn\nu\n9\n3\nwhat\n\nr\nh\n")
    in_order(
        done.out,
        "There is no letter yet. A spoken offer is not one.",
        "You have met:\n  - Bo Lindqvist, recruiter\nYou know: nothing yet.\nLines you kept: nothing yet.",
        "You have not said anything yet. k 2 keeps the words of choice 2.",
        "There is nothing to take back yet.",
        "> “Why is it open?”",
        "Kept in your notebook: “Why is it open?”",
        "Kept in your notebook: “Make it more.”",
        "You know:\n  - Two kiosks are open. (Bo Lindqvist)",
        "Lines you kept:\n  - “Why is it open?”\n  - “Make it more.”",
        "Taken back. The debrief will say so.",
        "There is no choice 9 here. There are 4.",
        "Not open to you: You have not earned this yet.",
        "“what” is not something to do here. Type a number, or ? for help.",
        "Bo rings.",
        "q       quit; every choice is saved already",
    )


def test_training_mode_shows_marks_at_once(command: Command, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('training = true\ntheme = "mauve"\n')
    done = command("play", "kiosk", "--plain", typed="1\n")
    assert "Marks: courage +1, finesse +2, fit +1." in done.out
    assert "the usual value is used for: theme" in done.out


def test_what_cannot_be_saved_is_said_and_play_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with begun(tmp_path) as session:

        def full(choice: str) -> None:
            raise NotSaved(session.path, "no space left on device")

        game = PlainGame(session, 76)
        with monkeypatch.context() as patched:
            patched.setattr(session, "choose", full)
            game.obey("1")
        said = capsys.readouterr().out
        assert "no space left on device" in said
        assert session.play.turns == ()
        game.obey("1")
        assert len(session.play.turns) == 1


def test_an_interruption_loses_nothing(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = iter(["1"])

    def typing(_prompt: str) -> str:
        try:
            return next(words)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("negotiator.cli.sitting.ask", typing)
    done = command("play", "kiosk", "--plain")
    assert done.code == 130
    run = done.out.split("runs resume ")[1].split()[0]
    assert len(command("runs", "show", run, "--format", "json").data["log"]) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_through_a_real_pipe_in_any_encoding(tmp_path: Path, story: Path, encoding: str) -> None:
    environ = {
        **os.environ,
        **{f"NEGOTIATOR_{name}": str(tmp_path / name) for name in ("SAVES", "CONFIG", "CACHE")},
        "PYTHONIOENCODING": encoding,
    }
    done = subprocess.run(
        [sys.executable, "-m", "negotiator", "play", story],
        input=b"1\n\xff\xc3\n3\n3\n",
        capture_output=True,
        cwd=ROOT,
        env=environ,
        check=True,
    )
    out = done.stdout.decode(encoding)
    assert done.stderr == b""
    in_order(out, "Why is it open?", "Your desk", "Signed", "Looking back", "This run is saved.")


def test_a_notice_is_read_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with begun(tmp_path) as session:
        session.choose("wait")
    edited = kiosk(("[scenes.call.choices.wait]", "[scenes.call.choices.waits]"))
    with Session.resume(session.path, edited) as again:
        PlainGame(again, 76).play(lambda _prompt: None)
    in_order(
        capsys.readouterr().out, "The scenario has changed since", "'wait' is no\nlonger there", "Bo rings."
    )


def test_errors_are_of_the_kind_commands_put_into_words() -> None:
    assert issubclass(NotSaved, NegotiatorError)

"""Killed at any instant: everything that was shown is in the log, and the run can be gone on with."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from negotiator.game.state import Move
from negotiator.runs.chain import chain
from negotiator.runs.session import Session
from tests.game.tablestory import table_game
from tests.runs.story import kiosk, played
from tests.support import ROOT

PLAYER = ("-m", "tests.runs.player")
KILLS = int(os.environ.get("NEGOTIATOR_KILLS", "12"))


def shown_until_killed(folder: Path, seed: int, *what: str) -> list[str]:
    """What a player printed before it was killed after a random number of lines, somewhere in its next move."""
    lines = random.Random(seed).randrange(1, 60)
    shown: list[str] = []
    with subprocess.Popen(
        [sys.executable, *PLAYER, folder, str(seed), *what], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            shown.append(line)
            if len(shown) == lines:
                child.kill()
                break
        shown += child.stdout.readlines()
    # A line that was cut off was not shown whole.
    return [line.rstrip("\n") for line in shown if line.endswith("\n")]


def moves_in(path: Path) -> list[str]:
    """The moves of a log in order, those taken back included."""
    moves = []
    for line in chain(path, path.read_bytes()).lines[1:]:
        fields = line.fields()
        what = fields.get("choice") or fields.get("line") or ""
        moves.append(f"{fields['kind']} {what}".strip())
    return moves


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_that_was_shown_at_a_table_is_lost(tmp_path: Path, seed: int) -> None:
    made = table_game()
    for path, shown, last in by_run(shown_until_killed(tmp_path, seed, "table")):
        saved = moves_in(path)
        assert saved[: len(shown)] == shown
        assert len(saved) - len(shown) <= (1 if last else 0)
        with Session.resume(path, made) as session:
            assert session.notice == "" or last
            assert [
                f"{turn.move.kind} {turn.move.choice or turn.move.line}".strip()
                for turn in session.play.turns
            ][: len(shown)] == shown
            if session.view.table:
                session.move(Move("accept"))


def by_run(lines: list[str]) -> list[tuple[Path, list[str], bool]]:
    """What was shown of each run, and whether it is the one that was cut off."""
    runs: list[tuple[Path, list[str]]] = []
    for line in lines:
        if line.startswith("run "):
            runs.append((Path(line.removeprefix("run ")), []))
        else:
            runs[-1][1].append(line)
    assert runs
    return [(path, shown, at == len(runs) - 1) for at, (path, shown) in enumerate(runs)]


@pytest.mark.parametrize("seed", range(KILLS))
def test_nothing_that_was_shown_is_lost(tmp_path: Path, seed: int) -> None:
    for path, shown, last in by_run(shown_until_killed(tmp_path, seed)):
        saved = moves_in(path)
        assert saved[: len(shown)] == shown
        # The one move that was being made may be there or not.
        assert len(saved) - len(shown) <= (1 if last else 0)
        with Session.resume(path, kiosk()) as session:
            assert session.notice == "" or last
            if session.view.ending is None:
                session.choose(next(choice.id for choice in session.view.choices if choice.enabled))


def test_another_process_is_told_and_a_killed_one_frees_the_run(tmp_path: Path) -> None:
    path = played(tmp_path, ["why-open"])

    def window() -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, *PLAYER, "hold", path],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    with window() as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        with window() as second:
            assert second.communicate()[0] == "RunInUse\n"
        first.kill()
        first.wait()
        with Session.resume(path, kiosk()) as session:
            session.choose("wait")

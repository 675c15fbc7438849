"""A whole deal in a real pseudo-terminal: ask, send, take, sign, guess, look back; and every move is in the log."""

import json
from pathlib import Path

import pytest

from tests.game.tablestory import TABLE
from tests.tui.test_terminal import Terminal, library

ENTER, DOWN, RIGHT, UP = "\r", "\x1b[B", "\x1b[C", "\x1b[A"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return library(tmp_path, "the-table", TABLE)


def log(place: Path) -> list[str]:
    (saved,) = (place / "saves").glob("*.jsonl")
    lines = [json.loads(line) for line in saved.read_text("utf-8").splitlines()[1:]]
    return [f"{line['kind']} {line.get('choice') or line.get('line') or ''}".strip() for line in lines]


def test_a_whole_deal(place: Path) -> None:
    on = Terminal(place, "play", "the-table", "--seed", "3")
    on.wait("The letter.")
    on.press("2", "Ana waits.")
    on.press("a", "What matters most")
    on.press(UP, "Tell me about this: the budget.")
    on.press(ENTER, "The budget lapses in March.")
    on.press("d", "A package for Ana")
    on.press(RIGHT, "Team lead")
    on.press(DOWN + RIGHT, "$110,000")
    on.press("r", "reason: what the work needs")
    on.press("r", "reason: what would serve them")
    on.press(ENTER, "Before you say it")
    on.press(ENTER, "Take Ana’s package")
    assert log(place)[-1] == "propose lead base=mid because=company"
    on.press("y", "latest package")
    on.press(ENTER, "You have a deal. It is not signed yet.")
    on.press("1", "Look back on it: the debrief.")
    on.press("1", "What mattered most to Ana")
    on.press("1" + DOWN + "3" + ENTER, "Better for both?")
    on.press("s", "looking back: Signed, signed")
    on.press("3", "no deal")
    assert on.end("\x11") == 0
    assert "Traceback" not in on.raw
    assert log(place) == [
        "choose talk",
        "ask open budget",
        "propose lead base=mid because=company",
        "accept",
        "choose sign",
        "guess base -title",
        "reveal",
    ]

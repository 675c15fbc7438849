"""The tutorial shows what its files hold, and its commands print what it says they print."""

import re
import shlex

import pytest

from negotiator.cli.main import run
from negotiator.scenario.loader import require
from tests.support import ROOT

PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
FILES = ROOT / "docs" / "tutorial"
STEPS = range(1, 11)


def section(step: int) -> str:
    return re.split(r"^## ", PAGE, flags=re.MULTILINE)[step]


def blocks(text: str, kind: str) -> list[str]:
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [body for named, body in fenced if named == kind]


def file(step: int) -> str:
    return (FILES / f"step-{step:02}.toml").read_text("utf-8")


def commands() -> list[tuple[str, str]]:
    """Each `$ negotiator …` that the page shows an answer to, with the answer."""
    found = []
    for block in blocks(PAGE, ""):
        for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            if answer:
                found.append((command, answer))
    return found


@pytest.mark.parametrize("step", STEPS)
def test_what_a_step_shows_stands_in_its_file(step: int) -> None:
    assert section(step).startswith(f"Step {step}: ")
    shown = blocks(section(step), "toml")
    assert shown
    for block in shown:
        assert block.strip() in file(step)


@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_played(step: int) -> None:
    assert require(FILES / f"step-{step:02}.toml").title == "The Second Signature"


@pytest.mark.parametrize(("command", "answer"), commands(), ids=lambda text: text.splitlines()[0])
def test_a_command_answers_what_the_page_says(
    command: str, answer: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(FILES)
    run(shlex.split(command)[1:])
    assert capsys.readouterr().out.strip() == answer.strip()

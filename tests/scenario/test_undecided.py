"""What `check` cannot decide within its budget is no finding: one line says so, and a list for programs."""

import json
from pathlib import Path

import pytest

from negotiator.analysis.deciding import decide
from negotiator.cli.main import run
from tests.support import FRAME, game

ASKED, NEEDED = 16, 8
"""More ways to ask half of the questions than `check` looks at."""


def half_of_them() -> str:
    """A story in which one choice, and one ending, need just the first half of the questions to have been asked."""
    facts = "".join(f'[facts.f{n}]\nsays = "{n}."\nknown_by = ["ana"]\n' for n in range(ASKED))
    questions = "".join(
        f'choices.q{n} = {{ say = "{n}?", learn = ["f{n}"], goto = "here" }}\n' for n in range(ASKED)
    )
    needs = " and ".join(f"{'' if n < NEEDED else 'not '}knows(f{n})" for n in range(ASKED))
    return (
        f'{FRAME}[endings.gone]\noutcome = "declined"\ntitle = "Gone"\ntext = "Gone."\n{facts}'
        f'[scenes.hall]\nstage = "written_offer"\nwith = ["ana"]\ntext = "Ana."\n{questions}'
        f'choices.half = {{ do = "Go.", when = "{needs}", goto = "gone" }}\n'
        'choices.sign = { do = "Sign.", goto = "signed" }\n'
    )


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("half.toml").write_text(half_of_them(), "utf-8")
    return "half.toml"


def test_one_line_says_what_is_open(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["check", file])
    assert code == 0
    said = capsys.readouterr().out.strip().split("\n")
    assert (
        "half.toml: not decided within its budget: 1 choice and 1 ending; "
        "`negotiator playtest half.toml` looks longer"
    ) in said
    assert not [line for line in said if "N20" in line]


def test_programs_get_a_list(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", file, "--format", "json"])
    [one] = json.loads(capsys.readouterr().out)["files"]
    assert one["undecided"] == [
        {"kind": "choice", "path": ["scenes", "hall", "choices", "half"]},
        {"kind": "ending", "path": ["endings", "gone"]},
    ]


def test_a_larger_budget_decides_it() -> None:
    reach = decide(game(half_of_them(), frame=False), 100_000)
    assert not list(reach.undecided())
    assert sorted(reach.endings["gone"].walk) == sorted([*(f"q{n}" for n in range(NEEDED)), "half"])

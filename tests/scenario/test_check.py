"""The command `check`: what it prints, for people and programs, and how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from negotiator.cli.fixing import FixedData
from negotiator.cli.main import run
from negotiator.scenario.rendering import FindingData, RelatedData
from tests.scenario.planted import SOUND, plant
from tests.support import SCENARIOS

BROKEN = plant('start = "hall"', 'start = «"hal"»')[0]
DUSTY = SOUND.replace("asked = false", "asked = false\nidle = false")
LOST = SOUND.replace(
    "[endings.late]\n", '[endings.moon]\noutcome = "lost"\ntitle = "x"\ntext = "x"\n[endings.late]\n'
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of each kind; commands run in it."""
    for name, text in (("sound", SOUND), ("broken", BROKEN), ("dusty", DUSTY), ("lost", LOST)):
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["sound.toml"], 0),
        (["broken.toml"], 1),
        (["dusty.toml"], 0),
        (["dusty.toml", "--strict"], 1),
        (["sound.toml", "--strict"], 0),
        (["lost.toml"], 1),
        (["sound.toml", "broken.toml"], 1),
        (["none.toml"], 2),
        (["."], 2),
        (["none.toml", "--format", "json"], 2),
        (["none.toml", "--format", "short"], 2),
    ],
    ids=str,
)
def test_exit_codes(files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int) -> None:
    assert run(["check", *arguments]) == code


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "sound.toml", "--format", "xml"], ["check", "--nonsense", "x"]]
)
def test_a_wrong_call_exits_with_two(
    files: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(arguments)
    assert left.value.code == 2


def test_a_fine_file_is_counted(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "sound.toml"])
    said = out(capsys)
    assert "fine" in said
    assert "3 scenes" in said
    assert "6 choices" in said
    assert "3 endings" in said


def test_what_play_shows_is_placed_in_the_file(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "lost.toml"])
    said = out(capsys)
    line = LOST.split("\n").index("[endings.moon]") + 1
    assert f"lost.toml:{line}:" in said
    assert "N202" in said
    assert f"{line} | [endings.moon]" in said


def test_json_keeps_its_contract(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "sound.toml", "broken.toml", "dusty.toml", "lost.toml", "none.toml", "--format", "json"])
    document = json.loads(out(capsys))
    by_name = {one["file"]: one for one in document["files"]}
    assert list(by_name) == ["sound.toml", "broken.toml", "dusty.toml", "lost.toml", "none.toml"]
    assert [by_name[f"{name}.toml"]["errors"] for name in ("sound", "broken", "dusty", "lost", "none")] == [
        0,
        1,
        0,
        1,
        1,
    ]
    assert by_name["dusty.toml"]["warnings"] == 1
    for one in document["files"]:
        for finding in one["findings"]:
            assert {"code", "severity", "line", "column", "message", "hint"} <= finding.keys()
            assert finding["severity"] in ("error", "warning", "note")
            assert finding["line"] >= 1
            assert finding["column"] >= 1
    [found] = by_name["broken.toml"]["findings"]
    assert (found["code"], found["line"], found["column"]) == ("N104", 3, 9)
    assert found["hint"] == "did you mean 'hall'?"


def test_short_gives_a_line_each(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "broken.toml", "dusty.toml", "--format", "short"])
    lines = out(capsys).strip().split("\n")
    assert lines[0].startswith("broken.toml:3:9: error N104: ")
    assert lines[1].startswith("dusty.toml:20:1: warning N247: ")
    assert "1 error, 1 warning in 2 files" in lines[-1]


def test_the_last_line_names_the_page_of_what_matters_most(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "dusty.toml", "broken.toml"])
    assert out(capsys).endswith("\n`negotiator explain N104` says more\n")
    run(["check", "broken.toml", "--format", "short"])
    assert "explain" not in out(capsys)
    run(["check", "sound.toml"])
    assert "explain" not in out(capsys)


def test_every_file_is_looked_at_though_one_is_missing(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "none.toml", "broken.toml"]) in (1, 2)
    said = capsys.readouterr()
    assert "none.toml" in said.out + said.err
    assert "N104" in said.out


def test_an_accepted_finding_of_play_is_silent(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    never = (
        '[scenes.hall.choices.never]\ndo = "x"\nwhen = "mood == warm"\ngoto = "letter"\n[endings.signed]\n'
    )
    text = SOUND.replace("[endings.signed]\n", never)
    (files / "never.toml").write_text(text, "utf-8")
    assert run(["check", "never.toml", "--strict"]) == 1
    (files / "never.toml").write_text(text.replace("[accept]\n", '[accept]\nN206 = "We know."\n'), "utf-8")
    assert run(["check", "never.toml", "--strict"]) == 0


@pytest.mark.parametrize(("env", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_that_want_it(
    files: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    coloured: bool,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    run(["check", "broken.toml"])
    assert "\x1b" not in out(capsys)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    run(["check", "broken.toml"])
    assert ("\x1b[" in out(capsys)) is coloured


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_name_that_would_act_on_the_terminal_does_not(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("\x1b[31mred.toml", "a\rb.toml", "\udcff.toml"):
        (files / name).write_text(BROKEN, "utf-8")
        for form in ("text", "short", "json"):
            assert run(["check", name, "--format", form]) == 1
            said = out(capsys)
            assert "\x1b" not in said
            assert "\r" not in said
            said.encode("utf-8")
        assert run(["check", f"none-{name}"]) == 2
        printed = "".join(capsys.readouterr())
        assert "\x1b" not in printed
        printed.encode("utf-8")


SHOWING = {
    f"negotiator.scenario.{name}"
    for name in ("places", "placing", "excerpt", "rendering", "toml_errors", "pages")
}


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        ("sound", set()),
        ("broken", SHOWING - {"negotiator.scenario.toml_errors", "negotiator.scenario.pages"}),
    ],
)
def test_what_finds_and_shows_places_is_imported_only_for_findings(
    files: Path, name: str, loaded: set[str]
) -> None:
    program = (
        "import sys; from negotiator.cli.main import run; "
        f"run(['check', '{name}.toml']); print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert SHOWING & set(done.stdout.split("\n")) == loaded


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_stories_of_the_product_have_nothing_to_mend(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(path), "--strict"]) == 0, out(capsys)


def test_every_key_of_the_json_stands_on_its_page() -> None:
    page = (SCENARIOS.parent / "docs" / "check.md").read_text("utf-8")
    for key in (*FindingData.__annotations__, *RelatedData.__annotations__, *FixedData.__annotations__):
        assert f"`{key}`" in page, key

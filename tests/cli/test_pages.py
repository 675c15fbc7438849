"""`negotiator runs debrief`, `compare` and `prepare`: every form, to standard output and to a file."""

import io
import json
import sys
from pathlib import Path

import pytest

from negotiator.cli.progress import Bar
from tests.cli.conftest import Command
from tests.game.tablestory import TABLE
from tests.report.reading import Reader
from tests.report.runs import DEALT, UNASKED


@pytest.fixture
def table(tmp_path: Path, story: Path) -> Path:
    """The story with a table, where scenarios are looked for."""
    path = tmp_path / "scenarios" / "the-table.toml"
    path.write_text(TABLE, "utf-8")
    return path


def play(command: Command, scenario: str, *lines: str) -> str:
    """The id of a run of these lines."""
    typed = "\n".join((*lines, ""))
    return str(command("play", scenario, "--script", "-", "--format", "json", typed=typed).data["run"])


@pytest.fixture
def dealt(command: Command, table: Path) -> str:
    """A run with everything a table can hold."""
    return play(command, "the-table", *DEALT)


def test_the_page_is_html_by_default(command: Command, dealt: str) -> None:
    done = command("runs", "debrief", dealt)
    assert (done.code, done.err) == (0, "")
    read = Reader(done.out)
    assert done.out.startswith("<!doctype html>")
    assert read.headings[0] == (1, "The Table")
    assert f"negotiator runs branch {dealt} " in read.text


def test_text_and_markdown(command: Command, dealt: str) -> None:
    text = command("runs", "debrief", dealt, "--format", "text").out
    assert text.startswith("Looking back: The Table\n=====")
    assert max(map(len, text.splitlines())) <= 76
    page = command("runs", "debrief", dealt, "--format", "md").out
    assert page.startswith("# The Table\n")
    for said in (text, page):
        assert said.index("The turning point") < said.index("Courage, finesse, fit") < said.index("The deal")
        assert "Packages sent and received" in said


def test_json_keeps_to_its_keys(command: Command, dealt: str) -> None:
    data = command("runs", "debrief", dealt, "--format", "json").data
    assert data["run"] == dealt
    assert set(data) == {
        *(
            "run",
            "scenario",
            "title",
            "language",
            "sentence",
            "story",
            "finished",
            "ending",
            "ending_coach",
            "gauges",
        ),
        *("scores", "decisions", "turning", "learned", "facts_in_all", "wanted", "undone", "dealt", "later"),
    }
    assert set(data["dealt"]) == {
        *(
            "who",
            "kind",
            "alternative",
            "alternative_says",
            "letter",
            "agreed",
            "metrics",
            "terms",
            "rounds",
            "questions",
        ),
        *("guess", "declared", "declared_late", "tries", "best", "better", "lost", "trust", "map"),
    }
    assert set(data["gauges"][0]) == {
        *("name", "score", "band", "terms", "story", "table", "table_percent", "at_table", "capped"),
    }
    assert set(data["decisions"][0]) == {
        *(
            "number",
            "scene",
            "stage",
            "place",
            "move",
            "choice",
            "text",
            "brief",
            "spoken",
            "kind",
            "replies",
            "learned",
        ),
        *("marks", "first", "others", "coach", "moment", "lost", "swing"),
    }
    assert set(data["dealt"]["best"]) == {
        "name",
        "decision",
        "place",
        "instead",
        "moves",
        "package",
        "got",
        "best",
    }
    assert set(data["dealt"]["better"]) == set(data["dealt"]["lost"])


def test_a_file_is_put_in_place_whole(command: Command, dealt: str, tmp_path: Path) -> None:
    out = tmp_path / "pages" / "debrief.html"
    done = command("runs", "debrief", dealt, "--out", out)
    assert (done.code, done.out) == (0, f"Written to {out}\n")
    assert out.read_text("utf-8") == command("runs", "debrief", dealt).out
    assert command("runs", "debrief", dealt, "--format", "json", "--out", out).code == 0
    assert json.loads(out.read_text("utf-8"))["run"] == dealt
    assert [path.name for path in out.parent.iterdir()] == ["debrief.html"]


def test_a_file_that_cannot_be_written_is_said(command: Command, dealt: str, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    done = command("runs", "debrief", dealt, "--out", tmp_path / "taken")
    assert (done.code, done.out) == (2, "")
    assert "could not be written: " in done.err
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".taken")] == []


def test_there_is_no_debrief_while_a_run_goes_on(command: Command, table: Path) -> None:
    run = play(command, "the-table", "talk")
    done = command("runs", "debrief", run)
    assert (done.code, done.out) == (1, "")
    assert f"The run {run} is not over" in done.err
    assert f"negotiator runs resume {run}" in done.err


def test_show_and_export_tell_of_the_deal(command: Command, dealt: str) -> None:
    shown = command("runs", "show", dealt).out
    assert "You and Ana Duarte agreed." in shown
    assert "Term by term" in shown
    assert "## The deal" in command("runs", "export", dealt, "--format", "md").out
    data = command("runs", "export", dealt, "--format", "json").data
    assert data["debrief"]["dealt"]["kind"] == "agreed"


def test_compare(command: Command, dealt: str, table: Path) -> None:
    other = play(command, "the-table", *UNASKED)
    text = command("runs", "compare", dealt, other).out
    assert text.startswith("Two runs side by side: The Table\n")
    assert f"Run {dealt}" in text
    assert "# The Table" in command("runs", "compare", dealt, other, "--format", "md").out
    data = command("runs", "compare", dealt, other, "--format", "json").data
    assert set(data) == {
        *(
            "runs",
            "scenario",
            "title",
            "language",
            "alike",
            "parted",
            "left",
            "right",
            "shape",
            "terms",
            "moments",
        ),
        *("only_left", "only_right"),
    }
    assert data["runs"] == [dealt, other]


def test_runs_of_two_stories_are_not_compared(command: Command, dealt: str) -> None:
    other = play(command, "kiosk", "wait", "sign")
    done = command("runs", "compare", dealt, other)
    assert (done.code, done.out) == (2, "")
    assert f"{dealt} is a run of 'the-table' and {other} one of 'kiosk'." in done.err


def test_prepare(command: Command, dealt: str, tmp_path: Path) -> None:
    assert command("runs", "prepare", dealt).out.startswith("Preparation sheet: For the real talk\n")
    assert command("runs", "prepare", dealt, "--format", "md").out.startswith("# For the real talk\n")
    out = tmp_path / "sheet.html"
    assert command("runs", "prepare", dealt, "--format", "html", "--out", out).code == 0
    assert Reader(out.read_text("utf-8")).headings[0] == (1, "For the real talk")


def test_a_page_is_right_in_any_encoding(
    command: Command, dealt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Reader(command("runs", "debrief", dealt).out).text
    narrow = io.TextIOWrapper(io.BytesIO(), "ascii", write_through=True)
    monkeypatch.setattr(sys, "stdout", narrow)
    command("runs", "debrief", dealt)
    assert Reader(narrow.buffer.getvalue().decode("ascii")).text == whole


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_for_people_only(
    monkeypatch: pytest.MonkeyPatch, command: Command, dealt: str
) -> None:
    monkeypatch.setattr(sys, "stderr", seen := Terminal())
    assert command("runs", "debrief", dealt).code == 0
    drawn = seen.getvalue().split("\r")
    assert any(part.startswith("Looking for the best line [###") for part in drawn)
    assert drawn[-1] == ""
    assert drawn[-2].strip() == ""
    monkeypatch.setattr(sys, "stderr", nobody := io.StringIO())
    bar = Bar("Looking")
    bar(1, 2)
    bar.close()
    assert nobody.getvalue() == ""


def test_the_best_line_says_where_it_begins(command: Command, dealt: str) -> None:
    best = command("runs", "debrief", dealt, "--format", "json").data["dealt"]["best"]
    other = command("runs", "branch", dealt, str(best["decision"])).out.split()[0]
    assert len(command("runs", "show", other, "--format", "json").data["log"]) == best["decision"] - 1

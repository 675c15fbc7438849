"""Runs handed in as files: what is written, what is found in them, and the report made of them."""

import csv
import io
import json
from pathlib import Path

import pytest

from negotiator.runs.collecting import collect
from negotiator.runs.handin import hand_in, read_handed
from negotiator.runs.library import load_game
from negotiator.runs.log import read_log
from negotiator.runs.records import seal
from negotiator.runs.session import Session
from tests.cli.conftest import Command
from tests.runs.story import Ticking, take

WHEN = Ticking().now
LINE = ("why-open", "push", "sleep", "meet", "both")
CLOCK = Ticking()


def begun(tmp_path: Path) -> Session:
    """A run of the story as it lies in tmp_path."""
    game = load_game(tmp_path / "scenarios" / "kiosk.toml")
    return Session.create(tmp_path / "saves", game, seed=0, now=CLOCK)


def played(tmp_path: Path, choices: list[str]) -> Path:
    with begun(tmp_path) as session:
        take(session, choices)
        return session.path


def handed(tmp_path: Path, name: str, choices: list[str], *, student: str = "", file: str = "") -> Path:
    """A file that somebody handed in."""
    path = played(tmp_path, choices)
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    copy = folder / f"{file or name}.jsonl"
    copy.write_bytes(hand_in(path, name=name, student=student, now=WHEN))
    return copy


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_hand_in_writes_a_copy_that_says_whose_it_is_and_is_still_a_run(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = played(tmp_path, list(LINE))
    before = path.read_bytes()
    run = read_log(path).header.run
    done = command("class", "hand-in", run[:4], "--name", "Zoë\x1b[31m Q", "--student", "0042")
    assert done.code == 0
    (copy,) = tmp_path.glob("hand-in.*.jsonl")
    found = read_handed(copy)
    assert (found.name, found.student) == ("Zoë[31m Q", "0042")
    assert found.log.taken == read_log(path).taken
    assert not found.log.damage
    assert path.read_bytes() == before
    shown = command("runs", "show", copy, "--format", "json")
    assert shown.code == 0
    assert shown.data["ended"]
    assert shown.data["damaged"] is None


def test_hand_in_says_that_a_run_is_unfinished_and_keeps_the_run_itself(
    command: Command, tmp_path: Path
) -> None:
    path = played(tmp_path, ["why-open"])
    done = command("class", "hand-in", path, "--out", path)
    assert done.code == 2
    assert "the run itself" in done.err
    done = command("class", "hand-in", path, "--out", tmp_path / "x.jsonl")
    assert done.code == 0
    assert "unfinished" in done.out


def test_a_gradebook_has_a_row_for_each_attempt_and_each_person_of_the_roster(
    command: Command, tmp_path: Path
) -> None:
    handed(tmp_path, "Ana", list(LINE), student="7", file="a1")
    handed(tmp_path, "Ana", ["wait", "sign"], student="7", file="a2")
    handed(tmp_path, "ben", ["why-open"], file="b")
    roster = tmp_path / "roster.csv"
    roster.write_text("Student ID;Name\n7;Ana Sá\n8;Ben\n9;Cleo\n", "utf-8")
    done = command(
        "class",
        "collect",
        tmp_path / "in",
        "--format",
        "csv",
        "--roster",
        roster,
        "--out",
        tmp_path / "g.csv",
    )
    assert done.code == 0, done.err
    found = rows((tmp_path / "g.csv").read_text("utf-8"))
    assert [(one["student"], one["name"], one["kind"], one["status"]) for one in found] == [
        ("7", "Ana Sá", "first", "completed"),
        ("8", "Ben", "first", "unfinished"),
        ("7", "Ana Sá", "retry", "completed"),
        ("9", "Cleo", "", "not played"),
    ]
    assert found[0]["call: chosen"].startswith("why-open > push/")
    assert found[0]["formula"]
    assert found[0]["table weights"]
    assert found[1]["ending"] == ""
    assert found[3]["courage"] == found[3]["decisions"] == ""


def test_scores_are_the_engines_whatever_a_file_says_of_its_result(command: Command, tmp_path: Path) -> None:
    honest = handed(tmp_path, "Ana", ["wait", "sign"])
    lines = [json.loads(line) for line in honest.read_bytes().splitlines()]
    head, whole = "", b""
    for line in lines:
        fields = {key: value for key, value in line.items() if key not in ("prev", "hash")}
        if "result" in fields:
            fields |= {"result": "declined", "ending": "Emperor of the World"}
        if "run" in fields:
            fields["run"] = "zzzzzz"
        made, head = seal(fields, head)
        whole += made
    (tmp_path / "in" / "rewritten.jsonl").write_bytes(whole)
    done = command("class", "collect", tmp_path / "in", "--format", "csv")
    assert "Emperor" not in done.out
    first, second = rows(done.out)
    assert (first["ending"], first["fit"]) == (second["ending"], second["fit"]) == ("Signed", first["fit"])


def test_a_careless_edit_is_found_and_told_with_the_name(command: Command, tmp_path: Path) -> None:
    copy = handed(tmp_path, "Ana", list(LINE))
    copy.write_bytes(copy.read_bytes().replace(b'"choice":"sleep"', b'"choice":"sign"'))
    done = command("class", "collect", tmp_path / "in", "--format", "csv")
    assert done.code == 1
    assert "Ana.jsonl: was changed after it was written" in done.err
    (row,) = rows(done.out)
    assert (row["name"], row["status"], row["note"]) == ("Ana", "unfinished", "changed after it was written")


def test_one_run_counts_once_whoever_hands_it_in(command: Command, tmp_path: Path) -> None:
    with begun(tmp_path) as session:
        take(session, ["why-open"])
        early = hand_in(session.path, name="Ana", student="", now=WHEN)
        take(session, ["wait"])
        late = hand_in(session.path, name="Ana", student="", now=WHEN.replace(year=2032))
        copied = hand_in(session.path, name="Ben", student="", now=WHEN.replace(year=2033))
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in (("early", early), ("late", late), ("again", late), ("copied", copied)):
        (folder / f"{name}.jsonl").write_bytes(data)
    done = command("class", "collect", folder, "--format", "csv")
    assert done.code == 1
    (row,) = rows(done.out)
    assert (row["name"], row["decisions"]) == ("Ana", "2")
    assert "early.jsonl: left out. It is an earlier state of the run in" in done.err
    assert "It is the same run in" in done.err
    assert "copied.jsonl: left out. Ben handed in the run that Ana handed in" in done.err


def test_going_on_from_somebody_elses_run_is_told_and_never_a_first_attempt(
    command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with begun(tmp_path) as session:
        take(session, ["why-open", "wait"])
        (folder / "a.jsonl").write_bytes(hand_in(session.path, name="Ana", student="", now=WHEN))
        with session.branch(1) as other:
            (folder / "b.jsonl").write_bytes(hand_in(other.path, name="Ben", student="", now=WHEN))
    done = command("class", "collect", folder, "--format", "csv")
    assert "Ben goes on from the run of Ana" in done.err
    assert {(one["name"], one["kind"]) for one in rows(done.out)} == {("Ana", "first"), ("Ben", "retry")}


def test_files_that_are_no_runs_are_told_and_the_others_count(command: Command, tmp_path: Path) -> None:
    handed(tmp_path, "Ana", list(LINE))
    for name, data in (
        ("empty", b""),
        ("noise", bytes(range(256)) * 9),
        ("json", b'{"kind":"run","v":99}\n'),
    ):
        (tmp_path / "in" / f"{name}.jsonl").write_bytes(data)
    done = command("class", "collect", tmp_path / "in", "--format", "json")
    assert done.code == 1
    assert done.data["people"] == 1
    assert len(done.data["findings"]) == 3
    assert done.err.count("left out") == 3


def test_a_folder_without_runs_says_how_to_get_them(command: Command, tmp_path: Path) -> None:
    done = command("class", "collect", tmp_path)
    assert done.code == 2
    assert "class hand-in" in done.err
    assert command("class", "collect", tmp_path / "nowhere").code == 2


@pytest.mark.usefixtures("story")
def test_nothing_in_a_file_leads_outside_of_the_folder(tmp_path: Path) -> None:
    outside = handed(tmp_path, "Ana", list(LINE)).rename(tmp_path / "outside.jsonl")
    (tmp_path / "in" / "link.jsonl").symlink_to(outside)
    handed(tmp_path, "Ben", ["why-open"])
    assert [one.name for one in collect(tmp_path / "in").handed] == ["Ben"]


def test_the_page_of_five_or_more_shows_the_room_without_their_names(
    command: Command, tmp_path: Path
) -> None:
    names = ["Ana", "Benedikt", "Cleopatra", "Dmitri", "Ezekiel", "Fatoumata"]
    for name in names:
        handed(tmp_path, name, list(LINE))
    done = command("class", "collect", tmp_path / "in", "--out", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert done.code == 0
    assert "6 people played this case" in page
    assert not [name for name in names[1:] if name in page]


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "name\n", "\x00\x00"])
def test_a_roster_that_names_nobody_is_refused_before_anything_is_reckoned(
    text: str, command: Command, tmp_path: Path
) -> None:
    handed(tmp_path, "Ana", list(LINE))
    roster = tmp_path / "roster.csv"
    roster.write_text(text, "utf-8")
    done = command("class", "collect", tmp_path / "in", "--format", "csv", "--roster", roster)
    assert done.code == 2
    assert "oster" in done.err
    assert done.out == ""

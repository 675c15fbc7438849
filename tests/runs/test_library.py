"""The library: scenarios by the heads of their files, found by id or path, measured once."""

import os
from pathlib import Path

import pytest

from negotiator.game.rules import Game
from negotiator.runs.library import NoSuchScenario, entries, entry, find, find_for, load_game
from negotiator.runs.measures import length_of
from tests.runs.story import KIOSK


def put(folder: Path, name: str, text: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_head_tells_title_summary_and_difficulty(tmp_path: Path) -> None:
    text = KIOSK.replace(
        'title = "The Kiosk"', 'title = "The Kiosk"\nsummary = """Two\n  kiosks."""\ndifficulty = "hard"'
    )
    found = entry(put(tmp_path, "kiosk.toml", text))
    assert (found.id, found.title, found.summary, found.difficulty, found.trouble) == (
        "kiosk",
        "The Kiosk",
        "Two kiosks.",
        "hard",
        "",
    )


@pytest.mark.parametrize(
    "text",
    [
        '\ufeffformat = 1\r\ntitle = "The Kiosk"\r\n[people.bo]\r\nname = "Bo"\r\n',
        'format = 1\ntitle = "The Kiosk"\nsummary = """\n[not a table]\n[[nor this]\n"""\n[people.bo]\n',
        'format = 1\ntitle = "The Kiosk"\naccept = {}\n',
        'format = 1\ntitle = "The Kiosk"\n[people.bo]\nthis is broken further down\n',
        'format = 1\ntitle = "The Kiosk"\n\t[people]\n\t\tbo = { name = "Bo" }\n' + "# long\n" * 60_000,
    ],
)
def test_heads_in_many_shapes(tmp_path: Path, text: str) -> None:
    found = entry(put(tmp_path, "kiosk.toml", text))
    assert (found.title, found.trouble) == ("The Kiosk", "")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "cannot be read as a scenario"),
        (b"title = \xe2\x80\x9cCurly\xe2\x80\x9d", "cannot be read as a scenario"),
        (b"format = 2\ntitle = 'Later'\n", "newer Negotiator (format 2)"),
        (b"format = '1'\ntitle = 'x'\n", "cannot be read as a scenario"),
        (b"\x00\xff" * 1000, "cannot be read as a scenario"),
        (b"[" * 5000, "cannot be read as a scenario"),
        (b"[a]\n" * 5000, "cannot be read as a scenario"),
    ],
)
def test_a_broken_file_is_listed_with_its_trouble(tmp_path: Path, data: bytes, said: str) -> None:
    put(tmp_path, "broken.toml", data)
    (found,) = entries((tmp_path,))
    assert found.id == "broken"
    assert said in found.trouble


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a matter of POSIX systems")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    assert [one.trouble for one in entries((tmp_path,))] == ["It is not a file."] * 2


def test_own_scenarios_come_first_easy_before_hard_and_hide_those_of_the_same_id(tmp_path: Path) -> None:
    head = 'format = 1\ntitle = "{}"\ndifficulty = "{}"\n[x]\n'
    put(tmp_path / "own", "b.toml", head.format("Mine", "hard"))
    put(tmp_path / "shipped", "a.toml", head.format("Alpha", "hard"))
    put(tmp_path / "shipped", "b.toml", head.format("Theirs", "easy"))
    put(tmp_path / "shipped", "c.toml", head.format("Gamma", "easy"))
    put(tmp_path / "shipped", "notes.txt", "no scenario")
    put(tmp_path / "shipped", ".hidden.toml", head.format("Hidden", "easy"))
    folders = (tmp_path / "own", tmp_path / "shipped", tmp_path / "missing")
    assert [one.title for one in entries(folders)] == ["Mine", "Gamma", "Alpha"]
    assert find("b", folders) == tmp_path / "own" / "b.toml"


def test_a_scenario_is_found_by_id_or_path_and_a_near_miss_is_helped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "shipped", "the-kiosk.toml", KIOSK)
    named = put(tmp_path / "shipped", "x.toml", KIOSK.replace("format = 1", 'format = 1\nid = "second"'))
    folders = (tmp_path / "shipped",)
    assert find("the-kiosk", folders) == path
    assert find("second", folders) == named
    assert find(str(path), folders) == path
    monkeypatch.chdir(tmp_path / "shipped")
    assert find("the-kiosk.toml", folders) == Path("the-kiosk.toml")
    with pytest.raises(NoSuchScenario, match="no scenario 'teh-kiosk'") as caught:
        find("teh-kiosk", folders)
    assert "Did you mean 'the-kiosk'?" in caught.value.hint


def test_the_scenario_of_a_run_is_its_file_or_the_one_of_its_id(tmp_path: Path) -> None:
    mine = put(tmp_path / "desk", "kiosk.toml", KIOSK)
    shipped = put(tmp_path / "shipped", "kiosk.toml", KIOSK)
    folders = (tmp_path / "shipped",)
    assert find_for("kiosk", str(mine), folders) == mine
    mine.rename(tmp_path / "desk" / "renamed.toml")
    assert find_for("kiosk", str(mine), folders) == shipped
    shipped.unlink()
    with pytest.raises(NoSuchScenario, match="nowhere to be found"):
        find_for("kiosk", str(mine), folders)


def test_a_length_is_measured_once_for_each_state_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "kiosk.toml", KIOSK)
    first = length_of(entry(path), tmp_path / "cache")
    assert (first.scenes, first.choices, first.endings, first.trouble) == (3, 10, 3, "")
    assert first.minutes >= 1
    assert len(first.rules) == 64
    loaded: list[Path] = []

    def watched(path: Path) -> Game:
        loaded.append(path)
        return load_game(path)

    monkeypatch.setattr("negotiator.runs.measures.load_game", watched)
    assert length_of(entry(path), tmp_path / "cache") == first
    assert loaded == []
    path.write_text(KIOSK.replace("Bo rings.", "Bo rings and rings."), "utf-8")
    assert length_of(entry(path), tmp_path / "cache").words == first.words + 2
    assert loaded == [path]


def test_a_scenario_with_errors_has_its_trouble_for_a_length(tmp_path: Path) -> None:
    path = put(tmp_path, "kiosk.toml", KIOSK.replace('goto = "talk"', 'goto = "tlak"'))
    for _ in range(2):
        assert "negotiator check" in length_of(entry(path), tmp_path / "cache").trouble
    path.unlink()
    assert length_of(entry(path), tmp_path / "cache").trouble

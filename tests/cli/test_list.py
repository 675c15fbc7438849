"""`negotiator list`: what can be played, and what cannot, with the reason."""

from pathlib import Path

import pytest

from negotiator.runs import library
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def only_our_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(library, "scenario_folders", lambda: (tmp_path / "scenarios",))


def test_the_keys_of_the_contract(command: Command, story: Path) -> None:
    (data,) = command("list", "--format", "json").data
    assert {key: data[key] for key in ("id", "title", "scenes", "choices", "endings", "path")} == {
        "id": "kiosk",
        "title": "The Kiosk",
        "scenes": 3,
        "choices": 10,
        "endings": 3,
        "path": str(story),
    }
    assert data["minutes"] >= 1
    assert data["words"] > 20


def test_as_text_with_what_cannot_be_played(command: Command, story: Path) -> None:
    (story.parent / "broken.toml").write_text("title = ")
    done = command("list")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].split() == ["ID", "TITLE", "LENGTH", "DIFFICULTY"]
    assert lines[1].split() == ["kiosk", "The", "Kiosk", "2", "min", "medium"]
    assert "Play one: negotiator play ID" in done.out
    assert f"{story.parent / 'broken.toml'} cannot be played." in done.out
    assert "negotiator check" in done.out


def test_an_empty_library_says_where_to_put_scenarios(command: Command, story: Path) -> None:
    story.unlink()
    done = command("list")
    assert f"Put some into {story.parent}." in done.out
    assert command("list", "--format", "json").data == []

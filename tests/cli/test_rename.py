"""`negotiator rename` as it is used: written, shown beforehand, refused; saved runs come back."""

import os
from pathlib import Path

import pytest

from negotiator.cli.inplace import put
from negotiator.errors import NegotiatorError
from tests.cli.conftest import Command


def test_played_renamed_and_resumed_on_the_command_line(command: Command, story: Path) -> None:
    command("play", story, "--plain", "--seed", "1", typed="2\n")
    (run,) = command("runs", "list", "--format", "json").data
    done = command("rename", story, "desk", "kitchen-table")
    assert (done.code, done.err) == (0, "")
    assert "Saved runs follow" in done.out
    assert 'renamed_from = ["desk"]' in story.read_text("utf-8")
    shown = command("runs", "show", run["id"])
    assert (shown.code, "changed" in shown.out + shown.err) == (0, False)


def test_a_dry_run_shows_the_difference_and_writes_nothing(command: Command, story: Path) -> None:
    before = story.read_bytes()
    done = command("rename", story, "desk.meet", "see-her", "--dry-run")
    assert "-[scenes.desk.choices.meet]" in done.out.splitlines()
    assert "+[scenes.desk.choices.see-her]" in done.out.splitlines()
    assert '+renamed_from = ["meet"]' in done.out.splitlines()
    assert story.read_bytes() == before


def test_programs_get_one_document(command: Command, story: Path) -> None:
    data = command("rename", story, "people.ana", "anna", "--format", "json").data
    assert (data["kind"], data["old"], data["new"], data["places"]) == ("person", "people.ana", "anna", 3)
    assert data["written"] is True
    assert 'with = ["anna"]' in story.read_text("utf-8")


def test_what_cannot_be_renamed_leaves_the_file_alone(command: Command, story: Path) -> None:
    before = story.read_bytes()
    for old, new in (("nobody", "x"), ("desk", "call"), ("desk", "Desk"), ("desk", "signed")):
        done = command("rename", story, old, new)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("negotiator: ")
    assert command("rename", story.with_name("none.toml"), "a", "b").code == 2
    assert story.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing there")
def test_a_link_and_permissions_stay(command: Command, story: Path) -> None:
    story.chmod(0o640)
    link = story.with_name("link.toml")
    link.symlink_to(story)
    assert command("rename", link, "desk", "table").code == 0
    assert link.is_symlink()
    assert story.stat().st_mode & 0o777 == 0o640
    assert "[scenes.table]" in story.read_text("utf-8")
    assert [one.name for one in story.parent.iterdir() if one.name.startswith(".")] == []


def test_a_file_saved_meanwhile_is_not_overwritten(story: Path) -> None:
    before = story.read_bytes()
    story.write_bytes(before + b"# saved in the editor\n")
    with pytest.raises(NegotiatorError, match="saved by somebody else"):
        put(story, before, b"")
    assert story.read_bytes().endswith(b"# saved in the editor\n")


def test_nothing_that_a_terminal_obeys_comes_through_a_dry_run(command: Command, story: Path) -> None:
    story.write_text(
        story.read_text("utf-8").replace("[scenes.desk]", "# \x85\u202e!\n[scenes.desk]"), "utf-8"
    )
    out = command("rename", story, "scenes.desk", "table", "--dry-run").out
    assert "!" in out
    assert not set("\x85\u202e") & set(out)

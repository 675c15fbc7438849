"""`negotiator graph`: the map of a story on the screen and in files."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("form", "begins"), [("text", "The Kiosk"), ("svg", "<svg"), ("mermaid", "flowchart"), ("dot", "digraph")]
)
def test_every_form_is_printed_or_written(
    form: str, begins: str, command: Command, story: Path, tmp_path: Path
) -> None:
    printed = command("graph", story, "--format", form)
    assert printed.code == 0
    assert printed.out.startswith(begins)
    into = tmp_path / "made" / "map"
    written = command("graph", story, "--format", form, "--out", into)
    assert written.out == f"Written to {into}\n"
    assert into.read_text("utf-8") == printed.out


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
def test_a_map_in_a_file_can_be_read_by_whoever_it_is_passed_on_to(
    command: Command, story: Path, tmp_path: Path
) -> None:
    before = os.umask(0o022)
    try:
        command("graph", story, "--format", "svg", "--out", tmp_path / "map.svg")
    finally:
        os.umask(before)
    assert (tmp_path / "map.svg").stat().st_mode & 0o777 == 0o644


def test_json_is_one_document(command: Command, story: Path) -> None:
    data = command("graph", story, "--format", "json").data
    assert data["start"] in {node["id"] for node in data["nodes"]}


def test_json_loses_no_character_where_the_terminal_lacks_it(
    command: Command, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), "ascii")
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", narrow)
        command("graph", story, "--format", "json")
    narrow.seek(0)
    assert "Café" in {node["title"] for node in json.loads(narrow.read())["nodes"]}


def test_a_broken_file_is_not_drawn(command: Command, story: Path) -> None:
    story.write_text("format = 1\n", "utf-8")
    assert command("graph", story).code == 2

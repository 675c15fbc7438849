"""`negotiator graph`: the map of a story on the screen and in files."""

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


def test_json_is_one_document(command: Command, story: Path) -> None:
    data = command("graph", story, "--format", "json").data
    assert data["start"] in {node["id"] for node in data["nodes"]}


def test_a_broken_file_is_not_drawn(command: Command, story: Path) -> None:
    story.write_text("format = 1\n", "utf-8")
    assert command("graph", story).code == 2

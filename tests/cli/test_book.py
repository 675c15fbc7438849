"""`negotiator book`: a scenario as a document, printed or in a file."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# The Kiosk\n"), ("html", "<!doctype html>")])
def test_it_is_printed_or_written(
    form: str, begins: str, command: Command, story: Path, tmp_path: Path
) -> None:
    printed = command("book", story, "--format", form)
    assert printed.code == 0
    assert printed.out.startswith(begins)
    into = tmp_path / "book"
    assert command("book", story, "--format", form, "--out", into).out == f"Written to {into}\n"
    assert into.read_text("utf-8") == printed.out


def test_a_broken_file_has_no_book(command: Command, story: Path) -> None:
    story.write_text("format = 1\n", "utf-8")
    assert command("book", story).code == 2

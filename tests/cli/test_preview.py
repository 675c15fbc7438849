"""`negotiator preview` where there is nothing to draw on."""

import pytest

from negotiator.cli.main import run


def test_without_a_terminal_it_says_what_can_be_done_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", "case.toml", "--at", "hall"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "negotiator check case.toml" in said.err

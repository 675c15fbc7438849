"""`negotiator class` offers the subcommands that this installation has, and no others."""

import pytest

from negotiator.cli.classroom import WHAT
from negotiator.cli.main import run
from tests.support import ROOT

CLI = ROOT / "negotiator" / "cli"


def test_every_subcommand_that_is_there_is_offered_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["class", "--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    there = {path.stem.removeprefix("class_").replace("_", "-") for path in CLI.glob("class_*.py")}
    assert there & set(WHAT) == {name for name in WHAT if f"\n    {name}" in said}


def test_class_without_a_subcommand_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["class"])
    assert left.value.code == 2
    assert "WHAT" in capsys.readouterr().err

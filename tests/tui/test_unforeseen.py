"""An error nobody foresaw: said in words by the command line, in a terminal that is whole again."""

import os
import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="a pseudo-terminal needs pexpect")

BROKEN = """
import sys
from negotiator.runs.session import Session

def broken(self, move):
    raise RuntimeError("the floor gave way")

Session.move = broken
from negotiator.cli.main import run
sys.exit(run(["play", "first-offer", "--seed", "0", "--saves", sys.argv[1]]))
"""


def test_it_is_said_in_words_and_no_traceback_is_shown(tmp_path: Path) -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "NEGOTIATOR_CONFIG": str(tmp_path)}
    environment.pop("NEGOTIATOR_DEBUG", None)
    child = pexpect.spawn(
        sys.executable,
        ["-c", BROKEN, str(tmp_path)],
        dimensions=(24, 80),
        env=environment,
        encoding="utf-8",
        timeout=60,
    )
    child.expect("Tess Amory")
    child.send("1")
    child.expect(pexpect.EOF)
    child.close()
    said = child.before or ""
    assert child.exitstatus == 2
    assert "something unforeseen happened: RuntimeError: the floor gave way" in said
    assert "Every choice made so far is saved" in said
    assert "Traceback" not in said
    # The alternate screen was left before a word was said.
    assert said.rindex("\x1b[?1049l") < said.index("something unforeseen")

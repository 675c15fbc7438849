"""Every command runs with folders of its own and an input of its own."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from negotiator.cli.main import run
from tests.runs.story import KIOSK


@dataclass
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Its output as JSON."""
        return json.loads(self.out)


Command = Callable[..., Done]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The story of the kiosk as a file."""
    (tmp_path / "scenarios").mkdir()
    path = tmp_path / "scenarios" / "kiosk.toml"
    path.write_text(KIOSK, "utf-8")
    return path


@pytest.fixture
def command(
    tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Runs a command with this input; runs are kept in tmp_path / "saves"."""
    for name in ("saves", "scenarios", "config", "cache"):
        monkeypatch.setenv(f"NEGOTIATOR_{name.upper()}", str(tmp_path / name))
    monkeypatch.setenv("COLUMNS", "77")

    def called(*arguments: str | Path, typed: str | bytes = "") -> Done:
        data = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return called

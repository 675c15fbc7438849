"""A real terminal in a real class: the hub dies under it, the window dies, and both come back to the same moment."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.support import ROOT

pytest.importorskip("pexpect", reason="pseudo-terminals are POSIX")
from tests.tui.test_terminal import PATIENCE, Terminal


class HubProcess:
    """`negotiator class host`, without its screen."""

    def __init__(self, home: Path, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "negotiator", "class", "host", "first-offer", "--headless"),
                *("--format", "json", "--port", str(port), "--db", str(home / "a.class"), "--seed", "1"),
            ],
            cwd=ROOT,
            env={**os.environ, "XDG_DATA_HOME": str(home / "hub")},
            stdout=subprocess.PIPE,
            text=True,
        )
        self.sign = json.loads("".join(iter(self._line, "}\n")) + "}")
        self.base = str(self.sign["addresses"][0])
        self.port = int(self.base.rpartition(":")[2])

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline() or "}\n"

    def board(self) -> list[dict[str, object]]:
        token = Path(self.sign["token_file"]).read_text("utf-8").strip()
        request = Request(f"{self.base}/api/room/board", headers={"Authorization": f"Bearer {token}"})
        with urlopen(request, timeout=PATIENCE) as answer:
            rows: list[dict[str, object]] = json.load(answer)["board"]["rows"]
        return rows

    def die(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def hub(home: Path, port: int = 0) -> Iterator[HubProcess]:
    running = HubProcess(home, port)
    try:
        yield running
    finally:
        running.die()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("reduced_motion = true\n", "utf-8")
    return tmp_path


def moves_come(running: HubProcess, count: int) -> None:
    """Wait until the hub has so many moves of the one who is here."""
    until = time.monotonic() + PATIENCE
    while running.board()[0]["moves"] != count:
        assert time.monotonic() < until, running.board()


def test_hub_and_window_die_and_come_back_to_the_same_moment(home: Path) -> None:
    saves = ("--saves", str(home / "mine"))
    with hub(home) as first:
        where = f"{first.sign['code']}@127.0.0.1:{first.port}"
        window = Terminal(home, "class", "join", where, *saves)
        window.wait("all with the class")
        window.press("1", "undo")
        moves_come(first, 1)
    window.wait("no connection")
    window.press("1", "1 kept to be sent")
    with hub(home, first.port) as second:
        window.wait("all with the class")
        moves_come(second, 2)
        shown = window.text.splitlines()[2]
        window.child.kill(signal.SIGKILL)
        window.child.close()
        again = Terminal(home, "class", "join", where, *saves)
        again.wait("all with the class")
        assert again.text.splitlines()[2] == shown
        assert len(second.board()) == 1
        assert again.end("q") == 0


def test_a_wrong_code_is_said_in_words(home: Path) -> None:
    with hub(home) as running:
        other = "22222222" if running.sign["code"] != "2222-2222" else "33333333"
        window = Terminal(home, "class", "join", f"{other}@127.0.0.1:{running.port}")
        window.wait("That is not the code of this room.")
        assert window.end("") == 1

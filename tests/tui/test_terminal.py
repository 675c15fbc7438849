"""The real app in a real pseudo-terminal: choose, quit, resume, look back. Waits for text, never for time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT
from tests.tui.story import EVERYTHING

pexpect = pytest.importorskip("pexpect", reason="pseudo-terminals are POSIX")
pyte = pytest.importorskip("pyte")

PATIENCE = 30
"""Seconds in which an awaited text must have come."""


class Terminal:
    """A program in a pseudo-terminal of 80 by 24, and what stands on its screen."""

    def __init__(self, home: Path, *arguments: str, no_color: bool = False) -> None:
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        env |= {
            f"NEGOTIATOR_{name}": str(home / name.lower())
            for name in ("SAVES", "CONFIG", "CACHE", "SCENARIOS")
        }
        env.pop("NO_COLOR", None)
        if no_color:
            env["NO_COLOR"] = "1"
        self.raw = ""
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self._screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "negotiator", *arguments],
            cwd=str(ROOT),
            env=env,
            dimensions=(24, 80),
            encoding="utf-8",
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait(self, text: str) -> None:
        """Read until `text` stands on the screen."""
        for _ in range(10_000):
            if text in self.text:
                return
            try:
                self._take(self.child.read_nonblocking(65536, timeout=PATIENCE))
            except (pexpect.TIMEOUT, pexpect.EOF):
                break
        raise AssertionError(f"{text!r} did not come:\n{self.text}")

    def _take(self, data: str) -> None:
        self.raw += data
        self._stream.feed(data)

    def press(self, keys: str, then: str) -> None:
        """Press keys and wait for what they lead to."""
        self.child.send(keys)
        self.wait(then)

    def end(self, keys: str) -> int:
        """Press the keys that leave; the exit code."""
        self.child.send(keys)
        while True:
            try:
                self._take(self.child.read_nonblocking(65536, timeout=PATIENCE))
            except pexpect.EOF:
                break
        self.child.close()
        return int(self.child.exitstatus or 0)


def still(home: Path) -> None:
    """Settings under which nothing moves on the screen."""
    config = home / "config"
    config.mkdir()
    (config / "settings.toml").write_text("reduced_motion = true\n", "utf-8")


def library(home: Path, name: str, text: str) -> Path:
    """A place to play in, with one scenario."""
    still(home)
    folder = home / "scenarios"
    folder.mkdir()
    (folder / f"{name}.toml").write_text(text.lstrip(), "utf-8")
    return home


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return library(tmp_path, "the-quay", EVERYTHING)


def test_choose_quit_resume_and_look_back(place: Path) -> None:
    first = Terminal(place, "play", "the-quay", "--seed", "7")
    first.wait("You have run timetables")
    first.press("4", "Pier 3, Thursday, rain")
    assert first.end("q") == 0
    (saved,) = (place / "saves").glob("*.jsonl")
    assert '"choice":"nothing"' in saved.read_text("utf-8").replace('": "', '":"')

    again = Terminal(place, "runs", "resume", saved.stem.rpartition(".")[2])
    again.wait("Pier 3, Thursday, rain")
    again.press("2", "A letter has come. Open it.")
    again.press("1", "From here on, the questions are yours.")
    again.press("x", "the catbird seat")
    again.press("4", "Look back on it: the debrief.")
    again.press("1", "looking back: The Day Desk, signed")
    again.wait("with decision 2. Of its 4 days you used 0.")
    again.press("q", "interview for an offer")
    again.wait("The Quay: The Day Desk")
    assert again.end("q") == 0


def test_the_terminal_is_given_back_whole(place: Path) -> None:
    on = Terminal(place)
    on.wait("about")
    assert on.end("\x11") == 0
    assert on.raw.rindex("\x1b[?1049l") > on.raw.rindex("\x1b[?1049h")
    assert "\x1b[?25h" in on.raw.split("\x1b[?1049h")[-1]
    assert "Traceback" not in on.raw


def test_without_colours_no_colour_is_sent(place: Path) -> None:
    on = Terminal(place, "play", "the-quay", "--seed", "7", no_color=True)
    on.wait("You have run timetables")
    on.press("4", "Pier 3")
    on.end("\x11")
    for colour in ("\x1b[38;", "\x1b[48;", ";38;2;", ";48;2;", "38;5;"):
        assert colour not in on.raw


def test_a_terminal_that_vanishes_without_a_signal_ends_the_game(tmp_path: Path) -> None:
    """Somebody who made the terminal was killed: there is no hang-up, and nothing to read for ever."""
    import termios

    keyboard, terminal = os.openpty()
    termios.tcsetwinsize(keyboard, (24, 80))
    env = {**os.environ, "TERM": "xterm-256color", "NEGOTIATOR_SAVES": str(tmp_path)}
    game = subprocess.Popen(
        [sys.executable, "-m", "negotiator", "play", "first-offer", "--seed", "1"],
        cwd=ROOT,
        env=env,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    )
    os.close(terminal)
    seen = b""
    while b"quit" not in seen:
        seen += os.read(keyboard, 65536)
    os.close(keyboard)
    try:
        assert game.wait(PATIENCE) is not None
    finally:
        game.kill()

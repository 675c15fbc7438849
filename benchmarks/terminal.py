"""Times in a real pseudo-terminal: to the first frame that shows a text, and from a key to a finished frame."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import pyte

from benchmarks.commands import environment as kept_bytecode

QUIET = 0.08
"""Seconds without output after which a frame counts as finished."""
TIMEOUT = 120.0

ONE_STATIC = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class One(App[None]):
    count = 0
    def compose(self) -> ComposeResult:
        yield Static("one static", id="one")
    def on_key(self) -> None:
        self.count += 1
        self.query_one("#one", Static).update(f"pressed {self.count} times")

One().run()
"""


class Terminal:
    """A program in a pseudo-terminal of 80 by 24, its screen kept by pyte."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self.master, slave = pty.openpty()
        os.set_blocking(self.master, False)
        import fcntl
        import struct
        import termios

        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=dict(env), start_new_session=True
        )
        os.close(slave)
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.last = self.started

    def receive(self, wait: float) -> bytes:
        """What has come from the program within `wait` seconds."""
        ready, _, _ = select.select([self.master], [], [], wait)
        if not ready:
            return b""
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return b""
        self.last = time.perf_counter()
        return data

    def feed(self, data: bytes) -> None:
        """Draw it on the screen."""
        # pyte does not know the private mode queries that Textual sends.
        self.stream.feed(
            data.replace(b"\x1b[?2026$p", b"").replace(b"\x1b[?2048$p", b"").replace(b"\x1b[>1u", b"")
        )

    def read(self, wait: float) -> bool:
        """Draw what has come; whether anything did."""
        data = self.receive(wait)
        self.feed(data)
        return bool(data)

    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(self.screen.display)

    def until(self, found: Callable[[str], bool]) -> float:
        """Seconds since the start until the screen satisfies `found`."""
        while time.perf_counter() - self.started < TIMEOUT:
            if self.read(0.05) and found(self.text()):
                return self.last - self.started
        raise TimeoutError(self.text())

    def settle(self) -> None:
        """Wait until nothing more is drawn."""
        while self.read(QUIET * 3):
            pass

    def key(self, keys: str) -> float:
        """Seconds from sending a key to the last output that changed anything on the screen, colours included."""
        sent = time.perf_counter()
        os.write(self.master, keys.encode())
        came: list[tuple[float, bytes]] = []
        while data := self.receive(2.0 if not came else QUIET):
            came.append((self.last, data))
        finished, shown = sent, self._cells()
        for at, data in came:
            self.feed(data)
            if (now := self._cells()) != shown:
                finished, shown = at, now
        return finished - sent

    def _cells(self) -> list[list[pyte.screens.Char]]:
        return [[row[column] for column in range(80)] for _, row in sorted(self.screen.buffer.items())]

    def resident(self) -> float:
        """Megabytes in memory."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def close(self) -> None:
        """End the program."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.master)


def environment(folder: Path) -> dict[str, str]:
    """An environment whose data, settings and cache stay in `folder`; motion is reduced."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    (config / "settings.toml").write_text("reduced_motion = true\n")
    return {
        **kept_bytecode(),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "NEGOTIATOR_SAVES": str(folder / "saves"),
        "NEGOTIATOR_CONFIG": str(config),
        "NEGOTIATOR_CACHE": str(folder / "cache"),
        "NEGOTIATOR_SCENARIOS": str(folder / "scenarios"),
    }


def first_frame(command: Sequence[str], env: Mapping[str, str], shows: str) -> tuple[float, float]:
    """Seconds to the frame that shows a text, and megabytes resident once it has settled."""
    terminal = Terminal(command, env)
    try:
        seconds = terminal.until(lambda text: shows in text)
        terminal.settle()
        return seconds, terminal.resident()
    finally:
        terminal.close()


def many(folder: Path, count: int) -> None:
    """Fill the user's library with copies of the full scenario under other names."""
    cases = folder / "scenarios"
    cases.mkdir(exist_ok=True)
    source = (Path(__file__).parent.parent / "scenarios" / "two-roles-one-title.toml").read_text("utf-8")
    for number in range(count):
        (cases / f"case-{number}.toml").write_text(source, "utf-8")


def report(runs: int) -> None:
    """Print first frames and resident memory beside a Textual app with one Static, and key to frame."""
    python = sys.executable
    with TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder)
        many(folder, 10)
        kinds = {
            "one Static": ([python, "-c", ONE_STATIC], "one static"),
            "home, a dozen cases": ([python, "-m", "negotiator"], "Two Roles, One Title"),
            "first scene": (
                [python, "-m", "negotiator", "play", "two-roles-one-title", "--seed", "0"],
                "candidate",
            ),
        }
        for call in kinds.values():
            first_frame(*_call(call, env))
        times: dict[str, list[tuple[float, float]]] = {kind: [] for kind in kinds}
        for _ in range(runs):
            for kind, call in kinds.items():
                times[kind].append(first_frame(*_call(call, env)))
        base = median(seconds for seconds, _ in times["one Static"])
        memory = median(resident for _, resident in times["one Static"])
        for kind, found in times.items():
            seconds, resident = median(s for s, _ in found), median(r for _, r in found)
            print(
                f"first frame, {kind}: {seconds * 1000:.0f} ms, {seconds / base:.2f} x one Static;"
                f" {resident:.0f} MB, {resident - memory:+.0f} MB"
            )
        _keys(env, max(1, runs // 3))


def _call(call: tuple[list[str], str], env: dict[str, str]) -> tuple[list[str], dict[str, str], str]:
    return call[0], env, call[1]


def _keys(env: dict[str, str], runs: int) -> None:
    python = sys.executable
    base = Terminal([python, "-c", ONE_STATIC], env)
    base.until(lambda text: "one static" in text)
    base.settle()
    yard = [base.key("x") for _ in range(9)]
    base.close()
    times: list[float] = []
    for _ in range(runs):
        game = Terminal([python, "-m", "negotiator", "play", "two-roles-one-title", "--seed", "0"], env)
        game.until(lambda text: "candidate" in text)
        game.settle()
        for key, counts in curious_keys():
            seconds = game.key(key)
            game.settle()
            if counts:
                times.append(seconds)
        game.close()
    print(
        f"key to finished frame, {len(times)} choices of the case up to its table: median {median(times) * 1000:.0f} ms,"
        f" p95 {_p95(times) * 1000:.0f} ms; one Static: median {median(yard) * 1000:.0f} ms"
    )


def curious_keys() -> list[tuple[str, bool]]:
    """The keys of a curious way through the full case up to its table, and whether each takes a choice."""
    from negotiator.game.compiling import compile_game
    from negotiator.game.play import advance, begin
    from negotiator.game.state import AT_TABLE, OfferMade, Replied, choose
    from negotiator.game.view import choices
    from negotiator.scenario.loader import require

    root = Path(__file__).parent.parent
    game = compile_game(require(root / "scenarios" / "two-roles-one-title.toml"))
    play = begin(game, 0)
    keys: list[tuple[str, bool]] = []
    lines = (root / "tests" / "scripts" / "two-roles-curious.txt").read_text("utf-8").splitlines()
    for name in (line.strip() for line in lines if line.strip() and not line.startswith("#")):
        if name.partition(" ")[0] in AT_TABLE:
            # From here on terms are negotiated: benchmarks/editor.py has the keys of a table.
            break
        number = next(one.number for one in choices(game, play.state) if one.id == name)
        play = advance(game, play, choose(name))
        keys.append((str(number), True))
        events = play.turns[-1].events
        if any(isinstance(event, OfferMade) for event in events):
            # The letter is opened, and the page that lays it down is left.
            keys += [("1", False)] if any(isinstance(event, Replied) for event in events) else []
            keys.append(("x", False))
    return keys


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


if __name__ == "__main__":
    report(5)

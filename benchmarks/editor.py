"""From a key to a finished frame in the package editor, in a real pseudo-terminal, on the deal of the full scenario."""

import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.terminal import Terminal, environment

RIGHT, DOWN = "\x1b[C", "\x1b[B"
KEYS = (
    RIGHT,
    DOWN,
    RIGHT,
    RIGHT,
    DOWN,
    RIGHT,
    "h",
    DOWN,
    DOWN,
    RIGHT,
    "+",
    RIGHT,
    DOWN,
    "r",
    "v",
    "1",
    "!",
    "u",
)
"""Stepping through options and rows, another column, a second package, a reason, points, a last word, one step back."""


def at_the_table(folder: Path) -> Path:
    """The full scenario, beginning at its table."""
    source = Path(__file__).parent.parent / "scenarios" / "two-roles-one-title.toml"
    lines = source.read_text("utf-8").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("start = "))
    lines[start] = 'start = "the-table"'
    path = folder / "at-the-table.toml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def report(runs: int) -> None:
    """Print the time of the key that opens the editor, and of every key in it."""
    opened: list[float] = []
    times: list[float] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "negotiator", "play", str(at_the_table(folder)), "--seed", "0"]
        env = environment(folder)
        for _ in range(runs):
            game = Terminal(command, env)
            game.until(lambda text: "Put a package together" in text)
            game.settle()
            opened.append(game.key("d"))
            game.settle()
            for key in KEYS:
                # A step beyond the last option changes nothing on the screen.
                if seconds := game.key(key):
                    times.append(seconds)
                game.settle()
            game.close()
    print(
        f"package editor, {len(times)} keys to the finished frame: median {median(times) * 1000:.0f} ms,"
        f" p95 {quantiles(times, n=20)[-1] * 1000:.0f} ms; opened for the first time in {median(opened) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    report(3)

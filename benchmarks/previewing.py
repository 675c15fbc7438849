"""From a save to the new text on the screen, in the real app in a pseudo-terminal, with a file of the full scenario's size."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.terminal import TIMEOUT, Terminal, environment


def truncated(path: Path, text: str) -> None:
    """Save as editors do that write into the file."""
    path.write_text(text, "utf-8")


def renamed(path: Path, text: str) -> None:
    """Save as editors do that put another file in its place."""
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def shown(terminal: Terminal, save: Callable[[Path, str], None], path: Path, text: str, wanted: str) -> float:
    """Seconds from a save until its words stand on the screen."""
    saved = time.perf_counter()
    save(path, text)
    while time.perf_counter() - saved < TIMEOUT:
        if terminal.read(0.05) and wanted in terminal.text():
            return terminal.last - saved
    raise TimeoutError(terminal.text())


def loading(path: Path) -> float:
    """Seconds to read, check and compile the file: the yardstick."""
    from negotiator.runs.library import load_game

    times = []
    for _ in range(7):
        began = time.perf_counter()
        load_game(path)
        times.append(time.perf_counter() - began)
    return median(times)


def report(runs: int) -> None:
    """Print the times of saves, of a good version and of a broken one, beside the time it takes to load the file."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "case.toml"
        source = Path(__file__).parent.parent / "scenarios" / "two-roles-one-title.toml"
        text, first = source.read_text("utf-8"), opening(source)
        path.write_text(text, "utf-8")
        yard = loading(path)
        preview = Terminal([sys.executable, "-m", "negotiator", "preview", str(path)], environment(folder))
        preview.until(lambda screen: first in screen)
        preview.settle()
        for kind, save in (("written into", truncated), ("renamed over", renamed)):
            good: list[float] = []
            bad: list[float] = []
            for number in range(runs):
                words = f"Words {kind} {number}"
                good.append(shown(preview, save, path, text.replace(first, words, 1), words))
                preview.settle()
                lost = f"gone-{kind[0]}-{number}"
                broken = text.replace('goto = "call-back"', f'goto = "{lost}"', 1)
                bad.append(shown(preview, save, path, broken, lost))
                preview.settle()
            print(
                f"preview, file of {len(text) // 1024} kB {kind}: from the save to the screen median"
                f" {median(good) * 1000:.0f} ms, most {max(good) * 1000:.0f} ms, {median(good) / yard:.2f} x loading it;"
                f" a broken version {median(bad) * 1000:.0f} ms"
            )
        preview.close()


def opening(source: Path) -> str:
    """The first words on the screen, which fit into a line."""
    from negotiator.scenario.loader import require

    return " ".join(require(source).player.brief.split()[:4])


if __name__ == "__main__":
    report(9)

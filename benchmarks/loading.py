"""Loading and checking generated files: beside tomllib alone, and as whole commands beside an empty interpreter."""

import resource
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from statistics import median

from benchmarks.commands import environment
from benchmarks.stories import story
from negotiator.scenario.loader import load_text


def report(sizes: tuple[int, ...]) -> None:
    """Print seconds, the ratio to tomllib alone and megabytes for each size."""
    for scenes in sizes:
        text = story(scenes)
        began = time.perf_counter()
        tomllib.loads(text)
        alone = time.perf_counter() - began
        began = time.perf_counter()
        loaded = load_text(text, "generated.toml", "generated")
        seconds = time.perf_counter() - began
        assert loaded.scenario is not None, loaded.findings[:3]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"load {scenes:,} scenes ({len(text) / 1e6:.1f} MB): {seconds:.2f} s, {seconds / alone:.1f} x tomllib alone;"
            f" peak {peak:.0f} MB"
        )


def report_checks(runs: int) -> None:
    """Print medians of `negotiator check` on files of 60 and 1,000 scenes, and their ratio to `python -c pass`."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {"python -c pass": ["-c", "pass"]}
        for scenes in (60, 1000):
            file = Path(folder, f"story-{scenes}.toml")
            # Twenty-four layers: the nearest whole number of scenes in each.
            file.write_text(story(round(scenes / 24) * 24), "utf-8")
            commands[f"check {scenes:,} scenes"] = ["-m", "negotiator", "check", str(file)]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, arguments in commands.items():
                began = time.perf_counter()
                run = subprocess.run(
                    [sys.executable, *arguments], check=False, capture_output=True, env=environment()
                )
                assert run.returncode in (0, 1), run.stderr
                if turn:  # the first writes bytecode
                    times[name].append(time.perf_counter() - began)
    base = median(times["python -c pass"])
    for name, found in times.items():
        print(f"{name}: {median(found) * 1000:.0f} ms, {median(found) / base:.1f} x python -c pass")


if __name__ == "__main__":
    report((1000, 10_000))
    report_checks(9)

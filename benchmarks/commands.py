"""Whole commands from a cold start, beside an interpreter that does nothing."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

FULL = Path(__file__).parent.parent / "scenarios" / "two-roles-one-title.toml"


def environment() -> dict[str, str]:
    """An environment in which bytecode is kept, as it is after an installation."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def seconds(*arguments: str) -> float:
    """The time one command takes; its output is dropped, its failure is not."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment())
    return time.perf_counter() - began


def report(runs: int) -> None:
    """Print medians and their ratio to `python -c pass`, measured in turns."""
    commands = {
        "python -c pass": ("-c", "pass"),
        "python, pydantic imported": ("-c", "import pydantic"),
        "negotiator --version": ("-m", "negotiator", "--version"),
        "negotiator check (full scenario)": ("-m", "negotiator", "check", str(FULL)),
        "negotiator list": ("-m", "negotiator", "list"),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for arguments in commands.values():
        seconds(*arguments)
    for _ in range(runs):
        for name, arguments in commands.items():
            times[name].append(seconds(*arguments))
    base = median(times["python -c pass"])
    for name, found in times.items():
        print(f"{name}: {median(found) * 1000:.0f} ms, {median(found) / base:.1f} x python -c pass")


if __name__ == "__main__":
    report(11)

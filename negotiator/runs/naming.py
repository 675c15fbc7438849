"""Names of runs: short enough to type, never the same twice."""

import re
from pathlib import Path
from secrets import choice

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without letters and digits that look alike; small letters only, for systems that take Ab and ab for one."""
LENGTH = 6
SUFFIX = ".jsonl"


def new_id() -> str:
    """Six letters and digits, for example "k7m2pq"."""
    return "".join(choice(ALPHABET) for _ in range(LENGTH))


def run_path(folder: Path, scenario: str, run: str) -> Path:
    """Where a run lies: its scenario's name first, so that a folder reads well."""
    name = re.sub(r"[^a-z0-9-]+", "-", scenario.lower()).strip("-")[:60] or "run"
    return folder / f"{name}.{run}{SUFFIX}"

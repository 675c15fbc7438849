"""How many broken scenarios `check` catches: python -m benchmarks.mutants [N], N of the full case's by a fixed draw.

Each of the full case's is searched to the end, some seconds a mutant; 0 tries all of them, which takes an hour.
"""

import sys
import tomllib
from pathlib import Path
from random import Random

from tests.scenario.mutants import mutants, score

SCENARIOS = Path(__file__).parent.parent / "scenarios"
SHORT, LONG = "first-offer", "two-roles-one-title"


def report(number: int = 30) -> None:
    """Print the scores: every mutant of the short case, and so many of the long one."""
    for name, tried in ((SHORT, 0), (LONG, number)):
        data = tomllib.loads((SCENARIOS / f"{name}.toml").read_text("utf-8"))
        every = list(mutants(data))
        chosen = Random(1).sample(every, tried) if tried else every
        print(f"mutants of {name} ({len(every)} in all): {score(data, chosen, whole=name == SHORT)}")


if __name__ == "__main__":
    report(int(sys.argv[1]) if len(sys.argv) > 1 else 30)

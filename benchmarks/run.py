"""Every figure beside its yardstick, measured in the same run: python benchmarks/run.py [--short]."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import (
    bargaining,
    classroom,
    classroom_store,
    commands,
    debriefs,
    drawing,
    editor,
    engine,
    loading,
    playtesting,
    previewing,
    searching,
    terminal,
)


def main() -> None:
    """Print the figures; --short takes some two minutes, the whole ten more."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer repetitions")
    short = parser.parse_args().short
    commands.report(3 if short else 15)
    loading.report((1000,) if short else (1000, 10_000))
    loading.report_checks(3 if short else 9)
    engine.report(40_000 if short else 200_000)
    searching.report(short=short)
    playtesting.report(100_000 if short else 1_000_000)
    bargaining.report(2 if short else 7, 30 if short else 300)
    drawing.report()
    debriefs.report(3 if short else 9)
    terminal.report(4 if short else 11)
    editor.report(1 if short else 5)
    previewing.report(3 if short else 9)
    classroom_store.report(*((2, 3) if short else (20, 20)))
    classroom.report(short=short)


if __name__ == "__main__":
    main()

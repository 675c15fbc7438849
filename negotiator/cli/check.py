"""`negotiator check`: every finding in scenario files, for people or programs."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.cli import output
from negotiator.errors import Exit

if TYPE_CHECKING:
    from negotiator.scenario.loader import Loaded


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a scenario file")
    parser.add_argument(
        "--format",
        choices=("text", "short", "json"),
        default="text",
        help="text for reading, short for one line each, json for programs",
    )
    parser.add_argument("--strict", action="store_true", help="warnings count as errors for the exit code")


def run(args: argparse.Namespace) -> int:
    """Check the files. 0: fine; 1: errors (or warnings, when strict); 2: no file could be read."""
    results = [_check(Path(name)) for name in args.files]
    if args.format == "json":
        output.document(_document(results))
    else:
        _print(results, short=args.format == "short")
    if not any(one.source.opened for one in results):
        return Exit.CANNOT
    return Exit.FINDINGS if _fails(results, strict=args.strict) else Exit.OK


def _check(path: Path) -> "Loaded":
    """Load a file, and look at what only play can show when it has no errors."""
    from negotiator.analysis import reach
    from negotiator.scenario.findings import Severity, in_order, without_accepted
    from negotiator.scenario.loader import load
    from negotiator.scenario.placing import place

    loaded = load(path)
    if loaded.scenario is None:
        return loaded
    seen = without_accepted(reach.findings(loaded.scenario), loaded.scenario.accept)
    findings = in_order((*loaded.findings, *place(seen, loaded.source))) if seen else loaded.findings
    broken = any(one.severity is Severity.ERROR for one in seen)
    return replace(loaded, scenario=None if broken else loaded.scenario, findings=findings)


def _fails(results: Sequence["Loaded"], *, strict: bool) -> bool:
    from negotiator.scenario.findings import Severity

    return any(one.errors or (strict and one.count(Severity.WARNING)) for one in results)


def _document(results: Sequence["Loaded"]) -> dict[str, object]:
    from negotiator.scenario.findings import Severity
    from negotiator.scenario.rendering import data

    return {
        "files": [
            {
                "file": one.source.file,
                "errors": one.errors,
                "warnings": one.count(Severity.WARNING),
                "notes": one.count(Severity.NOTE),
                "not_shown": sum(one.more.values()),
                "findings": [data(finding) for finding in one.findings],
            }
            for one in results
        ]
    }


def _print(results: Sequence["Loaded"], *, short: bool) -> None:
    from negotiator.scenario import rendering
    from negotiator.scenario.excerpt import shown

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for one in results:
        for finding in one.findings:
            output.say(
                rendering.short(finding)
                if short
                else rendering.text(finding, one.source, colour=colour) + "\n"
            )
        if left := sum(one.more.values()):
            output.say(f"{shown(one.source.file)}: and {left:,} more; mend these first\n")
    output.say(_summary(results))


def _summary(results: Sequence["Loaded"]) -> str:
    from negotiator.scenario.findings import Severity

    counts = [
        _count(sum(one.count(severity) for one in results), severity.value)
        for severity in Severity
        if any(one.count(severity) for one in results)
    ]
    if counts:
        return f"{', '.join(counts)} in {_count(len(results), 'file')}"
    scenarios = [one.scenario for one in results if one.scenario]
    scenes = [scene for scenario in scenarios for scene in scenario.scenes.values()]
    return (
        f"fine: {_count(len(scenes), 'scene')}, {_count(sum(len(scene.choices) for scene in scenes), 'choice')}, "
        f"{_count(sum(len(scenario.endings) for scenario in scenarios), 'ending')}"
    )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"

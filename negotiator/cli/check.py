"""`negotiator check`: every finding in scenario files, for people or programs."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.cli import output
from negotiator.cli.fixing import Fixed, fix
from negotiator.errors import Exit

if TYPE_CHECKING:
    from negotiator.scenario.loader import Loaded


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a scenario file")
    parser.add_argument(
        "--format",
        choices=("text", "short", "json", "sarif"),
        default="text",
        help="text for reading, short for one line each, json for programs, sarif for editors and code hosts",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first put plain marks in the file for curly quotes, long dashes, no-break spaces and //",
    )
    parser.add_argument("--strict", action="store_true", help="warnings count as errors for the exit code")


def run(args: argparse.Namespace) -> int:
    """Check the files. 0: fine; 1: errors (or warnings, when strict); 2: no file could be read."""
    from negotiator.analysis.checking import deepened
    from negotiator.scenario.loader import load

    fixed = [fix(Path(name)) if args.fix else () for name in args.files]
    results = [deepened(load(Path(name))) for name in args.files]
    if args.format == "json":
        output.document(_document(results, fixed if args.fix else None))
    elif args.format == "sarif":
        output.document(_sarif(results))
    else:
        _print_fixed(args.files, fixed)
        _print(results, short=args.format == "short")
    if not any(one.source.opened for one in results):
        return Exit.CANNOT
    return Exit.FINDINGS if _fails(results, strict=args.strict) else Exit.OK


def _fails(results: Sequence["Loaded"], *, strict: bool) -> bool:
    from negotiator.scenario.findings import Severity

    return any(one.errors or (strict and one.count(Severity.WARNING)) for one in results)


def _document(results: Sequence["Loaded"], fixed: Sequence[tuple[Fixed, ...]] | None) -> dict[str, object]:
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
                "undecided": [{"kind": kind, "path": list(path)} for kind, path in one.undecided],
                **({"fixed": [line.data for line in fixed[number]]} if fixed is not None else {}),
            }
            for number, one in enumerate(results)
        ]
    }


def _sarif(results: Sequence["Loaded"]) -> dict[str, object]:
    from negotiator.scenario.sarif import sarif

    return sarif((one.source, one.findings, sum(one.more.values())) for one in results)


def _print_fixed(files: Sequence[str], fixed: Sequence[tuple[Fixed, ...]]) -> None:
    """What was mended, line by line: as it was, and as it is."""
    if not any(fixed):
        return
    from negotiator.scenario.excerpt import shown

    for file, lines in zip(files, fixed, strict=True):
        for line in lines:
            output.say(
                f"{shown(file)}:{line.line}: mended",
                f"  before: {shown(line.before.strip())}",
                f"  after:  {shown(line.after.strip())}",
            )
    output.say("")


def _print(results: Sequence["Loaded"], *, short: bool) -> None:
    for one in results:
        if one.findings:
            _print_findings(one, short=short)
    output.say(_summary(results))
    for one in results:
        if one.undecided:
            _say_undecided(one)
    findings = [finding for one in results for finding in one.findings]
    if findings and not short:
        worst = min(findings, key=lambda one: one.severity.rank)
        output.say(f"`negotiator explain {worst.code}` says more")


def _print_findings(one: "Loaded", *, short: bool) -> None:
    from negotiator.scenario import rendering
    from negotiator.scenario.excerpt import shown

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for finding in one.findings:
        output.say(
            rendering.short(finding) if short else rendering.text(finding, one.source, colour=colour) + "\n"
        )
    if left := sum(one.more.values()):
        output.say(f"{shown(one.source.file)}: and {left:,} more; mend these first\n")


def _say_undecided(one: "Loaded") -> None:
    """What was neither proved nor disproved, in one line."""
    from negotiator.analysis.verdicts import in_words
    from negotiator.scenario.excerpt import shown

    file = shown(one.source.file)
    output.say(
        f"{file}: not decided within its budget: {in_words(one.undecided)}; "
        f"`negotiator playtest {file}` looks longer"
    )


def _summary(results: Sequence["Loaded"]) -> str:
    from negotiator.scenario.findings import Severity

    counts = [
        output.count(sum(one.count(severity) for one in results), severity.value)
        for severity in Severity
        if any(one.count(severity) for one in results)
    ]
    if counts:
        return f"{', '.join(counts)} in {output.count(len(results), 'file')}"
    scenarios = [one.scenario for one in results if one.scenario]
    scenes = [scene for scenario in scenarios for scene in scenario.scenes.values()]
    return (
        f"fine: {output.count(len(scenes), 'scene')}, {output.count(sum(len(scene.choices) for scene in scenes), 'choice')}, "
        f"{output.count(sum(len(scenario.endings) for scenario in scenarios), 'ending')}"
    )

"""`negotiator check FILE…`: every finding at once, with its place and a mend."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.scenario.findings import Finding
    from negotiator.scenario.source import Source

COLOURS = {"error": "\x1b[31m", "warning": "\x1b[33m", "note": "\x1b[36m"}


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="scenario files")
    parser.add_argument("--format", choices=["text", "short", "json"], default="text", help="default: text")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors for the exit code")


def run(args: argparse.Namespace) -> int:
    """Check every file; 0 fine, 1 findings of the kind asked for, 2 when a file cannot be read."""
    checked: list[tuple[Source | None, list[Finding]]] = []
    reports: list[dict[str, object]] = []
    unread = False
    for path in args.files:
        try:
            source, findings, counts = _check(path)
        except NegotiatorError as trouble:
            unread = True
            print(f"negotiator: {trouble.message}\n  {trouble.hint}", file=sys.stderr)
            reports.append({"file": str(path), "errors": 1, "warnings": 0, "findings": [], "unreadable": trouble.message})
            continue
        checked.append((source, findings))
        reports.append(_report(source, findings))
        if args.format != "json":
            _print(source, findings, counts, args.format)
    if args.format == "json":
        print(json.dumps({"files": reports}, ensure_ascii=False, indent=2))
    elif len(args.files) > 1:
        total = [finding for _, findings in checked for finding in findings]
        print(f"{_count(total)} in {len(checked)} files")
    if unread:
        return Exit.CANNOT
    kinds = {"error", "warning"} if args.strict else {"error"}
    return Exit.FINDINGS if any(one.severity in kinds for _, findings in checked for one in findings) else Exit.OK


def _check(path: Path) -> "tuple[Source, list[Finding], str]":
    from negotiator.analysis.reach import findings as reach
    from negotiator.scenario.loader import load
    from negotiator.scenario.places import place_all

    loaded = load(path)
    found = list(loaded.findings)
    counts = ""
    if loaded.scenario is not None:
        kept = [one for one in reach(loaded.scenario) if one.severity == "error" or one.code not in loaded.scenario.accept]
        if kept:
            found = place_all([*found, *kept], loaded.source.text)
        scenes = loaded.scenario.scenes
        choices = sum(len(scene.choices) for scene in scenes.values())
        counts = f"{len(scenes)} scenes, {choices} choices, {len(loaded.scenario.endings)} endings"
    return loaded.source, found, counts


def _report(source: "Source", findings: "list[Finding]") -> dict[str, object]:
    from negotiator.scenario.rendering import data

    return {
        "file": source.file,
        "errors": sum(finding.severity == "error" for finding in findings),
        "warnings": sum(finding.severity == "warning" for finding in findings),
        "findings": [data(finding) for finding in findings],
    }


def _print(source: "Source", findings: "list[Finding]", counts: str, form: str) -> None:
    from negotiator.scenario.rendering import long, short

    lines = source.lines()
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for finding in findings:
        text = short(finding, source.file) if form == "short" else long(finding, source, lines)
        if colour:
            word = str(finding.severity)
            text = text.replace(f"  {word} ", f"  {COLOURS[word]}{word}\x1b[0m ", 1)
        print(text if form == "short" else text + "\n")
    if findings:
        print(f"{source.file}: {_count(findings)}")
    else:
        print(f"{source.file}: fine, {counts}")


def _count(findings: "list[Finding]") -> str:
    said = []
    for severity in ("error", "warning", "note"):
        number = sum(finding.severity == severity for finding in findings)
        if number:
            said.append(f"{number} {severity}{'s' if number > 1 else ''}")
    return ", ".join(said) or "nothing to mend"

"""`negotiator playtest FILE`: searches a story, plays it at random and with strategy players, and reports."""

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from negotiator.analysis.playtest.report import Playtest

INTERRUPTED = 130
"""Exit code of a report that was cut short with Ctrl-C."""
MEGABYTE = 1_000_000
ASIDE = 280
"""Megabytes of a process that are not the graph by its own count: Python, the scenario, tables while they grow, what is
worked out from the graph."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a scenario file")
    parser.add_argument("--plays", type=int, default=10_000, metavar="N", help="random plays; default: 10000")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the first play; default: 0")
    parser.add_argument(
        "--seconds",
        type=float,
        default=60.0,
        metavar="S",
        help="for the exact search; default: 60, 0 for none",
    )
    parser.add_argument(
        "--memory", type=int, default=500, metavar="MB", help="for the exact search; default: 500"
    )
    parser.add_argument("--cores", type=int, metavar="N", help="processes that play; default: all cores")
    parser.add_argument("--all", action="store_true", help="list everything with a walk to it (text)")
    parser.add_argument("--format", choices=("text", "json", "html"), default="text", help="default: text")
    parser.add_argument("--out", metavar="FILE", help="write it into this file")
    parser.add_argument("--strict", action="store_true", help="warnings count as errors for the exit code")


def run(args: argparse.Namespace) -> int:
    """Play-test a file. 0: nothing to mend; 1: errors (or warnings, when strict); 130: cut short with Ctrl-C.

    Raises:
        NegotiatorError: the file has errors, a number makes no sense, or the report cannot be written.
    """
    _sensible(args)
    report = _report(args)
    written = _write(report, args)
    if written != Exit.OK:
        return written
    if report.interrupted:
        return INTERRUPTED
    return Exit.FINDINGS if _fails(report, strict=args.strict) else Exit.OK


def _sensible(args: argparse.Namespace) -> None:
    for name, least in (("plays", 1), ("seconds", 0), ("memory", ASIDE + 1), ("cores", 1)):
        value = getattr(args, name)
        if value is not None and not value >= least:
            raise NegotiatorError(f"--{name} has to be at least {least}.", f"It was {value}.")
    if args.seed < 0:
        raise NegotiatorError("A seed is 0 or more.", f"It was {args.seed}.")


def _report(args: argparse.Namespace) -> "Playtest":
    from negotiator.analysis.budget import Budget
    from negotiator.analysis.playtest.conduct import Plan, playtest
    from negotiator.cli.progress import Bar
    from negotiator.game.compiling import compile_game
    from negotiator.scenario.loader import require

    game = compile_game(require(args.file))
    budget = Budget(seconds=args.seconds, bytes=(args.memory - ASIDE) * MEGABYTE, clock=time.monotonic)
    plan = Plan(args.plays, args.seed, args.cores, budget)
    bars: dict[str, Bar] = {}

    def progress(what: str, done: int, of: int) -> None:
        if what not in bars:
            for bar in bars.values():
                bar.close()
            bars[what] = Bar(what)
        bars[what](done, of)

    try:
        return playtest(game, str(args.file), command_for(str(args.file)), plan, progress)
    finally:
        for bar in bars.values():
            bar.close()


def command_for(file: str) -> "Callable[[tuple[str, ...], int | None], str]":
    """Makes the command that replays moves; it can be pasted in a shell."""
    from shlex import quote

    from negotiator.scenario.text import clean

    named = quote(clean(" ".join(file.split("\n"))))

    def told(moves: tuple[str, ...], seed: int | None) -> str:
        luck = "" if seed is None else f" --seed {seed}"
        return f'negotiator play {named}{luck} --moves "{"; ".join(moves)}"'

    return told


def _write(report: "Playtest", args: argparse.Namespace) -> int:
    from negotiator.cli.writing import hand_over, hand_over_data

    if args.format == "json":
        from negotiator.report.playtest_data import playtest_data

        return hand_over_data(playtest_data(report), args.out)
    if args.format == "html":
        from negotiator.report.playtest_page import playtest_html
        from negotiator.scenario.loader import require

        return hand_over(playtest_html(report, require(args.file)), args.out, markup=True)
    from negotiator.cli.output import width
    from negotiator.report.plain import page_lines
    from negotiator.report.playtest import playtest_page

    page = playtest_page(report, everything=args.all)
    return hand_over("\n".join(page_lines(page, width())) + "\n", args.out)


def _fails(report: "Playtest", *, strict: bool) -> bool:
    from negotiator.scenario.findings import Severity

    return bool(report.count(Severity.ERROR) or (strict and report.count(Severity.WARNING)))

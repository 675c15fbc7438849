"""`negotiator simulate FILE`: strategy players over a deal, against counterparts of every style."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.analysis.simulate import Tally
    from negotiator.analysis.strategies import Mode

COLUMNS = (
    ("deals", 6),
    ("impasses", 9),
    ("rescinded", 10),
    ("own", 6),
    ("joint", 6),
    ("eff.", 5),
    ("trust", 6),
    ("courage", 8),
    ("finesse", 8),
    ("fit", 4),
)
"""Head and width of each column behind the player."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a scenario, or a file that has only [deal]")
    parser.add_argument("--players", metavar="A,B,…", default="", help="default: all of them")
    parser.add_argument(
        "--runs", type=int, default=100, metavar="N", help="sessions of each player; default: 100"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="default: 0")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Play the sessions and print means.

    Raises:
        NegotiatorError: the file has errors or no deal, or a player is not known.
    """
    from negotiator.analysis.simulate import setting_of, simulate
    from negotiator.scenario.loader import ScenarioError, load_deal

    if args.runs < 1:
        raise NegotiatorError("There has to be at least one run.", "For example: --runs 100")
    modes = _modes(args.players)
    loaded = load_deal(args.file)
    if loaded.scenario is None:
        raise ScenarioError(loaded)
    if loaded.scenario.deal is None:
        raise NegotiatorError(f"{args.file} has no deal.", "A deal is the table [deal] with its issues.")
    tallies = simulate(setting_of(loaded.scenario), modes, args.runs, args.seed)
    if args.format == "json":
        players = {str(mode): asdict(tally) for mode, tally in tallies.items()}
        shown = {"file": str(args.file), "runs": args.runs, "seed": args.seed, "players": players}
        print(json.dumps(shown, indent=2))
        return int(Exit.OK)
    print(f"{'player':<12}" + "".join(f"{head:>{width}}" for head, width in COLUMNS))
    for mode, tally in tallies.items():
        cells = zip(_cells(tally), COLUMNS, strict=True)
        print(f"{mode:<12}" + "".join(f"{cell:>{width}}" for cell, (_, width) in cells))
    return int(Exit.OK)


def _cells(one: "Tally") -> list[str]:
    judged = [one.courage, one.finesse, one.fit]
    return [
        str(one.deals),
        str(one.impasses),
        str(one.rescissions),
        f"{one.own:.0f}",
        f"{one.joint:.0f}",
        f"{one.efficiency:.2f}",
        f"{one.trust:.1f}",
        *("-" if score is None else f"{score:.0f}" for score in judged),
    ]


def _modes(named: str) -> "list[Mode]":
    from negotiator.analysis.strategies import Mode

    try:
        return [Mode(name.strip()) for name in named.split(",")] if named else list(Mode)
    except ValueError as unknown:
        raise NegotiatorError(
            f"There is no such player: {unknown}.".replace(" is not a valid Mode", ""),
            f"There are: {', '.join(Mode)}",
        ) from None

"""`negotiator simulate FILE`: strategy players over a deal, against counterparts of every style."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.analysis.strategies import Mode


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
    from negotiator.analysis.simulate import simulate
    from negotiator.game.table import table_of
    from negotiator.scenario.loader import ScenarioError, load_deal

    if args.runs < 1:
        raise NegotiatorError("There has to be at least one run.", "For example: --runs 100")
    modes = _modes(args.players)
    loaded = load_deal(args.file)
    if loaded.scenario is None:
        raise ScenarioError(loaded)
    if loaded.scenario.deal is None:
        raise NegotiatorError(f"{args.file} has no deal.", "A deal is the table [deal] with its issues.")
    tallies = simulate(table_of(loaded.scenario.deal), modes, args.runs, args.seed)
    if args.format == "json":
        players = {str(mode): asdict(tally) for mode, tally in tallies.items()}
        print(
            json.dumps(
                {"file": str(args.file), "runs": args.runs, "seed": args.seed, "players": players}, indent=2
            )
        )
        return int(Exit.OK)
    print(
        f"{'player':<12} {'deals':>6} {'impasses':>9} {'rescinded':>10} {'own':>7} {'joint':>7} {'eff.':>5} {'trust':>6}"
    )
    for mode, one in tallies.items():
        print(
            f"{mode:<12} {one.deals:>6} {one.impasses:>9} {one.rescissions:>10} {one.own:>7.0f} {one.joint:>7.0f}"
            f" {one.efficiency:>5.2f} {one.trust:>6.1f}"
        )
    return int(Exit.OK)


def _modes(named: str) -> "list[Mode]":
    from negotiator.analysis.strategies import Mode

    try:
        return [Mode(name.strip()) for name in named.split(",")] if named else list(Mode)
    except ValueError as unknown:
        raise NegotiatorError(
            f"There is no such player: {unknown}.".replace(" is not a valid Mode", ""),
            f"There are: {', '.join(Mode)}",
        ) from None

"""`negotiator deal FILE`: the exact analysis of a deal: frontier, solution points, classes of its issues."""

import argparse
import json
import time
from pathlib import Path

from negotiator.errors import Exit, NegotiatorError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a scenario, or a file that has only [deal]")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")
    parser.add_argument("--zopa", action="store_true", help="cut the frontier at the reservation values")
    parser.add_argument(
        "--packages", action="store_true", help="add a package for each point of the frontier"
    )
    parser.add_argument(
        "--at-start", action="store_true", help="limits and shapes as they are on the first day"
    )


def run(args: argparse.Namespace) -> int:
    """Analyse the deal of a file and print what there is to say.

    Raises:
        NegotiatorError: the file has errors, or no deal.
    """
    from negotiator.analysis.deal import analyse
    from negotiator.game.table import lifted_at_start, shapes_at_start, table_of
    from negotiator.report.deal import deal_data, deal_text
    from negotiator.scenario.loader import ScenarioError, load_deal

    loaded = load_deal(args.file)
    if loaded.scenario is None:
        raise ScenarioError(loaded)
    if loaded.scenario.deal is None:
        raise NegotiatorError(f"{args.file} has no deal.", "A deal is the table [deal] with its issues.")
    began = time.perf_counter()
    deal = table_of(loaded.scenario.deal)
    start = shapes_at_start(loaded.scenario) if args.at_start else None
    report = analyse(deal, start, lifted_at_start(loaded.scenario) if args.at_start else None)
    seconds = time.perf_counter() - began
    if args.format == "json":
        document = deal_data(report, zopa=args.zopa, packages=args.packages)
        print(json.dumps({**document, "seconds": round(seconds, 6)}, ensure_ascii=False, indent=2))
    else:
        print(deal_text(report))
    return int(Exit.OK)

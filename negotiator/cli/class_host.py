"""`negotiator class host`: open a room for a scenario on this computer, or go on with one."""

import argparse
import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.classroom.client.address import PORT
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.classroom.events import New

MOST_VARIANTS = 1000


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="an id from `negotiator list`, or a path")
    parser.add_argument("--lan", action="store_true", help="let other computers of this network in")
    parser.add_argument("--port", type=int, default=PORT, help=f"{PORT} unless you say otherwise; 0 for any")
    parser.add_argument(
        "--db", metavar="FILE|URL", help="keep the class here; the same again goes on with it"
    )
    parser.add_argument(
        "--name", action="append", default=[], metavar="NAME", help="a host name it goes by, too"
    )
    parser.add_argument("--code", help="the code to join with; another one each time unless you say")
    parser.add_argument("--gate", action="append", default=[], metavar="SCENE", help="everybody waits here")
    parser.add_argument(
        "--no-dice", action="store_true", help="the likeliest always happens, for graded work"
    )
    parser.add_argument(
        "--shuffle", action="store_true", help="choices stand in another order at every place"
    )
    parser.add_argument("--variants", type=int, default=1, metavar="N", help="so many different lucks")
    parser.add_argument("--seed", type=int, help="which luck; without it, another one each time")
    parser.add_argument(
        "--share-percentile", action="store_true", help="show students their place in the room"
    )
    parser.add_argument("--headless", action="store_true", help="without the dashboard")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how --headless says where it is"
    )


def run(args: argparse.Namespace) -> int:
    """Host it until it is ended."""
    from negotiator.cli.play import interactive

    headless = args.headless or args.format == "json"
    if not headless and not interactive():
        raise NegotiatorError(
            "The dashboard needs a terminal, and this is not one.", "Host it with --headless."
        )
    try:
        import aiohttp  # noqa: F401
    except ImportError:
        raise NegotiatorError(
            "A class needs aiohttp, which is not installed.", "Install it: pip install aiohttp"
        ) from None
    from negotiator.cli.hosting import Hosted, host

    begin = _opening(args)
    hosted = Hosted(
        begin=begin,
        code=_code(args.code),
        db=args.db or str(_new_file(args, str(begin.body["scenario"]))),
        names=frozenset(name.lower() for name in args.name),
        lan=args.lan,
        port=args.port,
        headless=headless,
        form=args.format,
    )
    asyncio.run(host(hosted))
    return Exit.OK


def _opening(args: argparse.Namespace) -> "New":
    from negotiator.classroom.hub.opening import new_seed
    from negotiator.classroom.opening import opening
    from negotiator.classroom.settings import Settings
    from negotiator.runs.library import find
    from negotiator.scenario.loader import ScenarioError, load

    if not 1 <= args.variants <= MOST_VARIANTS:
        raise NegotiatorError(f"There can be 1 to {MOST_VARIANTS} variants.")
    path = find(args.scenario)
    loaded = load(path)
    if loaded.scenario is None:
        raise ScenarioError(loaded)
    settings = Settings(
        dice=not args.no_dice,
        shuffle=args.shuffle,
        variants=args.variants,
        share_percentile=args.share_percentile,
        gates=tuple(dict.fromkeys(args.gate)),
    )
    seed = new_seed() if args.seed is None else args.seed
    return opening(loaded.source.text, str(path), path.stem, settings, seed)


def _code(given: str | None) -> str:
    from negotiator.classroom.hub.codes import LETTERS, typed

    if given is None:
        return ""
    if code := typed(given):
        return code
    raise NegotiatorError(
        "A code has eight letters and digits that nobody mistakes for others.", f"Take them from {LETTERS}."
    )


def _new_file(args: argparse.Namespace, scenario: str) -> Path:
    from negotiator.runs.places import saves_folder

    when = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return saves_folder(args.saves) / "classes" / f"{scenario}-{when}.class"

"""`negotiator preview`: a scenario file in the app beside an editor, taken up anew with every save."""

import argparse
from pathlib import Path

from negotiator.errors import Exit, NegotiatorError


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("file", metavar="FILE", help="a scenario file, or an id from `negotiator list`")
    parser.add_argument("--at", metavar="SCENE", default="", help="begin in this scene")
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="begin with this value of a state; days-left and reached can be set as well",
    )
    parser.add_argument(
        "--knows", metavar="FACT", action="append", default=[], help="begin knowing this fact"
    )
    parser.add_argument("--seed", type=int, default=0, help="which luck (default 0)")
    parser.add_argument("--saves", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Open it. 0: fine; 2: no such file, scene, state or fact, or no terminal."""
    from negotiator.cli.play import interactive
    from negotiator.runs.library import find
    from negotiator.tui.preview.waiting import Asked

    if not interactive():
        raise NegotiatorError(
            "The preview needs a terminal, and this is not one.",
            f"See what is wrong with the file: negotiator check {args.file}",
            code=Exit.CANNOT,
        )
    from negotiator.tui.previewing import open_preview

    asked = Asked(args.at, tuple(args.set), tuple(args.knows), args.seed)
    return open_preview(find(args.file), asked, Path(args.saves) if args.saves else None)

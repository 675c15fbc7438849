"""`negotiator play`: a scenario in the terminal, line by line, or from a script."""

import argparse
import os
import sys
from pathlib import Path

from negotiator.errors import Exit


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="an id from `negotiator list`, or a path")
    parser.add_argument(
        "--seed", type=int, help="which luck; without it, another one each time (0 for a script)"
    )
    parser.add_argument("--plain", action="store_true", help="line by line, without drawing a screen")
    parser.add_argument("--saves", metavar="DIR", default=argparse.SUPPRESS, help="keep runs in this folder")
    scripted = parser.add_mutually_exclusive_group()
    scripted.add_argument(
        "--script", metavar="FILE", help="play the moves in FILE, one a line; - for standard input"
    )
    scripted.add_argument(
        "--moves", metavar="MOVES", help='play these moves, divided by semicolons: "look; ask; go"'
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="what a script's result is printed as"
    )


def run(args: argparse.Namespace) -> int:
    """Play."""
    from negotiator.runs.library import find

    path = find(args.scenario)
    if args.script is not None or args.moves is not None:
        return _script(path, args)
    if args.plain or not interactive():
        return _plain(path, args)
    from negotiator.tui.app import open_game

    return open_game(path=path, seed=args.seed, saves=Path(args.saves) if args.saves else None)


def interactive() -> bool:
    """Whether there is a terminal to draw on."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _plain(path: Path, args: argparse.Namespace) -> int:
    from secrets import randbelow

    from negotiator.cli.sitting import sit_down
    from negotiator.runs.library import load_game
    from negotiator.runs.places import saves_folder
    from negotiator.runs.session import Session

    seed = randbelow(2**31) if args.seed is None else args.seed
    with Session.create(saves_folder(args.saves), load_game(path), seed=seed, source=path) as session:
        return sit_down(session, args.saves)


def _script(path: Path, args: argparse.Namespace) -> int:
    from negotiator.cli.output import document, say, width
    from negotiator.cli.passages import whole
    from negotiator.cli.printed import plain
    from negotiator.cli.script import play_script, read_moves, read_script
    from negotiator.cli.standing import standing
    from negotiator.runs.library import load_game
    from negotiator.runs.places import cache_folder, saves_folder
    from negotiator.runs.session import Session

    game = load_game(path)
    inline = args.moves is not None
    script = read_moves(args.moves) if inline else read_script(args.script)
    with Session.create(saves_folder(args.saves), game, seed=args.seed or 0, source=path) as session:
        refused = play_script(session, script)
        if args.format == "json":
            error = {"error": refused.data()} if refused else {}
            document({**error, **standing(session, cache_folder())})
        else:
            say(*plain(whole(session), width()))
            if refused:
                where = (
                    f"Play stops at move {refused.line.number}"
                    if inline
                    else f"The script stops in line {refused.line.number}"
                )
                say("", f"{where}: {refused.line.text}", refused.message)
    return Exit.FINDINGS if refused else Exit.OK

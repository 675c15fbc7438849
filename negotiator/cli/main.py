"""The command line: finds the command, runs it, and says every error in plain words."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from negotiator import __version__
from negotiator.errors import Exit, NegotiatorError

COMMANDS = {
    "play": "play a scenario: in the terminal, line by line, or from a script",
    "list": "list the scenarios that can be played",
    "check": "check scenario files and say what to mend",
    "deal": "analyse a deal: frontier, solution points, classes of its issues",
    "simulate": "let strategy players bargain over a deal, many times",
    "runs": "list, show, resume, export or delete saved runs",
}


def _parser(wanted: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="negotiator",
        description="Interview for an offer, not for a job. Without a command the game opens.",
    )
    parser.add_argument("--version", action="version", version=f"negotiator {__version__}")
    parser.add_argument("--saves", metavar="DIR", help="keep runs in this folder")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary.capitalize() + ".")
        if name == wanted:
            import_module(f"negotiator.cli.{name}").add(command)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code (see Exit; 130 when interrupted)."""
    # No package around us has a say in how our models read: pydantic need not look for plugins, which takes 10 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    wanted = next((word for word in arguments if word in COMMANDS), None)
    args = _parser(wanted).parse_args(arguments)
    try:
        return int(import_module(f"negotiator.cli.{args.command or 'app'}").run(args))
    except NegotiatorError as error:
        print(f"negotiator: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        return int(error.code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe has gone; nothing is left to tell it, and the interpreter must not try on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.OK)
    except Exception as error:
        # The one place where anything unforeseen is put into words.
        print(f"negotiator: something unforeseen happened: {type(error).__name__}: {error}", file=sys.stderr)
        print(
            "  Every choice made so far is saved. Set NEGOTIATOR_DEBUG=1 to see where it happened.",
            file=sys.stderr,
        )
        if os.environ.get("NEGOTIATOR_DEBUG"):
            raise
        return int(Exit.CANNOT)

"""The command line: finds the command and runs it."""

import argparse
import os
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from types import ModuleType

from negotiator import __version__
from negotiator.cli.app import open_home
from negotiator.cli.door import guarded

COMMANDS = {
    "play": "play a scenario: in the terminal, line by line, or from a script",
    "list": "list the scenarios that can be played",
    "new": "begin a scenario file: a small case that works, or a copy of another",
    "check": "check scenario files and say what to mend",
    "explain": "what a finding of check means, with an example and its mend",
    "preview": "play a scenario file beside your editor; every save is taken up at once",
    "fmt": "put scenario files in one layout; comments, order and texts stay",
    "rename": "rename a scene, a choice, a person … everywhere in a scenario file",
    "graph": "draw the story as a map: scenes by stage, where each choice leads, dead ends marked",
    "playtest": "search a story, play it at random and with strategy players, and say what comes of it",
    "schema": "the scenario format for editors (JSON Schema), or as a page to read",
    "book": "write a whole scenario as one document to read: every line, every condition in words",
    "deal": "analyse a deal: frontier, solution points, classes of its issues",
    "simulate": "let strategy players bargain over a deal, many times",
    "runs": "saved runs: list, show, resume, branch, export, delete; debrief, compare, prepare",
    "class": "play a case with a room full of people, in terminals and browsers",
}
MODULES = {"class": "classroom"}
"""Commands whose module is not called as they are."""


def _module(command: str) -> ModuleType:
    return import_module(f"negotiator.cli.{MODULES.get(command, command)}")


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
            _module(name).add(command)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code (see Exit; 130 when interrupted)."""
    # Looking through what is installed for plugins takes 12 ms; a scenario's shape is no plugin's business.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    wanted = next((word for word in arguments if word in COMMANDS), None)
    args = _parser(wanted).parse_args(arguments)
    if args.command is None:
        return guarded(partial(open_home, args.saves))
    return guarded(partial(_module(args.command).run, args))

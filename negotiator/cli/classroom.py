"""`negotiator class`: play a case with a room full of people. Each subcommand has a module of its own."""

import argparse
from importlib import import_module
from importlib.util import find_spec

WHAT = {
    "host": "open a room for a scenario, on this computer",
    "join": "take a chair in a room",
    "report": "what the room did: page, table, or records for other programs",
    "collect": "the same report from run files that people handed in",
    "hand-in": "write a file of a run to hand in",
    "bots": "let scripted players join a room, to rehearse it",
    "doctor": "whether a phone on this network can reach this computer",
    "forget": "take everything about one person out of a class's file",
}


def _module(name: str) -> str:
    return f"negotiator.cli.class_{name.replace('-', '_')}"


def add(parser: argparse.ArgumentParser) -> None:
    """Its commands: those that this installation has."""
    commands = parser.add_subparsers(title="commands", dest="what", metavar="WHAT", required=True)
    for name, summary in WHAT.items():
        if find_spec(_module(name)) is not None:
            command = commands.add_parser(
                name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
            )
            import_module(_module(name)).add(command)


def run(args: argparse.Namespace) -> int:
    """Do what was asked."""
    return int(import_module(_module(args.what)).run(args))

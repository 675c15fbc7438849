"""`negotiator class join`: take a chair in a room, with the whole game in this terminal."""

import argparse

from negotiator.errors import NegotiatorError

HOW = "the code on the wall, and the hub's address behind an @: K7M3-Q9XA@192.168.1.20"


def add(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("code", metavar="CODE[@HOST[:PORT]]", help=HOW)
    parser.add_argument(
        "--name", default="", help="your name, for your instructor's list; nobody else sees it"
    )
    parser.add_argument("--student", default="", metavar="ID", help="your number on the roster, likewise")
    parser.add_argument(
        "--saves", metavar="DIR", default=argparse.SUPPRESS, help="keep your chair in this folder"
    )


def run(args: argparse.Namespace) -> int:
    """Join, or come back, and play."""
    import asyncio

    from negotiator.classroom.client.address import address
    from negotiator.classroom.client.opened import open_chair
    from negotiator.classroom.client.sitting import Person, sit_down
    from negotiator.cli.play import interactive

    where = address(args.code)
    if not interactive():
        raise NegotiatorError(
            "A class is joined in a terminal, and this is not one.",
            f"A browser does as well, also with a screen reader: {where.base}",
        )
    chair = asyncio.run(sit_down(where, Person(args.name, args.student), args.saves))
    try:
        return open_chair(chair, where)
    finally:
        chair.put_down()

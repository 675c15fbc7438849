"""`negotiator class doctor [--lan]`: the day before, whether a phone on this network reaches this computer."""

import argparse
import asyncio
import os
import sys
from io import StringIO
from typing import TYPE_CHECKING

from negotiator.classroom.client.address import PORT
from negotiator.cli.output import document, folded, say, width
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.classroom.doctor.door import Door

HOLDING = 12.0
"""Seconds that a device has, once it is there, to show that a line stays open."""
LOOPBACK = ("127.0.0.1", "::1")
PAGE = "docs/classroom.md"


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--lan", action="store_true", help="open a page that a phone can try")
    parser.add_argument("--port", type=int, default=PORT, help=f"the one the class will use; default: {PORT}")
    parser.add_argument(
        "--wait", type=float, default=180, metavar="SECONDS", help="for a phone, with --lan; default: 180"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Look, wait for a phone, and say yes or no; 1 for no.

    Raises:
        NegotiatorError: the port cannot be used.
    """
    if not 0 <= args.port <= 65_535 or args.wait <= 0:
        raise NegotiatorError("A port is a number up to 65535, and a wait some seconds.")
    from negotiator.classroom.hub.addresses import own_addresses

    return asyncio.run(examine(args, own_addresses(), LOOPBACK))


async def examine(args: argparse.Namespace, own: tuple[str, ...], loopback: tuple[str, ...]) -> int:
    """The whole examination, on a computer with these addresses.

    Raises:
        NegotiatorError: the port cannot be used.
    """
    from negotiator.classroom.doctor.advice import firewall
    from negotiator.classroom.doctor.door import Door, opened

    addresses = [one for one in own if ":" not in one]
    door = Door((*own, *loopback))
    async with opened(door, args.port, lan=args.lan):
        hints = firewall(sys.platform, door.port)
        text = args.format == "text"
        if text:
            _tell_of_here(addresses, door.port, hints)
        if args.lan and addresses:
            if text:
                _invite(addresses, door, args.wait)
            if await door.until("reached", args.wait):
                await door.until("held", HOLDING)
    if not text:
        document(_facts(args, addresses, door, hints))
    else:
        _tell(args, addresses, door)
    return int(Exit.OK if _fine(args, addresses, door) else Exit.FINDINGS)


def _fine(args: argparse.Namespace, addresses: list[str], door: "Door") -> bool:
    return bool(addresses) and (not args.lan or "held" in door.seen)


def _facts(
    args: argparse.Namespace, addresses: list[str], door: "Door", hints: tuple[str, ...]
) -> dict[str, object]:
    from negotiator.classroom.doctor.advice import instead

    fine = _fine(args, addresses, door)
    return {
        "addresses": addresses,
        "port": door.port,
        "firewall": list(hints),
        "tried": args.lan,
        "reached": bool({"reached", "held"} & door.seen),
        "held": "held" in door.seen,
        "only_itself": door.seen == {"own"},
        "fine": fine,
        "instead": [] if fine else list(instead(door.port)),
    }


def _tell_of_here(addresses: list[str], port: int, hints: tuple[str, ...]) -> None:
    say(f"Port {port} is free.")
    if addresses:
        say(f"This computer is known on its networks as {', '.join(addresses)}.")
    else:
        say("This computer is in no network: join one, and ask again.")
    for hint in hints:
        say(*folded(hint, width()))


def _invite(addresses: list[str], door: "Door", wait: float) -> None:
    from negotiator.classroom.hub.addresses import url

    pages = [f"{url(one, door.port)}/{door.word}/" for one in addresses]
    say(
        "",
        *_picture(pages[0]),
        "",
        "Open this on a phone in the network that the class will use:",
        *(f"  {one}" for one in pages),
    )
    say(f"Waiting for it, {wait:.0f} seconds at most …")


def _picture(address: str) -> list[str]:
    """A QR code, light on dark whatever the terminal's colours are; nothing where it could not be shown."""
    import segno

    try:
        "█▀▄".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return []
    out = StringIO()
    segno.make(address, error="l").terminal(out, border=2, compact=True)
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return [f"\x1b[97;40m{row}\x1b[0m" if coloured else row for row in out.getvalue().splitlines()]


def _tell(args: argparse.Namespace, addresses: list[str], door: "Door") -> None:
    from negotiator.classroom.doctor.advice import instead

    if not args.lan:
        say("Whether a phone gets through shows only with a phone: negotiator class doctor --lan")
        return
    if "held" in door.seen:
        say("Yes. Another device has reached this computer, and the line between them stays open.")
        return
    if "reached" in door.seen:
        say(
            *folded(
                "Half. Another device opened the page, but the line to it did not stay open. Something in between holds back what is sent, a proxy or a guard on the phone: try another browser there, and a network without one.",
                width(),
            )
        )
    elif "own" in door.seen:
        say("No. Only this computer itself opened the page, which shows nothing: take a phone.")
    elif addresses:
        say("No. No other device has reached this computer.")
    say("", "What to do:")
    for number, step in enumerate(instead(door.port), 1):
        say(*folded(step, width(), indent=f"  {number}. ", hang="     "))
    say(f"{PAGE} says more of each.")

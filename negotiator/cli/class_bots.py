"""`negotiator class bots CODE[@HOST]`: a rehearsal with scripted players, and the proof that nothing got lost."""

import argparse
import asyncio
import sys
from collections import Counter
from typing import TYPE_CHECKING

from negotiator.cli.output import document, say
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.classroom.bots.tally import Tally

MOST = 5000
"""Players that one command takes on."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "address", metavar="CODE[@HOST[:PORT]]", help="the room; without a host, on this computer"
    )
    parser.add_argument("--count", type=int, default=30, metavar="N", help="players; default: 30")
    parser.add_argument(
        "--over",
        type=float,
        default=60,
        metavar="SECONDS",
        help="time in which they come and decide; default: 60",
    )
    parser.add_argument("--decisions", type=int, default=10, metavar="N", help="of each player; default: 10")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="who decides what and when; default: 0"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Rehearse, and print what came of it; 1 when something was lost, doubled or never answered.

    Raises:
        NegotiatorError: a number makes no sense, or the hub cannot be reached in the end.
    """
    from negotiator.classroom.bots.crowd import Plan, rehearse
    from negotiator.classroom.bots.tally import tally
    from negotiator.classroom.client.address import address

    if not 1 <= args.count <= MOST or args.over <= 0 or args.decisions < 1:
        raise NegotiatorError(
            f"A rehearsal has 1 to {MOST} players, some seconds, and a decision or more.",
            "For example: --count 300 --over 60 --decisions 10",
        )
    room = address(args.address)
    plan = Plan(room.base, room.code, args.count, args.over, args.decisions, args.seed)
    books = asyncio.run(rehearse(plan, progress=_progress if sys.stderr.isatty() else None))
    if sys.stderr.isatty():
        print(file=sys.stderr)
    found = tally(plan, books)
    if args.format == "json":
        document(found.document())
    else:
        _tell(found)
    return int(Exit.OK if found.clean else Exit.FINDINGS)


def _progress(joined: int, decided: int) -> None:
    print(f"\r  {joined} players in the room, {decided} decisions kept", end="", file=sys.stderr, flush=True)


def _tell(found: "Tally") -> None:
    say(
        f"{found.joined} of {found.count} players came in"
        + (f", the last one within {found.slowest:.1f} s" if found.joined else "")
    )
    say(f"  {_counted(found.ways)}")
    say(f"{found.decided} decisions acknowledged, of {found.count * found.decisions} planned")
    if found.times:
        say(f"  from submitting to the answer: {found.times.said}")
    if found.later:
        say(f"  {found.later} came through at a further try; the wire broke {found.breaks} times")
    if found.endings:
        say(f"  {found.endings} times a story ended and was begun again")
    if found.refused:
        say(f"  refused: {_counted(found.refused)}")
    for why, times in found.stopped.items():
        say(f"  {times} stopped before their last decision: {why}")
    if found.unanswered:
        say(f"{found.unanswered} decisions were never answered.")
    for fault in found.faults:
        say(f"  {fault}")
    say(
        f"{len(found.faults)} faults: what the hub acknowledged is not what it has on record."
        if found.faults
        else "Everything that was acknowledged is on record once, as it was acknowledged."
    )


def _counted(what: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in what.most_common())

"""`negotiator class hand-in RUN`: one file with a run, to give to whoever teaches."""

import argparse
from pathlib import Path

from negotiator.errors import Exit, NegotiatorError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("run", metavar="RUN", help="the run's id, or the beginning of it, or its file")
    parser.add_argument("--name", default="", help="your name, as the class knows it")
    parser.add_argument("--student", metavar="ID", default="", help="your number, as the class knows it")
    parser.add_argument(
        "--out", metavar="FILE", help="the file to write; default: hand-in.SCENARIO.RUN.jsonl, here"
    )
    parser.add_argument(
        "--saves", metavar="DIR", default=argparse.SUPPRESS, help="the folder the runs are in"
    )


def run(args: argparse.Namespace) -> int:
    """Write the file. The run stays as it is and can be played on.

    Raises:
        NegotiatorError: there is no such run, it cannot be read, or the file cannot be written.
    """
    from negotiator.cli.output import say
    from negotiator.runs.files import write_whole
    from negotiator.runs.handin import hand_in
    from negotiator.runs.places import saves_folder
    from negotiator.runs.session import now_utc
    from negotiator.runs.shelf import find_run
    from negotiator.runs.troubles import reason

    found = find_run(saves_folder(getattr(args, "saves", None)), args.run)
    if found.trouble is not None:
        raise found.trouble
    data = hand_in(found.path, name=args.name, student=args.student, now=now_utc())
    out = (
        Path(args.out).expanduser()
        if args.out
        else Path(f"hand-in.{found.path.name.removeprefix('hand-in.')}")
    )
    if out.exists() and found.path.exists() and out.samefile(found.path):
        raise NegotiatorError(f"{out} is the run itself.", "Name another file with --out.")
    try:
        write_whole(out, data)
    except OSError as error:
        raise NegotiatorError(
            f"{out} could not be written: {reason(error)}.", "Name another file with --out."
        ) from None
    say(f"Written to {out}")
    if not found.ended:
        say("The run has not come to an ending: it will be marked unfinished.")
    if not args.name and not args.student:
        say("It does not say whose it is. To have it say so: --name NAME --student ID")
    return Exit.OK

"""`negotiator fmt`: scenario files in one layout; comments, order and every text stay."""

import argparse
import sys
from pathlib import Path

from negotiator.cli.door import tell
from negotiator.cli.inplace import difference, put
from negotiator.cli.output import say
from negotiator.errors import Exit, NegotiatorError

STDIN = "-"


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a scenario file; - for standard input")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit code 1 if a file would change"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; show what would change")


def run(args: argparse.Namespace) -> int:
    """Put files in order. 0: they are; 1: some would change (--check, --diff); 2: one cannot be read."""
    changed, failed = 0, False
    for name in args.files:
        try:
            changed += _file(name, args)
        except NegotiatorError as error:
            failed = True
            tell(error)
    if failed:
        return Exit.CANNOT
    return Exit.FINDINGS if changed and (args.check or args.diff) else Exit.OK


def _file(name: str, args: argparse.Namespace) -> bool:
    """Put one file in order; whether it was not."""
    from negotiator.scenario.source import Unread
    from negotiator.scenario.writing.document import document, open_document
    from negotiator.scenario.writing.tidying import tidied

    opened = (
        document(sys.stdin.buffer.read(), "standard input") if name == STDIN else open_document(Path(name))
    )
    if isinstance(opened, Unread):
        raise NegotiatorError(f"{opened.source.file}: {opened.finding.message}", opened.finding.hint)
    made = tidied(opened)
    changed = made != opened.data
    if args.diff:
        say(*difference(opened.source.file, opened.data, made))
    if args.check and changed:
        say(f"{opened.source.file} would be put in order")
    if args.check or args.diff:
        return changed
    if name == STDIN:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
    elif changed:
        put(Path(name), opened.data, made)
        say(f"{name} is in order now")
    else:
        say(f"{name} was in order already")
    return changed

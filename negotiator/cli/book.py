"""`negotiator book FILE`: a whole scenario as one document to read."""

import argparse
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a scenario file")
    parser.add_argument(
        "--format", choices=("markdown", "html"), default="markdown", help="default: markdown"
    )
    parser.add_argument("--out", metavar="FILE", help="write it into this file")


def run(args: argparse.Namespace) -> int:
    """Write the book of a scenario.

    Raises:
        NegotiatorError: the file has errors in it, or the book cannot be written.
    """
    from negotiator.cli.writing import hand_over
    from negotiator.game.compiling import compile_game
    from negotiator.report.book import book
    from negotiator.scenario.loader import require

    made = book(compile_game(require(args.file)))
    if args.format == "html":
        from negotiator.report.book_html import book_html

        return hand_over(book_html(made), args.out, markup=True)
    from negotiator.report.book_markdown import book_markdown

    return hand_over(book_markdown(made), args.out)

"""`negotiator schema`: the scenario format for editors (JSON Schema), or for reading (Markdown)."""

import argparse
from pathlib import Path

from negotiator.cli.output import document, say
from negotiator.errors import Exit, NegotiatorError


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--format",
        choices=("json", "markdown"),
        default="json",
        help="json: JSON Schema 2020-12 for editors; markdown: the reference page (default: json)",
    )
    parser.add_argument(
        "--write",
        metavar="FILE",
        nargs="?",
        const="",
        help="write it into a file, by default beside your scenarios: scenario.schema.json",
    )


def run(args: argparse.Namespace) -> int:
    """Print the schema or the page, or write it.

    Raises:
        NegotiatorError: the file cannot be written.
    """
    if args.write is None:
        _print(args.format)
        return Exit.OK
    from negotiator.runs.files import usual_mode, write_whole

    file = Path(args.write or ("reference.md" if args.format == "markdown" else _file_name()))
    try:
        write_whole(file, _text(args.format), mode=usual_mode())
    except OSError as error:
        raise NegotiatorError(f"{file} cannot be written: {error.strerror}", "Name another file.") from error
    say(f"Written: {file}")
    if args.format == "json":
        say(f"A scenario in the same folder uses it with this as its first line: #:schema ./{file.name}")
    return Exit.OK


def _print(form: str) -> None:
    if form == "json":
        from negotiator.scenario.schema import schema

        document(schema())
    else:
        from negotiator.scenario.reference import markdown

        say(markdown().rstrip("\n"))


def _text(form: str) -> str:
    if form == "json":
        from negotiator.scenario.schema import text

        return text()
    from negotiator.scenario.reference import markdown

    return markdown()


def _file_name() -> str:
    from negotiator.scenario.schema import NAME

    return NAME

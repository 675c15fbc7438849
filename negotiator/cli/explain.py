"""`negotiator explain CODE`: what a finding means, with an example that has it and the same one mended."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from negotiator.cli.output import document, folded, say, width
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.scenario.pages import Page


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "codes", nargs="*", metavar="CODE", help="N104 for example; without one, all are listed"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def run(args: argparse.Namespace) -> int:
    """Explain the codes, or list all there are.

    Raises:
        NegotiatorError: there is no such code.
    """
    from negotiator.scenario.pages import pages

    known = pages()
    wanted = [_known(code, known) for code in args.codes]
    if args.format == "json":
        document({"codes": [_data(page) for page in wanted or known.values()]})
    elif wanted:
        say("\n\n\n".join("\n".join(_lines(page)) for page in wanted))
    else:
        say(*_list(known.values()))
    return Exit.OK


def _known(code: str, known: dict[str, "Page"]) -> "Page":
    from negotiator.scenario.excerpt import shown
    from negotiator.scenario.meaning import suggest

    found = known.get(code.strip().upper())
    if found is None:
        hint = suggest(code.upper(), known) or "All of them: negotiator explain"
        raise NegotiatorError(f"There is no code '{shown(code)[:40]}'.", hint)
    return found


def _lines(page: "Page") -> list[str]:
    columns = width()
    return [
        *folded(f"{page.code}  {page.title}", columns, hang="      "),
        f"      {_MATTERS[page.severity]}",
        "",
        *folded(page.why, columns),
        "",
        "This gets it:",
        "",
        *_example(page.fails),
        "",
        "Mended:",
        "",
        *_example(page.mended),
    ]


_MATTERS = {
    "error": "an error: the story cannot be played as it is meant",
    "warning": "a warning: it can be played, and most likely something else is meant",
    "note": "a note: worth a look",
}


def _example(lines: str) -> list[str]:
    return [f"    {line}".rstrip() for line in lines.split("\n")]


def _list(known: Iterable["Page"]) -> list[str]:
    from negotiator.scenario.pages import GROUPS

    lines: list[str] = []
    group = ""
    for page in known:
        if page.code[:2] != group:
            group = page.code[:2]
            lines += ["", f"{group}xx  {GROUPS[group]}"] if lines else [f"{group}xx  {GROUPS[group]}"]
        lines.append(f"  {page.code}  {page.title}")
    return [*lines, "", "More about one of them: negotiator explain N104"]


def _data(page: "Page") -> dict[str, str]:
    from negotiator.scenario.pages import GROUPS

    return {
        "code": page.code,
        "title": page.title,
        "group": GROUPS[page.code[:2]],
        "severity": page.severity,
        "why": page.why,
        "fails": page.fails,
        "mended": page.mended,
    }

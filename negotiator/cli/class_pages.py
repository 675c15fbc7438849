"""Writes what a room did in the form that was asked for: a page, a gradebook, data or statements."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import NegotiatorError

if TYPE_CHECKING:
    from negotiator.analysis.cohort import Cohort
    from negotiator.runs.roster import Known, Roster

FORMATS = ("html", "csv", "json", "xapi")


def add_formats(parser: argparse.ArgumentParser) -> None:
    """The options that report and collect share."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="html",
        help="html (default): a page for everybody, without names; csv: the gradebook; json: data; xapi: statements",
    )
    parser.add_argument("--out", metavar="FILE", help="write it into this file")
    parser.add_argument(
        "--roster",
        metavar="FILE.csv",
        help="who is in the class: a CSV file with columns name and student id (csv)",
    )
    parser.add_argument(
        "--home", metavar="ADDRESS", help="an address of yours, to name accounts and activities by (xapi)"
    )


def roster_of(args: argparse.Namespace) -> "Roster | None":
    """The roster, where one was named; read first, so that nothing is reckoned for a file that is not there.

    Raises:
        NegotiatorError: it cannot be read, or is of no use in this form; the address is none.
    """
    if args.home and not args.home.startswith(("http://", "https://")):
        raise NegotiatorError(
            f"--home has to be an address: '{args.home}'.", "For example https://school.example/class"
        )
    if args.roster is None:
        return None
    if args.format != "csv":
        raise NegotiatorError(
            "A roster is for the gradebook alone.", "Add --format csv, or leave --roster out."
        )
    from negotiator.runs.roster import read_roster

    return read_roster(Path(args.roster).expanduser())


def write_room(
    room: "Cohort",
    people: "Mapping[str, Known]",
    args: argparse.Namespace,
    *,
    roster: "Roster | None",
    findings: tuple[str, ...] = (),
    group: str = "",
) -> int:
    """Hand the report over, and say on standard error what was found on the way."""
    from negotiator.cli.writing import hand_over, hand_over_data

    for one in findings:
        print(one, file=sys.stderr)
    match args.format:
        case "csv":
            from negotiator.report.gradebook import gradebook

            mark = (
                "\ufeff" if args.out is not None else ""
            )  # without it spreadsheets take UTF-8 for something else
            return hand_over(mark + gradebook(room, people, roster), args.out, private=True)
        case "json":
            from negotiator.report.cohort_data import cohort_data

            return hand_over_data(cohort_data(room, findings), args.out, private=True)
        case "xapi":
            from negotiator.report.xapi import HOME, statements

            return hand_over_data(statements(room, args.home or HOME, group), args.out, private=True)
        case _:
            from negotiator.report.cohort import cohort_html

            return hand_over(cohort_html(room), args.out, markup=True)

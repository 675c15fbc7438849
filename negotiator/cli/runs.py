"""`negotiator runs`: list, show, resume, export or delete saved runs, and write pages about them."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.runs.shelf import RunInfo


WHAT = {
    "list": "the saved runs, the latest first",
    "show": "a run: the story so far, and the debrief once it is over",
    "resume": "go on with a run",
    "debrief": "the debrief of a run as a page of its own, by default HTML",
    "compare": "two runs of one scenario side by side",
    "prepare": "the preparation sheet for your real talk, from a run",
    "branch": "a new run from just before decision N of a run",
    "export": "a run as a file for people or programs",
    "delete": "remove a run for good",
}
FORMATS = {
    "list": ("text", "json"),
    "show": ("text", "json"),
    "branch": ("text", "json"),
    "debrief": ("html", "text", "md", "json"),
    "compare": ("text", "md", "json", "html"),
    "prepare": ("text", "md", "html"),
}
"""What each can be written as, the default first."""


def add(parser: argparse.ArgumentParser) -> None:
    """Its commands."""
    commands = parser.add_subparsers(title="commands", dest="what", metavar="WHAT", required=True)
    parser.add_argument(
        "--saves", metavar="DIR", default=argparse.SUPPRESS, help="the folder the runs are in"
    )
    made = {
        name: commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        for name, text in WHAT.items()
    }
    for name, command in made.items():
        command.add_argument(
            "--saves", metavar="DIR", default=argparse.SUPPRESS, help="the folder the runs are in"
        )
        if name != "list":
            command.add_argument(
                "id", metavar="ID", help="the run's id, or as much of it as tells it from the others"
            )
        if name not in ("list", "delete"):
            command.add_argument(
                "--scenario", metavar="FILE", help="where the scenario is now, if it was moved"
            )
    for name, forms in FORMATS.items():
        made[name].add_argument("--format", choices=forms, default=forms[0])
    for name in ("debrief", "compare", "prepare"):
        made[name].add_argument("--out", metavar="FILE", help="write it to this file")
    made["compare"].add_argument("other", metavar="OTHER", help="the run to hold it against")
    made["branch"].add_argument("decision", metavar="N", type=int, help="number of the decision")
    made["resume"].add_argument("--plain", action="store_true", help="line by line, without drawing a screen")
    made["export"].add_argument("--format", choices=("json", "md", "toml"), required=True)
    made["delete"].add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace) -> int:
    """Do what was asked."""
    from negotiator.runs.places import saves_folder

    folder = saves_folder(args.saves)
    if args.what == "list":
        return _list(folder, args.format)
    from negotiator.runs.shelf import find_run

    found = find_run(folder, args.id)
    match args.what:
        case "show":
            return _show(found, args)
        case "resume":
            return _resume(found, args)
        case "export":
            return _export(found, args)
        case "delete":
            return _delete(found, sure=args.yes)
    from negotiator.cli import pages

    match args.what:
        case "debrief":
            return pages.debrief(found, args)
        case "compare":
            return pages.compare(found, find_run(folder, args.other), args)
        case "prepare":
            return pages.prepare(found, args)
        case _:
            return pages.branch(found, args)


def _list(folder: Path, form: str) -> int:
    from negotiator.cli.output import document, say, table
    from negotiator.runs.shelf import runs_in

    runs = runs_in(folder)
    if form == "json":
        document([_data(one) for one in runs])
        return Exit.OK
    good = [one for one in runs if one.readable]
    if good:
        rows = [(one.id, one.title, _when(one.last), _stand(one)) for one in good]
        say(*table(rows, ("ID", "SCENARIO", "LAST PLAYED", "WHERE IT STANDS")))
    else:
        say(f"There are no runs in {folder} yet. Start one: negotiator play SCENARIO")
    for one in runs:
        if one.damaged:
            say("", one.damaged if not one.readable else f"{one.id}: {one.damaged}")
    return Exit.OK


def _when(moment: datetime) -> str:
    try:
        return f"{moment.astimezone():%Y-%m-%d %H:%M}"
    except (OSError, OverflowError):
        # Windows knows no local time for the first and last days of its calendar.
        return f"{moment:%Y-%m-%d %H:%M}"


def _stand(one: "RunInfo") -> str:
    if one.ended:
        return f"{one.ending} ({one.outcome})"
    decisions = "1 decision" if one.turns == 1 else f"{one.turns} decisions"
    return f"{one.place}, {decisions}" if one.place else decisions


def _data(one: "RunInfo") -> dict[str, object]:
    return {
        "id": one.id,
        "scenario": one.scenario,
        "title": one.title,
        "created": one.created.isoformat(timespec="seconds"),
        "last": one.last.isoformat(timespec="seconds"),
        "turns": one.turns,
        "ended": one.ended,
        "ending": one.ending or None,
        "outcome": one.outcome or None,
        "place": one.place,
        "seed": one.seed,
        "branched_from": one.branched_from or None,
        "damaged": one.damaged or None,
        "path": str(one.path),
    }


def _show(found: "RunInfo", args: argparse.Namespace) -> int:
    from negotiator.cli.looking import debrief_of, look
    from negotiator.cli.output import document, folded, say, width
    from negotiator.cli.passages import whole
    from negotiator.cli.printed import plain
    from negotiator.cli.standing import standing
    from negotiator.runs.places import cache_folder

    session = look(found, args.scenario)
    if args.format == "json":
        document({**_data(found), **standing(session, cache_folder())})
        return Exit.OK
    columns = width()
    if session.notice:
        say(*folded(session.notice, columns), "")
    say(f"Run {found.id}, last played {_when(found.last)}, seed {found.seed}")
    say(*plain(whole(session), columns))
    if session.view.ending:
        from negotiator.report.plain import debrief_lines

        say("", "=" * columns, "Looking back", "")
        say(*debrief_lines(debrief_of(session), columns))
    else:
        say("", f"Go on with: negotiator runs resume {found.id}")
    return Exit.OK


def _resume(found: "RunInfo", args: argparse.Namespace) -> int:
    from negotiator.cli.looking import scenario_of
    from negotiator.cli.play import interactive
    from negotiator.runs.log import read_log

    read_log(found.path)  # whatever is wrong with the file is said before its scenario is looked for
    scenario = scenario_of(found, args.scenario)
    if not args.plain and interactive():
        from negotiator.tui.app import open_game

        return open_game(path=scenario, seed=None, saves=found.path.parent, resume=found.path)
    from negotiator.cli.sitting import sit_down
    from negotiator.runs.library import load_game
    from negotiator.runs.session import Session

    with Session.resume(found.path, load_game(scenario)) as session:
        return sit_down(session, args.saves)


def _export(found: "RunInfo", args: argparse.Namespace) -> int:
    from negotiator.cli.looking import debrief_of, look
    from negotiator.cli.output import document, say
    from negotiator.runs.export import run_data, run_toml

    session = look(found, args.scenario)
    if args.format == "toml":
        say(run_toml(session).rstrip("\n"))
        return Exit.OK
    debrief = debrief_of(session) if session.view.ending else None
    if args.format == "json":
        from negotiator.report.data import debrief_data

        document({**run_data(session), "debrief": debrief_data(debrief) if debrief else None})
        return Exit.OK
    from negotiator.cli.passages import whole
    from negotiator.cli.printed import markdown
    from negotiator.report.markdown import debrief_markdown

    say(markdown(whole(session)), *(["---\n", debrief_markdown(debrief)] if debrief else []))
    return Exit.OK


def _delete(found: "RunInfo", *, sure: bool) -> int:
    from negotiator.cli.output import say
    from negotiator.runs.shelf import delete_run

    name = f"{found.id} ({found.title}, {found.turns} decisions)" if found.readable else str(found.path)
    if not sure:
        if not sys.stdin.isatty():
            raise NegotiatorError(
                f"{name} was not deleted: nobody is there to confirm it.", "Say so with --yes."
            )
        answer = input(f"Delete {name} for good? [y/N] ")
        if answer.strip().lower() not in ("y", "yes"):
            say("Nothing was deleted.")
            return Exit.OK
    delete_run(found)
    say(f"{found.id} is deleted.")
    return Exit.OK

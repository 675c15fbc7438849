"""`negotiator rename`: another id for a scene, a choice, a person …, everywhere in a scenario file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.cli.inplace import difference, put
from negotiator.cli.output import count, document, say
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.scenario.writing.renaming import Renamed


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a scenario file")
    parser.add_argument(
        "old", metavar="OLD", help="an id; where it may mean two things: scenes.hall, hall.ask, people.ana"
    )
    parser.add_argument("new", metavar="NEW", help="the new id")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """Rename. 0: done, or it can be; 2: it cannot, and the file is as it was."""
    from negotiator.scenario.rendering import short
    from negotiator.scenario.source import Unread
    from negotiator.scenario.writing.document import open_document
    from negotiator.scenario.writing.renaming import rename

    path = Path(args.file)
    opened = open_document(path)
    if isinstance(opened, Unread):
        raise NegotiatorError(
            f"{path}: {opened.finding.message}", opened.finding.hint or short(opened.finding)
        )
    done = rename(opened, path.stem, args.old, args.new)
    diff = difference(str(path), opened.data, done.data) if args.dry_run else []
    if not args.dry_run:
        put(path, opened.data, done.data)
    if args.format == "json":
        document(_data(path, done, diff, written=not args.dry_run))
    else:
        say(*(diff or _told(done)))
    return Exit.OK


def _told(done: "Renamed") -> list[str]:
    old = done.thing.id
    lines = [f"{done.thing.kind.capitalize()} '{old}' is '{done.new}' now, in {count(done.places, 'place')}."]
    if done.remembered:
        lines.append(f"Saved runs follow: the file says that it was called '{old}' before.")
    if done.errors:
        lines.append(f"The file has {count(done.errors, 'error')}, as before. See: negotiator check FILE")
    if done.unread:
        what = count(done.unread, "condition")
        lines.append(f"{what} cannot be read; if '{old}' stands there, it does still.")
    return lines


def _data(path: Path, done: "Renamed", diff: list[str], *, written: bool) -> dict[str, object]:
    return {
        "file": str(path),
        "kind": done.thing.kind.value,
        "old": ".".join(done.thing.address),
        "new": done.new,
        "places": done.places,
        "remembered": done.remembered,
        "errors": done.errors,
        "unread_conditions": done.unread,
        "written": written,
        "diff": diff,
    }

"""`negotiator new`: a scenario file to begin with, asked for in the terminal or by options; or a copy of another."""

import argparse
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.cli.output import say
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.scenario.writing.starting import Answers

ABOUT = ("player", "job", "firm", "manager")
"""What a new case is about; a copy has all of it already."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "name", nargs="?", metavar="NAME", help="the file's name; left out in a terminal, you are asked"
    )
    parser.add_argument("--title", default="", help="what the case is called")
    parser.add_argument("--author", default="", help="your name")
    parser.add_argument("--player", default="", help="who the candidate is")
    parser.add_argument("--job", default="", help="what they have applied for")
    parser.add_argument("--firm", default="", help="where")
    parser.add_argument("--manager", default="", help="who the hiring manager is")
    parser.add_argument("--deal", action="store_true", help="with a table at which a package is negotiated")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="SCENARIO",
        help="a copy of this one, by id or path, its credits kept",
    )
    parser.add_argument("--out", metavar="DIR", default=".", help="the folder (default: this one)")
    parser.add_argument("--force", action="store_true", help="overwrite a file of this name")


def run(args: argparse.Namespace) -> int:
    """Write the file. 0: it is there; 2: it could not be made, and nothing was overwritten."""
    from negotiator.scenario.writing.starting import Answers, file_name, started, titled

    if args.source and (args.deal or any(getattr(args, one) for one in ABOUT)):
        named = ", ".join(f"--{one}" for one in ABOUT)
        raise NegotiatorError("--from copies a whole scenario.", f"{named} and --deal are for a new one.")
    answers = Answers(**{one: getattr(args, one) for one in ("title", "author", *ABOUT)})
    folder, deal = Path(args.out).expanduser(), args.deal
    if args.name is None:
        answers, deal = _asked(args, answers, folder)
        name = file_name(answers.title)
    else:
        stem = _stem(args.name)
        name = file_name(stem)
        answers = replace(answers, title=answers.title or titled(stem))
    path = folder / f"{name}.toml"
    if not args.force and os.path.lexists(path):
        raise _there_already(path)
    data = _copy(args.source, answers, name) if args.source else started(answers, deal=deal).encode("utf-8")
    _write(path, data, force=args.force)
    _schema_beside(path)
    say(f"Written: {path}", "")
    say("Play it beside your editor, every save at once:", f"  negotiator preview {path}")
    say("See what is wrong, where, and how to mend it:", f"  negotiator check {path}")
    return Exit.OK


def _asked(args: argparse.Namespace, answers: "Answers", folder: Path) -> tuple["Answers", bool]:
    from negotiator.cli.wizard import ask
    from negotiator.scenario.writing.starting import file_name

    if not sys.stdin.isatty():
        raise NegotiatorError("The file needs a name.", "Give one: negotiator new my-case")

    def trouble(title: str) -> str:
        path = folder / f"{file_name(title)}.toml"
        return f"There is a file {path} already." if not args.force and os.path.lexists(path) else ""

    return ask(answers, deal=args.deal, copy=bool(args.source), trouble=trouble)


def _stem(name: str) -> str:
    if "/" in name or "\\" in name:
        raise NegotiatorError(f"'{name}' is more than a name.", "Name the folder with --out DIR.")
    return name.removesuffix(".toml")


def _copy(source: str, answers: "Answers", name: str) -> bytes:
    from negotiator.runs.library import find
    from negotiator.scenario.loader import require
    from negotiator.scenario.source import Unread
    from negotiator.scenario.writing.document import open_document
    from negotiator.scenario.writing.starting import copied

    path = find(source)
    scenario = require(path)
    original = open_document(path)
    if isinstance(original, Unread):
        raise NegotiatorError(f"{path}: {original.finding.message}", original.finding.hint)
    return copied(original, scenario, answers, name)


def _write(path: Path, data: bytes, *, force: bool) -> None:
    from negotiator.runs.files import rewrite, sync_folder

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if force and path.exists():
            rewrite(path, data)
            return
        _make(path, data)
        sync_folder(path.parent)
    except FileExistsError:
        raise _there_already(path) from None
    except OSError as error:
        message = f"{path} could not be written: {error.strerror or error}."
        raise NegotiatorError(message, "Name another folder with --out DIR.") from None


def _make(path: Path, data: bytes) -> None:
    """A file that is not there yet; whatever happens, never half of one."""
    with path.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink()
            raise


def _there_already(path: Path) -> NegotiatorError:
    return NegotiatorError(f"{path} is there already.", "Choose another name, or overwrite it with --force.")


def _schema_beside(path: Path) -> None:
    """What the first line of a scenario names: editors complete and explain keys by it."""
    from negotiator.scenario.schema import NAME, text

    with suppress(OSError):
        _make(path.with_name(NAME), text().encode("utf-8"))

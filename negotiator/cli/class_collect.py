"""`negotiator class collect FOLDER`: the report of a room from run files that people handed in; no server needed."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from negotiator.cli.class_pages import add_formats
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.runs.collecting import Collected


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the files are, in folders as well")
    parser.add_argument("--scenario", metavar="FILE", help="the scenario that was played, by file or id")
    add_formats(parser)


def run(args: argparse.Namespace) -> int:
    """Write the report. 0: every file is in order; 1: something was found in some, which is said on standard error.

    Raises:
        NegotiatorError: the folder cannot be read, no file in it counts, or the scenario is nowhere to be found.
    """
    from negotiator.analysis.cohort import cohort
    from negotiator.cli.class_pages import roster_of, write_room
    from negotiator.runs.collecting import collect
    from negotiator.runs.handed import replayed
    from negotiator.runs.library import load_game
    from negotiator.runs.places import cache_folder
    from negotiator.runs.yardsticks import yardstick_for
    from negotiator.scenario.digest import rules_hash

    roster = roster_of(args)
    collected = collect(args.folder.expanduser())
    if not collected.handed:
        raise NegotiatorError(f"No file in {args.folder} counts.", "\n  ".join(collected.findings))
    game = load_game(_scenario(collected, args.scenario))
    wanted = collected.handed[0].log.header.scenario
    if game.scenario.id != wanted:
        raise NegotiatorError(
            f"The files are runs of '{wanted}', not of '{game.scenario.id}'.", "Name the other scenario."
        )
    found = replayed(game, collected.handed)
    yardstick = yardstick_for(game, rules_hash(game.scenario), cache_folder())
    room = cohort(game, found.attempts, yardstick)
    findings = (*collected.findings, *found.findings)
    written = write_room(room, found.people, args, roster=roster, findings=findings)
    return written or (Exit.FINDINGS if findings else Exit.OK)


def _scenario(collected: "Collected", given: str | None) -> Path:
    """The scenario's file. Where a handed-in file says it lies is not looked at: others wrote that."""
    from negotiator.runs.library import find, find_for

    return find(given) if given else find_for(Path(collected.handed[0].log.header.scenario).stem, "")

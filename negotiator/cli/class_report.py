"""`negotiator class report DB`: what a room did, from the file or database the class was kept in, also long after it."""

import argparse
import asyncio
from typing import TYPE_CHECKING

from negotiator.cli.class_pages import add_formats
from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.classroom.record import Record


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("db", metavar="DB", help="the class's file, or postgresql://…, as host was told")
    add_formats(parser)


def run(args: argparse.Namespace) -> int:
    """Write the report. Nobody in the class notices, and nothing in it is changed.

    Raises:
        NegotiatorError: there is no such class, its log is damaged, nobody has come, or the report cannot be written.
    """
    from negotiator.analysis.cohort import cohort
    from negotiator.classroom.store_place import shown, whole
    from negotiator.cli.class_pages import roster_of, write_room
    from negotiator.runs.places import cache_folder
    from negotiator.runs.yardsticks import yardstick_for
    from negotiator.scenario.digest import rules_hash

    roster = roster_of(args)
    record = asyncio.run(_read(whole(args.db)))
    if record.room.opened is None:
        raise NegotiatorError(
            f"No room has been opened in {shown(args.db)} yet.", "Open one: negotiator class host"
        )
    game = record.room.game
    yardstick = yardstick_for(game, rules_hash(game.scenario), cache_folder())
    room = cohort(game, record.attempts(), yardstick)
    opened = record.room.story
    group = f"{opened.hash} {opened.seed} {opened.at.isoformat()}"
    return write_room(room, record.people, args, roster=roster, group=group) or Exit.OK


async def _read(db: str) -> "Record":
    from negotiator.classroom.record import read_record
    from negotiator.classroom.store import open_store

    store = await open_store(db, create=False)
    try:
        return await read_record(store)
    finally:
        await store.close()

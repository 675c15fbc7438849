"""`negotiator class forget DB NAME`: take everything about one person out of a class, for good."""

import argparse
import asyncio
import unicodedata
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.classroom.store import Store


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("db", metavar="DB", help="the class's file, or postgresql://…, as host was told")
    parser.add_argument(
        "name",
        metavar="NAME",
        help="their name, their number, the name the room saw, or the id of their chair",
    )


def run(args: argparse.Namespace) -> int:
    """Forget one person. What they decided stays in the log, without them.

    Raises:
        NegotiatorError: there is no such class, nobody or more than one is called so, or another process reads it.
    """
    from negotiator.classroom.store_place import whole

    place = asyncio.run(_forgotten(whole(args.db), args.name))
    print(
        f"Forgotten: who sat on chair {place}, their number, and every word they wrote. What they decided stays."
    )
    print("Copies of the file, reports and exports made before are not touched: delete those yourself.")
    return Exit.OK


async def _forgotten(db: str, name: str) -> str:
    from negotiator.classroom.store import open_store

    store = await open_store(db, create=False)
    try:
        places = await _places(store, name)
        if not places:
            raise NegotiatorError(
                "Nobody in this class is called so.", "Their number or the name the room saw will do as well."
            )
        if len(places) > 1:
            raise NegotiatorError(
                f"{len(places)} people in this class are called so: chairs {', '.join(places)}.",
                "Give the id of the chair in place of the name; class report --format csv shows who has which.",
            )
        await store.forget(places[0])
        return places[0]
    finally:
        await store.close()


async def _places(store: "Store", name: str) -> list[str]:
    """The chairs of everybody who is called so."""
    from negotiator.classroom.events import Kind

    wanted = _plain(name)
    if not wanted:
        return []
    found = {
        person.place
        for person in await store.people()
        if wanted in {_plain(person.name), _plain(person.student)}
    }
    rev = 0
    while events := await store.since(rev):
        rev = events[-1].rev
        found.update(
            event.place
            for event in events
            if event.kind is Kind.JOINED and wanted in {event.place, _plain(str(event.body.get("name", "")))}
        )
    return sorted(found)


def _plain(words: str) -> str:
    """A name for comparing: its case and the spaces around it do not count."""
    return unicodedata.normalize("NFKC", " ".join(words.split())).casefold()

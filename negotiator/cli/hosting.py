"""A class that is being hosted: opened, served, and shown on a dashboard or as a few lines."""

import asyncio
import logging
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from negotiator.classroom.events import ROOM, New
from negotiator.classroom.hub.addresses import LOOPBACK, own_addresses, url
from negotiator.classroom.hub.codes import spoken
from negotiator.classroom.hub.guards import Hosts
from negotiator.classroom.hub.house import House
from negotiator.classroom.hub.opening import open_house, token_file
from negotiator.classroom.hub.running import running
from negotiator.classroom.people import Role
from negotiator.classroom.store import open_store
from negotiator.classroom.store_place import shown, whole
from negotiator.cli.output import document, say
from negotiator.errors import NegotiatorError
from negotiator.runs.files import make_folder, write_whole
from negotiator.runs.places import data_folder


@dataclass(frozen=True, slots=True)
class Hosted:
    """What the command line asked for."""

    begin: New
    """Opens the room, unless there is one in the store."""
    code: str
    """As it is compared; empty for any."""
    db: str
    names: frozenset[str]
    lan: bool
    port: int
    headless: bool
    form: str
    """text or json."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a class is, for who wants to come in."""

    code: str
    addresses: tuple[str, ...]
    """The one for students first, loopback last."""
    db: str
    """As it may be read by everybody: without a password."""
    token: Path
    title: str
    resumed: bool
    wall: str
    """The ticket of the projector's link."""


async def host(hosted: Hosted) -> None:
    """Host it until somebody ends it.

    Raises:
        NegotiatorError: the store, the port or the token's file cannot be used.
    """
    db, at = _places(hosted.db)
    store = await open_store(db)
    try:
        opening = await open_house(store, hosted.begin, code=hosted.code, token=_token(at))
        write_whole(at, opening.token + "\n")
        house = opening.house
        hosts = Hosts(hosted.names, any_address=hosted.lan)
        async with running(house, hosts, lan=hosted.lan, port=hosted.port) as port:
            sign = Sign(
                code=spoken(house.code),
                addresses=_addresses(port, lan=hosted.lan),
                db=shown(db),
                token=at,
                title=house.hub.room.story.title,
                resumed=opening.resumed,
                wall=house.tickets.link(ROOM, Role.WALL),
            )
            await (_stand(sign, hosted.form) if hosted.headless else _dashboard(house, sign))
    finally:
        await store.close()


def _places(db: str) -> tuple[str, Path]:
    """The store, and where the instructor's token lies; their folders are there afterwards."""
    db = whole(db)
    at = token_file(db, data_folder() / "classes")
    try:
        make_folder(at.parent)
    except OSError as error:
        raise NegotiatorError(
            f"{at.parent} cannot be made: {error.strerror}.", "Name another place with --db."
        ) from None
    return db, at


def _addresses(port: int, *, lan: bool) -> tuple[str, ...]:
    found = [one for one in own_addresses() if ":" not in one] if lan else []
    return tuple(url(one, port) for one in (*found, LOOPBACK))


def _token(at: Path) -> str:
    try:
        return at.read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


async def _dashboard(house: House, sign: Sign) -> None:
    """Show the room until the dashboard is left."""
    from negotiator.classroom.dashboard.ports import Doorplate
    from negotiator.classroom.dashboard.presiding import preside
    from negotiator.classroom.dashboard.seat import Seat

    # What is logged would stand across the screen.
    logging.getLogger().addHandler(logging.NullHandler())
    await preside(Seat(house, Doorplate(sign.code, sign.addresses)))
    say(f"The class is kept in {sign.db}", "The same --db goes on where it was.")


async def _stand(sign: Sign, form: str) -> None:
    """Say where the class is, and stand until somebody ends it."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(one, ended.set)
    if form == "json":
        document(
            {
                "code": sign.code,
                "addresses": list(sign.addresses),
                "db": sign.db,
                "token_file": str(sign.token),
                "title": sign.title,
                "resumed": sign.resumed,
            }
        )
    else:
        say(*_words(sign))
    await ended.wait()


def _words(sign: Sign) -> list[str]:
    host = sign.addresses[0].partition("://")[2]
    return [
        f"{'Going on with' if sign.resumed else 'A class for'} “{sign.title}”",
        "",
        f"  Code        {sign.code}",
        *(f"  {'Browser' if not at else '':<12}{one}" for at, one in enumerate(sign.addresses)),
        f"  Terminal    negotiator class join {sign.code}@{host}",
        f"  Projector   {sign.addresses[-1]}/wall#{sign.wall}",
        f"  Instructor  the token is in {sign.token}",
        f"  Kept in     {sign.db}",
        "",
        "Ctrl-C ends the hub. The same --db goes on where it was.",
    ]

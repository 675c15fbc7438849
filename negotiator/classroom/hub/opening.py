"""Opening the store of a room: what it was is gone on with, or a new room is made of a scenario."""

import asyncio
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from negotiator.classroom.events import ROOM, New
from negotiator.classroom.hub import codes
from negotiator.classroom.hub.attempts import Attempts
from negotiator.classroom.hub.auth import Doors
from negotiator.classroom.hub.house import House
from negotiator.classroom.hub.hub import Hub
from negotiator.classroom.hub.tickets import Tickets
from negotiator.classroom.people import Role
from negotiator.classroom.store import Again, Stale, Store
from negotiator.classroom.store_place import on_server
from negotiator.errors import NegotiatorError

LOOKS = 30
BETWEEN = 0.1
"""Seconds between two looks at what another hub settles on."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A house that can be lived in, and how it came to be."""

    house: House
    resumed: bool
    """The store held a room already."""
    token: str
    """The instructor's."""


async def open_house(store: Store, begin: New, *, code: str = "", token: str = "") -> Opening:
    """The room in a store; if there is none yet, `begin` opens it. `token` is what the instructor had, if anything.

    Raises:
        NegotiatorError: the store holds a room for another scenario.
    """
    hub = Hub(store, now=_now)
    await hub.catch_up()
    resumed = hub.room.opened is not None
    if not resumed:
        try:
            await hub.kept(store.append([begin]))
        except (Again, Stale):
            resumed = True  # Another hub on the same store was quicker: it is the same room.
        await hub.catch_up()
    _same_story(hub, begin)
    if code:
        await hub.kept(store.put_setting("code", code))
    elif resumed:
        await _patiently(store, "code")
    salt = await _settled(store, "salt", codes.new_salt())
    shown = await _settled(store, "code", codes.new_code())
    doors = Doors(store)
    house = House(hub, doors, Attempts(time.monotonic), Tickets(time.monotonic), shown, salt)
    return Opening(house, resumed, await _instructors(doors, token))


def _now() -> datetime:
    return datetime.now(UTC)


def _same_story(hub: Hub, begin: New) -> None:
    story = hub.room.story
    if story.game.scenario.id != begin.body["scenario"]:
        raise NegotiatorError(
            f"There is a class for “{story.title}” in that file already.",
            f"Go on with it: negotiator class host {story.game.scenario.id}. Or name another file with --db.",
        )


async def _patiently(store: Store, key: str) -> None:
    """Give the hub that opened this room, perhaps this very moment, the time to say what it settled on."""
    for _ in range(LOOKS):
        if await store.setting(key):
            return
        await asyncio.sleep(BETWEEN)


async def _settled(store: Store, key: str, proposed: str) -> str:
    """What the store has under a key; `proposed` if there is nothing yet."""
    if kept := await store.setting(key):
        return kept
    await store.put_setting(key, proposed)
    return await store.setting(key) or proposed


async def _instructors(doors: Doors, token: str) -> str:
    if token and await doors.stands_for(token) is Role.INSTRUCTOR:
        return token
    return await doors.issue(ROOM, Role.INSTRUCTOR)


def new_seed() -> int:
    """Which luck a new room has."""
    return secrets.randbelow(2**31)


def token_file(where: str, folder: Path) -> Path:
    """Where the instructor's token lies: beside the file of a class, in `folder` for one on a server."""
    if on_server(where):
        from hashlib import sha256

        return folder / f"{sha256(where.encode()).hexdigest()[:12]}.token"
    return Path(where).with_name(Path(where).name + ".token")

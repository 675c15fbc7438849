"""The class on the screen: the gate, the pause, the end, and the line that says how things stand."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from negotiator.classroom.client.address import Address, address
from negotiator.classroom.client.app import ClassApp
from negotiator.classroom.events import Kind
from negotiator.classroom.settings import Settings
from negotiator.errors import NegotiatorError
from tests.classroom.chairside import PLACE, Side
from tests.classroom.roomtable import Log
from tests.support import SCENARIOS
from tests.tui.fakes import FakeDesk
from tests.tui.frames import frame

FIRST_OFFER = (SCENARIOS / "first-offer.toml").read_text("utf-8")
BEHIND = "The envelope is heavier"


@dataclass
class Hand:
    """Keys, and news from the hub."""

    press: Callable[..., Awaitable[None]]
    hear: Callable[[], Awaitable[None]]


class Quiet(ClassApp):
    """Its courier goes when the test says so."""

    async def _carry(self) -> None:
        """Nothing by itself."""


@asynccontextmanager
async def window(side: Side, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Quiet, Hand]]:
    app = Quiet(FakeDesk(), side.run, Address("K7M3Q9XA", "http://table"), "")
    try:
        async with _shown(app, side, size) as hand:
            yield app, hand
    finally:
        side.leave()


@asynccontextmanager
async def _shown(app: Quiet, side: Side, size: tuple[int, int]) -> AsyncIterator[Hand]:
    async with app.run_test(size=size) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()

        async def hear() -> None:
            before = len(side.ours)
            await side.exchange()
            app._told(changed=len(side.ours) != before)
            await pilot.pause()

        await pilot.pause()
        yield Hand(press, hear)


def before_the_letter(folder: Path) -> Side:
    """A chair that is one choice away from a closed gate at the letter; its key is the last of what is open."""
    side = Side(Log(Settings(gates=("the-letter",)), text=FIRST_OFFER), folder)
    while side.run.view.scene != "spoken-offer":
        side.take()
    return side


async def test_a_gate_shows_nothing_behind_it_and_the_letter_comes_when_it_opens(tmp_path: Path) -> None:
    side = before_the_letter(tmp_path)
    number = next(one.number for one in side.run.view.choices if one.id == "in-writing")
    async with window(side) as (app, hand):
        await hand.press(str(number))
        assert "everybody waits for everybody" in frame(app)
        await hand.hear()
        await hand.press("1", "u", "t", "l")
        assert BEHIND not in frame(app)
        assert "Dear" not in frame(app)
        assert "the room waits: Your kitchen" in frame(app)
        assert len(side.theirs) == len(side.ours)
        side.log.in_room(Kind.OPENED_GATE, scene="the-letter")
        await hand.hear()
        assert "From here on, the questions are yours." in frame(app)
        await hand.press("x")
        assert BEHIND in frame(app)


async def test_a_pause_blanks_the_screen_and_goes_by_itself(tmp_path: Path) -> None:
    side = Side(Log(text=FIRST_OFFER), tmp_path)
    async with window(side) as (app, hand):
        text = side.run.view.choices[0].text[:30]
        assert text in frame(app)
        side.log.in_room(Kind.PAUSED)
        await hand.hear()
        await hand.press("1")
        assert text not in frame(app)
        assert "The class is paused." in frame(app)
        side.log.in_room(Kind.RESUMED)
        await hand.hear()
        assert text in frame(app)
        assert side.theirs == []


async def test_a_clock_is_seen_once_it_runs(tmp_path: Path) -> None:
    side = Side(Log(text=FIRST_OFFER), tmp_path)
    async with window(side) as (app, hand):
        await hand.hear()
        assert "bell at" not in frame(app)
        side.log.in_room(Kind.BELL, seconds=600)
        await hand.hear()
        assert "bell at" in frame(app)


async def test_after_the_end_nothing_moves_and_that_is_said(tmp_path: Path) -> None:
    side = Side(Log(text=FIRST_OFFER), tmp_path)
    async with window(side) as (app, hand):
        side.log.in_room(Kind.ENDED)
        await hand.hear()
        assert "the class is over; what you reached counts" in frame(app)
        await hand.press("1")
        assert side.ours == []


async def test_what_another_device_did_is_on_the_screen_and_said(tmp_path: Path) -> None:
    side = Side(Log(text=FIRST_OFFER), tmp_path)
    async with window(side) as (app, hand):
        said = side.run.view.choices[0].text[:30]
        side.log.move(PLACE, side.run.view.choices[0].id)
        await hand.hear()
        assert f"▸ “{said}" in frame(app)
        assert any("another device" in one.message for one in app._notifications)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_line_of_the_room_stands_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    side = Side(Log(text=FIRST_OFFER), tmp_path)
    async with window(side, size) as (app, hand):
        await hand.hear()
        lines = frame(app).splitlines()
        assert "K7M3-Q9XA" in lines[-2]
        assert "all with the class" in lines[-2]
        assert "help" in lines[-1]


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("k7m3-q9xa", "http://127.0.0.1:8400"),
        ("K7M3 Q9XA@laptop.local", "http://laptop.local:8400"),
        ("K7M3Q9XA@192.168.1.20:9000", "http://192.168.1.20:9000"),
        ("K7M3Q9XA@https://class.example", "https://class.example:443"),
        ("K7M3Q9XA@http://[::1]:9000/", "http://[::1]:9000"),
    ],
)
def test_a_code_and_where_it_is_are_read_as_people_type_them(typed: str, base: str) -> None:
    assert address(typed) == Address("K7M3Q9XA", base)


@pytest.mark.parametrize(
    "typed",
    ["", "K7M3", "K7M3Q9XÄ", "K7M3Q9XA@", "K7M3Q9XA@a b", "K7M3Q9XA@h:0", "K7M3Q9XA@ftp://h", "K7M3Q9XA@h:x"],
)
def test_what_is_no_address_is_refused_in_words(typed: str) -> None:
    with pytest.raises(NegotiatorError):
        address(typed)

"""A real hub on a free port and a real Chromium before it, for tests of the student's pages."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright

from negotiator.classroom.events import ROOM, Json, Kind
from negotiator.classroom.hub.app import make_app
from negotiator.classroom.hub.guards import Hosts
from negotiator.classroom.hub.house import House
from negotiator.classroom.hub.opening import open_house
from negotiator.classroom.opening import opening
from negotiator.classroom.settings import Settings
from negotiator.classroom.store import open_store
from negotiator.classroom.wishes import Wish

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"),
    # What the browser wants of its maker for itself, it does not get.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
PHONE: ViewportSize = {"width": 390, "height": 844}


class Class:
    """A room that is being played, with its hub."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._runner: web.AppRunner | None = None
        self._orders = 0
        self.port = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def up(self) -> None:
        """Begin to listen, on the same port as before."""
        app = make_app(self.house, Hosts(frozenset(), any_address=False))
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def order(self, kind: Kind, body: "dict[str, Json] | None" = None, place: str = ROOM) -> None:
        """What the instructor does."""
        self._orders += 1
        await self.house.hub.submit(place, f"order-{self._orders}", Wish(kind, body or {}))

    @property
    def moves(self) -> list[str]:
        """Every move in force at the first chair, as a script has it."""
        chair = next(iter(self.house.hub.room.chairs.values()))
        return [turn.move.text for turn in chair.now.play.turns]


@asynccontextmanager
async def a_class(text: str, folder: Path, settings: Settings | None = None) -> AsyncIterator[Class]:
    store = await open_store(folder / "class.db")
    try:
        opened = await open_house(store, opening(text, "story.toml", "story", settings or Settings(), 0))
        here = Class(opened.house)
        await here.up()
        try:
            yield here
        finally:
            await here.down()
    finally:
        await store.close()


@asynccontextmanager
async def a_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=BROWSER, args=FLAGS)
        try:
            yield browser
        finally:
            await browser.close()


class Watched:
    """What pages said to the console, and whom they asked for something."""

    def __init__(self, context: BrowserContext) -> None:
        self.console: list[str] = []
        self.asked: set[str] = set()
        context.on("console", lambda one: self.console.append(f"{one.type}: {one.text}"))
        context.on("weberror", lambda one: self.console.append(str(one.error)))
        context.on("request", lambda one: self.asked.add("/".join(one.url.split("/")[:3])))


async def take_a_chair(page: Page, here: Class, name: str = "") -> None:
    await page.goto(f"{here.base}/")
    await page.get_by_label("The code on the wall").fill(here.house.code)
    if name:
        await page.get_by_label("Your name").fill(name)
    await page.get_by_role("button", name="Take a chair").click()
    await page.wait_for_url("**/play")
    await page.wait_for_selector("#story:not([hidden])")

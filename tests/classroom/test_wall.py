"""The projector: what it may show, who may ask for it, and the page in a real Chromium."""

import json
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest
from playwright.async_api import Page, expect

from negotiator.classroom.events import ROOM, Kind
from negotiator.classroom.hall import Hall
from negotiator.classroom.hub.hub import Hub
from negotiator.classroom.people import Role
from negotiator.classroom.wall import Slide, first_attempts, wall_slides
from negotiator.classroom.wishes import Wish
from negotiator.game.step import takeable
from negotiator.report.cohort import cohort_html
from tests.analysis.rooms import STICK, flagship
from tests.classroom.hubhouse import hosting
from tests.classroom.roomtable import Log
from tests.classroom.webhub import BROWSER, Class, a_browser, a_class
from tests.game.tablestory import TABLE
from tests.runs.story import KIOSK

WHOLE = ("question", "predict", "reveal")


def at_play(people: int) -> Log:
    """A room in which everybody has signed, half of them at once."""
    log = Log(text=TABLE)
    for at in range(people):
        log.join(f"p-{at:08}")
        if at % 2:
            log.move(f"p-{at:08}", "read")
        log.move(f"p-{at:08}", "sign")
    return log


def shown(room: Hall) -> list[Slide]:
    return wall_slides(room.game, first_attempts(room), STICK)


async def crowd(hub: Hub, people: int) -> None:
    """People who choose by luck until their story ends."""
    for at in range(people):
        place, luck = f"p-{at:08}", Random(at)
        await hub.submit(place, "join", Wish(Kind.JOINED, {}))
        for number in range(40):
            options = takeable(hub.room.game, hub.room.chair(place).play.state)
            if not options:
                break
            move = {"kind": "choose", "choice": luck.choice(options).id}
            await hub.submit(place, f"move-{number}", Wish(Kind.MOVED, move))


def test_under_five_people_the_wall_shows_the_way_in_and_nothing_else() -> None:
    for people in range(5):
        assert [one["id"] for one in shown(at_play(people).room)] == ["join"]


def test_no_name_and_no_number_under_five_is_on_any_slide() -> None:
    room = at_play(14).room
    made = shown(room)
    said = json.dumps(made, ensure_ascii=False)
    assert not [chair.name for chair in room.chairs.values() if chair.name in said]
    bars = [bar for one in made if isinstance(found := one.get("bars"), list) for bar in found]
    assert bars
    assert {str(bar["people"]) for bar in bars} <= {"nobody", "a few", "some", *map(str, range(5, 15))}


def test_a_decision_is_asked_then_guessed_then_shown() -> None:
    made = {one["id"]: one for one in shown(at_play(14).room)}
    letter = made["scene letter"]
    assert letter["steps"] == len(WHOLE)
    assert isinstance(letter["bars"], list)
    assert sorted(bar["people"] for bar in letter["bars"])[:2] == ["7", "7"]
    assert "deals" in made


def test_the_order_of_choices_gives_nothing_away() -> None:
    log = at_play(6)
    for at in range(6, 18):
        log.join(f"p-{at:08}")
        log.move(f"p-{at:08}", "sign")
    (letter,) = (one for one in shown(log.room) if one["id"] == "scene letter")
    texts = [
        option.model.say or option.model.do
        for place in log.room.game.places
        if place.id == "letter"
        for option in place.options
    ]
    assert isinstance(letter["options"], list)
    options = [str(one).strip("“”") for one in letter["options"]]
    assert options == [one for one in texts if one in options]


async def test_students_and_strangers_cannot_ask_for_the_wall(tmp_path: Path) -> None:
    async with hosting(tmp_path / "class.db") as here:
        student = await here.join()
        assert (await here.stranger.get("/api/wall")).status in (401, 403)
        assert (await student.get("/api/wall")).status == 403
        told = await here.instructor.get("/api/wall")
        assert told.status == 200
        assert told.data["people"] == "a few"
        assert told.data["qr"].startswith("data:image/svg+xml")
        assert told.data["code"].replace("-", "") == here.house.code


@pytest.fixture
async def kiosk(tmp_path: Path) -> AsyncIterator[Class]:
    async with a_class(KIOSK, tmp_path) as here:
        await crowd(here.house.hub, 24)
        yield here


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine: the projector's page is not opened")
async def test_arrow_keys_step_through_the_slides_and_b_blanks(kiosk: Class) -> None:
    ticket = kiosk.house.tickets.link(ROOM, Role.WALL)
    wrong: list[str] = []
    async with a_browser() as browser:
        page = await browser.new_page(viewport={"width": 1920, "height": 1080})
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        await page.goto(f"{kiosk.base}/wall#{ticket}")
        await expect(page.locator(".code")).to_be_visible()
        assert "#" not in page.url
        await page.keyboard.press("ArrowRight")
        await expect(page.locator("h1")).to_have_text("Where everybody is")
        await page.keyboard.press("ArrowRight")
        for word in WHOLE:
            await expect(page.locator("#where")).to_contain_text(word)
            await page.keyboard.press("ArrowRight")
        await page.keyboard.press("ArrowLeft")
        await expect(page.locator(".bars")).to_contain_text("Why is it open?")
        await page.keyboard.press("b")
        await expect(page.locator("main")).to_be_hidden()
        await page.keyboard.press("b")
        await expect(page.locator("main")).to_be_visible()
        await kiosk.order(Kind.PAUSED)
        await expect(page.locator("main")).to_be_hidden()
    assert wrong == []


async def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, each with the element."""
    await page.evaluate((files("axe_core_python") / "axe.min.js").read_text("utf-8"))
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine: axe does not look at the wall")
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_on_any_slide(scheme: str, kiosk: Class) -> None:
    async with a_browser() as browser:
        page = await browser.new_page()
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        await page.goto(f"{kiosk.base}/wall#{kiosk.house.tickets.link(ROOM, Role.WALL)}")
        for one in shown(kiosk.house.hub.room):
            await expect(page.locator("h1")).to_have_text(str(one["title"]))
            assert await violations(page) == []
            for _ in range(int(str(one["steps"]))):
                await page.keyboard.press("ArrowRight")


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine: axe does not look at the report")
@pytest.mark.parametrize("width", [390, 1280])
async def test_axe_finds_nothing_on_the_report_and_it_fits(width: int, tmp_path: Path) -> None:
    path = tmp_path / "room.html"
    path.write_text(cohort_html(flagship()), "utf-8")
    async with a_browser() as browser:
        page = await browser.new_page(viewport={"width": width, "height": 900})
        await page.goto(path.as_uri())
        assert await violations(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")

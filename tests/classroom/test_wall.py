"""The projector: what it may show, who may ask for it, and the page in a real Chromium."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest
from playwright.async_api import expect

from negotiator.classroom.events import ROOM, Kind
from negotiator.classroom.hub.hub import Hub
from negotiator.classroom.people import Role
from negotiator.classroom.wall import first_attempts, slides
from negotiator.classroom.wishes import Wish
from negotiator.game.step import takeable
from tests.analysis.rooms import STICK
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
        assert [one["id"] for one in slides(first_attempts(at_play(people).room, STICK))] == ["join"]


def test_no_name_and_no_number_under_five_is_on_any_slide() -> None:
    room = at_play(14).room
    made = slides(first_attempts(room, STICK))
    said = json.dumps(made, ensure_ascii=False)
    assert not [chair.name for chair in room.chairs.values() if chair.name in said]
    bars = [bar for one in made if isinstance(found := one.get("bars"), list) for bar in found]
    assert bars
    assert {str(bar["people"]) for bar in bars} <= {"nobody", "a few", "some", *map(str, range(5, 15))}


def test_a_decision_is_asked_then_guessed_then_shown() -> None:
    made = {one["id"]: one for one in slides(first_attempts(at_play(14).room, STICK))}
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
    (letter,) = (one for one in slides(first_attempts(log.room, STICK)) if one["id"] == "scene letter")
    texts = [
        option.model.say or option.model.do
        for place in log.room.game.places
        if place.id == "letter"
        for option in place.options
    ]
    assert isinstance(letter["options"], list)
    shown = [str(one).strip("“”") for one in letter["options"]]
    assert shown == [one for one in texts if one in shown]


async def test_students_and_strangers_cannot_ask_for_the_wall(tmp_path: Path) -> None:
    async with hosting(tmp_path / "class.db") as here:
        student = await here.join()
        assert (await here.stranger.get("/api/wall")).status in (401, 403)
        assert (await student.get("/api/wall")).status == 403
        shown = await here.instructor.get("/api/wall")
        assert shown.status == 200
        assert shown.data["people"] == "a few"
        assert shown.data["qr"].startswith("data:image/svg+xml")
        assert shown.data["code"].replace("-", "") == here.house.code


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

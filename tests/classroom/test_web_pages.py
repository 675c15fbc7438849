"""The student's pages as anybody may meet them: with a screen reader, on a phone, in the dark, and with hostile words."""

import json
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from negotiator.classroom.events import Kind
from tests.classroom.webhub import BROWSER, PHONE, Class, Watched, a_browser, a_class, take_a_chair
from tests.game.tablestory import TABLE

pytestmark = pytest.mark.skipif(
    not BROWSER, reason="no Chromium on this machine: the student's pages are not opened in a real browser"
)
AXE = (files("axe_core_python") / "axe.min.js").read_text("utf-8")
HOSTILE = "<img src=x onerror=document.title='taken'><b>bold</b> \\u202e\\u200b"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with a_browser() as one:
        yield one


async def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, each with the element."""
    await page.evaluate(AXE)
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['help']}: {node['html'][:120]}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


async def fits(page: Page) -> bool:
    """Nothing stands out of the screen to the right."""
    return bool(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_and_nothing_stands_out_on_a_phone(
    scheme: str, browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE, reduced_motion="reduce")
        page = await context.new_page()
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        await page.goto(here.base)
        await page.get_by_role("button", name="Take a chair").click()
        await looked_at(page, "join")
        await take_a_chair(page, here)
        await page.get_by_role("button", name="See Max.").click()
        await expect(page.locator("#brought")).to_be_visible()
        for one in await page.locator("aside summary").all():
            await one.click()
        await looked_at(page, "scene")
        await at_the_table(page)
        await at_the_end(page, here)


async def looked_at(page: Page, where: str) -> None:
    assert await violations(page) == [], where
    assert await fits(page), where


async def at_the_table(page: Page) -> None:
    await page.get_by_role("button", name="Talk.").click()
    await expect(page.locator("#table")).to_be_visible()
    await looked_at(page, "table")
    for act in await page.locator(".act").all():
        words = await act.inner_text()
        await act.click()
        await expect(page.locator("#panel-title")).to_be_focused()
        if await page.get_by_role("button", name="Add another to choose from").count():
            await page.get_by_role("button", name="Add another to choose from").click()
        await looked_at(page, words)
        await page.keyboard.press("Escape")
        await expect(act).to_be_focused()


async def at_the_end(page: Page, here: Class) -> None:
    await page.get_by_role("button", name="Take the letter").click()
    await page.get_by_role("button", name="Take it").click()
    await page.get_by_role("button", name="Sign").click()
    await expect(page.get_by_role("heading", name="Before you look: one guess")).to_be_visible()
    await looked_at(page, "ending")
    await page.get_by_label("Mattered most to them").select_option("Base")
    await page.get_by_label("Mattered least").select_option("Title")
    await page.get_by_role("button", name="Put the guess down").click()
    await expect(page.locator("#after")).to_contain_text("Your guess is put down. Most: Base. Least: Title.")
    await page.get_by_label("Title").select_option("Lead")
    await page.get_by_role("button", name="Try it").click()
    await expect(page.locator("#after li")).to_have_count(1)
    await expect(page.locator("#live")).not_to_be_empty()
    await looked_at(page, "tried")
    await here.order(Kind.PAUSED)
    await expect(page.locator("#notice-title")).to_have_text("Pause")
    await looked_at(page, "pause")
    await here.order(Kind.RESUMED)
    await page.get_by_role("button", name="Look at their side").click()
    await expect(page.get_by_role("link", name="Read your debrief")).to_be_visible()
    await page.goto(f"{here.base}/debrief")
    await expect(page.locator("h1")).to_have_text("The Table")
    await looked_at(page, "debrief")


async def test_a_scenario_s_words_stay_words(browser: Browser, tmp_path: Path) -> None:
    words = json.loads(f'"{HOSTILE}"')
    story = TABLE
    for plain in (
        "The letter.",
        "Read page two.",
        "Ana Duarte",
        "Page two takes the sign-on back.",
        "Days on site",
    ):
        story = story.replace(f'"{plain}"', json.dumps(f"{plain} {words}"))
    async with a_class(story, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE)
        watched = Watched(context)
        page = await context.new_page()
        await take_a_chair(page, here, name=words)
        await expect(page.locator("#story")).to_contain_text("<img src=x onerror")
        await page.get_by_role("button", name="Read page two.").click()
        await expect(page.locator("#brought")).to_contain_text("<b>bold</b>")
        await page.get_by_role("button", name="Talk.").click()
        await page.get_by_role("button", name="Put a package together").click()
        await expect(page.locator("#panel")).to_contain_text("<b>bold</b>")
        assert await page.locator("img, b:text-is('bold')").count() == 0
        assert "taken" not in (await page.title()).split()
        assert watched.console == []


async def test_a_wrong_code_is_told_and_the_right_one_never_stands_in_an_address(
    browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        page = await (await browser.new_context(viewport=PHONE)).new_page()
        addresses: list[str] = []
        page.on("request", lambda one: addresses.append(one.url))
        await page.goto(here.base)
        await page.get_by_label("The code on the wall").fill("ZZZZ-ZZZZ")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("not the code")
        await take_a_chair(page, here)
        assert not any(here.house.code in one for one in addresses)


async def test_who_has_no_chair_is_led_to_the_door(browser: Browser, tmp_path: Path) -> None:
    async with a_class(TABLE, tmp_path) as here:
        page = await (await browser.new_context()).new_page()
        await page.goto(f"{here.base}/play")
        await expect(page.get_by_role("heading", name="Take a chair")).to_be_visible()


async def test_a_debrief_waits_until_there_is_nothing_left_to_guess(browser: Browser, tmp_path: Path) -> None:
    async with a_class(TABLE, tmp_path) as here:
        page = await (await browser.new_context()).new_page()
        await take_a_chair(page, here)
        await page.goto(f"{here.base}/debrief")
        await expect(page.locator("h1")).to_have_text("Not yet")

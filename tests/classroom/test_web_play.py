"""The student's game in a real Chromium: a whole case with the keyboard, a lost network, a second device."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Route, expect

from negotiator.classroom.events import Kind
from negotiator.classroom.settings import Settings
from negotiator.runs.handin import read_handed
from tests.classroom.webhub import BROWSER, PHONE, Watched, a_browser, a_class, take_a_chair
from tests.game.tablestory import TABLE

pytestmark = pytest.mark.skipif(
    not BROWSER, reason="no Chromium on this machine: the student's pages are not opened in a real browser"
)

FOCUSED = """() => {
  const at = document.activeElement;
  return at.matches("body, main") ? "" : (at.labels?.[0] ?? at).textContent;
}"""


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with a_browser() as one:
        yield one


async def press(page: Page, *keys: str) -> None:
    for key in keys:
        await page.keyboard.press(key)


async def tab_to(page: Page, words: str) -> None:
    """Tab until the focus is on what has these words."""
    for _ in range(60):
        found = await page.evaluate(FOCUSED)
        if words in found:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not lead to {words!r}")


async def test_a_whole_case_is_played_with_the_keyboard_alone(browser: Browser, tmp_path: Path) -> None:
    async with a_class(TABLE, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE, reduced_motion="reduce")
        watched = Watched(context)
        page = await context.new_page()
        await page.goto(here.base)
        await tab_to(page, "The code on the wall")
        await page.keyboard.type(here.house.code.lower())
        await press(page, "Enter")
        await expect(page.locator("#story")).to_contain_text("The letter.")
        await press(page, "2", "Enter")
        await expect(page.locator("#brought-title")).to_be_focused()
        await expect(page.locator("#table")).to_contain_text("At the table with Ana")
        await page.reload()
        await expect(page.locator("#table")).to_contain_text("At the table with Ana")
        await tab_to(page, "Ask Ana something")
        await press(page, "Enter")
        await expect(page.locator("#panel-title")).to_be_focused()
        await tab_to(page, "Ask it")
        await press(page, "Enter")
        await expect(page.locator("#brought")).to_contain_text("What matters most to you in all this?")
        await tab_to(page, "Put a package together")
        await press(page, "Enter")
        await tab_to(page, "Days on site")
        await press(page, "ArrowDown")
        await expect(page.locator("output.value")).to_contain_text("To you: 42")
        await tab_to(page, "Propose this")
        await press(page, "Enter")
        await expect(page.locator("#brought")).to_contain_text("Days on site: Three")
        await tab_to(page, "Take ")
        await press(page, "Enter")
        await tab_to(page, "Take it")
        await press(page, "Enter")
        await expect(page.locator("#story")).to_contain_text("It is agreed.")
        await press(page, "1", "Enter")
        await expect(page.locator("#story-title")).to_have_text("Signed")
        await tab_to(page, "Look at their side")
        await press(page, "Enter")
        link = page.get_by_role("link", name="Read your debrief")
        async with context.expect_page() as opening:
            await link.press("Enter")
        debrief = await opening.value
        await expect(debrief.locator("h1")).to_have_text("The Table")
        await expect(debrief.locator("#deal")).to_be_visible()
        assert watched.console == []
        assert watched.asked == {here.base}
        assert [move.split()[0] for move in here.moves] == [
            *("talk", "ask", "propose", "accept", "sign-letter", "reveal"),
        ]


async def test_what_is_chosen_without_a_network_is_kept_and_counts_once(
    browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE)
        page = await context.new_page()
        await take_a_chair(page, here)
        await context.set_offline(True)
        await page.get_by_role("button", name="Read page two.").click()
        await expect(page.locator("#line")).to_contain_text("out of reach")
        await expect(page.get_by_role("button", name="Talk.")).to_have_attribute("aria-disabled", "true")
        assert here.moves == []
        await context.set_offline(False)
        await expect(page.locator("#brought")).to_contain_text("Noted: Page two takes the sign-on back.")
        await expect(page.locator("#line")).to_be_hidden()
        assert here.moves == ["read"]


async def test_a_page_finds_its_hub_again_and_hears_of_what_happens_there(
    browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        page = await (await browser.new_context(viewport=PHONE)).new_page()
        await take_a_chair(page, here)
        await here.down()
        await expect(page.locator("#line")).to_contain_text("out of reach")
        await page.get_by_role("button", name="Read page two.").click()
        await here.up()
        await expect(page.locator("#brought")).to_contain_text("Noted: Page two", timeout=20_000)
        await expect(page.locator("#line")).to_be_hidden(timeout=20_000)
        assert here.moves == ["read"]
        await here.order(Kind.PAUSED)
        await expect(page.locator("#notice-title")).to_have_text("Pause", timeout=20_000)


async def test_an_answer_lost_on_the_way_does_not_double_the_move(browser: Browser, tmp_path: Path) -> None:
    async with a_class(TABLE, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE)
        page = await context.new_page()
        await take_a_chair(page, here)
        sent: list[str] = []

        async def lose(route: Route) -> None:
            sent.append(route.request.post_data or "")
            if len(sent) > 1:
                await route.continue_()
                return
            await route.fetch()
            await route.abort()

        await page.route("**/api/move", lose)
        await page.get_by_role("button", name="See Max.").click()
        await expect(page.locator("#line")).to_be_hidden()
        await expect(page.locator("#brought")).to_contain_text("See Max.")
        await expect(page.locator("#trouble")).to_be_hidden()
        assert here.moves == ["max"]
        assert len(sent) == 2
        assert sent[0] == sent[1]


async def test_what_is_on_the_screen_can_be_chosen_though_the_answer_is_still_on_its_way(
    browser: Browser, tmp_path: Path
) -> None:
    """The stream may tell of a move sooner than the answer to it comes: nothing chosen then is dropped."""
    async with a_class(TABLE, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE)
        page = await context.new_page()
        await take_a_chair(page, here)
        shown = asyncio.Event()

        async def late(route: Route) -> None:
            answer = await route.fetch()
            await shown.wait()
            await route.fulfill(response=answer)

        await page.route("**/api/move", late)
        await page.get_by_role("button", name="Read page two.").click()
        await expect(page.locator("#brought")).to_contain_text("Noted: Page two takes the sign-on back.")
        await page.get_by_role("button", name="Talk.").click()
        shown.set()
        await expect(page.locator("#table")).to_contain_text("At the table with Ana")
        await expect(page.locator("#line")).to_be_hidden()
        assert here.moves == ["read", "talk"]


async def test_a_hub_that_comes_back_gets_what_was_chosen_before_a_reload(
    browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        context = await browser.new_context(viewport=PHONE)
        page = await context.new_page()
        await take_a_chair(page, here)
        # The page goes away before its move has arrived anywhere.
        await page.route("**/api/move", lambda route: route.abort())
        await page.get_by_role("button", name="Talk.").click()
        await expect(page.locator("#line")).to_be_visible()
        await page.unroute_all(behavior="ignoreErrors")
        await page.close()
        page = await context.new_page()
        await page.goto(f"{here.base}/play")
        await expect(page.locator("#table")).to_contain_text("At the table with Ana")
        assert here.moves == ["talk"]


async def test_a_second_device_has_the_same_chair_and_hears_of_the_first(
    browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        phone = await (await browser.new_context(viewport=PHONE)).new_page()
        await take_a_chair(phone, here)
        await phone.get_by_role("button", name="Go on with another device").click()
        word = await phone.locator("#panel .code").inner_text()
        await phone.keyboard.press("Escape")
        laptop = await (await browser.new_context()).new_page()
        await laptop.goto(here.base)
        await laptop.get_by_label("The code on the wall").fill(word)
        await laptop.keyboard.press("Enter")
        await expect(laptop.locator("#story")).to_contain_text("The letter.")
        await laptop.get_by_role("button", name="Talk.").click()
        await expect(phone.locator("#table")).to_contain_text("At the table with Ana")
        await expect(phone.locator("#live")).not_to_be_empty()
        assert len(here.house.hub.room.chairs) == 1


async def test_what_is_written_is_kept_handed_in_and_saved_as_a_file(
    browser: Browser, tmp_path: Path
) -> None:
    async with a_class(TABLE, tmp_path) as here:
        page = await (await browser.new_context()).new_page()
        await take_a_chair(page, here, name="Zoë O’Hara")
        await page.get_by_text("Notebook (0 of 2)").click()
        await page.get_by_label("A sentence worth keeping").fill("Ask first.")
        await page.keyboard.press("Enter")
        await expect(page.locator("#notebook li")).to_have_text("Ask first.")
        await page.get_by_role("button", name="Sign.").click()
        await page.get_by_label("What would you do otherwise").fill("Read page two.")
        await page.get_by_role("button", name="Hand it in").click()
        await expect(page.locator("#after")).to_contain_text("You have handed in a reflection.")
        chair = next(iter(here.house.hub.room.chairs.values()))
        assert chair.handed == (("reflection", "Read page two."),)
        async with page.expect_download() as saving:
            await page.get_by_role("link", name="Save your first attempt").click()
        handed = read_handed(await (await saving.value).path())
        assert handed.name == "Zoë O’Hara"
        assert [turn.move.text for turn in chair.first.play.turns] == ["sign"]
        assert handed.log.header.scenario == "story"


async def test_pause_gate_and_end_blank_the_page_and_say_so(browser: Browser, tmp_path: Path) -> None:
    async with a_class(TABLE, tmp_path, Settings(gates=("table",))) as here:
        page = await (await browser.new_context(viewport=PHONE)).new_page()
        await take_a_chair(page, here)
        await here.order(Kind.PAUSED)
        await expect(page.locator("#notice-title")).to_have_text("Pause")
        await expect(page.locator("#story")).to_be_hidden()
        await here.order(Kind.RESUMED)
        await page.get_by_role("button", name="Talk.").click()
        await expect(page.locator("#notice-title")).to_have_text("The room waits here")
        await expect(page.locator("body")).not_to_contain_text("Ana waits.")
        await here.order(Kind.OPENED_GATE, {"scene": "table"})
        await expect(page.locator("#story")).to_contain_text("Ana waits.")
        await here.order(Kind.ENDED)
        await expect(page.locator("#notice-title")).to_have_text("The class has ended")
        await expect(page.get_by_role("link", name="Read your debrief")).to_be_visible()


async def test_a_moment_asks_for_a_line_of_reasons(browser: Browser, tmp_path: Path) -> None:
    story = TABLE.replace(
        'choices.read = { do = "Read page two.",', 'choices.read = { do = "Read page two.", moment = true,'
    )
    async with a_class(story, tmp_path) as here:
        page = await (await browser.new_context(viewport=PHONE)).new_page()
        await take_a_chair(page, here)
        await page.get_by_role("button", name="Read page two.").click()
        await page.get_by_label("In one line").fill("It is <b>always</b> on page two.")
        await page.keyboard.press("Enter")
        await expect(page.locator("#reason")).to_be_hidden()
        await page.reload()
        await expect(page.locator("#story")).to_be_visible()
        await expect(page.locator("#reason")).to_be_hidden()
        chair = next(iter(here.house.hub.room.chairs.values()))
        assert [text for _, text in chair.reasons] == ["It is <b>always</b> on page two."]

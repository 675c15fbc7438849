"""The pages as HTML: whole, self-contained, accessible, and harmless whatever a story says."""

import re
from itertools import pairwise

import pytest

from negotiator.analysis.compare import compare
from negotiator.analysis.prepare import prepare
from negotiator.report.blocks import Page
from negotiator.report.compare import comparison_page
from negotiator.report.debrief import debrief_page
from negotiator.report.html import debrief_html, page_html
from negotiator.report.prepare import preparation_page
from negotiator.report.style import stylesheet
from tests.game.tablestory import TABLE, played
from tests.report.reading import Reader
from tests.report.runs import DEALT, UNASKED, WALKED, case, dealt, debriefed, sheet
from tests.support import game
from tests.test_arrows import loaded

NASTY = "</style><script>alert(1)</script><img src=http://x.test/a onerror=alert(1)>\\\" '--><b>&amp;"
"""As TOML text; read, the quotation mark stands by itself."""
READ = NASTY.replace("\\", "")
ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "nav",
        "main",
        "footer",
        "section",
        "div",
    ),
    *(
        "h1",
        "h2",
        "h3",
        "p",
        "b",
        "i",
        "span",
        "small",
        "code",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
    ),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary"),
    *("svg", "desc", "g", "path", "circle", "text"),
}


def pages() -> dict[str, Page]:
    one, other = case("curious"), case("incurious")
    return {
        "dealt": debrief_page(dealt(), "abc234"),
        "walked": debrief_page(dealt(WALKED), "abc234"),
        "unasked": debrief_page(dealt(UNASKED)),
        "flagship": debrief_page(one, "abc234"),
        "comparison": comparison_page(compare(one, other), ("abc234", "def567")),
        "sheet": preparation_page(sheet("curious", ("What does it cost you?", "Two chairs and a plant."))),
    }


@pytest.fixture(scope="module", params=["dealt", "walked", "unasked", "flagship", "comparison", "sheet"])
def page(request: pytest.FixtureRequest) -> str:
    return page_html(pages()[request.param])


def test_every_element_is_closed_and_nothing_comes_from_outside(page: str) -> None:
    read = Reader(page)
    assert set(read.tags) <= ALLOWED
    links = [*read.values("href", "src", "srcset", "data", "action", "poster"), *re.findall(r"url\(", page)]
    assert all(link.startswith("#") for link in links)
    assert not [name for _, name, _ in read.attributes if name.startswith("on")]
    # The one address in it names the vocabulary of the drawing, and is never fetched.
    assert set(re.findall(r"https?://[^\"' ]+", page)) <= {"http://www.w3.org/2000/svg"}
    policy = next(value for _, name, value in read.attributes if name == "content" and "default-src" in value)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_it_can_be_found_around_in_without_eyes(page: str) -> None:
    read = Reader(page)
    assert ("html", "lang", "en") in read.attributes
    assert read.tags.count("h1") == read.tags.count("main") == 1
    levels = [level for level, _ in read.headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in read.headings)
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    targets = [link[1:] for link in read.values("href")]
    named = [one for value in read.values("aria-labelledby") for one in value.split()]
    assert set(targets) | set(named) <= set(ids)
    scopes = {value for _, name, value in read.attributes if name == "scope"}
    assert scopes <= {"col", "row"}
    assert read.tags.count("th") == sum(name == "scope" for _, name, _ in read.attributes)


def hostile() -> str:
    text = TABLE.replace("Ana Duarte", NASTY).replace("Max Roth", NASTY).replace('"Base"', f'"{NASTY}"')
    text = (
        text.replace("$110,000", NASTY)
        .replace("Team lead", NASTY)
        .replace("The budget lapses in March.", NASTY)
    )
    text = text.replace("The band ends at $115,000.", NASTY).replace(
        'title = "The Table"', f'title = "{NASTY}"'
    )
    text = text.replace('"Stay."', f'"{NASTY}"').replace(
        'do = "Talk."', f'say = "{NASTY}", coach = "{NASTY}"'
    )
    text = text.replace('"Taken, said Ana."', f'"{NASTY}"').replace(
        "[scenes.table]", f'[scenes.table]\nplace = "{NASTY}"'
    )
    assert text.count(NASTY) > 12
    return text


def test_whatever_a_story_says_stays_text() -> None:
    made = game(hostile(), frame=False)
    run = played(made, *DEALT)
    one = debriefed(made, run)
    sheet_page = preparation_page(prepare(made, run, (READ, f"{READ}?")))
    for page in (debrief_page(one, "abc234"), comparison_page(compare(one, one), (READ, READ)), sheet_page):
        read = Reader(page_html(page))
        assert set(read.tags) <= ALLOWED
        assert not [name for _, name, _ in read.attributes if name.startswith("on")]
        assert read.text.count(READ) > 0
    assert Reader(debrief_html(one)).text.count(READ) > 20


def test_the_language_of_a_story_is_said() -> None:
    made = game(TABLE.replace('start = "letter"', 'start = "letter"\nlanguage = "de"'), frame=False)
    read = Reader(debrief_html(debriefed(made, played(made, *DEALT))))
    assert ("html", "lang", "en") in read.attributes
    assert ("h1", "lang", "de") in read.attributes
    assert ("span", "lang", "de") in read.attributes
    assert ("p", "lang", "de") in read.attributes
    assert "lang" not in {name for tag, name, _ in read.attributes if tag in ("h2", "h3", "th")}


def test_a_link_to_a_decision_opens_it() -> None:
    # Browsers open the <details> around what a link points at: so the id is inside.
    page = debrief_html(dealt())
    for number in [one.number for one in dealt().decisions]:
        assert re.search(
            rf'<details[^>]*><summary><span class="nr">{number}</span>.*?</summary><div class="inside" id="d{number}">',
            page,
        )


def test_the_style_sheet_asks_for_nothing() -> None:
    css = stylesheet()
    assert not re.search(r"url\(|@import|@font-face|expression|<", css)
    for query in ("prefers-color-scheme: dark", "prefers-reduced-motion", "@media print", "max-width"):
        assert query in css


def test_no_other_form_loads_what_html_needs() -> None:
    rooms = (
        "negotiator.cli.pages, negotiator.report.plain, negotiator.report.markdown, negotiator.report.compare"
    )
    assert not loaded(f"import {rooms}, negotiator.report.prepare") & {"htpy", "markupsafe"}
    assert "htpy" in loaded("import negotiator.report.html")

"""The book of a scenario: every line of it, conditions in words, links that lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel
from syrupy.assertion import SnapshotAssertion

from negotiator.game.compiling import compile_game
from negotiator.report.book import book
from negotiator.report.book_html import book_html
from negotiator.report.book_markdown import book_markdown
from negotiator.scenario.models import Scenario
from tests.report.reading import Reader
from tests.report.stories import HOSTILE, scenarios
from tests.report.test_browser import BROWSER, opened
from tests.support import FRAME, scenario, shipped

CASES = ("first-offer", "two-roles-one-title")
NOT_READ = {
    "format",
    "id",
    "start",
    "goto",
    "when",
    "needs",
    "cured",
    "renamed_from",
    "known_by",
    "learn",
    "call",
}
"""Ids and conditions, which the book says in words, and what names are."""

SMALL = """
[player]
brief = "You are ready."
[people.cy]
name = "Cy Noor"
title = "Chief"
seat = "executive"
wants = "Rest."
[state]
nerve = { start = 0, min = 0, max = 3, up = "You grow." }
asked = false
[facts.budget]
says = "The budget is open."
known_by = ["ana"]
[scenes.hall]
place = "A hall"
with = ["ana", "cy"]
field = 3
text = "A hall, *cold*.\\n\\nTwo chairs."
again = "The hall again."
more.late = { when = "visits(hall) >= 2", text = "It is late." }
[scenes.hall.choices.ask]
say = "How much is left?"
kind = "question"
scores = { courage = 1, fit = -1 }
change = { nerve = 1 }
set = { asked = true }
learn = ["budget"]
reply = "Enough."
replies.again = { when = "asked", text = "As I said." }
coach = "Ask early."
goto = "here"
[scenes.hall.choices.push]
do = "Push."
when = "nerve >= 1 and knows(budget)"
locked = "You do not dare."
days = 1
moment = true
outcomes.lands = { weight = 3, goto = "letter", reply = "Yes." }
outcomes.fails = { weight = 1, when = "asked", goto = "signed", change = { nerve = -1 } }
[scenes.hall.choices.fly]
do = "Fly."
when = "nerve >= 3 and nerve < 1"
goto = "letter"
[scenes.attic]
text = "Nobody comes here."
choices.sign = { do = "Sign.", goto = "signed" }
[scenes.letter]
stage = "written_offer"
text = "A letter."
choices.sign = { do = "Sign.", goto = "signed" }
[offer]
days = 2
on_expired = "signed"
text = "Dear you."
terms.base = { label = "Base", is = "$90,000" }
[flags.money]
fact = "budget"
cured = "asked"
[guide]
aims = ["Ask."]
timing = "Ten minutes."
"""


def small() -> Scenario:
    return scenario(FRAME + SMALL)


def markdown(made: Scenario) -> str:
    return book_markdown(book(compile_game(made)))


def html(made: Scenario) -> str:
    return book_html(book(compile_game(made)))


def lines(value: object, key: str = "") -> Iterator[str]:
    """Every text of a model that somebody reads, at any depth."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NOT_READ:
                yield from lines(getattr(value, name), name)
    elif isinstance(value, dict):
        for one in value.values():
            yield from lines(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from lines(one, key)
    elif isinstance(value, str) and " " in value:
        yield from value.split("\n\n")


def plain(text: str) -> str:
    return " ".join(text.split())


def as_read(text: str) -> str:
    """What a reader of Markdown sees."""

    def inline(tokens: list[Token]) -> Iterator[str]:
        for token in tokens:
            if token.children:
                yield from inline(token.children)
            elif token.type in ("text", "code_inline"):
                yield token.content
            elif token.type in ("softbreak", "hardbreak"):
                yield " "

    return plain(
        " ".join("".join(inline([one])) for one in MarkdownIt("commonmark").enable("table").parse(text))
    )


@pytest.mark.parametrize("which", CASES)
def test_every_line_of_a_scenario_is_in_its_book(which: str) -> None:
    made = shipped(which).scenario
    page, reader = as_read(markdown(made)), plain(Reader(html(made)).text)
    wanted = {plain(line) for line in lines(made)}
    assert len(wanted) > 100
    assert {line for line in wanted if line not in page} == set()
    assert {line for line in wanted if line not in reader} == set()


@pytest.mark.parametrize("which", CASES)
def test_every_link_leads_somewhere(which: str) -> None:
    made = shipped(which).scenario
    page = Reader(html(made))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value for value in page.values("href") if value[1:] not in ids} == set()
    text = markdown(made)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
    targets = set(re.findall(r"\]\(#([^)]*)\)", text))
    assert targets
    assert targets <= slugs


def test_no_scene_has_the_id_of_a_part_of_the_page() -> None:
    taken = ("main", "facts", "people", "deal", "about")
    rooms = "\n".join(
        f'[scenes.{name}]\ntext = "A room."\nchoices.go = {{ do = "Go.", goto = "signed" }}' for name in taken
    )
    page = Reader(html(scenario(FRAME.replace('"hall"', '"main"') + rooms)))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert set(taken) <= set(ids)


def test_the_book_of_a_small_story(snapshot: SnapshotAssertion) -> None:
    assert markdown(small()) == snapshot


def test_conditions_are_in_words_and_what_nobody_reaches_is_marked() -> None:
    text = as_read(markdown(small()))
    assert "Open if nerve is 1 or more and you know “The budget is open”" in text
    assert "Otherwise shown, and closed: You do not dare." in text
    assert "75 percent: leads to letter" in text
    assert "25 percent, only if “asked” is true: leads to signed" in text
    assert "nerve rises by 1; “asked” becomes true; you learn “The budget is open”" in text
    attic = text[text.index("attic") :]
    assert "No path reaches it (proved)." in attic[:80]
    fly = text[text.index("3. Fly.") :]
    assert "No path can ever take it (proved)." in fly[:120]


def test_what_a_short_search_leaves_open_is_said_to_be_open() -> None:
    made = shipped("two-roles-one-title")
    text = book_markdown(book(made, 5))
    assert "Whether a path reaches it is not decided." in text
    assert "(proved)" not in text


def test_the_deal_is_in_it() -> None:
    made = shipped("two-roles-one-title").scenario
    text = as_read(markdown(made))
    assert made.deal is not None
    for issue in made.deal.issues.values():
        for option in issue.options.values():
            assert plain(option.is_) in text
    assert "Can be spoken of if you know “Two directors' seats" in text


@settings(deadline=None, max_examples=40)
@given(scenarios(most=6))
def test_words_of_a_story_are_words_of_the_book(made: Scenario) -> None:
    hostile = HOSTILE.replace("{", "{{").replace("}", "}}")
    scenes = {
        name: scene.model_copy(
            update={
                "place": hostile,
                "text": hostile,
                "choices": {
                    cid: one.model_copy(update={"do": hostile, "coach": hostile, "reply": f"- {hostile}"})
                    for cid, one in scene.choices.items()
                },
            }
        )
        for name, scene in made.scenes.items()
    }
    made = made.model_copy(update={"title": hostile, "scenes": scenes})
    times = 1 + 2 * len(scenes) + 3 * sum(len(scene.choices) for scene in scenes.values())
    assert as_read(markdown(made)).count(plain(hostile)) == times
    reader = Reader(html(made))
    assert plain(reader.text).count(plain(hostile)) == times + 1  # the name of the window
    assert not {"script", "b", "img"} & set(reader.tags)
    assert all(value.startswith("#") for value in reader.values("href"))


@pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine: the book is not opened in a browser")
def test_a_browser_has_nothing_to_say_about_it_and_asks_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.html"
    path.write_text(html(shipped("first-offer").scenario), "utf-8")
    seen = opened(path, tmp_path)
    assert seen.console == []
    assert seen.asked == []

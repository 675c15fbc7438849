"""The pages as Markdown, read back by a Markdown parser: tables stay tables, and no story text becomes markup."""

import pytest
from markdown_it import MarkdownIt

from negotiator.analysis.compare import compare
from negotiator.analysis.prepare import prepare
from negotiator.report.blocks import Block, Fold, Page, Pair, Section, Table
from negotiator.report.compare import comparison_page
from negotiator.report.debrief import debrief_page
from negotiator.report.markdown import escape, page_markdown
from negotiator.report.prepare import preparation_page
from tests.game.tablestory import played
from tests.report.reading import Reader
from tests.report.runs import DEALT, case, dealt, debriefed
from tests.report.test_html import READ, hostile
from tests.support import game


def rendered(page: Page) -> Reader:
    """The page as a browser would show it; raw HTML in it would count."""
    return Reader(MarkdownIt("commonmark", {"html": True}).enable("table").render(page_markdown(page)))


def tables(page: Page) -> int:
    def of(blocks: tuple[Block, ...]) -> int:
        inside = (getattr(block, "blocks", ()) for block in blocks if not isinstance(block, Pair))
        sides = (
            side.blocks for block in blocks if isinstance(block, Pair) for side in (block.left, block.right)
        )
        own = sum(isinstance(block, Table) and bool(block.rows) for block in blocks)
        return own + sum(of(found) for found in (*inside, *sides))

    def within(section: Section) -> int:
        return of(section.blocks) + sum(map(within, section.parts))

    return of(page.opening) + sum(map(within, page.sections))


@pytest.mark.parametrize("which", ["dealt", "flagship", "comparison"])
def test_every_table_is_one(which: str) -> None:
    page = {
        "dealt": lambda: debrief_page(dealt(), "abc234"),
        "flagship": lambda: debrief_page(case("curious"), "abc234"),
        "comparison": lambda: comparison_page(
            compare(case("curious"), case("incurious")), ("abc234", "def567")
        ),
    }[which]()
    read = rendered(page)
    assert read.tags.count("table") == tables(page) > 1
    assert read.tags.count("h1") == 1
    assert read.tags.count("h3") == sum(
        isinstance(block, Fold) and bool(block.number)
        for section in page.sections
        for block in section.blocks
    ) + sum(len(section.parts) for section in page.sections)


def test_whatever_a_story_says_stays_text() -> None:
    made = game(hostile(), frame=False)
    run = played(made, *DEALT)
    one = debriefed(made, run)
    for page in (
        debrief_page(one, "abc234"),
        comparison_page(compare(one, one), ("a", "b")),
        preparation_page(prepare(made, run, (READ,))),
    ):
        read = rendered(page)
        assert not {"script", "img", "style", "b"} & set(read.tags)
        assert READ in read.text


@pytest.mark.parametrize(
    "text", ["R&D", "AT&T is here; &copy; is not", "a -- b", "5 > 4", "#1", "C:\\temp", "1) one", "+1"]
)
def test_a_line_reads_as_it_was_written(text: str) -> None:
    assert Reader(MarkdownIt().render(escape(text))).text.strip() == text

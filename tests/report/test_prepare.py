"""The preparation sheet: what a run taught, in a coach's words, with lines to write on."""

import re

import pytest

from negotiator.analysis.prepare import Preparation, prepare
from negotiator.bargaining.classes import by_span
from negotiator.bargaining.deal import Package
from negotiator.game.bargain import bargain_of
from negotiator.game.judging.finesse import equal
from negotiator.game.moves import read_message
from negotiator.report.blocks import Blank
from negotiator.report.html import page_html
from negotiator.report.markdown import page_markdown
from negotiator.report.plain import page_lines
from negotiator.report.prepare import preparation_page
from tests.game.tablestory import played
from tests.report.reading import Reader
from tests.report.runs import DEALT, UNASKED, flagship, sheet, table
from tests.runs.story import kiosk
from tests.support import play, script

GAME_WORDS = re.compile(
    r"\bpoints?\b|\bscores?\b|\bgauge|\bdecision \d|\bBATNA\b|\bZOPA\b|\bMESO\b|\bfrontier\b|\bcounterpart\b|\bruns?\b (?:[a-z0-9]{6})",
    re.IGNORECASE,
)


def words(found: Preparation) -> str:
    return " ".join(" ".join(page_lines(preparation_page(found), 2000)).split())


def test_it_speaks_as_a_coach_and_leaves_lines() -> None:
    for found in (sheet("curious"), prepare(table(), played(table(), *DEALT), ())):
        said = words(found)
        assert not GAME_WORDS.search(said), GAME_WORDS.search(said)
        assert said.count("_____") >= 15
        page = preparation_page(found)
        assert all(
            any(isinstance(block, Blank) for block in section.blocks)
            for section in page.sections
            if section.id != "kept"
        )
        assert page_markdown(page).count("\\_\\_\\_") > 15


def test_alternative_priorities_limits_and_flags_are_those_of_the_story() -> None:
    made = table()
    found = prepare(made, played(made, *DEALT), ())
    assert found.alternative == "Stay."
    assert (found.priorities, found.declared) == (("Days on site", "Base"), True)
    assert [(one.reason, one.who, one.seat) for one in found.limits] == [
        ("The band ends at $115,000.", "Max Roth", "executive")
    ]
    assert found.flags == ("Page two takes the sign-on back.",)
    said = words(found)
    assert "Max Roth could change that (the hiring manager's boss)." in said
    undeclared = prepare(made, played(made, *UNASKED), ())
    deal = bargain_of(made).deal
    assert undeclared.priorities == tuple(deal.issues[at].label for at in by_span(deal, 0)[:3])
    assert not undeclared.declared


def test_the_opening_is_what_was_sent_first_and_its_equals_are_equal() -> None:
    made, run = flagship(), play(flagship(), script("two-roles-curious"))
    bargain = bargain_of(made)
    line = next(turn.move.line for turn in run.turns if turn.move.kind == "propose")
    opening = read_message(bargain, "propose", line).packages[0]
    found = sheet("curious")
    assert found.opening[0] == bargain.deal.structures[opening.structure].label
    assert len(found.equals) == 2
    terms = [{text.partition(":")[0] for text in one} for one in found.equals]
    assert all(len(one) == 2 for one in terms)
    assert not terms[0] & terms[1]
    options = {
        f"{issue.label}: {option.label}": (at, n)
        for at, issue in enumerate(bargain.deal.issues)
        for n, option in enumerate(issue.options)
    }
    packages = [opening]
    for one in found.equals:
        picked = list(opening.options)
        for text in one:
            at, number = options[text]
            picked[at] = number
        packages.append(Package(opening.structure, tuple(picked)))
    assert equal(bargain.deal, packages[:2])
    assert equal(bargain.deal, [packages[0], packages[2]])


def test_where_nothing_was_sent_there_is_an_opening_all_the_same() -> None:
    found = prepare(table(), played(table(), *UNASKED), ())
    assert found.opening[0] == "As offered"
    assert set(found.opening[1:]) == {"Title: Lead", "Days on site: Three"}


def test_questions_come_in_order_with_whom_to_ask() -> None:
    kept = ("What did it cost you, going above and beyond?", "Nobody's asked me that?", "It was the plaque.")
    found = sheet("curious", kept)
    whys = [one.why for one in found.questions]
    assert whys == sorted(whys, key=("asked", "kept", "unasked").index)
    assert {"asked", "kept", "unasked"} <= set(whys)
    assert all(one.brought for one in found.questions if one.why == "asked")
    asked = [one.words for one in found.questions if one.why == "asked"]
    assert len({one.words for one in found.questions}) == len(found.questions)
    # What somebody else said is no question of one's own, even if it ends like one.
    assert kept[0] in [*asked, *(one.words for one in found.questions)]
    assert found.kept == kept[1:]
    assert "“It was the plaque.”" in words(found)


def test_what_was_never_asked_is_only_what_stood_there() -> None:
    found = prepare(table(), played(table(), "talk", "walk", "no"), ())
    assert [one.words for one in found.questions] == ["What matters most to you in all this?"]
    assert "Ask the hiring manager; not asked in practice" in words(found)


def test_what_can_be_given_names_what_was_spared() -> None:
    found = prepare(table(), played(table(), *DEALT), ())
    assert [(one.label, one.spared) for one in found.cheap] == [("Title", True)]
    assert "Title, which you said you do not need" in words(found)


def test_while_a_run_goes_on_nothing_is_told_that_was_not_heard() -> None:
    made = table()
    found = prepare(made, played(made, "talk", "tell days -title"), ())
    assert [(one.label, one.likes) for one in found.cheap] == [("Title", "")]
    assert found.flags == ()
    assert "would like" not in words(found)


def test_a_story_without_a_deal_has_a_sheet_too() -> None:
    made = kiosk()
    found = prepare(made, play(made, ["why-open", "wait", "meet", "both"]), ("Hm.",))
    assert [one.words for one in found.questions] == ["Why is it open?"]
    assert found.questions[0].brought == ("Two kiosks are open.",)
    assert found.opening_said == "What if it were both kiosks?"
    assert "Ask the recruiter; it told you: Two kiosks are open." in words(found)


@pytest.mark.parametrize("width", [40, 76])
def test_lines_keep_the_width(width: int) -> None:
    page = preparation_page(sheet("curious"))
    assert max(map(len, page_lines(page, width))) <= width
    assert len(Reader(page_html(page)).text) > 1000

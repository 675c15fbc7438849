"""The forty mistakes on the page for coaches: each is one finding, at its line, in the very words of the page."""

import re

import pytest

from negotiator.analysis.checking import deepened
from negotiator.scenario.loader import load_source
from negotiator.scenario.mending import mend
from negotiator.scenario.rendering import text
from negotiator.scenario.source import Source, Unread, decode
from tests.scenario.mistakes import FILE, PAGE, Mistake, case, mistakes
from tests.scenario.planted import told

TEXT = PAGE.read_text("utf-8")
SOUND = case(TEXT)
MISTAKES = mistakes(TEXT)
FIXED = MISTAKES[:4]


def test_there_are_forty_of_them_in_order_and_none_twice() -> None:
    assert [one.number for one in MISTAKES] == list(range(1, 41))
    assert len({one.title for one in MISTAKES}) == 40
    assert len({one.data for one in MISTAKES}) == 40
    assert TEXT.count("\n### ") == 40


def test_check_has_nothing_to_say_of_the_case_they_are_made_in() -> None:
    loaded = deepened(load_source(Source(FILE, SOUND), "cafe"))
    assert loaded.scenario is not None
    assert told(loaded.findings) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.title)
def test_a_mistake_is_one_finding_in_the_words_of_the_page(mistake: Mistake) -> None:
    read = decode(mistake.data, FILE)
    findings = (read.finding,) if isinstance(read, Unread) else deepened(load_source(read, "cafe")).findings
    source = read.source if isinstance(read, Unread) else read
    assert len(findings) == 1, told(findings)
    assert text(findings[0], source) == mistake.said.rstrip("\n")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.title)
def test_the_finding_points_into_the_lines_that_were_typed(mistake: Mistake) -> None:
    [found], source = mistake.checked()
    assert found.line in mistake.lines
    line = source.line(found.line)
    assert 1 <= found.column <= len(line) + 1
    if mistake.typed in source.text:
        assert line in mistake.typed.split("\n")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.title)
def test_every_finding_says_how_to_mend_it(mistake: Mistake) -> None:
    [found], _ = mistake.checked()
    assert len(found.hint) > 4
    if written := re.match(r"write ([\w-]+ = [^:]*?|\[.*\])(?:: .*| in the first line)?$", found.hint):
        assert written[1] in mistake.written


@pytest.mark.parametrize("mistake", FIXED, ids=lambda one: one.title)
def test_fix_mends_the_first_four_and_gives_the_case_back(mistake: Mistake) -> None:
    assert "check --fix" in mistake.said
    assert mend(mistake.data.decode()).text == SOUND


@pytest.mark.parametrize("mistake", MISTAKES[4:], ids=lambda one: one.title)
def test_fix_leaves_the_others_alone(mistake: Mistake) -> None:
    assert "check --fix" not in mistake.said
    read = decode(mistake.data, FILE)
    if not isinstance(read, Unread):
        assert mend(read.text).edits == ()


@pytest.mark.parametrize(
    "harmless",
    [
        SOUND.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SOUND.encode(),
        re.sub(r"(?m)^(?=[a-z\[])", "\t", SOUND).replace(" = ", "\t=\t").encode(),
        re.sub(r"(?m)^(?=[a-z\[])", "    ", SOUND).encode(),
        SOUND.replace("You start", "You – “finally” – start\u00a0soon; you start").encode(),
    ],
    ids=["windows line ends", "byte-order mark", "tabs", "blanks", "typography in a text"],
)
def test_what_is_no_mistake_is_met_with_silence(harmless: bytes) -> None:
    read = decode(harmless, FILE)
    assert isinstance(read, Source)
    assert told(deepened(load_source(read, "cafe")).findings) == []

"""Slips of a first case, beyond the forty of the page: each is one finding, where it was made, with a mend that fits."""

from typing import NamedTuple

import pytest

from negotiator.analysis.checking import deepened
from negotiator.scenario.loader import load_source
from negotiator.scenario.source import Source
from tests.scenario.mistakes import FILE, PAGE, case
from tests.scenario.planted import told

SOUND = case(PAGE.read_text("utf-8"))


class Slip(NamedTuple):
    """What stands in the sound case, what was typed for it, and what is said of that."""

    right: str
    typed: str
    code: str
    at: str
    """How the line begins that the finding points at."""
    hint: str


SLIPS = {
    "the header of a choice is missing": Slip(
        "[scenes.coffee.choices.wait]\n",
        "",
        "N010",
        'goto = "the-letter"',
        "write the missing header above line 41",
    ),
    "the header of a scene is missing": Slip(
        "[scenes.the-letter]\n", "", "N035", "stage = ", "write [scenes.the-letter] above it"
    ),
    "the header of the first scene is missing": Slip(
        "[scenes.coffee]\n", "", "N035", "field = ", "write [scenes.coffee] above it"
    ),
    "the choices of a scene without scenes in front": Slip(
        "[scenes.the-letter.choices.talk]",
        "[the-letter.choices.talk]",
        "N035",
        "[the-letter.choices.talk]",
        "write [scenes.the-letter.choices.…]",
    ),
    "a condition as a sentence": Slip(
        'when = "rapport >= 1 and knows(two-seats)"',
        'when = "you know about the seats"',
        "N121",
        "when = ",
        "a condition is no sentence",
    ),
    "a comparison in words": Slip(
        "rapport >= 1 and", "rapport is 1 or more and", "N121", "when = ", "write >= 1"
    ),
    "a comparison in other words": Slip(
        "rapport >= 1 and", "rapport is at most 1 and", "N121", "when = ", "write <= 1"
    ),
    "a number as a text": Slip("field = 12", 'field = "a dozen"', "N102", "field = ", "in figures"),
    "two ways to lead on": Slip(
        'do = "Leave."\ngoto = "gone"',
        'do = "Leave."\ngoto = ["gone", "signed"]',
        "N102",
        "goto = ",
        "write outcomes",
    ),
    "a whole name in braces": Slip(
        "Ana brings a cake.", "{Ana Duarte} brings a cake.", "N140", "more.cake", "{ana} or {ana.name}"
    ),
    "a sign for and": Slip("rapport >= 1 and", "rapport >= 1 &", "N121", "when = ", "write and"),
    "an umlaut in a condition": Slip(
        "knows(two-seats)", "knows(stühle)", "N121", "when = ", "letters a to z"
    ),
    "a number compared with a word": Slip(
        "rapport >= 1 and", "rapport == report and", "N122", "when = ", "'rapport' is a number"
    ),
    "a number written out": Slip(
        "field = 12", "field = twelve", "N009", "field = ", 'write field = "twelve"'
    ),
    "a small number written out": Slip("field = 12", "field = ten", "N009", "field = ", "write field = 10"),
    "a sum of money": Slip(
        "asked = false",
        "asked = { start = €74,000 }",
        "N009",
        "asked = ",
        "put the whole sum between",
    ),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_finding_with_a_mend_that_fits(slip: Slip) -> None:
    assert SOUND.count(slip.right) == 1
    source = Source(FILE, SOUND.replace(slip.right, slip.typed))
    [found] = deepened(load_source(source, "cafe")).findings
    assert found.code == slip.code, told([found])
    assert source.line(found.line).startswith(slip.at)
    assert slip.hint in found.hint


def test_a_scene_that_forgot_its_stage_is_told_so() -> None:
    text = SOUND.replace('goto = "signed"', 'goto = "the-talk"', 1) + (
        '\n[scenes.the-talk]\nwith = ["ana"]\ntext = "Well?"\n'
        'choices.yes = { say = "Yes.", goto = "signed" }\n'
    )
    [found] = deepened(load_source(Source(FILE, text), "cafe")).findings
    assert found.code == "N242"
    assert 'add stage = "written_offer"' in found.hint


def test_a_key_typed_twice_in_its_own_block_misses_no_header() -> None:
    twice = 'text = """\nThe letter.\n\nOn Friday.\n"""\ntext = "It comes."\n'
    text = SOUND.replace('text = "The letter comes on Friday."\n', twice)
    [found] = deepened(load_source(Source(FILE, text), "cafe")).findings
    assert found.code == "N010"
    assert found.hint.endswith("keep one of the two, or rename one")

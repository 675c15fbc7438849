"""A long text that is never closed, in a hundred generated cases: its opener is blamed, and what it swallowed is named."""

import re
from random import Random
from typing import NamedTuple

import pytest

from tests.scenario.planted import load, told

CASES = 100
PROSE = (
    "Ana has ordered for both of you.",
    '"So," she says. "Why us?"',
    "It is Tuesday; the letter (the long one) lies on the table.",
    "[She laughs.]",
    "[laughs]",
    "Salary = what you make of it, she says.",
    "Three things: time, money, people.",
    "# 4 on her list is you.",
    "'Well,' says Bo, 'it's late.'",
    "",
    "— and then nothing, for a while.",
)
OTHERS = ('place = "Here"', "field = 12", 'with = ["ana"]', "# a remark", "")


class Case(NamedTuple):
    """A file with one long text that is not closed."""

    text: str
    line: int
    column: int
    mark: str
    swallowed: str
    """The first line of TOML that the text has swallowed; empty when it is the last thing in the file."""
    swallowed_line: int


def generated(seed: int) -> Case:
    """A story of a few scenes in which one closing mark is missing."""
    random = Random(seed)
    lines = ["format = 1", 'title = "x"', 'start = "s0"', "[people.ana]", 'name = "Ana"']
    scenes = random.randint(1, 7)
    broken = random.randrange(scenes * 2)
    where = None
    for number in range(scenes):
        lines += ["", f"[scenes.s{number}]"]
        lines += random.sample(OTHERS, random.randint(0, 3))
        for kind in ("text", "again"):
            mark = random.choice(('"""', '"""', "'''"))
            key = f"{random.choice(('', '  '))}{kind}{random.choice((' = ', '=', '   = '))}"
            prose = random.choices(PROSE, k=random.randint(1, 9))
            if mark == "'''":
                prose = [line.replace("'''", "") for line in prose]
            inline = random.random() < 0.3
            start = len(lines) + 1
            lines += [f"{key}{mark}{prose[0]}" if inline else f"{key}{mark}", *prose[inline:]]
            if number * 2 + (kind == "again") == broken:
                where = (start, len(key) + 1, mark, len(lines))
            elif random.random() < 0.3:
                lines[-1] += mark
            else:
                lines.append(mark)
        lines += [f"[scenes.s{number}.choices.go]", 'do = "Go."', 'goto = "end"']
    lines += ["", "[endings.end]", 'outcome = "lost"', 'title = "End"', 'text = "The end."']
    assert where is not None
    start, column, mark, last = where
    after = next(at for at in range(last, len(lines)) if lines[at].strip() and not lines[at].startswith("#"))
    return Case("\n".join(lines) + "\n", start, column, mark, lines[after].strip(), after + 1)


@pytest.mark.parametrize("seed", range(CASES))
def test_the_opener_is_blamed_and_the_first_swallowed_line_is_named(seed: int) -> None:
    case = generated(seed)
    findings = load(case.text).findings
    assert len(findings) == 1, told(findings)
    [found] = findings
    assert (found.code, found.line, found.column, found.length) == ("N006", case.line, case.column, 3), told(
        findings
    )
    assert found.hint == (
        f"add {case.mark} before line {case.swallowed_line}, which it has swallowed: {case.swallowed[:50]}"
    )


def test_the_cases_differ_in_where_the_text_stands_and_what_follows_it() -> None:
    cases = [generated(seed) for seed in range(CASES)]
    assert len({case.text for case in cases}) == CASES
    assert {case.mark for case in cases} == {'"""', "'''"}
    kinds = {re.sub(r"\d+", "", case.swallowed.split("=")[0].strip()) for case in cases}
    assert {"again", "[scenes.s.choices.go]"} <= kinds

"""One mistake is one finding, in everything `check` looks at: what follows from a mistake is not told besides."""

import pytest

from negotiator.analysis.checking import deepened
from negotiator.scenario.findings import Finding
from negotiator.scenario.loader import load_source
from negotiator.scenario.source import Source
from tests.scenario.completing import BASE
from tests.scenario.planted import told

SLIPS = [
    # code, what stands in the scenario, what somebody wrote instead
    ("N101", 'with = ["ana"]\ntext = "Ana puts', 'whit = ["ana"]\ntext = "Ana puts'),
    ("N101", "[deal.counterpart]", "[deal.counterprat]"),
    ("N101", "[scenes.letter.choices.talk]", "[scenes.letter.choises.talk]"),
    ("N101", "[deal.issues.team]", "[deal.isues.team]"),
    ("N101", "bargain = {", "bargian = {"),
    ("N102", 'who = "ana"', 'who = ["ana"]'),
    ("N102", "rounds_per_day = 3", 'rounds_per_day = "3"'),
    ("N103", 'who = "ana"\n', ""),
    ("N103", "on_expired = ", "# on_expired = "),
    ("N104", 'agreed = "signed", impasse', 'agreed = "sinned", impasse'),
    ("N104", 'do = "Ask Ana for half an hour."\ngoto = "table"', 'do = "Ask Ana for half an hour."\ngoto = "tabel"'),
    ("N105", 'who = "ana"', 'who = "anna"'),
    ("N107", 'set = { asked = true, mood = "warm" }', 'set = { aksed = true, mood = "warm" }'),
    ("N109", 'seat = "hiring_manager"', 'seat = "hiring-manager"'),
    ("N109", 'stage = "written_offer"', 'stage = "written offer"'),
    ("N109", 'stage = "conversation"', 'stage = "conversaton"'),
    ("N110", "days = 5\n", "days = -5\n"),
    ("N133", "them = { points = 10 }", "them = { }"),
    ("N134", 'stage = "conversation"\n', ""),
    ("N134", '[scenes.table]\nstage = "conversation"', '[scenes.table]\nstage = "candidate"'),
    ("N240", 'seat = "hiring_manager"', 'seat = "hr"'),
    ("N240", 'stage = "conversation"\nwith = ["ana"]', 'stage = "conversation"\nwith = ["ana", "bo"]'),
    ("N244", 'says = "Two people have left this seat in two years."\nknown_by = ["ana"]', 'says = "Two."'),
    ("N245", 'known_by = ["ana"]', 'known_by = ["bo"]'),
    ("N249", 'learn = ["two-left"]\n', ""),
    ("N117", 'start = "cool"', 'start = "icy"'),
    ("N252", "you = { points = 10, says", "you = { points = 99, says"),
    ("N254", "them = 40, offered", "offered"),
]  # fmt: skip


def found(text: str) -> tuple[Finding, ...]:
    return deepened(load_source(Source("case.toml", text), "case")).findings


@pytest.mark.parametrize(("code", "old", "new"), SLIPS, ids=lambda one: repr(one)[:40])
def test_one_slip_is_told_once(code: str, old: str, new: str) -> None:
    assert BASE.count(old) == 1, old
    text = BASE.replace(old, new)
    if code == "N254":
        for points in ("them = 20", "them = 10", "them = 8"):
            text = text.replace(points, "them = 0")
        text = text.replace(
            "[deal.alternatives]\nyou = { points = 10", "[deal.alternatives]\nyou = { points = 9"
        )
    assert [one.code for one in found(text)] == [code], told(found(text))


def test_two_places_are_placed_both() -> None:
    text = BASE.replace(
        'on_expired = "too-late"\n', 'on_expired = "too-late"\nterms.base = { label = "Base", is = "$90" }\n'
    )
    [finding] = found(text)
    assert finding.code == "N137"
    lines = text.split("\n")
    assert lines[finding.line - 1].startswith("terms.base")
    assert lines[finding.line - 1][finding.column - 1 :].startswith('"$90"')
    [other] = finding.also
    assert lines[other.line - 1].startswith("options.k92")
    assert lines[other.line - 1][other.column - 1 :][: other.length] == '"$92,000"'


LIMIT = '[deal.limits.band]\noptions.base = ["k99"]\n'


@pytest.mark.parametrize(
    ("limit", "codes"),
    [
        (f'{LIMIT}lifted_by = ["executive"]\n', []),
        (f'{LIMIT}lifted_by = ["hr"]\n', ["N138"]),
        (f'{LIMIT}lifted_by = ["hr", "executive"]\n', []),
        (LIMIT, ["N138"]),
        (f'{LIMIT}[scenes.coffee.choices.lena]\nsay = "Would Lena?"\nlift = ["band"]\ngoto = "letter"\n', []),
    ],
)
def test_a_limit_needs_somebody_who_lifts_it(limit: str, codes: list[str]) -> None:
    assert [one.code for one in found(BASE + limit)] == codes


@pytest.mark.parametrize(
    ("code", "told_of"), [("N246", True), ("N301", True), ("N206", False), ("N302", True)]
)
def test_what_is_accepted_and_never_given_is_told(code: str, told_of: bool) -> None:
    """Not of those that depend on how far the search comes."""
    codes = [one.code for one in found(f'{BASE}[accept]\n{code} = "We know."\n')]
    assert codes == (["N303"] if told_of else [])

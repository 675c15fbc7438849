"""What `check` says of the points of a deal: figures in the finding, and one mistake is one finding."""

import re

import pytest

from negotiator.analysis.deal_checks import deal_findings
from negotiator.scenario.deal_models import Deal
from negotiator.scenario.findings import Finding
from tests.scenario.planted import load

DEAL = """\
[deal.alternatives]
you = { points = 10, says = "Stay." }
them = { points = 10 }
[deal.structures.as-offered]
label = "As offered"
[deal.structures.both]
label = "Both"
worth = { you = 5, them = 5 }
[deal.issues.base]
label = "Base"
options.low = { is = "$90", you = 12, them = 30, offered = true }
options.mid = { is = "$99", you = 15, them = 35 }
options.high = { is = "$110", you = 30, them = 0 }
[deal.issues.team]
label = "Team"
options.small = { is = "Three", you = 10, them = 10, offered = true }
options.large = { is = "Six", you = 20, them = 5 }
"""


def found(*changes: tuple[str, str]) -> list[Finding]:
    text = DEAL
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return deal_findings(deal(text))


def deal(text: str) -> Deal:
    loaded = load(STORY + text)
    assert loaded.scenario is not None, loaded.findings
    assert loaded.scenario.deal is not None
    return loaded.scenario.deal


STORY = """\
format = 1
title = "A deal"
start = "table"
scenes.table = { text = "x", choices.leave = { do = "x", goto = "over" } }
endings.over = { outcome = "declined", title = "x", text = "x" }
"""
BOTH = "worth = { you = 5, them = 5 }"
THEIRS = "them = { points = 10 }"

MISTAKES = [
    ("N251", [(BOTH, "worth = { you = 5, them = -80 }")], "them less than they have elsewhere"),
    ("N251", [(BOTH, "worth = { you = -45, them = 5 }")], "the best is worth 5 to you: the letter's terms in it are worth -23 to you and 45 to them"),
    ("N252", [(THEIRS, "them = { points = 90 }")], "the letter is worth 22 to you and 40 to them"),
    ("N253", [("you = 10, them = 10, offered", "offered"), ("you = 20, them = 5 }", "you = 0 }")], "'team'"),
    ("N255", [(THEIRS, "them = { points = 42 }")], "worth 40"),
    ("N314", [("you = 12, them = 30, offered", "you = 60, them = 30, offered"), ("you = 20, them = 5 }", "you = 2 }"), (BOTH, "")], "70"),
    ("N315", [("you = { points = 10,", "you = { points = 25,")], "at home you have 25"),
]  # fmt: skip


def test_a_sound_deal_has_nothing_to_say() -> None:
    assert found() == []


@pytest.mark.parametrize(("code", "changes", "said"), MISTAKES)
def test_one_mistake_in_the_points_is_one_finding(
    code: str, changes: list[tuple[str, str]], said: str
) -> None:
    findings = found(*changes)
    assert [one.code for one in findings] == [code], findings
    assert said in findings[0].message


def test_a_package_worth_exactly_what_both_have_elsewhere_is_room_enough() -> None:
    exactly = ("you = { points = 10,", "you = { points = 25,"), (THEIRS, "them = { points = 45 }")
    assert "N251" not in [one.code for one in found(*exactly, (BOTH, ""))]
    above = ("you = { points = 10,", "you = { points = 26,"), (THEIRS, "them = { points = 45 }")
    assert [one.code for one in found(*above, (BOTH, ""))] == ["N252"]


@pytest.mark.parametrize("side", ["you", "them"])
def test_a_side_without_points_is_told_once_and_nothing_besides(side: str) -> None:
    text = re.sub(rf"\b{side} = \d+", f"{side} = 0", DEAL)
    [finding] = deal_findings(deal(text))
    assert finding.code == "N254"
    assert f"'{side}'" in finding.message


def test_an_issue_that_only_counts_together_with_another_is_no_mistake() -> None:
    joint = "[deal.joints.pair]\noptions = { base = 'high', team = 'large' }\nyou = 5\n[deal.issues.base]\n"
    plain = ("you = 10, them = 10, offered", "offered"), ("you = 20, them = 5 }", "you = 0 }")
    assert found(*plain, ("[deal.issues.base]\n", joint)) == []

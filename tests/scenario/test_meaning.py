"""What conditions mean: names and types, and what is said when they do not fit."""

import pytest

from negotiator.scenario.conditions import ConditionError, parse
from negotiator.scenario.meaning import (
    FLAG,
    All,
    Const,
    Names,
    Negation,
    Read,
    Relation,
    Some,
    resolve,
    suggest,
)

NAMES = Names(
    states={"rapport": (), "asked": FLAG, "mood": ("cool", "warm"), "warm": FLAG},
    facts={"budget"},
    scenes={"hall"},
    choices={"hall.ask"},
)


def mistakes(text: str) -> list[ConditionError]:
    return resolve(parse(text), NAMES)[1]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("asked", Read("state", "asked")),
        ("not asked", Negation(Read("state", "asked"))),
        ("rapport >= 2", Relation(">=", Read("state", "rapport"), Const(2))),
        ("2 <= rapport", Relation("<=", Const(2), Read("state", "rapport"))),
        ("mood == warm", Relation("==", Read("state", "mood"), Const(1))),
        ("mood == 'warm'", Relation("==", Read("state", "mood"), Const(1))),
        ("asked == true", Relation("==", Read("state", "asked"), Const(1))),
        ("asked == warm", Relation("==", Read("state", "asked"), Read("state", "warm"))),
        ("reached >= written_offer", Relation(">=", Read("reached", ""), Const(1))),
        ("stage == decision", Relation("==", Read("stage", ""), Const(3))),
        ("days-left < 3", Relation("<", Read("days-left", ""), Const(3))),
        ("visits(hall) > 1", Relation(">", Read("visits", "hall"), Const(1))),
        ("knows(budget) and asked", All((Read("knows", "budget"), Read("state", "asked")))),
        ("visited(hall) or chose(hall.ask)", Some((Read("visited", "hall"), Read("chose", "hall.ask")))),
        ("knows(budget) == false", Relation("==", Read("knows", "budget"), Const(0))),
        ("true", Const(1)),
    ],
)
def test_names_become_numbers(text: str, meaning: object) -> None:
    assert resolve(parse(text), NAMES) == (meaning, [])


@pytest.mark.parametrize(
    ("text", "piece", "undeclared", "hint"),
    [
        ("asekd", "asekd", True, "did you mean 'asked'?"),
        ("budget", "budget", True, "knows(budget)"),
        ("hall", "hall", True, "visited(hall)"),
        ("xyz > 2", "xyz", True, "[state]"),
        ("knows(bugdet)", "bugdet", True, "did you mean 'budget'?"),
        ("visited(hal)", "hal", True, "did you mean 'hall'?"),
        ("chose(ask)", "ask", True, "scene.choice"),
        ("chose(hall.aks)", "hall.aks", True, "did you mean 'hall.ask'?"),
        ("knew(budget)", "knew", True, "knows"),
        ("stage == writen_offer", "writen_offer", False, "did you mean 'written_offer'?"),
        ("mood == hot", "hot", False, "cool, warm"),
        ("mood == 1", "mood == 1", False, "cool, warm"),
        ("mood == asked", "mood == asked", False, "cool, warm"),
        ("rapport", "rapport", False, "rapport >= 1"),
        ("mood", "mood", False, "mood == cool"),
        ("3", "3", False, ""),
        ("asked > 1", "asked > 1", False, ""),
        ("asked > true", "asked > true", False, "=="),
        ("visits(hall)", "visits(hall)", False, ">= 1"),
        ("rapport == true", "rapport == true", False, ""),
        ("(asked and asked) == true", "asked and asked", False, ""),
    ],
)
def test_what_does_not_fit_is_one_mistake_at_its_place(
    text: str, piece: str, undeclared: bool, hint: str
) -> None:
    [mistake] = mistakes(text)
    assert text[mistake.at : mistake.at + mistake.length] == piece
    assert mistake.undeclared is undeclared
    assert hint in mistake.hint


@pytest.mark.parametrize("text", ["moood == cool", "cool == moood", "moood == cool and asked"])
def test_a_word_beside_an_undeclared_name_is_no_second_mistake(text: str) -> None:
    [mistake] = mistakes(text)
    assert text[mistake.at : mistake.at + mistake.length] == "moood"


def test_every_mistake_of_a_condition_is_told() -> None:
    assert len(mistakes("asekd and knows(bugdet) and rapport")) == 3


def test_suggestions_stay_cheap_among_very_many_names() -> None:
    known = [f"scene-{number}" for number in range(10_000)]
    assert suggest("scene-77777", known).startswith("did you mean 'scene-7")
    assert suggest("zzz", known) == ""

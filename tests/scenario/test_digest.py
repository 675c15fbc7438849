"""The rules hash: what is only read changes nothing, what decides play changes it."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from negotiator.scenario.digest import rules_hash, text_hash
from negotiator.scenario.models import Scenario
from tests.scenario.planted import SOUND

Path = tuple[str, ...]

READ_ONLY = {
    "title", "summary", "author", "language", "difficulty", "player", "name", "wants", "voice", "up", "down", "says",
    "place", "text", "again", "more", "reply", "replies", "coach", "say", "do", "label", "is", "guide", "aims",
    "moment", "terms", "renamed_from", "premature",
}  # fmt: skip
"""Keys whose values are read by people and by no rule."""


def scenario(raw: dict[str, Any]) -> Scenario:
    return Scenario.model_validate({"id": "small", **raw})


def leaves(node: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value


def changed(raw: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """A copy of the tables with one value replaced."""
    head, *rest = path
    return {**raw, head: changed(raw.get(head, {}), tuple(rest), value) if rest else value}


RAW = tomllib.loads(SOUND)
TEXTS = [
    path
    for path, value in leaves(RAW)
    if isinstance(value, str) and set(path) & READ_ONLY and path[-1] != "when"
]


@pytest.mark.parametrize("path", TEXTS, ids=".".join)
def test_a_mended_text_keeps_the_rules(path: Path) -> None:
    mended = scenario(changed(RAW, path, "Other words."))
    assert rules_hash(mended) == rules_hash(scenario(RAW))
    assert text_hash(mended) != text_hash(scenario(RAW))


@pytest.mark.parametrize(
    "path",
    [
        ("scenes",),
        ("scenes", "hall", "choices"),
        ("scenes", "letter", "choices", "try", "outcomes"),
        ("endings",),
        ("facts",),
    ],
    ids=".".join,
)
def test_the_order_of_tables_keeps_the_rules(path: Path) -> None:
    node: Any = RAW
    for part in path:
        node = node[part]
    assert rules_hash(scenario(changed(RAW, path, dict(reversed(node.items()))))) == rules_hash(scenario(RAW))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("scenes", "hall", "more", "new"), {"when": "asked", "text": "More."}),
        (("scenes", "hall", "again"), "Again."),
        (("scenes", "hall", "choices", "ask", "replies", "new"), {"when": "asked", "text": "More."}),
        (("scenes", "hall", "choices", "ask", "moment"), True),
        (("scenes", "talk", "choices", "leave", "locked"), "Another reason."),
        (("endings", "gone", "coach"), "A note."),
        (("scenes", "hall", "choices", "ask", "renamed_from"), ["older"]),
        (("state", "rapport", "up"), "Warmer."),
    ],
    ids=lambda one: ".".join(one) if isinstance(one, tuple) else "",
)
def test_added_words_keep_the_rules(path: Path, value: Any) -> None:
    assert rules_hash(scenario(changed(RAW, path, value))) == rules_hash(scenario(RAW))


RULES: list[tuple[Path, Any]] = [
    (("start",), "talk"),
    (("undo",), "off"),
    (("state", "rapport", "start"), 1),
    (("state", "rapport", "min"), -3),
    (("state", "rapport", "max"), 5),
    (("state", "asked"), True),
    (("state", "mood", "start"), "warm"),
    (("state", "mood", "one_of"), ["cool", "warm", "hot"]),
    (("state", "new"), False),
    (("facts", "budget", "guarded"), 3),
    (("facts", "budget", "known_by"), ["ana", "bo"]),
    (("offer", "days"), 5),
    (("offer", "on_expired"), "gone"),
    (("scenes", "letter", "stage"), "decision"),
    (("scenes", "hall", "choices", "ask", "kind"), "answer"),
    (("scenes", "hall", "choices", "ask", "scores", "courage"), 0),
    (("scenes", "hall", "choices", "ask", "scores", "finesse"), 1),
    (("scenes", "hall", "choices", "ask", "scores", "fit"), 1),
    (("scenes", "hall", "choices", "ask", "change", "rapport"), 2),
    (("scenes", "hall", "choices", "ask", "set", "asked"), False),
    (("scenes", "hall", "choices", "ask", "learn"), []),
    (("scenes", "hall", "choices", "ask", "once"), False),
    (("scenes", "hall", "choices", "ask", "when"), "asked"),
    (("scenes", "hall", "choices", "go", "goto"), "talk"),
    (("scenes", "letter", "choices", "read", "days"), 2),
    (("scenes", "letter", "choices", "try", "outcomes", "good", "weight"), 4),
    (("scenes", "letter", "choices", "try", "outcomes", "good", "goto"), "letter"),
    (("scenes", "letter", "choices", "try", "outcomes", "good", "when"), "asked"),
    (("scenes", "letter", "choices", "try", "outcomes", "good", "change"), {"rapport": 1}),
    (("scenes", "letter", "choices", "try", "outcomes", "good", "set"), {"asked": True}),
    (("scenes", "letter", "choices", "try", "outcomes", "good", "learn"), ["page-two"]),
    (("scenes", "letter", "choices", "try", "outcomes", "new"), {"goto": "talk"}),
    (("scenes", "talk", "choices", "leave", "locked"), None),
    (("endings", "gone", "outcome"), "lost"),
]


@pytest.mark.parametrize(
    ("path", "value"), RULES, ids=lambda one: ".".join(one) if isinstance(one, tuple) else ""
)
def test_a_changed_rule_changes_the_hash(path: Path, value: Any) -> None:
    assert rules_hash(scenario(changed(RAW, path, value))) != rules_hash(scenario(RAW))


def test_true_and_one_are_not_the_same_rule() -> None:
    path = ("scenes", "hall", "choices", "ask", "set", "asked")
    assert rules_hash(scenario(changed(RAW, path, 1))) != rules_hash(scenario(changed(RAW, path, True)))


def test_hashes_do_not_depend_on_the_process() -> None:
    assert rules_hash(scenario(RAW)) == rules_hash(scenario(tomllib.loads(SOUND)))
    assert len(rules_hash(scenario(RAW))) == 64

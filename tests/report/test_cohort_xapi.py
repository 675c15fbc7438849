"""Statements held against the structure that xAPI 1.0.3 asks for, rule by rule, and against what was played."""

import json
import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from negotiator.analysis.cohort import Cohort
from negotiator.report.xapi import statements
from tests.analysis.rooms import flagship, small

KEYS = {
    "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments",
}  # fmt: skip
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
CONTEXT = {
    "registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement",
    "extensions",
}  # fmt: skip
DEFINITION = {
    "name", "description", "type", "moreInfo", "extensions", "interactionType", "correctResponsesPattern", "choices",
    "scale", "source", "target", "steps",
}  # fmt: skip
INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric",
    "other",
}  # fmt: skip
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def iri(value: str) -> None:
    parts = urlsplit(value)
    assert parts.scheme
    assert parts.netloc
    assert not re.search(r"[\s<>\"{}|\\^`]", value)


def language_map(value: dict[str, str]) -> None:
    assert value
    assert all(LANGUAGE.fullmatch(key) and isinstance(text, str) for key, text in value.items())


def nothing_is_null(value: Any) -> None:
    assert value is not None
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        nothing_is_null(one)


def check(one: dict[str, Any]) -> None:
    """Every rule of the structure that a statement of ours could break."""
    nothing_is_null({key: value for key, value in one.items() if key != "result"})
    assert set(one) <= KEYS
    assert {"actor", "verb", "object"} <= set(one)
    assert str(UUID(one["id"])) == one["id"]
    assert one["version"].startswith("1.0.")
    actor = one["actor"]
    assert actor["objectType"] == "Agent"
    assert len({"mbox", "mbox_sha1sum", "openid", "account"} & set(actor)) == 1
    assert set(actor["account"]) == {"homePage", "name"}
    iri(actor["account"]["homePage"])
    assert actor["account"]["name"]
    iri(one["verb"]["id"])
    language_map(one["verb"]["display"])
    check_activity(one["object"])
    check_result(one["result"])
    check_context(one["context"])
    if "timestamp" in one:
        assert datetime.fromisoformat(one["timestamp"]).tzinfo is not None


def check_activity(found: dict[str, Any]) -> None:
    assert found["objectType"] == "Activity"
    iri(found["id"])
    definition = found["definition"]
    assert set(definition) <= DEFINITION
    iri(definition["type"])
    language_map(definition["name"])
    if "interactionType" in definition:
        assert definition["interactionType"] in INTERACTIONS
    ids = [choice["id"] for choice in definition.get("choices", ())]
    assert len(ids) == len(set(ids))
    assert not ids or definition["interactionType"] in ("choice", "sequencing")
    for choice in definition.get("choices", ()):
        assert choice["id"]
        assert not re.search(r"\s|\[,\]", choice["id"])
        language_map(choice["description"])


def check_result(found: dict[str, Any]) -> None:
    assert set(found) <= RESULT
    assert isinstance(found.get("response", ""), str)
    assert isinstance(found.get("completion", True), bool)
    for key in found.get("extensions", {}):
        iri(key)


def check_context(found: dict[str, Any]) -> None:
    assert set(found) <= CONTEXT
    UUID(found["registration"])
    assert LANGUAGE.fullmatch(found["language"])
    assert set(found["contextActivities"]) <= {"parent", "grouping", "category", "other"}
    for several in found["contextActivities"].values():
        for one in several:
            iri(one["id"])
    for key in found["extensions"]:
        iri(key)


@pytest.mark.parametrize("made", [flagship, small])
def test_every_statement_has_the_structure_of_the_standard(made: object) -> None:
    assert callable(made)
    room: Cohort = made()
    found = json.loads(json.dumps(statements(room, "https://school.example/class", "monday")))
    for one in found:
        check(one)
    assert len({one["id"] for one in found}) == len(found)


def test_there_is_one_for_each_decision_and_one_for_each_result() -> None:
    room = small()
    told = sum(turn.told for one in room.results for turn in one.attempt.play.turns)
    verbs = [
        str(one["verb"]["id"]).rsplit("/", 1)[1] for one in statements(room) if isinstance(one["verb"], dict)
    ]
    assert verbs.count("answered") == told
    assert verbs.count("completed") == sum(one.finished for one in room.results)
    assert verbs.count("suspended") == sum(not one.finished for one in room.results)


def test_a_second_export_is_the_first_one_and_another_room_is_not() -> None:
    assert statements(small()) == statements(small())
    first, other = ({str(one["id"]) for one in statements(small(), group=group)} for group in ("a", "b"))
    assert not first & other


def test_an_unfinished_run_has_no_success_and_no_nought() -> None:
    (one, *_) = (
        one
        for one in statements(small())
        if isinstance(one["result"], dict) and one["result"].get("completion") is False
    )
    assert isinstance(one["result"], dict)
    assert "score" not in one["result"]
    assert "success" not in one["result"]

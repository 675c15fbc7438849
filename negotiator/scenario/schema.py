"""The format as JSON Schema 2020-12, for editors: pydantic's own, with the docstrings of the models put in."""

import json

from negotiator.scenario.base import Model
from negotiator.scenario.keydocs import EXACTLY_ONE, about, key_docs
from negotiator.scenario.models import Scenario
from negotiator.scenario.tables import models

Schema = dict[str, object]

NAME = "scenario.schema.json"
"""The file it is kept in; a scenario names it in its first line: #:schema ./scenario.schema.json"""
_VALUE: Schema = {"type": ["boolean", "integer", "string"]}
"""A new value of a state."""


def schema() -> Schema:
    """The whole schema, ready for JSON."""
    made: Schema = Scenario.model_json_schema(by_alias=True)
    definitions = _table(made.pop("$defs"))
    for kind in models():
        if kind is not Scenario:
            definitions[kind.__name__] = _model(kind, _table(definitions[kind.__name__]))
    _short_forms(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "x-tombi-toml-version": "v1.0.0",
        **_model(Scenario, made),
        "$defs": definitions,
    }


def text() -> str:
    """The schema as its file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _model(kind: type[Model], made: Schema) -> Schema:
    """The schema of a table, with what its keys are for."""
    docs = key_docs(kind)
    keys = {
        key: {"description": docs[key], **_value(_table(one))}
        for key, one in _table(made["properties"]).items()
    }
    if kind.__name__ in EXACTLY_ONE:
        made["not"] = {
            "anyOf": [wrong for pair in EXACTLY_ONE[kind.__name__] for wrong in _both_or_neither(*pair)]
        }
    return {"title": kind.__name__, "description": about(kind), **made, "properties": keys}


def _both_or_neither(one: str, other: str) -> list[Schema]:
    """The two ways to miss exactly one of two keys.

    Said of what may not be, where `oneOf` would be shorter: there Taplo offers no keys any more.
    """
    return [{"required": [one, other]}, {"not": {"anyOf": [{"required": [one]}, {"required": [other]}]}}]


def _value(made: Schema) -> Schema:
    """The schema of a value: without pydantic's titles, without null (TOML has none), defaults that say something."""
    given = made.get("anyOf")
    if isinstance(given, list):
        [only] = [one for one in given if one != {"type": "null"}]
        made = {**made, **only}
        del made["anyOf"]
    made.pop("title", None)
    if not made.get("default") or isinstance(made["default"], dict | list):
        made.pop("default", None)
    if isinstance(items := made.get("items"), dict):
        made["items"] = _value(items)
    if isinstance(named := made.pop("patternProperties", None), dict):
        [(pattern, inside)] = named.items()
        length = _table(made.pop("propertyNames", {})).get("maxLength")
        made["propertyNames"] = {"pattern": pattern, "maxLength": length}
        made["additionalProperties"] = _value(_table(inside)) or _VALUE
    return made


def _short_forms(definitions: Schema) -> None:
    """`asked = false` is short for a table."""
    flag = _table(definitions["Flag"])
    short = {"type": "boolean", "description": "A state that is true or false, without words of its own."}
    definitions["Flag"] = {"anyOf": [short, flag]}


def _table(value: object) -> Schema:
    assert isinstance(value, dict)
    return value

"""Raw tables become a Scenario, or pydantic's errors become findings: one a mistake, in the author's words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from negotiator.scenario.findings import Finding, KeyPath, Severity, error
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import Scenario
from negotiator.scenario.spelling import Respelled, respell

_TAGS = {"flag", "number", "word"}
_REFERENCES = {"goto", "start", "on_expired", "from", "with", "known_by", "learn", "change", "set"}
_ID_HINT = "small letters, digits and hyphens, beginning with a letter: first-call"
_EXAMPLES = {
    "title": 'title = "…"', "start": 'start = "first-scene"', "text": 'text = "…"', "name": 'name = "…"',
    "scenes": "a table [scenes.first-scene]", "endings": "a table [endings.signed]", "goto": 'goto = "…"',
}  # fmt: skip


class Shaped(NamedTuple):
    """The scenario, None when its shape is wrong; the findings; the tables with misspelled keys put right."""

    scenario: Scenario | None
    findings: list[Finding]
    raw: Mapping[str, Any]
    respelled: Respelled


def shaped(raw: dict[str, Any]) -> Shaped:
    """Check the shape of a file. `raw` is changed: a misspelled key is read as the one that is meant."""
    respelled = Respelled()
    while True:
        try:
            return Shaped(Scenario.model_validate(raw), respelled.findings, raw, respelled)
        except ValidationError as trouble:
            errors = trouble.errors(include_url=False)
        unknown = [(_path(one["loc"]), _tag(one["loc"])) for one in errors if one["type"] == "extra_forbidden"]
        if not respell(raw, unknown, respelled):
            return Shaped(None, [*respelled.findings, *_findings(errors, respelled)], raw, respelled)


def _tag(loc: Sequence[str | int]) -> str:
    """Which kind of state pydantic took it for, if it is one."""
    return str(loc[2]) if loc[:1] == ("state",) and len(loc) > 2 and loc[2] in _TAGS else ""


def _path(loc: Sequence[str | int]) -> KeyPath:
    """The keys, without the tags of unions and the marks pydantic puts on bad keys."""
    path = [part for part in loc if part != "[key]"]
    if _tag(loc):
        del path[2]
    return tuple(path)


def _findings(errors: list[ErrorDetails], respelled: Respelled) -> list[Finding]:
    missing: dict[KeyPath, list[str]] = defaultdict(list)
    found: list[Finding] = []
    for one in errors:
        path = _path(one["loc"])
        if one["type"] == "missing":
            missing[path[:-1]].append(str(path[-1]))
        elif path in respelled.originals or one["type"] == "extra_forbidden" or _said_elsewhere(one):
            continue
        else:
            found.append(_finding(one, path))
    return [*(_missing(path, keys) for path, keys in missing.items()), *found]


def _said_elsewhere(one: ErrorDetails) -> bool:
    """Whether it is a reference that cannot be an id: then there is no such thing, which is said with names."""
    if one["type"] not in ("string_pattern_mismatch", "string_too_long"):
        return False
    names = [part for part in one["loc"] if isinstance(part, str) and part != "[key]"]
    return names[-1] in _REFERENCES or ("[key]" in one["loc"] and names[-2] in ("change", "set"))


def _missing(path: KeyPath, keys: list[str]) -> Finding:
    where = f"in [{'.'.join(map(str, path))}]" if path else "at the top of the file"
    what = f"the key '{keys[0]}' is missing"
    if keys[1:]:
        what = f"the keys {', '.join(map(repr, keys[:-1]))} and '{keys[-1]}' are missing"
    hint = f"add {' and '.join(_EXAMPLES.get(key, f'{key} = …') for key in keys)} {where}"
    if path[:1] == ("state",):
        hint = f"a state is like one of these: {_state_example(str(path[-1]))}"
    elif not path and {"scenes", "endings"} & set(keys):
        hint = hint.removesuffix(f" {where}")
    return Finding("N102", Severity.ERROR, what, path, hint, at_key=bool(path))


def _finding(details: ErrorDetails, path: KeyPath) -> Finding:
    kind, value = details["type"], details["input"]
    context: Mapping[str, Any] = details.get("ctx", {})
    key = str(path[-1]) if path else ""
    if isinstance(key, str) and path and isinstance(path[-1], int):
        key = str(path[-2])
    if "[key]" in details["loc"]:
        return Finding("N104", Severity.ERROR, f"'{_short(key)}' cannot be an id", path, _ID_HINT, at_key=True)
    if kind == "literal_error":
        return _literal(key, value, path, str(context.get("expected", "")))
    if kind == "string_pattern_mismatch":
        return error("N104", f"'{_short(str(value))}' cannot be an id", path, _ID_HINT)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        side = "at least" if "ge" in context else "at most"
        return error("N106", f"{_short(str(value))} is out of bounds for '{key}'", path, f"it is {side} {bound}")
    if kind == "too_short":
        return error("N106", f"'{key}' is empty", path, "it needs at least one")
    if kind == "string_too_long":
        return error("N106", f"'{key}' is too long", path, f"{context.get('max_length')} characters at most")
    wanted, hint = _wanted(kind), _mend(kind, value)
    if path[:1] == ("state",) and len(path) == 2:
        wanted, hint = "a state", f"a state is like one of these: {_state_example(key)}"
    elif kind in ("dict_type", "model_type") and isinstance(value, list) and any(isinstance(one, dict) for one in value):
        hint = f"give each a name and single brackets: [{'.'.join(map(str, path))}.some-id]"
    return error("N103", f"'{_short(key)}' should be {wanted}, and is {_said(value)}", path, hint)


def _literal(key: str, value: object, path: KeyPath, expected: str) -> Finding:
    words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    otherwise = f"it can be: {', '.join(words)}"
    if not isinstance(value, str):
        return error("N103", f"'{key}' should be one of a few words, and is {_said(value)}", path, otherwise)
    hint = suggest(value[:60], words) or otherwise
    return error("N105", f"'{_short(value)}' is not possible for '{key}'", path, hint)


def _state_example(name: str) -> str:
    shapes = ("true", "{ start = 0, min = 0, max = 5 }", '{ start = "cool", one_of = ["cool", "warm"] }')
    return ", ".join(f"{_short(name)} = {shape}" for shape in shapes)


def _wanted(kind: str) -> str:
    return {
        "int_type": "a whole number", "int_from_float": "a whole number", "string_type": "a text", "bool_type": "true or false",
        "list_type": "a list", "dict_type": "a table", "model_type": "a table", "model_attributes_type": "a table",
        "state_value": "true, false, a whole number or a word",
    }.get(kind, "something else")  # fmt: skip


def _mend(kind: str, value: object) -> str:
    if kind.startswith("int"):
        if isinstance(value, str) and value.strip().lstrip("+-").isdecimal():
            return f"write {_short(value.strip())} without quotation marks"
        return "a whole number is written like this: 2"
    if kind == "bool_type":
        word = {"true": "true", "yes": "true", "false": "false", "no": "false"}.get(str(value)[:8].lower())
        return f"write {word} without quotation marks" if word else "write true or false without quotation marks"
    if kind == "list_type":
        if isinstance(value, str):
            return f'put it in square brackets: ["{_short(value)}"]'
        return 'a list is written like this: ["one", "two"]'
    if kind == "string_type":
        return "put it between quotation marks"
    if kind == "state_value":
        return "give it a value its state can have"
    return "a table has a header of its own, [like.this], or stands between { and }"


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'the text "{_short(value)}"'
    if isinstance(value, int | float):
        return f"the number {_short(str(value))}"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, date | time):
        return "a date" if isinstance(value, date) else "a time"
    return "a table" if isinstance(value, dict) else "something else"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"

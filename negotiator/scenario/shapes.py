"""pydantic's errors as findings: one a mistake, in the author's words."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from negotiator.scenario import models as m
from negotiator.scenario.findings import Finding, KeyPath, Severity, error
from negotiator.scenario.meaning import suggest

_TABLES: Mapping[str, type[BaseModel]] = {
    "player": m.Player, "people": m.Person, "facts": m.Fact, "scenes": m.Scene, "offer": m.Offer,
    "endings": m.Ending, "guide": m.Guide, "choices": m.Choice, "outcomes": m.Branch, "more": m.Piece,
    "replies": m.Piece, "scores": m.Scores, "terms": m.Term,
}  # fmt: skip
_NAMED = {"people", "facts", "scenes", "endings", "choices", "outcomes", "more", "replies", "terms", "state"}
_TAGS = {"flag": m.Flag, "number": m.Number, "word": m.Word}


def shape_findings(trouble: ValidationError) -> list[Finding]:
    """A finding for each error; errors of a union's tag are said of the value itself."""
    return [_finding(details) for details in trouble.errors(include_url=False)]


def _path(loc: Sequence[str | int]) -> KeyPath:
    """The keys, without the tags of unions and the marks pydantic puts on bad keys."""
    path: list[str | int] = []
    for at, part in enumerate(loc):
        if part == "[key]" or (len(path) == 2 and path[0] == "state" and part in _TAGS and at == 2):
            continue
        path.append(part)
    return tuple(path)


def _model_at(path: KeyPath, loc: Sequence[str | int]) -> type[BaseModel]:
    """The model of the table that `path` leads into."""
    if path[:1] == ("state",):
        return next((_TAGS[str(part)] for part in loc[2:3] if part in _TAGS), m.Number)
    model: type[BaseModel] = m.Scenario
    for part in path:
        model = _TABLES.get(str(part), model)
    return model


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _finding(details: ErrorDetails) -> Finding:
    loc = details["loc"]
    path = _path(loc)
    kind = details["type"]
    context: Mapping[str, Any] = details.get("ctx", {})
    value = details["input"]
    key = str(path[-1]) if path else ""
    if "[key]" in loc:
        hint = "small letters, digits and hyphens, beginning with a letter: first-call"
        return Finding("N104", Severity.ERROR, f"'{_short(key)}' cannot be an id", path, hint, at_key=True)
    if kind == "extra_forbidden":
        known = _keys(_model_at(path[:-1], loc))
        hint = suggest(key, known) or f"known here: {', '.join(known)}"
        return Finding("N101", Severity.ERROR, f"the key '{_short(key)}' is not known here", path, hint, at_key=True)
    if kind == "missing":
        example = {"title": 'title = "…"', "start": 'start = "first-scene"', "text": 'text = """…"""'}.get(key)
        where = "at the top of the file" if len(path) == 1 else f"in [{'.'.join(map(str, path[:-1]))}]"
        hint = f"add {example or key + ' = …'} {where}"
        return Finding("N102", Severity.ERROR, f"the key '{key}' is missing", path[:-1], hint, at_key=len(path) > 1)
    if kind == "literal_error":
        words = [word.strip(" '") for word in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        if not isinstance(value, str):
            return error("N103", f"'{key}' should be one of a few words, and is {_said(value)}", path, f"it can be: {', '.join(words)}")
        hint = suggest(value, words) or f"it can be: {', '.join(words)}"
        return error("N105", f"'{_short(value)}' is not possible for '{key}'", path, hint)
    if kind == "string_pattern_mismatch":
        hint = "small letters, digits and hyphens, beginning with a letter: first-call"
        return error("N104", f"'{_short(str(value))}' cannot be an id", path, hint)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        side = "at least" if "ge" in context else "at most"
        return error("N106", f"{value} is out of bounds for '{key}'", path, f"it is {side} {bound}")
    if kind in ("too_short", "string_too_long"):
        hint = "add at least one" if kind == "too_short" else "64 characters at most"
        return error("N106", f"'{key}' is {'empty' if kind == 'too_short' else 'too long'}", path, hint)
    return error("N103", f"'{key}' should be {_wanted(kind)}, and is {_said(value)}", path, _mend(kind, value))


def _wanted(kind: str) -> str:
    return {
        "int_type": "a whole number", "int_from_float": "a whole number", "string_type": "a text", "bool_type": "true or false",
        "list_type": "a list", "dict_type": "a table", "model_type": "a table", "model_attributes_type": "a table",
        "state_value": "true, false, a whole number or a word",
    }.get(kind, "something else")  # fmt: skip


def _mend(kind: str, value: object) -> str:
    if kind.startswith("int") and isinstance(value, str) and value.strip().lstrip("-").isdigit():
        return f"write {value.strip()} without quotation marks"
    if kind == "bool_type" and isinstance(value, str) and value.lower() in ("true", "false"):
        return f"write {value.lower()} without quotation marks"
    if kind == "list_type" and isinstance(value, str):
        return f'put it in square brackets: ["{_short(value)}"]'
    if kind == "string_type":
        return "put it between quotation marks"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "a table has a header of its own, [like.this], or stands between { and }"
    return "a whole number is written like this: 2" if kind.startswith("int") else ""


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'the text "{_short(value)}"'
    if isinstance(value, int | float):
        return f"the number {_short(str(value))}"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else f"a {type(value).__name__}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"

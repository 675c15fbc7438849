"""Values and types in plain words, for messages."""

import re
from collections.abc import Iterable
from datetime import date, time
from unicodedata import combining, normalize

from negotiator.scenario.findings import Path

EXPECTED = {
    "string_type": "text in quotation marks",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "state_value": "true, false, a whole number or a word",
}
"""What each of pydantic's complaints about a type means."""

_LONGEST = 40


def said(value: object) -> str:
    """A value as a message names it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{value}'" if len(value) <= _LONGEST else f"'{value[:_LONGEST].rstrip()}…'"
        case int():
            return str(value) if abs(value) < 10**18 else "a number of more than 18 digits"
        case float():
            return f"the number {value}"
        case date() | time():
            return "a date"
        case list():
            return "a list" if value else "an empty list"
        case dict():
            return "a table"
        case _:
            return "something else"


def written(value: object) -> str:
    """A value of a state as the author writes it: true, 3, warm."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def listing(words: Iterable[str]) -> str:
    """A list for reading."""
    return ", ".join(words)


def is_id(name: str) -> bool:
    """Whether a name is written as ids are."""
    return re.fullmatch(r"[a-z][a-z0-9-]{0,63}", name) is not None


def as_id(name: str) -> str:
    """A name written as an id, as near as can be: without accents, with hyphens for what ids cannot have."""
    plain = normalize("NFKD", name.lower().replace("ß", "ss"))
    plain = "".join(letter for letter in plain if not combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].rstrip("-")


def id_hint(name: str) -> str:
    """How ids are written, with this one mended where that can be done."""
    rule = "ids are small letters, digits and hyphens, a letter first, 64 at most"
    mended = as_id(name)
    return f"write {mended}: {rule}" if re.match(r"[a-z]", mended) else rule


def type_hint(kind: str, path: Path, value: object) -> str:
    """One concrete way to write a value of the right type."""
    key = path[-1]
    if len(path) == 2 and path[0] == "state":
        return _state_hint(str(key), value)
    match kind, value:
        case "int_type" | "int_from_float", str() if re.fullmatch(r"\s*[+-]?\d{1,9}\s*", value):
            return f"write {int(value)} without quotation marks"
        case "int_type" | "int_from_float", float() if value == value // 1 and abs(value) < 10**9:
            return f"write {int(value)}"
        case "int_type" | "int_from_float", str():
            return f"write a number in figures: {key} = 12"
        case "bool_type", str() if value.lower() in ("true", "yes", "on"):
            return "write true without quotation marks"
        case "bool_type", str() if value.lower() in ("false", "no", "off"):
            return "write false without quotation marks"
        case "bool_type", 0 | 1:
            return f"write {'true' if value else 'false'}"
        case "string_type", bool() | int() | float() | date() | time():
            return f'put it in quotation marks: {key} = "…"'
        case "string_type", [str(only)] if len(only) <= _LONGEST:
            return f'one name, without brackets: {key} = "{only}"'
        case "string_type", list() if key == "goto":
            return "it leads to one; to let luck decide, write outcomes"
        case "list_type", str() if len(value) <= _LONGEST:
            return f'write it as a list: {key} = ["{value}"]'
        case "dict_type" | "model_type" | "model_attributes_type", list() if key in _NAMED_TABLES:
            return f"give each one a name instead of [[…]]: [{'.'.join(map(str, path))}.some-name]"
        case "dict_type" | "model_type" | "model_attributes_type", _:
            return _TABLES.get(str(key), "write it as a table, { … } or with a header of its own")
    return ""


_NAMED_TABLES = ("people", "facts", "scenes", "choices", "outcomes", "endings", "more", "replies", "terms")
_TABLES = {
    "scores": "write scores = { courage = 1, finesse = 1, fit = 1 }",
    "change": "write change = { rapport = 1 } with a state of yours",
    "set": "write set = { asked = true } with a state of yours",
}


def _state_hint(name: str, value: object) -> str:
    match value:
        case str() if len(value) <= _LONGEST:
            return f'a word needs its list: {name} = {{ start = "{value}", one_of = ["{value}", …] }}'
        case int():
            return f"a number needs its bounds: {name} = {{ start = {said(value)}, min = …, max = … }}"
    return f"write {name} = false, or {name} = {{ start = 0, min = 0, max = 5 }}"

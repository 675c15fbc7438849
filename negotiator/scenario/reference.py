"""The reference of the format as a page of Markdown: every table and key, from the models and their docstrings."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from negotiator.scenario.base import CONDITION, Braces, Model
from negotiator.scenario.keydocs import EXACTLY_ONE, about, key_docs
from negotiator.scenario.models import Flag, Number, Scenario, Word
from negotiator.scenario.tables import models
from negotiator.scenario.wording import written

HEAD = """\
# Reference of the scenario file

Made by `negotiator schema --format markdown`; what it says is what the program reads. How to use it all: [coaches.md](coaches.md).

Required keys are **bold**. ID is a name of yours: small letters, digits and hyphens, a letter first. A *story text* may name what changes while one plays, a *text* or a *line* people and the player, a *plain line* nothing: see "Names and moods in texts". A line is one line; in a text an empty line begins a paragraph.
"""
_WORDS = {bool: "true or false", int: "whole number"}
_VALUE = "true or false, a whole number or a word"
_STATES: dict[type[Model], str] = {Flag: "true or false", Number: "a number", Word: "a word"}


def markdown() -> str:
    """The page."""
    return "\n".join([HEAD, *(line for kind in models() for line in _section(kind))]) + "\n"


def _section(kind: type[Model]) -> Iterator[str]:
    yield f"## {_heading(kind)}"
    yield about(kind)
    for pair in EXACTLY_ONE.get(kind.__name__, ()):
        yield f"Exactly one of `{pair[0]}` and `{pair[1]}`."
    yield from ("", "| key | what it is | default | |", "| --- | --- | --- | --- |")
    docs = key_docs(kind)
    for name, field in kind.model_fields.items():
        key = field.alias or name
        said = f"**{key}**" if field.is_required() else key
        yield f"| {said} | {_type(field)} | {_default(field)} | {docs[key]} |"
    yield ""


def _heading(kind: type[Model]) -> str:
    if kind is Scenario:
        return "The top of the file"
    places = [f"`{place}`" for place in where(kind)]
    said = ", ".join(places) if len(places) < 4 else f"{', '.join(places[:3])} and others like it"
    return f"{said} ({_STATES[kind]})" if kind in _STATES else said


def where(kind: type[Model]) -> list[str]:
    """Every table of this kind by its header, with ID for the author's names."""
    return [place for place, found in _places(Scenario, "") if found is kind]


def _places(kind: type[Model], above: str) -> Iterator[tuple[str, type[Model]]]:
    for name, field in kind.model_fields.items():
        place = f"{above}.{field.alias or name}" if above else field.alias or name
        if get_origin(field.annotation) is dict:
            place += ".ID"
        for inside in _kinds(field.annotation):
            yield f"[{place}]", inside
            yield from _places(inside, place)


def _kinds(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in _kinds(part)]


def _type(field: FieldInfo) -> str:
    return _said(field.annotation, field.metadata)


def _said(annotation: Any, metadata: Any = ()) -> str:
    """A type in words, with its bounds."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _said(parts[0], [*metadata, *annotation.__metadata__])
    if origin is Literal:
        return "`1`" if parts == (1,) else ", ".join(f"`{one}`" for one in parts)
    if _kinds(annotation) and origin is not dict:
        return "a table"
    if origin in (Union, UnionType):
        return _said(next(one for one in parts if one is not NoneType), metadata)
    if origin is list:
        return f"list of {_plural(_said(parts[0]))}"
    if origin is dict:
        return f"a table of {_plural(_said(parts[1]))} by {'name' if parts[0] is str else 'ID'}"
    marks = [one for mark in metadata for one in (mark, *getattr(mark, "metadata", ()))]
    if annotation is int:
        return _WORDS[int] + _bounds(marks)
    return _string(marks) if annotation is str else _WORDS.get(annotation, _VALUE)


def _bounds(marks: list[Any]) -> str:
    low = next((one.ge for one in marks if hasattr(one, "ge")), None)
    high = next((one.le for one in marks if hasattr(one, "le")), None)
    if low is None:
        return ""
    return f", at least {low}" if high is None else f", {low} to {high}"


def _string(marks: list[Any]) -> str:
    names = [getattr(getattr(mark, "func", None), "__name__", "") for mark in marks]
    if CONDITION in marks:
        return "a condition"
    if any(getattr(mark, "pattern", None) for mark in marks):
        return "an ID"
    if Braces.STORY in marks:
        return "story text"
    if Braces.NAMES in marks:
        return "text" if "paragraphs" in names else "line"
    return "plain line" if "single_line" in names else "words"


def _plural(said: str) -> str:
    if said.startswith("list "):
        return f"lists {said.removeprefix('list ')}"
    return {
        "an ID": "IDs",
        "a table": "tables",
        "line": "lines",
        "plain line": "plain lines",
        "story text": "story texts",
        "whole number": "whole numbers",
    }.get(said, said)


def _default(field: FieldInfo) -> str:
    value = field.default
    if value is PydanticUndefined or value is None or isinstance(value, Model | list | dict) or value == "":
        return ""
    return f"`{written(value)}`"

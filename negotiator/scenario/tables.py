"""What each table of the file is: its model by its path, and how a message names it."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from negotiator.scenario import deal_models as d
from negotiator.scenario import frame_models as f
from negotiator.scenario import models as m
from negotiator.scenario.base import Braces, Model
from negotiator.scenario.findings import Path

Kind = type[Model] | None

_HOMES: tuple[tuple[type[Model], str], ...] = (
    (m.Scenario, "the top of the file, above the first [table]"),
    (m.Choice, "a choice: [scenes.SCENE.choices.NAME]"),
    (m.Scene, "a scene: [scenes.NAME]"),
    (m.Ending, "an ending: [endings.NAME]"),
    (f.Person, "a person: [people.NAME]"),
    (f.Fact, "a fact: [facts.NAME]"),
    (f.Offer, "[offer]"),
    (f.Player, "[player]"),
    (m.Scores, "scores = { … } of a choice"),
    (m.Branch, "an outcome: [scenes.SCENE.choices.CHOICE.outcomes.NAME]"),
    (f.Guide, "[guide]"),
    (d.DealCounterpart, "[deal.counterpart]"),
)


_EVERYWHERE = {"id", "title", "name", "text", "coach"}
"""Keys of several tables: where one of them belongs cannot be told from its name."""


def kind_of(path: Path) -> Kind:
    """The model of the table at a path; None where there is none, as for [scenes] itself."""
    kind: Kind = m.Scenario
    at = 0
    while at < len(path):
        field = _fields(kind).get(str(path[at])) if kind else None
        if field is None:
            return None
        # A table of named tables, as [scenes], takes a name before the model begins.
        at += 2 if _is_named(field) else 1
        kind = _model_in(field.annotation)
    return kind if at == len(path) else None


def braces_of(path: Path) -> Braces | None:
    """What may stand in braces in the text at a path; None where a brace is a brace."""
    for length in range(len(path) - 1, -1, -1):
        if kind := kind_of(path[:length]):
            field = _fields(kind).get(str(path[length]))
            return next(_marks(field.annotation, field.metadata), None) if field else None
    return None


@cache
def models() -> tuple[type[Model], ...]:
    """Every kind of table, the whole file first, each before what stands in it."""
    found: dict[type[Model], None] = {}
    work: list[type[Model]] = [m.Scenario]
    while work:
        kind = work.pop(0)
        if kind not in found:
            found[kind] = None
            inside = [one for info in kind.model_fields.values() for one in _models_in(info.annotation)]
            work = [*inside, *work]
    return tuple(found)


@cache
def _fields(kind: type[Model]) -> Mapping[str, FieldInfo]:
    """The fields of a table by the keys that the author writes."""
    return {info.alias or name: info for name, info in kind.model_fields.items()}


def _is_named(field: FieldInfo) -> bool:
    return getattr(field.annotation, "__origin__", None) is dict


def _model_in(annotation: Any) -> Kind:
    """The model that a type is made of: of the three kinds of state, a number."""
    found = list(_models_in(annotation))
    return m.Number if m.Number in found else next(iter(found), None)


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _marks(annotation: Any, metadata: Any = ()) -> Iterator[Braces]:
    for one in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(one, Braces):
            yield one
    for part in get_args(annotation):
        yield from _marks(part)


def keys_of(kind: Kind) -> list[str]:
    """The keys of a table as the author writes them."""
    if kind is None:
        return []
    if kind is m.Number:
        return ["start", "min", "max", "one_of", "words", "up", "down"]
    return list(_fields(kind))


@cache
def every_key() -> frozenset[str]:
    """The keys of all the tables that have a home of their own."""
    return frozenset(key for kind, _ in _HOMES for key in keys_of(kind))


def required_of(kind: Kind) -> list[str]:
    """The keys that a table must have."""
    if kind is None or kind is m.Number:
        return []
    return [key for key, info in _fields(kind).items() if info.is_required()]


def said_table(path: Path) -> str:
    """A table as a message names it: [scenes.first-call]."""
    return f"[{'.'.join(map(str, path))}]" if path else "the file"


def homes(key: str, path: Path) -> str:
    """Where a key that stands in the wrong table belongs; empty when it belongs nowhere."""
    kind = kind_of(path)
    if kind is m.Choice and key == "text":
        return "what the player says is `say`, what the player does is `do`"
    if kind in (m.Choice, m.Branch) and key == "more":
        return "more paragraphs belong to a scene; a reply that depends on something is `replies`"
    for length in range(len(path) - 1, 0, -1):
        if key in keys_of(kind_of(path[:length])):
            return f"'{key}' belongs to {said_table(path[:length])}"
    for home, where in _HOMES:
        if home is not kind and key in keys_of(home) and key not in _EVERYWHERE:
            return f"'{key}' belongs to {where}"
    return ""

"""Keys that are not known: the one that is meant is found, and the rest of the file is read as if it stood there.

So a misspelled key is one finding, and not one more for what is missing without it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from negotiator.scenario.findings import Finding, KeyPath, Severity
from negotiator.scenario.models import Flag, Number, Scenario, Word

MOST = 300
"""Unknown keys that are looked at closely; past that the file is something else."""
_STATES: Mapping[str, type[BaseModel]] = {"flag": Flag, "number": Number, "word": Word}
_MEANT = {
    "target": "goto", "next": "goto", "to": "goto", "leads_to": "goto", "if": "when", "condition": "when",
    "requires": "when", "needs": "when", "options": "choices", "characters": "people", "variables": "state",
    "description": "text", "line": "say", "action": "do", "answer": "reply", "teaches": "learn", "note": "coach",
}  # fmt: skip
"""Words that authors write, and the keys they mean."""


class _Child(NamedTuple):
    model: type[BaseModel]
    named: bool
    """A table of tables that the author names."""


@dataclass(slots=True)
class Respelled:
    """Keys that were put right: by their path as it should be, as they stand in the file."""

    originals: dict[KeyPath, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    told: set[KeyPath] = field(default_factory=set)

    def written(self, path: KeyPath) -> KeyPath:
        """A path as it stands in the file."""
        if not self.originals:
            return path
        return tuple(self.originals.get(path[: at + 1], part) for at, part in enumerate(path))


def respell(raw: dict[str, Any], unknown: Sequence[tuple[KeyPath, str]], respelled: Respelled) -> bool:
    """Put right, in `raw`, each unknown key that has a near known one; whether there was any.

    `unknown` gives the paths of the keys and, inside a state, the kind of state.
    """
    changed = False
    alone = Counter(path[:-1] for path, _ in unknown)
    for number, (path, tag) in enumerate(unknown):
        if path in respelled.told:
            continue
        respelled.told.add(path)
        parent = _at(raw, path[:-1])
        key = str(path[-1])
        known = _keys(_model_at(path[:-1], tag))
        meant = _near(key, known, parent, alone=alone[path[:-1]] == 1) if number < MOST else ""
        hint = f"did you mean '{meant}'?" if meant else f"known here: {', '.join(known)}"
        said = key if len(key) <= 40 else key[:37] + "…"
        where = (*path[:-1], key)
        respelled.findings.append(
            Finding("N101", Severity.ERROR, f"the key '{said}' is not known here", where, hint, at_key=True)
        )
        if meant and meant not in parent:
            items = [(meant if name == key else name, value) for name, value in parent.items()]
            parent.clear()
            parent.update(items)
            respelled.originals[*path[:-1], meant] = key
            changed = True
    return changed


def _at(raw: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    """The table at a path; a flag's `name = true` has no table of its own."""
    node: Any = raw
    for part in path:
        node = node[part]
    return node if isinstance(node, dict) else {}


def _near(key: str, known: Mapping[str, bool], parent: Mapping[str, Any], *, alone: bool) -> str:
    """The known key that is meant, or nothing. `known` says which are required."""
    free = [name for name in known if name not in parent]
    meant = _MEANT.get(key.lower(), "")
    if meant in free:
        return meant
    near = get_close_matches(key.lower()[:40], free, n=1, cutoff=0.6)
    if near:
        return near[0]
    # A single strange key where a single required one is missing is most likely that one.
    required = [name for name in free if known[name]]
    if alone and len(required) == 1:
        return required[0]
    return next(iter(get_close_matches(key.lower()[:40], known, n=1, cutoff=0.6)), "")


def _keys(model: type[BaseModel]) -> Mapping[str, bool]:
    return {one.alias or name: one.is_required() for name, one in model.model_fields.items()}


def _model_at(path: KeyPath, tag: str) -> type[BaseModel]:
    """The model of the table that `path` leads to."""
    if path[:1] == ("state",):
        return _STATES.get(tag, Number)
    model: type[BaseModel] = Scenario
    parts = iter(path)
    for part in parts:
        child = _children(model).get(str(part))
        if child is None:
            break
        model = child.model
        if child.named:
            next(parts, None)
    return model


@cache
def _children(model: type[BaseModel]) -> Mapping[str, _Child]:
    """The tables in a table, by key."""
    children = {}
    for name, one in model.model_fields.items():
        inner = _inner(one.annotation)
        if inner is not None:
            children[one.alias or name] = _Child(inner, get_origin(one.annotation) is dict)
    return children


def _inner(annotation: object) -> type[BaseModel] | None:
    """The model in an annotation: itself, in a dict, or optional."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for one in get_args(annotation) if (inner := _inner(one)) is not None), None)

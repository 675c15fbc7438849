"""Ids that are not written as ids: told once, and read as they should be written, so that what names them is found."""

import re
from collections.abc import Iterator

from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.shape import REFERENCE_LISTS, REFERENCE_TABLES, REFERENCES
from negotiator.scenario.spelling import Respelled
from negotiator.scenario.toml_words import CONDITIONS
from negotiator.scenario.wording import as_id, id_hint, is_id, said

Table = dict[str, object]


def mend_ids(raw: Table, respelled: Respelled, found: Collector) -> None:
    """Report each id of a person, state, fact, scene, choice or ending that is none, and put it right in `raw`."""
    renamed: dict[str, str] = {}
    for path, table in _named(raw):
        for name in [one for one in table if not is_id(one)]:
            right = as_id(name)
            if not is_id(right) or right == name:
                continue
            found.error("N108", f"{said(name)} is not an id", (*path, name), id_hint(name))
            respelled.told.add((*path, name))
            _rename(table, path, name, right, respelled)
            renamed[name] = right
    if renamed:
        _refer(raw, renamed)


def _named(raw: Table) -> Iterator[tuple[Path, Table]]:
    for group in ("people", "state", "facts", "scenes", "endings"):
        table = raw.get(group)
        if isinstance(table, dict):
            yield (group,), table
    scenes = raw.get("scenes")
    for name, scene in scenes.items() if isinstance(scenes, dict) else ():
        choices = scene.get("choices") if isinstance(scene, dict) else None
        if isinstance(choices, dict):
            yield ("scenes", name, "choices"), choices


def _rename(table: Table, path: Path, name: str, right: str, respelled: Respelled) -> None:
    """Give an entry its right name in its old place; what stands under that name already is taken in."""
    value, other = table[name], table.get(right)
    if isinstance(value, dict) and isinstance(other, dict):
        # Two headers of one table, spelled in two ways: what the second adds keeps the place it has.
        for key in value.keys() - other.keys():
            respelled.moved[*path, right, key] = (*path, name, key)
        value = {**value, **other}
    elif other is None:
        respelled.originals[*path, right] = name
    entries = [
        (right if key == name else key, value if key == name else entry) for key, entry in table.items()
    ]
    table.clear()
    for key, entry in entries:
        table.setdefault(key, entry)


def _refer(node: object, renamed: dict[str, str]) -> None:
    """Let what names an id by its wrong spelling name it by the right one."""
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in REFERENCES and isinstance(value, str):
            node[key] = renamed.get(value, value)
        elif key in REFERENCE_LISTS and isinstance(value, list):
            node[key] = [renamed.get(one, one) if isinstance(one, str) else one for one in value]
        elif key in CONDITIONS and isinstance(value, str):
            node[key] = _condition(value, renamed)
        elif isinstance(value, dict):
            if key in REFERENCE_TABLES:
                node[key] = {renamed.get(name, name): entry for name, entry in value.items()}
            _refer(node[key], renamed)


def _condition(text: str, renamed: dict[str, str]) -> str:
    """A condition with its ids spelled right, where that leaves every character in its place."""
    for name, right in renamed.items():
        if len(name) == len(right):
            text = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", right, text)
    return text

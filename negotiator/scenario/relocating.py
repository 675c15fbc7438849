"""Tables that stand where they cannot: told once, and read where they belong, so that nothing else is missed for it.

A header typed for the wrong parent is the slip that TOML invites most: [scenes.wait] for a choice of the scene above,
[scene.coffee] for [scenes.coffee]. What a table is can be told by its keys.
"""

import re
from dataclasses import dataclass

from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.ids import mend_ids
from negotiator.scenario.meaning import suggest
from negotiator.scenario.places import find
from negotiator.scenario.spelling import Respelled
from negotiator.scenario.tables import keys_of, kind_of, said_table

Table = dict[str, object]

_GROUPS = {
    "scene": "scenes",
    "ending": "endings",
    "person": "people",
    "persons": "people",
    "character": "people",
    "characters": "people",
    "fact": "facts",
    "states": "state",
    "flag": "flags",
}
"""Names that come to mind for the tables at the top."""
_SCENE_HEADER = re.compile(r"^[ \t]*\[[ \t]*scenes[ \t]*\.[ \t]*([a-z][a-z0-9-]*)", re.MULTILINE)


def settle(raw: Table, respelled: Respelled, found: Collector) -> None:
    """Report ids that are none and misplaced tables, and put them right in `raw`.

    How and where they stand in the file is kept in `respelled`.
    """
    mend_ids(raw, respelled, found)
    mover = _Mover(raw, respelled.text, respelled, found)
    mover.groups()
    mover.strangers()
    mover.choices_as_scenes()
    mover.headless()
    mover.ghosts()


def kind_by_keys(table: Table) -> str:
    """What a table is by its keys: choices, scenes, endings, people, facts, or nothing that can be told."""
    keys = set(table)
    if keys & {"say", "do"} and "text" not in keys:
        return "choices"
    if "outcome" in keys and "title" in keys:
        return "endings"
    if "text" in keys and keys & {"choices", "stage", "field", "with", "place", "bargain"}:
        return "scenes"
    if keys & {"choices", "stage", "field", "place"} and keys <= set(keys_of(kind_of(("scenes", "")))):
        return "scenes"
    if "says" in keys and keys & {"known_by", "found"}:
        return "facts"
    if "name" in keys and "seat" in keys:
        return "people"
    return ""


@dataclass(frozen=True, slots=True)
class _Mover:
    raw: Table
    text: str
    respelled: Respelled
    found: Collector

    def groups(self) -> None:
        """[scene.x] beside [scenes.…], [person.x] for [people.x]."""
        for name in [one for one in self.raw if one in _GROUPS and isinstance(self.raw[one], dict)]:
            right = _GROUPS[name]
            self.tell("N101", f"the file has no key '{name}'", (name,), f"did you mean '{right}'?")
            self.merge((name,), (right,))

    def strangers(self) -> None:
        """A table with an unknown name, or in a person or a scene, that is a choice, a scene or a person by its keys."""
        known = set(keys_of(kind_of(())))
        for name, table in _tables(self.raw):
            if name in ("choices", "outcomes"):
                for inner, entry in _tables(table):
                    self.to_its_place((name, inner), entry, "choices" if name == "choices" else "")
                if not table:
                    del self.raw[name]
            elif name not in known:
                self.to_its_place((name,), table)
        for group in ("scenes", "people", "endings", "facts"):
            for name, table in _tables(self.raw.get(group)):
                for inner, entry in _tables(table):
                    if inner not in keys_of(kind_of((group, name))):
                        self.to_its_place((group, name, inner), entry)

    def choices_as_scenes(self) -> None:
        """[scenes.wait] with the keys of a choice."""
        targets = set(_targets(self.raw))
        for name, table in _tables(self.raw.get("scenes")):
            if kind_by_keys(table) == "choices" and name not in targets and "choices" not in table:
                self.to_its_place(("scenes", name), table)

    def headless(self) -> None:
        """A scene whose own header is missing: what stands in it was read into the table above."""
        own = keys_of(kind_of(("scenes", "")))
        above = self.before_scenes()
        for name, table in _tables(self.raw.get("scenes")):
            choices = _tables(table.get("choices"))
            path, holder = above
            strays = [key for key in holder if key in own and key not in keys_of(kind_of(path))]
            sure = path[:1] != ("scenes",) or {"say", "do"} & set(holder)
            if sure and set(table) == {"choices"} and "text" in strays:
                hint = f"write [scenes.{name}] above it"
                self.tell("N035", f"the header of the scene '{name}' is missing", (*path, strays[0]), hint)
                for key in strays:
                    self.put(holder.pop(key), (*path, key), ("scenes", name, key))
            above = (("scenes", name, "choices", choices[-1][0]), choices[-1][1]) if choices else ((), {})

    def before_scenes(self) -> tuple[Path, Table]:
        """The person or the fact whose table stands above the first scene."""
        names = list(self.raw)
        group = names[names.index("scenes") - 1] if "scenes" in names[1:] else ""
        entries = _tables(self.raw[group]) if group in ("people", "facts") else []
        return ((group, entries[-1][0]), entries[-1][1]) if entries else ((), {})

    def ghosts(self) -> None:
        """[scenes.coffe.choices.x]: a scene that has nothing but choices is another one with a slip in its name."""
        scenes = dict(_tables(self.raw.get("scenes")))
        whole = [name for name, table in scenes.items() if set(table) - {"choices"}]
        for name, table in scenes.items():
            if set(table) != {"choices"} or not (hint := suggest(name, whole)):
                continue
            near = hint.split("'")[1]
            message = f"there is no scene '{name}' for this choice"
            self.tell("N104", message, ("scenes", name), hint)
            self.merge(("scenes", name), ("scenes", near))

    def to_its_place(self, path: Path, table: Table, kind: str = "") -> None:
        """Move a table by what its keys say it is."""
        kind = kind or kind_by_keys(table)
        name = path[-1]
        if not kind or (kind != "choices" and path == (kind, name)):
            return
        right: Path = (kind, name)
        if kind == "choices":
            scene = path[1] if path[0] == "scenes" and len(path) == 3 else self.scene_above(path)
            right = ("scenes", scene or "SCENE", "choices", name)
        a = {
            "choices": "a choice",
            "scenes": "a scene",
            "endings": "an ending",
            "people": "a person",
            "facts": "a fact",
        }
        header = said_table(right)
        if kind == "scenes" and set(table) == {"choices"}:
            # Only headers of its choices name it.
            header = f"{header[:-1]}.choices.…]"
        self.tell("N035", f"{said_table(path)} is {a[kind]} in the wrong place", path, f"write {header}")
        self.merge(path, right)

    def scene_above(self, path: Path) -> str:
        """The scene whose header stands above a table."""
        place = find(self.text, [path]).get(path)
        above = _SCENE_HEADER.findall(self.text, 0, place.key) if place else []
        scenes = self.raw.get("scenes")
        own = path[1] if path[0] == "scenes" else ""
        known = [name for name in above if isinstance(scenes, dict) and name in scenes and name != own]
        return known[-1] if known else ""

    def tell(self, code: str, message: str, path: Path, hint: str) -> None:
        self.respelled.told.add(path)
        self.found.error(code, message, path, hint)

    def merge(self, source: Path, target: Path) -> None:
        """Take the table at `source` out of the file and put what is in it at `target`, where nothing stands yet."""
        table = _at(self.raw, source[:-1]).pop(str(source[-1]))
        if "SCENE" not in target:
            self.put(table, source, target)

    def put(self, value: object, source: Path, target: Path) -> None:
        parent = _at(self.raw, target[:-1])
        key = str(target[-1])
        if key not in parent:
            parent[key] = value
            self.respelled.moved[target] = source
        elif isinstance(value, dict) and isinstance(parent[key], dict):
            for inner, entry in value.items():
                self.put(entry, (*source, inner), (*target, inner))


def _tables(value: object) -> list[tuple[str, Table]]:
    if not isinstance(value, dict):
        return []
    return [(name, entry) for name, entry in value.items() if isinstance(entry, dict)]


def _at(raw: Table, path: Path) -> Table:
    """The table at a path, made where it is missing."""
    node = raw
    for part in path:
        inner = node.setdefault(str(part), {})
        node = inner if isinstance(inner, dict) else {}
    return node


def _targets(node: object) -> list[str]:
    """Every text that is the value of a goto."""
    out: list[str] = []
    for key, value in node.items() if isinstance(node, dict) else ():
        if key == "goto" and isinstance(value, str):
            out.append(value)
        out += _targets(value)
    return out

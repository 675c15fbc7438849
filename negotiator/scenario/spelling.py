"""Keys that are not known: the one that is meant is found, and the rest of the file is read as if it stood there.

So a misspelled key is one finding, and not one more for what is missing without it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import Choice
from negotiator.scenario.tables import homes, keys_of, kind_of, required_of, said_table
from negotiator.scenario.wording import listing

MOST = 300
"""Unknown keys that are looked at closely; past that the file is something else."""

MEANT = {
    "if": "when",
    "condition": "when",
    "next": "goto",
    "target": "goto",
    "to": "goto",
    "go": "goto",
    "options": "choices",
    "answers": "choices",
    "words": "text",
    "says": "say",
    "does": "do",
    "label": "say",
    "note": "coach",
    "effects": "change",
    "requires": "when",
    "version": "format",
}
"""Keys that other tools have, or that come to mind first."""


@dataclass(slots=True)
class Respelled:
    """Keys that were put right: by their path as it should be, as they stand in the file."""

    text: str = ""
    """The file, for what only the order of its lines can tell."""
    originals: dict[Path, str] = field(default_factory=dict)
    moved: dict[Path, Path] = field(default_factory=dict)
    """Tables and keys that stand elsewhere in the file: by their path as it should be."""
    told: set[Path] = field(default_factory=set)
    """Unknown keys that have been reported."""

    def written(self, path: Path) -> Path:
        """A path as it stands in the file."""
        for size in range(len(path), 0, -1):
            if path[:size] in self.moved:
                return self.moved[path[:size]] + path[size:]
        if not self.originals:
            return path
        return tuple(self.originals.get(path[: at + 1], part) for at, part in enumerate(path))


def respell(raw: dict[str, object], unknown: Sequence[Path], respelled: Respelled, found: Collector) -> bool:
    """Report each unknown key and put it right, in `raw`, where it has a near known one; whether any had."""
    changed = False
    beside = Counter(path[:-1] for path in unknown)
    for path in unknown:
        if path in respelled.told:
            continue
        respelled.told.add(path)
        key, parent = str(path[-1]), table_at(raw, path[:-1])
        home = homes(key, path[:-1])
        if len(path) > 1 and key not in raw and key in required_of(kind_of(())):
            home = f"'{key}' belongs to the top of the file, above the first [table]"
        near = "" if home or len(respelled.told) > MOST else _near(path, parent)
        if key == "text" and kind_of(path[:-1]) is Choice and not parent.keys() & {"say", "do"}:
            near = "say"
        if not near and not home and beside[path[:-1]] == 1:
            near = _only_one_missing(path, parent)
        found.error(
            "N101", f"{said_table(path[:-1])} has no key '{_cut(key)}'", path, home or _hint(path, near)
        )
        if near and near not in parent:
            entries = [(near if name == key else name, value) for name, value in parent.items()]
            parent.clear()
            parent.update(entries)
            respelled.originals[*path[:-1], near] = key
            changed = True
    return changed


def _hint(path: Path, near: str) -> str:
    return f"did you mean '{near}'?" if near else f"there are: {listing(keys_of(kind_of(path[:-1])))}"


def _near(path: Path, parent: dict[str, object]) -> str:
    """The known key that was most likely meant: one that is not there yet, if there is any."""
    known = keys_of(kind_of(path[:-1]))
    key = str(path[-1]).lower().replace("-", "_")[:60]
    if MEANT.get(key) in known:
        return MEANT[key]
    for choice in ([name for name in known if name not in parent], known):
        if hint := suggest(key, choice):
            return hint.split("'")[1]
    return ""


def _only_one_missing(path: Path, parent: dict[str, object]) -> str:
    """The one required key that is missing: a single strange key beside it is most likely that one."""
    missing = [name for name in required_of(kind_of(path[:-1])) if name not in parent]
    return missing[0] if len(missing) == 1 else ""


def table_at(raw: dict[str, object], path: Path) -> dict[str, object]:
    """The table at a path; an empty one where there is none."""
    node: object = raw
    for part in path:
        node = node.get(part) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def _cut(key: str) -> str:
    return key if len(key) <= 40 else f"{key[:40]}…"

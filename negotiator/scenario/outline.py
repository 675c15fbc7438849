"""What a file declares, read from the raw tables, so that a table with a mistake in it still counts as declared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from negotiator.scenario.braces import Braced, Slot
from negotiator.scenario.findings import Path
from negotiator.scenario.meaning import FLAG, Names, agreeable

Table = Mapping[str, object]


def tables(value: object) -> Iterator[tuple[str, Table]]:
    """The entries of a table that are tables themselves."""
    if isinstance(value, dict):
        for key, entry in value.items():
            if isinstance(entry, dict):
                yield key, entry


def keys(value: object) -> tuple[str, ...]:
    """The keys of a table; none of anything else."""
    return tuple(value) if isinstance(value, dict) else ()


def strings(value: object) -> Iterator[tuple[int, str]]:
    """The items of a list that are texts, with their numbers."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            if isinstance(item, str):
                yield at, item


@dataclass(frozen=True, slots=True)
class Deed:
    """A choice or one of its outcomes: what has effects and, mostly, a target."""

    path: Path
    scene: Table
    table: Table


@dataclass(frozen=True, slots=True)
class Condition:
    """A `when` with its path."""

    path: Path
    text: str


@dataclass(slots=True)
class Outline:
    """The names of a file and ways through its tables. Nothing here has been checked."""

    raw: Table
    braced: tuple[Braced, ...] = ()
    """Texts with braces in them, as the author wrote them."""
    people: dict[str, Table] = field(default_factory=dict)
    facts: dict[str, Table] = field(default_factory=dict)
    scenes: dict[str, Table] = field(default_factory=dict)
    endings: dict[str, Table] = field(default_factory=dict)
    texts: dict[str, Table] = field(default_factory=dict)
    """Texts that several places say."""
    states: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words, FLAG, or () for a number."""
    uncertain: set[str] = field(default_factory=set)
    """States whose kind cannot be told."""
    unsure: set[str] = field(default_factory=set)
    """Sections that are no table, or empty where they may not be: what is declared in them is not known."""
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        """Read the names."""
        self.unsure = {
            name
            for name in ("people", "facts", "state", "texts")
            if not isinstance(self.raw.get(name, {}), dict)
        }
        self.unsure |= {name for name in ("scenes", "endings") if not _entries_raw(self.raw.get(name))}
        self.people = _entries(self.raw.get("people"))
        self.facts = _entries(self.raw.get("facts"))
        self.scenes = _entries(self.raw.get("scenes"))
        self.endings = _entries(self.raw.get("endings"))
        self.texts = _entries(self.raw.get("texts"))
        for name, var in _entries_raw(self.raw.get("state")).items():
            words = _words(var)
            self.states[name] = words or ()
            if words is None:
                self.uncertain.add(name)
        choices = {f"{sid}.{cid}" for sid, scene in self.scenes.items() for cid in keys(scene.get("choices"))}
        self.names = Names(self.states, self.facts, self.scenes, choices, self._terms(), self._counterpart())

    @property
    def deal(self) -> Table:
        """The table [deal]; empty without one."""
        deal = self.raw.get("deal")
        return deal if isinstance(deal, dict) else {}

    @property
    def spoken_at(self) -> Iterator[tuple[Path, str]]:
        """Every name in braces with the path of its text."""
        for braced in self.braced:
            for part in braced.parts:
                if isinstance(part, Slot):
                    yield braced.path, part.name

    @property
    def spoken(self) -> set[str]:
        """Every name in braces."""
        return {name for _, name in self.spoken_at}

    def worded(self, state: str) -> bool:
        """Whether a state has words for its values."""
        declared = self.raw.get("state")
        var = declared.get(state) if isinstance(declared, dict) else None
        return isinstance(var, dict) and bool(var.get("words"))

    def _terms(self) -> dict[str, tuple[str, ...]]:
        if not self.deal:
            return {}
        issues = {name: keys(issue.get("options")) for name, issue in tables(self.deal.get("issues"))}
        return agreeable(keys(self.deal.get("structures")), issues)

    def _counterpart(self) -> str:
        table = self.deal.get("counterpart")
        who = table.get("who") if isinstance(table, dict) else None
        return who if isinstance(who, str) else ""

    def choices(self) -> Iterator[Deed]:
        """Every choice."""
        for sid, scene in self.scenes.items():
            for cid, choice in tables(scene.get("choices")):
                yield Deed(("scenes", sid, "choices", cid), scene, choice)

    def deeds(self) -> Iterator[Deed]:
        """Every choice, and every outcome after its choice."""
        for choice in self.choices():
            yield choice
            for oid, outcome in tables(choice.table.get("outcomes")):
                yield Deed((*choice.path, "outcomes", oid), choice.scene, outcome)

    def conditions(self) -> Iterator[Condition]:
        """Every `when` that is a text."""
        for sid, scene in self.scenes.items():
            yield from _pieces(("scenes", sid, "more"), scene.get("more"))
        for deed in self.deeds():
            if isinstance(when := deed.table.get("when"), str):
                yield Condition((*deed.path, "when"), when)
            yield from _pieces((*deed.path, "replies"), deed.table.get("replies"))
        for eid, ending in self.endings.items():
            yield from _pieces(("endings", eid, "more"), ending.get("more"))
        for tid, shared in self.texts.items():
            yield from _pieces(("texts", tid, "instead"), shared.get("instead"))
        for name, flag in tables(self.raw.get("flags")):
            if isinstance(cured := flag.get("cured"), str):
                yield Condition(("flags", name, "cured"), cured)
        for name, shape in tables(self.deal.get("structures")):
            if isinstance(needs := shape.get("needs"), str):
                yield Condition(("deal", "structures", name, "needs"), needs)


def _pieces(path: Path, value: object) -> Iterator[Condition]:
    for name, piece in tables(value):
        if isinstance(when := piece.get("when"), str):
            yield Condition((*path, name, "when"), when)


def _entries(value: object) -> dict[str, Table]:
    """Every entry of a table; one that is not a table itself counts as empty."""
    return {key: entry if isinstance(entry, dict) else {} for key, entry in _entries_raw(value).items()}


def _entries_raw(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _words(var: object) -> tuple[str, ...] | None:
    """FLAG, a list of words, () for a number, None when it cannot be told."""
    if isinstance(var, bool):
        return FLAG
    if not isinstance(var, dict):
        return None
    start, words = var.get("start"), var.get("one_of")
    if isinstance(words, list) and words and all(isinstance(word, str) for word in words):
        return tuple(words)
    if "one_of" in var:
        return None
    if isinstance(start, bool):
        return FLAG
    return () if isinstance(start, int) else None

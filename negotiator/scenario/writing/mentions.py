"""Every place where a scenario file speaks of something by its id: keys, values, conditions, names in braces."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple

from negotiator.scenario.braces import Braced, Slot, agreed_of, fill_names
from negotiator.scenario.conditions import ConditionError, parse
from negotiator.scenario.findings import Path
from negotiator.scenario.outline import Outline, keys, strings, tables
from negotiator.scenario.writing.asking import asked
from negotiator.scenario.writing.things import Kind, Thing, things

_NAME = re.compile(r"[a-z][A-Za-z0-9_-]*")


class Mention(NamedTuple):
    """One place that names a thing."""

    thing: Thing
    path: Path
    key: bool = False
    """Its id is the last key of the path; else it stands in the value there."""
    offset: int = 0
    """Characters of the value before it."""
    length: int = 0
    """Characters of it; 0 for the whole value."""


class Mentions:
    """All mentions of a file."""

    def __init__(self, raw: dict[str, object]) -> None:
        """`raw` are the tables as the parser gives them; they stay as they are."""
        self.raw = raw
        self.outline = Outline(raw)
        self.things = tuple(things(self.outline))
        self.braced = fill_names(deepcopy(raw))
        self.unread = 0
        """Conditions that cannot be read: what they name is not known."""
        self.all = tuple(self._every())

    def of(self, thing: Thing) -> list[Mention]:
        """The places that name one thing."""
        return [one for one in self.all if one.thing == thing]

    def _every(self) -> Iterator[Mention]:
        for thing in self.things:
            if thing.kind is not Kind.WORD:
                yield Mention(thing, thing.path, key=True)
        yield from self._targets()
        yield from self._people()
        yield from self._deeds()
        yield from self._states()
        yield from self._deal()
        for path, text in _conditions(self.outline):
            try:
                expr = parse(text)
            except ConditionError:
                self.unread += 1
                continue
            for thing, at, length in asked(expr, text, self.outline.names):
                yield Mention(thing, path, offset=at, length=length)
        for braced in self.braced:
            yield from self._in_braces(braced)

    def _targets(self) -> Iterator[Mention]:
        raw = self.outline.raw
        yield from self._to_place(raw.get("start"), ("start",))
        offer = raw.get("offer")
        if isinstance(offer, dict):
            yield from self._to_place(offer.get("on_expired"), ("offer", "on_expired"))
        for deed in self.outline.deeds():
            yield from self._to_place(deed.table.get("goto"), (*deed.path, "goto"))
        for sid, scene in self.outline.scenes.items():
            exits = scene.get("bargain")
            for name, target in exits.items() if isinstance(exits, dict) else ():
                yield from self._to_place(target, ("scenes", sid, "bargain", name))

    def _to_place(self, value: object, path: Path) -> Iterator[Mention]:
        if isinstance(value, str):
            scene = value in self.outline.scenes
            kind, section = (Kind.SCENE, "scenes") if scene else (Kind.ENDING, "endings")
            yield Mention(Thing(kind, (section, value)), path)

    def _people(self) -> Iterator[Mention]:
        offer, counterpart = self.outline.raw.get("offer"), self.outline.deal.get("counterpart")
        if isinstance(offer, dict):
            yield from _one(Kind.PERSON, "people", offer.get("from"), ("offer", "from"))
        if isinstance(counterpart, dict):
            at = ("deal", "counterpart")
            yield from _one(Kind.PERSON, "people", counterpart.get("who"), (*at, "who"))
            yield from _one(Kind.STATE, "state", counterpart.get("trust_from"), (*at, "trust_from"))
        for sid, scene in self.outline.scenes.items():
            yield from _listed(Kind.PERSON, ("people",), scene.get("with"), ("scenes", sid, "with"))
        for fid, fact in tables(self.outline.facts):
            yield from _listed(Kind.PERSON, ("people",), fact.get("known_by"), ("facts", fid, "known_by"))

    def _deeds(self) -> Iterator[Mention]:
        for deed in self.outline.deeds():
            table, path = deed.table, deed.path
            yield from _listed(Kind.FACT, ("facts",), table.get("learn"), (*path, "learn"))
            yield from _listed(Kind.LIMIT, ("deal", "limits"), table.get("lift"), (*path, "lift"))
            for key in ("change", "set"):
                for name in keys(table.get(key)):
                    yield Mention(Thing(Kind.STATE, ("state", name)), (*path, key, name), key=True)
            for name, value in _items(table.get("set")):
                if isinstance(value, str):
                    yield Mention(Thing(Kind.WORD, ("state", name, value)), (*path, "set", name))
        for name, flag in tables(self.outline.raw.get("flags")):
            yield from _one(Kind.FACT, "facts", flag.get("fact"), ("flags", name, "fact"))

    def _states(self) -> Iterator[Mention]:
        for name, state in tables(self.outline.raw.get("state")):
            start = state.get("start")
            if isinstance(start, str):
                yield Mention(Thing(Kind.WORD, ("state", name, start)), ("state", name, "start"))
            yield from _listed(Kind.WORD, ("state", name), state.get("one_of"), ("state", name, "one_of"))

    def _deal(self) -> Iterator[Mention]:
        deal = self.outline.deal
        for kind, key in (("structures", "only"), ("limits", "options"), ("joints", "options")):
            for name, table in tables(deal.get(kind)):
                for issue, named in _items(table.get(key)):
                    path: Path = ("deal", kind, name, key, issue)
                    yield Mention(Thing(Kind.ISSUE, ("deal", "issues", issue)), path, key=True)
                    options = ("deal", "issues", issue, "options")
                    yield from _listed(Kind.OPTION, options, named, path)
                    if isinstance(named, str):
                        yield Mention(Thing(Kind.OPTION, (*options, named)), path)

    def _in_braces(self, braced: Braced) -> Iterator[Mention]:
        for part in braced.parts:
            if not isinstance(part, Slot):
                continue
            issue = agreed_of(part.name)
            name = part.name.partition(".")[0] if issue is None else issue
            inside = braced.text[part.at : part.at + part.length]
            from_ = inside.index("(") if issue is not None else 0
            thing = self._said(name, braced.path) if issue is None else self._issue(name)
            spot = _NAME.search(inside, from_)
            if thing and spot and spot.group() == name:
                yield Mention(thing, braced.path, offset=part.at + spot.start(), length=len(name))

    def _issue(self, name: str) -> Thing:
        return Thing(Kind.ISSUE, ("deal", "issues", name))

    def _said(self, name: str, path: Path) -> Thing | None:
        """What a name in braces speaks of in the text at a path."""
        outline = self.outline
        here = outline.scenes.get(str(path[1]), {}) if path[0] == "scenes" else {}
        varying = ("scenes", path[1], "varies", name) if name in keys(here.get("varies")) else None
        for kind, section, known in (
            (Kind.PERSON, "people", outline.people),
            (Kind.STATE, "state", outline.states),
            (Kind.TEXT, "texts", outline.texts),
        ):
            if name in known:
                return Thing(kind, (section, name))
        return Thing(Kind.VARIES, varying) if varying else None


def _conditions(outline: Outline) -> Iterable[tuple[Path, str]]:
    return ((one.path, one.text) for one in outline.conditions())


def _items(value: object) -> Iterable[tuple[str, object]]:
    return value.items() if isinstance(value, dict) else ()


def _one(kind: Kind, section: str, value: object, path: Path) -> Iterator[Mention]:
    if isinstance(value, str):
        yield Mention(Thing(kind, (section, value)), path)


def _listed(kind: Kind, above: Path, value: object, path: Path) -> Iterator[Mention]:
    for at, name in strings(value):
        yield Mention(Thing(kind, (*above, name)), (*path, at))

"""Names that point to something declared elsewhere: targets, people and facts; and names that clash."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from negotiator.scenario.findings import Collector, Path, Related
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import HERE
from negotiator.scenario.outline import Outline, Table, strings, tables

RESERVED = frozenset(
    [
        "and",
        "or",
        "not",
        "true",
        "false",
        "stage",
        "reached",
        "days-left",
        "knows",
        "visited",
        "visits",
        "chose",
        "trust",
        "agreed",
        "here",
    ]
)
"""Words of the condition language, which a state cannot be called."""


def check_names(outline: Outline, found: Collector) -> None:
    """Every name that is not declared, and every name declared against another."""
    _targets(outline, found)
    _people(outline, found)
    _learned(outline, found)
    _clashes(outline, found)
    _renamed(outline, found)


def _targets(outline: Outline, found: Collector) -> None:
    places = _Places(outline)
    start = outline.raw.get("start")
    if isinstance(start, str) and start not in outline.scenes and "scenes" not in outline.unsure:
        if start in outline.endings:
            hint = "name the first scene"
            found.error(
                "N104", f"the story cannot start with the ending '{start}'", ("start",), hint, where="value"
            )
        else:
            places.missing("scene", start, ("start",), found, outline.scenes)
    offer = outline.raw.get("offer")
    if isinstance(offer, dict) and isinstance(target := offer.get("on_expired"), str):
        places.check(target, ("offer", "on_expired"), found)
    for deed in outline.deeds():
        if isinstance(target := deed.table.get("goto"), str) and target != HERE:
            places.check(target, (*deed.path, "goto"), found)


class _Places:
    """Scenes and endings: what a choice can go to."""

    def __init__(self, outline: Outline) -> None:
        self.known = {**outline.scenes, **outline.endings}
        self.unsure = bool(outline.unsure & {"scenes", "endings"})

    def check(self, target: str, path: Path, found: Collector) -> None:
        if target not in self.known and not self.unsure:
            self.missing("scene or ending", target, path, found, self.known)

    def missing(self, what: str, target: str, path: Path, found: Collector, known: Collection[str]) -> None:
        message = f"there is no {what} '{target}'"
        found.error("N104", message, path, lambda: suggest(target, known) or self.counted(), where="value")

    def counted(self) -> str:
        return f"scenes are the tables named [scenes.…]; this file has {len(self.known)} scenes and endings"


def _people(outline: Outline, found: Collector) -> None:
    def check(name: object, path: Path) -> None:
        if isinstance(name, str) and name not in outline.people and "people" not in outline.unsure:
            hint = partial(_near_or_new, name, outline.people, "people")
            found.error("N105", f"there is no person '{name}'", path, hint, where="value")

    for sid, scene in outline.scenes.items():
        for at, name in strings(scene.get("with")):
            check(name, ("scenes", sid, "with", at))
    for fid, fact in tables(outline.facts):
        for at, name in strings(fact.get("known_by")):
            check(name, ("facts", fid, "known_by", at))
    offer = outline.raw.get("offer")
    if isinstance(offer, dict):
        check(offer.get("from"), ("offer", "from"))


def _near_or_new(name: str, known: Collection[str], group: str) -> str:
    """The name that was most likely meant, or where names like it are declared."""
    return (
        suggest(name, known)
        or f"{group} are the tables named [{group}.…]; this file has {len(known)} of them"
    )


def _learned(outline: Outline, found: Collector) -> None:
    for deed in outline.deeds():
        present = {name for _, name in strings(deed.scene.get("with"))}
        for at, name in strings(deed.table.get("learn")):
            path = (*deed.path, "learn", at)
            if name not in outline.facts and "facts" in outline.unsure:
                continue
            if name not in outline.facts:
                mend = partial(_near_or_new, name, outline.facts, "facts")
                found.error("N106", f"there is no fact '{name}'", path, mend, where="value")
            elif lacking := _nobody_knows(outline, name, present):
                also = (Related(("facts", name, "known_by"), "who knows it", "value"),)
                message = f"nobody in this scene knows '{name}'"
                found.error("N245", message, path, lacking, where="value", also=also)
    for fid, flag in tables(outline.raw.get("flags")):
        named = flag.get("fact")
        if isinstance(named, str) and named not in outline.facts and "facts" not in outline.unsure:
            mend = partial(_near_or_new, named, outline.facts, "facts")
            found.error("N106", f"there is no fact '{named}'", ("flags", fid, "fact"), mend, where="value")
    for fid, fact in tables(outline.facts):
        if not fact.get("known_by") and not fact.get("found"):
            hint = 'add known_by = ["…"] with a person, or found = "the letter"'
            found.error(
                "N244",
                f"nobody can tell the fact '{fid}', and it is not found anywhere",
                ("facts", fid),
                hint,
            )


def _nobody_knows(outline: Outline, fact: str, present: set[str]) -> str:
    """How to mend a fact learned from nobody; empty when somebody present knows it, or it cannot be told."""
    table = outline.facts[fact]
    owners = [name for _, name in strings(table.get("known_by"))]
    if not owners or table.get("found"):
        return ""
    strangers = [name for name in (*owners, *present) if name not in outline.people]
    if strangers or not present.isdisjoint(owners):
        return ""
    return (
        f"known_by names {', '.join(owners)}; the scene's with names {', '.join(sorted(present)) or 'nobody'}"
    )


def _clashes(outline: Outline, found: Collector) -> None:
    for eid in outline.endings:
        if eid in outline.scenes:
            message = f"'{eid}' is a scene and an ending"
            hint = "scenes and endings share their names: rename one of them"
            also = (Related(("scenes", eid), "the scene"),)
            found.error("N114", message, ("endings", eid), hint, also=also)
    for kind, places in (("scenes", outline.scenes), ("endings", outline.endings)):
        if HERE in places:
            hint = "choose another name"
            found.error("N115", "'here' means the scene one is in", (kind, HERE), hint)
    for name in outline.states:
        if name in RESERVED:
            message = f"'{name}' is a word of the conditions and cannot name a state"
            found.error("N115", message, ("state", name), "choose another name")


def _renamed(outline: Outline, found: Collector) -> None:
    places = _named("endings", outline.endings) | _named("scenes", outline.scenes)
    claimed: dict[str, Path] = {}
    _earlier(_claims("scenes", outline.scenes), places, found, claimed)
    _earlier(_claims("endings", outline.endings), places, found, claimed)
    for sid, scene in outline.scenes.items():
        choices = dict(tables(scene.get("choices")))
        _among("choices", choices, ("scenes", sid), found)
    for choice in outline.choices():
        _among("outcomes", dict(tables(choice.table.get("outcomes"))), choice.path, found)
    _among("facts", outline.facts, (), found)
    for kind in ("issues", "structures", "limits"):
        _among(kind, dict(tables(outline.deal.get(kind))), ("deal",), found)
    for name, issue in tables(outline.deal.get("issues")):
        _among("options", dict(tables(issue.get("options"))), ("deal", "issues", name), found)


def _among(kind: str, named: dict[str, Table], above: Path, found: Collector) -> None:
    """Earlier names in one table of named things. What got its first name back may list it."""
    _earlier(_claims(kind, named, above), _named(kind, named, above), found, {})


def _named(kind: str, places: Iterable[str], above: Path = ()) -> dict[str, Path]:
    """The names in use, with where each is declared."""
    return {name: (*above, kind, name) for name in places}


def _claims(kind: str, places: dict[str, Table], above: Path = ()) -> Iterator[tuple[Path, str]]:
    for name, place in places.items():
        for at, old in strings(place.get("renamed_from")):
            yield (*above, kind, name, "renamed_from", at), old


def _earlier(
    claims: Iterator[tuple[Path, str]], live: Mapping[str, Path], found: Collector, claimed: dict[str, Path]
) -> None:
    for path, old in claims:
        if old in live and live[old] != path[:-2]:
            message = f"'{old}' is still the name of something else"
            also = (Related(live[old], "this is its name today"),)
            found.error("N116", message, path, "an earlier name must not be in use", where="value", also=also)
        elif (first := claimed.setdefault(old, path))[:-2] != path[:-2]:
            message = f"'{old}' is an earlier name of '{first[-3]}' already"
            also = (Related(first, "claimed here first", "value"),)
            found.error(
                "N116", message, path, "only one of them can take its place", where="value", also=also
            )

"""Whether a file with an id renamed says the same as before: its tables, and what its conditions mean."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import zip_longest

from negotiator.scenario.conditions import ConditionError, parse
from negotiator.scenario.findings import Path
from negotiator.scenario.meaning import All, Meaning, Negation, Read, Relation, Some, resolve
from negotiator.scenario.outline import Outline
from negotiator.scenario.writing.mentions import Mention, Mentions
from negotiator.scenario.writing.things import Kind, Thing

REMEMBERING = "renamed_from"
_READS = {
    Kind.STATE: ("state",),
    Kind.FACT: ("knows",),
    Kind.SCENE: ("visited", "visits"),
    Kind.PERSON: ("trust",),
    Kind.ISSUE: ("agreed",),
}
"""What a condition looks up by the id of a thing. Words and options are positions there."""


def after_renaming(raw: dict[str, object], places: Sequence[Mention], new: str) -> dict[str, object]:
    """The tables as they should be: made from the tables, not from the text."""
    made = deepcopy(raw)
    values = sorted((one for one in places if not one.key), key=lambda one: one.offset, reverse=True)
    for one in values:
        holder = _at(made, one.path[:-1])
        text = holder[one.path[-1]]  # type: ignore[index]  # the path has come from these tables
        end = one.offset + (one.length or len(text))
        holder[one.path[-1]] = text[: one.offset] + new + text[end:]  # type: ignore[index]
    for path in sorted({one.path for one in places if one.key}, key=len, reverse=True):
        holder = _at(made, path[:-1])
        assert isinstance(holder, dict)
        entries = [(new if key == path[-1] else key, value) for key, value in holder.items()]
        holder.clear()
        holder.update(entries)
    return made


def _at(node: object, path: Path) -> object:
    for part in path:
        node = node[part]  # type: ignore[index]  # the path has come from these tables
    return node


def same_tables(one: object, other: object) -> bool:
    """Alike in every value and in the order of the keys, but for what is remembered of earlier names."""
    if isinstance(one, dict) and isinstance(other, dict):
        mine, theirs = _kept(one), _kept(other)
        return len(mine) == len(theirs) and all(
            a == b and same_tables(one[a], other[b]) for a, b in zip(mine, theirs, strict=True)
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_tables, one, other))
    return repr(one) == repr(other)


def _kept(table: dict[str, object]) -> list[str]:
    return [key for key in table if key != REMEMBERING]


def same_mentions(before: Mentions, after: Mentions, thing: Thing, new: str) -> bool:
    """Whether every place that named a thing names the same one, and no other place names any."""

    def today(path: Path) -> Path:
        inside = path[: len(thing.path)] == thing.path
        return (*thing.path[:-1], new, *path[len(thing.path) :]) if inside else path

    was = [(one.thing.kind, today(one.thing.path)) for one in before.all]
    return was == [(one.thing.kind, one.thing.path) for one in after.all]


def same_meaning(raw: dict[str, object], renamed: dict[str, object], thing: Thing, new: str) -> bool:
    """Whether every condition asks for the same as before, by its new name."""
    before, after = Outline(raw), Outline(renamed)
    for one, other in zip_longest(before.conditions(), after.conditions()):
        if one is None or other is None:
            return False
        try:
            meant, wrong = resolve(parse(one.text), before.names)
            means, wrong_now = resolve(parse(other.text), after.names)
        except ConditionError:
            continue
        if bool(wrong) != bool(wrong_now) and not wrong:
            return False
        if not wrong and _moved(meant, thing, new) != means:
            return False
    return True


def _moved(meaning: Meaning, thing: Thing, new: str) -> Meaning:
    """A meaning with the new name in it."""
    if isinstance(meaning, All | Some):
        return type(meaning)(tuple(_moved(term, thing, new) for term in meaning.terms))
    if isinstance(meaning, Negation):
        return Negation(_moved(meaning.term, thing, new))
    if isinstance(meaning, Relation):
        left, right = (_read(side, thing, new) for side in (meaning.left, meaning.right))
        return Relation(meaning.op, left, right)  # type: ignore[arg-type]  # a side stays what it is
    return _read(meaning, thing, new)


def _read(meaning: Meaning, thing: Thing, new: str) -> Meaning:
    if not isinstance(meaning, Read):
        return meaning
    scene, _, choice = meaning.name.partition(".")
    if meaning.what == "chose" and thing.kind is Kind.SCENE and scene == thing.id:
        return Read("chose", f"{new}.{choice}")
    if meaning.what == "chose" and thing.kind is Kind.CHOICE and (scene, choice) == (thing.path[1], thing.id):
        return Read("chose", f"{scene}.{new}")
    fits = meaning.what in _READS.get(thing.kind, ()) and meaning.name == thing.id
    return Read(meaning.what, new) if fits else meaning

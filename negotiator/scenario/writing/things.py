"""Everything in a scenario file that has an id of its own, and how a coach may call it on a command line."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from negotiator.scenario.findings import Path
from negotiator.scenario.outline import Outline, Table, keys, strings, tables


class Kind(StrEnum):
    """What an id is the id of."""

    SCENE = "scene"
    ENDING = "ending"
    CHOICE = "choice"
    OUTCOME = "outcome"
    PERSON = "person"
    FACT = "fact"
    STATE = "state"
    WORD = "word of a state"
    FLAG = "red flag"
    TERM = "term of the letter"
    TEXT = "shared text"
    PIECE = "piece of text"
    VARIES = "piece that varies"
    ISSUE = "issue"
    OPTION = "option"
    STRUCTURE = "structure"
    LIMIT = "limit"
    JOINT = "joint term"


REMEMBERED = frozenset(
    [
        Kind.SCENE,
        Kind.ENDING,
        Kind.CHOICE,
        Kind.OUTCOME,
        Kind.FACT,
        Kind.ISSUE,
        Kind.OPTION,
        Kind.STRUCTURE,
        Kind.LIMIT,
    ]
)
"""What saved runs speak of by id, so that the old one is kept as `renamed_from`."""


class Thing(NamedTuple):
    """Something with an id: the last part of `path`, which says where it is declared.

    A word of a state has no table of its own; its path is state, the state's id, the word.
    """

    kind: Kind
    path: Path

    @property
    def id(self) -> str:
        """Its name in the file."""
        return str(self.path[-1])

    @property
    def address(self) -> tuple[str, ...]:
        """The short way to call it: hall.ask for a choice, base.k92 for an option, people.ana for a person."""
        parts = tuple(map(str, self.path))
        if parts[0] == "deal" and self.kind is not Kind.OPTION:
            return parts[1:]
        if len(parts) == 2 or self.kind is Kind.TERM:
            return parts[-2:]
        if self.kind is Kind.OPTION:
            return parts[2], parts[4]
        if self.kind is Kind.WORD:
            return parts[1:]
        owner = parts[1::2][:-1]
        return (*owner, parts[-1]) if parts[-2] in ("choices", "outcomes") else (*owner, *parts[-2:])


_TOP = {
    "scenes": Kind.SCENE,
    "endings": Kind.ENDING,
    "people": Kind.PERSON,
    "facts": Kind.FACT,
    "state": Kind.STATE,
    "flags": Kind.FLAG,
    "texts": Kind.TEXT,
}
_DEAL = {
    "issues": Kind.ISSUE,
    "structures": Kind.STRUCTURE,
    "limits": Kind.LIMIT,
    "joints": Kind.JOINT,
}
_INSIDE = {
    "choices": Kind.CHOICE,
    "outcomes": Kind.OUTCOME,
    "more": Kind.PIECE,
    "replies": Kind.PIECE,
    "instead": Kind.PIECE,
    "varies": Kind.VARIES,
    "options": Kind.OPTION,
}
"""Tables of named things inside a named thing."""


def things(outline: Outline) -> Iterator[Thing]:
    """Everything with an id, table by table."""
    for section, kind in _TOP.items():
        yield from _named(kind, (section,), outline.raw.get(section))
    offer = outline.raw.get("offer")
    if isinstance(offer, dict):
        yield from (Thing(Kind.TERM, ("offer", "terms", name)) for name in keys(offer.get("terms")))
    for section, kind in _DEAL.items():
        yield from _named(kind, ("deal", section), outline.deal.get(section))
    for name, state in tables(outline.raw.get("state")):
        for _, word in strings(state.get("one_of")):
            yield Thing(Kind.WORD, ("state", name, word))


def _named(kind: Kind, path: Path, value: object) -> Iterator[Thing]:
    for name in keys(value):
        yield Thing(kind, (*path, name))
    for name, table in tables(value):
        yield from _inside(kind, (*path, name), table)


def _inside(above: Kind, path: Path, table: Table) -> Iterator[Thing]:
    for key, kind in _INSIDE.items():
        # The options of a limit or a joint term are those of an issue, and not its own.
        if key in table and (key != "options" or above is Kind.ISSUE):
            yield from _named(kind, (*path, key), table[key])


def called(name: str, among: Iterable[Thing]) -> list[Thing]:
    """The things that a name on the command line may mean: one when it is plain.

    A whole path comes before a short address, and a short address before any other words on the way to it.
    """
    parts = tuple(name.split("."))
    every = [one for one in among if one.id == parts[-1]]
    for fits in (
        [one for one in every if tuple(map(str, one.path)) == parts],
        [one for one in every if one.address == parts],
    ):
        if fits:
            return fits
    return [one for one in every if _leads(parts, tuple(map(str, one.path)))]


def _leads(parts: Sequence[str], path: Sequence[str]) -> bool:
    """Whether the parts stand in the path in this order."""
    rest = iter(path)
    return all(part in rest for part in parts)


def shown(thing: Thing, among: Iterable[Thing]) -> str:
    """Its address, or its whole path where something else has the same address."""
    same = [one for one in among if one.address == thing.address]
    return ".".join(thing.address if len(same) == 1 else map(str, thing.path))

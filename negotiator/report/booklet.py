"""What the book of a scenario is made of, whatever it is written as."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from negotiator.scenario.inwords import Parts


class Tone(StrEnum):
    """How words are meant."""

    PLAIN = "plain"
    STORY = "story"
    """Read by the player."""
    SAID = "said"
    """Said or done by the player."""
    NOTE = "note"
    """What the book says of the story: conditions, effects, where it leads."""
    COACH = "coach"
    WARNING = "warning"


class Span(NamedTuple):
    """Words; `to` is the id of the part of the book they point to."""

    text: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or several with an empty line between, with a few words before it."""

    tone: Tone
    spans: tuple[Span, ...]
    before: tuple[Span, ...] = ()
    depth: int = 0
    """How far it is set in: 0 to 2."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A part with a heading that can be linked to."""

    id: str
    title: str
    under: str
    """A line below the heading."""
    blocks: tuple[Para | Grid, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the book."""

    id: str
    title: str
    blocks: tuple[Para | Grid, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A scenario as one document."""

    title: str
    lead: str
    chapters: tuple[Chapter, ...]
    language: str
    """Of the story; the book's own words are English."""


def words(tone: Tone, text: str, before: str = "", depth: int = 0) -> Para:
    """A paragraph without links."""
    return Para(tone, (Span(text),), (Span(before),) if before else (), depth)


def linked(parts: Parts) -> tuple[Span, ...]:
    """Pieces of a sentence, each that names something with a link to it."""
    return tuple(Span(part.text, _anchor(part.kind, part.id)) for part in parts)


def _anchor(kind: str, name: str) -> str:
    match kind:
        case "scene":
            return scene_id(name)
        case "choice":
            return scene_id(name.partition(".")[0])
        case "fact":
            return "facts"
    return ""


def scene_id(name: str) -> str:
    """The id of a scene or an ending in the book: they share their names."""
    return name


def joined(items: Iterable[tuple[Span, ...]], between: str) -> tuple[Span, ...]:
    """Pieces one after the other."""
    out: list[Span] = []
    for item in items:
        if out:
            out.append(Span(between))
        out += item
    return tuple(out)

"""What a page is made of, whatever it is written as: words, lists, tables, gauges, the map, decisions, blanks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from negotiator.analysis.dealmap import DealMap
from negotiator.report.cohort_plot import Histogram
from negotiator.report.drawings import StoryDrawing
from negotiator.report.plots import Spread, Trade

BRIEF = 60
"""Characters from which on a remark is a sentence of its own."""


class Tone(StrEnum):
    """How words are meant."""

    PLAIN = "plain"
    SAID = "said"
    """What the player said or did."""
    STORY = "story"
    """From the story, or told like one."""
    COACH = "coach"
    QUIET = "quiet"
    """A remark beside it."""
    COST = "cost"
    """What something lost."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, or several with an empty line between."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    ordered: bool = False
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Figure:
    """Something with a name."""

    name: str
    value: str
    note: str = ""

    @property
    def aside(self) -> str:
        """The note as it goes on behind the value: a short one in brackets, a long one as a sentence."""
        if not self.note:
            return ""
        return f" ({self.note})" if len(self.note) < BRIEF else f". {self.note}"


@dataclass(frozen=True, slots=True)
class Figures:
    """Named values under one another."""

    rows: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Refs:
    """Decisions by their numbers: links, where there are links."""

    numbers: tuple[int, ...]

    def __str__(self) -> str:
        """The numbers, with commas."""
        return ", ".join(map(str, self.numbers))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, 0 to 100, with its words."""

    value: int
    words: str

    def __str__(self) -> str:
        """The words."""
        return self.words


@dataclass(frozen=True, slots=True)
class Items:
    """Several things in one cell."""

    texts: tuple[str, ...]

    def __str__(self) -> str:
        """One after the other."""
        return "; ".join(self.texts)


Cell = str | int | Refs | Share | Items


def upright(cells: Iterable[Cell]) -> bool:
    """Whether a column holds nothing but numbers, which stand to the right."""
    return all(isinstance(cell, int | Refs | Share) or not cell for cell in cells)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; the first cell of a row names it. Numbers and decisions stand to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A score from 0 to 100 with its words; None where there is too little to judge."""

    name: str
    value: int | None
    words: str
    parts: tuple[tuple[str, int], ...] = ()
    """What it is made of, by name, 0 to 100 each."""
    blocks: tuple["Block", ...] = ()
    """What stands under it."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The map of a deal."""

    dealmap: DealMap


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing with its caption; where nothing can be drawn the caption is left out as well."""

    subject: StoryDrawing | Spread | Trade | Histogram
    caption: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """Small drawings beside each other."""

    drawings: tuple[Drawing, ...]


@dataclass(frozen=True, slots=True)
class Pip:
    """A decision in the line of a run."""

    number: int
    words: str
    offer: bool
    """Made with the written offer in hand."""
    heavy: bool
    """It weighed much, or lost something."""
    turning: bool

    @property
    def sign(self) -> str:
        """The decision as one character."""
        return "◆" if self.turning else "●" if self.heavy else "○"


@dataclass(frozen=True, slots=True)
class Line:
    """A run as a line of decisions."""

    pips: tuple[Pip, ...]

    def __str__(self) -> str:
        return "".join(pip.sign for pip in self.pips)


@dataclass(frozen=True, slots=True)
class Fold:
    """Something to open: a title, and what stands under it."""

    title: str
    blocks: tuple["Block", ...]
    number: int = 0
    """Of the decision it shows, which can be linked to; 0 for anything else."""
    over: str = ""
    """Where and when, in a few words."""
    tag: str = ""
    """A word beside the title."""
    open: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things held against each other."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things side by side."""

    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Command:
    """Something to type, and what it is for."""

    words: str
    line: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Lines to write on, with what belongs there."""

    label: str
    lines: int = 1


Block = (
    Words | Bullets | Figures | Table | Bar | Chart | Drawing | Gallery | Line | Fold | Pair | Command | Blank
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    parts: tuple["Section", ...] = ()
    marked: bool = False
    """The one to read first."""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    title: str
    kicker: str
    """A few words over the title: what kind of page it is."""
    lead: str
    """The sentence it leads with."""
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: str = ""
    kind: str = "screen"
    """screen, or sheet for something to print and write on."""
    language: str = "en"
    """Of the story; the page's own words are English."""

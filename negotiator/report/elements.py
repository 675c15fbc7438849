"""Blocks of a page as HTML elements."""

from collections.abc import Iterable, Iterator

import htpy as h
from markupsafe import Markup

from negotiator.report.blocks import (
    Bar,
    Blank,
    Block,
    Bullets,
    Cell,
    Chart,
    Command,
    Drawing,
    Figures,
    Fold,
    Gallery,
    Items,
    Line,
    Pair,
    Refs,
    Share,
    Side,
    Table,
    Tone,
    Words,
    upright,
)
from negotiator.report.drawings import StoryDrawing, drawn
from negotiator.report.mapping_svg import map_svg

WIDE, NARROW = (720, 520), (360, 520)
"""Pixels of the two drawings of a map: one for a screen or a sheet, one for a telephone."""
STORY = frozenset({Tone.SAID, Tone.STORY, Tone.COACH})
MANY = 4
"""Columns from which a table stands as cards on a telephone."""


class Writer:
    """Writes the blocks of one page."""

    def __init__(self, language: str) -> None:
        """`language` is that of the story, whose words are marked where it is not English."""
        self.story = {"lang": language} if language != "en" else {}
        self.maps = 0
        self.drawings = 0

    def blocks(self, blocks: Iterable[Block]) -> Iterator[h.Node]:
        """Each block in turn."""
        return (self.block(block) for block in blocks)

    def block(self, block: Block) -> h.Node:
        """One block."""
        match block:
            case Words(text, tone):
                return self.words(text, tone)
            case Bullets(items, ordered, tone):
                return (h.ol if ordered else h.ul)(class_=tone.value, **self.lang(tone))[
                    (h.li[item] for item in items)
                ]
            case Figures(rows):
                return h.dl(".figures")[
                    (
                        h.div[
                            h.dt[row.name], h.dd[h.span(".value")[row.value], row.note and h.small[row.note]]
                        ]
                        for row in rows
                    )
                ]
            case Table():
                return self.table(block)
            case Bar():
                return self.bar(block)
            case Chart():
                return self.chart(block)
            case Drawing():
                return self.drawing(block)
            case Gallery(drawings):
                return h.div(".gallery")[(self.drawing(one) for one in drawings)]
            case Line():
                return line(block)
            case Fold():
                return self.fold(block)
            case Pair(left, right):
                return h.div(".pair")[self.side(left), self.side(right)]
            case Command(words, command):
                return h.p(".quiet")[words, ": ", h.code[command]]
            case Blank(label, lines):
                return h.div(".blank")[label and h.span[label], (h.i for _ in range(lines))]

    def lang(self, tone: Tone) -> dict[str, str]:
        """The language of words in this tone, where it is not the page's."""
        return self.story if tone in STORY else {}

    def words(self, text: str, tone: Tone) -> h.Node:
        """Paragraphs; the coach's are a quotation."""
        paragraphs = text.split("\n\n")
        if tone is Tone.COACH:
            first, *rest = paragraphs
            return h.blockquote(".coach", **self.lang(tone))[
                h.p[h.b(lang="en")["The coach"], " ", first], (h.p[one] for one in rest)
            ]
        return [h.p(class_=tone.value, **self.lang(tone))[one] for one in paragraphs]

    def bar(self, bar: Bar) -> h.Element:
        """A gauge: its number, its words, a bar, and what it is made of as thinner ones."""
        return h.div(".gauge")[
            h.div(".head")[
                h.h3[bar.name],
                h.p(".number")[str(bar.value), h.small[" of 100"]] if bar.value is not None else None,
                h.p(".band")[bar.words],
            ],
            _track(bar.value) if bar.value is not None else None,
            bar.parts
            and h.ul(".parts")[
                (h.li[h.span[name], _track(value), h.span(".n")[str(value)]] for name, value in bar.parts)
            ],
            self.blocks(bar.blocks),
        ]

    def chart(self, chart: Chart) -> h.Element:
        """The map twice, for wide and for narrow places; a style shows one of them."""
        self.maps += 1

        return h.div(".map")[
            (
                h.div(class_=name)[Markup(map_svg(chart.dealmap, *size, name=f"map-{name}-{self.maps}"))]
                for name, size in (("wide", WIDE), ("narrow", NARROW))
            )
        ]

    def drawing(self, drawing: Drawing) -> h.Element:
        """A drawing; a map of a story, which is wide, is moved about in its frame."""
        self.drawings += 1
        name = "story" if isinstance(drawing.subject, StoryDrawing) else f"plot-{self.drawings}"
        frame = h.div(".frame", tabindex="0", role="group", aria_label=drawing.caption)
        return h.figure(".drawing")[
            frame[Markup(drawn(drawing.subject, name))], h.figcaption(".quiet")[drawing.caption]
        ]

    def fold(self, fold: Fold) -> h.Element:
        """Something to open. Its number stands inside, so that a link to a decision opens it."""
        classes = " ".join(name for name, on in (("decision", fold.number), ("marked", fold.marked)) if on)
        summary = (
            h.summary[
                h.span(".nr")[str(fold.number)],
                h.span(".what", **self.story)[fold.title],
                fold.tag and h.span(".tag")[fold.tag],
            ]
            if fold.number
            else h.summary[fold.title]
        )
        return h.details(class_=classes or None, open=fold.open)[
            summary,
            h.div(".inside", id=f"d{fold.number}" if fold.number else None)[
                fold.over and h.p(".over")[fold.over], self.blocks(fold.blocks)
            ],
        ]

    def side(self, side: Side) -> h.Element:
        """One of two."""
        return h.div(role="group", aria_label=side.title)[h.p(".side")[side.title], self.blocks(side.blocks)]

    def table(self, table: Table) -> h.Node:
        """A table whose roles survive being drawn as cards."""
        if not table.rows:
            return None
        right = [upright(column) for column in zip(*table.rows, strict=True)]
        cards = len(table.head) >= MANY
        return h.div(".table")[
            h.table(class_="cards" if cards else None, role="table")[
                table.caption and h.caption[table.caption],
                h.thead(role="rowgroup")[
                    h.tr(role="row")[
                        (
                            h.th(scope="col", role="columnheader", class_="n" if last else None)[name]
                            for name, last in zip(table.head, right, strict=True)
                        )
                    ]
                ],
                h.tbody(role="rowgroup")[(_row(table, row, right) for row in table.rows)],
            ]
        ]


def _row(table: Table, row: tuple[Cell, ...], right: list[bool]) -> h.Element:
    first, *rest = row
    return h.tr(role="row")[
        h.th(scope="row", role="rowheader", class_="n" if right[0] else None, data_label=table.head[0])[
            _cell(first)
        ],
        (
            h.td(
                role="cell",
                class_=" ".join(part for part in ("n" if last else "", "" if str(cell) else "none") if part)
                or None,
                data_label=name,
            )[_cell(cell)]
            for cell, name, last in zip(rest, table.head[1:], right[1:], strict=True)
        ),
    ]


def _cell(cell: Cell) -> h.Node:
    match cell:
        case Refs(numbers):
            return [[", " if at else "", _link(number)] for at, number in enumerate(numbers)]
        case Items(texts):
            return h.ul[(h.li[text] for text in texts)] if len(texts) > 1 else str(cell)
        case Share(value, words):
            return [h.span(".share")[words], _track(value)]
        case _:
            return str(cell)


def _link(number: int) -> h.Element:
    return h.a(href=f"#d{number}", aria_label=f"Decision {number}")[str(number)]


def _track(value: int) -> h.Element:
    """A bar, for the eye only: its number stands beside it as text."""
    return h.span(".track", aria_hidden="true")[h.span(style=f"width:{min(max(value, 0), 100)}%")]


def line(run: Line) -> h.Element:
    """The run as a row of numbers, each a link to its decision."""
    return h.nav(".line", aria_label="The run, decision by decision")[
        h.ol[
            (
                h.li[
                    h.a(
                        href=f"#d{pip.number}",
                        class_=" ".join(
                            name
                            for name, on in (
                                ("offer", pip.offer),
                                ("heavy", pip.heavy),
                                ("turning", pip.turning),
                            )
                            if on
                        )
                        or None,
                        title=pip.words,
                        aria_label=f"Decision {pip.number}{', the turning point' if pip.turning else ''}",
                    )[str(pip.number)]
                ]
                for pip in run.pips
            )
        ],
        h.p(".quiet")[
            "Round: as a candidate. Square: with the offer in hand. Framed in bold: it weighed much, or lost something."
            " Filled: the turning point."
        ],
    ]

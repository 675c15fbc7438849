"""The book of a scenario as one HTML file: no script, nothing from outside, scene linked to scene, fit to print."""

from collections.abc import Iterable, Iterator

import htpy as h

from negotiator.report.booklet import Book, Chapter, Entry, Grid, Para, Span, Tone
from negotiator.report.html import html_head

OF_STORY = frozenset({Tone.STORY, Tone.SAID, Tone.COACH})


def book_html(book: Book) -> str:
    """The whole book."""
    writer = _Writer(book.language)
    document = h.html(lang="en")[
        html_head(f"{book.title}: the book"),
        h.body(class_="book")[
            h.a(".skip", href="#-main")["Skip to the text"],
            h.header(".top")[
                h.p(".kicker")["The book"], h.h1(**writer.story)[book.title], h.p(".lead")[book.lead]
            ],
            h.nav(aria_label="Chapters")[
                h.ol[(h.li[h.a(href=f"#-{one.id}")[one.title]] for one in book.chapters)]
            ],
            h.main(id="-main")[(writer.chapter(chapter) for chapter in book.chapters)],
        ],
    ]
    return f"{document}\n"


class _Writer:
    def __init__(self, language: str) -> None:
        self.story = {"lang": language} if language != "en" else {}

    def chapter(self, chapter: Chapter) -> h.Element:
        """A chapter. Its id has a hyphen before it, which no scene's id has."""
        return h.section(id=f"-{chapter.id}", aria_labelledby=f"-{chapter.id}-title")[
            h.h2(id=f"-{chapter.id}-title")[chapter.title],
            self.blocks(chapter.blocks),
            (self.entry(entry) for entry in chapter.entries),
        ]

    def entry(self, entry: Entry) -> h.Element:
        return h.article(id=entry.id)[
            h.h3[h.a(href=f"#{entry.id}")[entry.title]],
            entry.under and h.p(".under", **self.story)[entry.under],
            self.blocks(entry.blocks),
        ]

    def blocks(self, blocks: Iterable[Para | Grid]) -> Iterator[h.Node]:
        return (self.grid(one) if isinstance(one, Grid) else self.para(one) for one in blocks)

    def para(self, para: Para) -> list[h.Element]:
        """A paragraph, or several; what is said before it stands in the first."""
        classes = f"{para.tone} in{para.depth}"
        language = self.story if para.tone in OF_STORY else {}
        before = (
            h.span(".before", lang="en" if language else None)[_spans(para.before)] if para.before else None
        )
        if len(para.spans) != 1:
            return [h.p(class_=classes, **language)[before, _spans(para.spans)]]
        only = para.spans[0]
        first, *rest = only.text.split("\n\n")
        return [
            h.p(class_=classes, **language)[before, _spans((Span(first, only.to),))],
            *(h.p(class_=classes, **language)[one] for one in rest),
        ]

    def grid(self, grid: Grid) -> h.Element:
        return h.div(".table")[
            h.table[
                grid.caption and h.caption[grid.caption],
                h.thead[h.tr[(h.th(scope="col")[name] for name in grid.head)]],
                h.tbody[
                    (h.tr[h.th(scope="row")[row[0]], (h.td[cell] for cell in row[1:])] for row in grid.rows)
                ],
            ]
        ]


def _spans(spans: Iterable[Span]) -> list[h.Node]:
    return [h.a(href=f"#{_id(one.to)}")[one.text] if one.to else one.text for one in spans]


def _id(name: str) -> str:
    return "-facts" if name == "facts" else name

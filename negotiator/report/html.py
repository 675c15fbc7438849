"""A page as one self-contained HTML file: no script, nothing from outside, every text escaped by htpy."""

import htpy as h
from markupsafe import Markup

from negotiator.analysis.debrief import Debrief
from negotiator.report.blocks import Page, Section
from negotiator.report.debrief import debrief_page
from negotiator.report.elements import Writer
from negotiator.report.style import stylesheet

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Nothing may be loaded, run or sent; only the styles that stand in the page count."""
LINKED = 3
"""Sections from which on a page has a list of them."""


def debrief_html(debrief: Debrief, run: str = "") -> str:
    """The whole debrief of a run."""
    return page_html(debrief_page(debrief, run))


def page_html(page: Page) -> str:
    """A page."""
    writer = Writer(page.language)
    sections = [section for section in page.sections if section.blocks or section.parts]
    document = h.html(lang="en")[
        html_head(f"{page.title}: {page.kicker.lower()}" if page.kicker else page.title),
        h.body(class_=page.kind)[
            h.a(".skip", href="#main")["Skip to the text"],
            h.header(".top")[
                page.kicker and h.p(".kicker")[page.kicker],
                h.h1(**writer.story)[page.title],
                page.lead and h.p(".lead")[page.lead],
                h.div(".opening")[writer.blocks(page.opening)],
            ],
            _contents(sections) if len(sections) >= LINKED and page.kind == "screen" else None,
            h.main("#main")[(_section(writer, section) for section in sections)],
            page.foot and h.footer[h.p[page.foot]],
        ],
    ]
    return f"{document}\n"


def html_head(title: str) -> h.Element:
    """The head of every page: what it may do, how it looks, and its title."""
    return h.head[
        h.meta(charset="utf-8"),
        h.meta(http_equiv="Content-Security-Policy", content=POLICY),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="color-scheme", content="light dark"),
        h.title[title],
        h.style[Markup(stylesheet())],
    ]


def _contents(sections: list[Section]) -> h.Element:
    return h.nav(aria_label="On this page")[
        h.ol[(h.li[h.a(href=f"#{section.id}")[section.title]] for section in sections)]
    ]


def _section(writer: Writer, section: Section, depth: int = 2) -> h.Element:
    heading = h.h2 if depth == 2 else h.h3
    element = h.section(
        f"#{section.id}",
        class_="marked" if section.marked else None,
        aria_labelledby=f"{section.id}-title",
    )
    return element[
        heading(f"#{section.id}-title")[section.title],
        writer.blocks(section.blocks),
        (_section(writer, part, depth + 1) for part in section.parts),
    ]

"""The second column, where there is room for it: the letter's terms, what was noted, who was met."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.game.view import View
from negotiator.tui.worth import of_wish

if TYPE_CHECKING:
    from negotiator.game.tableview import TableView

WIDTH = 38


def beside(view: View, accent: str, kept: tuple[str, ...] = ()) -> Content:
    """The column's text, newest facts first."""
    parts: list[Content] = []
    if view.table:
        parts += [_part(title, lines, accent) for title, lines in _lying(view.table, view)]
    if view.letter and view.letter.terms:
        terms = [Content.assemble((f"{label}  ", "$muted"), value) for label, value in view.letter.terms]
        parts.append(_part("The letter", terms, accent))
    if view.facts:
        facts = [Content(f"▫ {fact.says}") for fact in reversed(view.facts)]
        parts.append(_part("Noted", facts, accent))
    if view.met:
        people = [
            Content.assemble(
                one.name, (f"  {one.title or one.seat}" if one.title or one.seat else "", "$muted")
            )
            for one in view.met
        ]
        parts.append(_part("Met", people, accent))
    if kept:
        parts.append(
            _part("Kept", [Content.styled(f"“{line}”", "italic") for line in reversed(kept)], accent)
        )
    return Content("\n\n").join(parts)


def _lying(table: "TableView", view: View) -> list[tuple[str, list[Content]]]:
    """The other side's latest package, where it differs from the letter."""
    theirs = [one.package for one in table.history if one.by == "them"]
    if not theirs:
        return []
    package, letter = theirs[-1], table.history[0].package
    lines = [Content.styled(of_wish(table, package.own), "bold")]
    if package.structure != letter.structure:
        lines.append(Content(table.shapes[package.structure].label))
    lines += [
        Content.assemble((f"{term.label}  ", "$muted"), term.options[at].label)
        for term, at, before in zip(table.terms, package.options, letter.options, strict=True)
        if at != before
    ]
    name = next((one.name.split(maxsplit=1)[0] for one in view.met if one.id == table.who), "Their")
    return [(f"{name}’s package", lines)]


def _part(title: str, lines: list[Content], accent: str) -> Content:
    return Content("\n").join([Content.styled(title, f"bold {accent}"), *lines])


class Sidebar(VerticalScroll, can_focus=False):
    """The column itself; shown from 110 cells on."""

    DEFAULT_CSS = """
    Sidebar { display: none; width: 38; padding: 0 1 0 2; border-left: vkey $line; scrollbar-size-vertical: 1; }
    Sidebar > Static { width: 100%; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = Static(markup=False)

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    def show(self, text: Content) -> None:
        """Draw another moment."""
        self._text.update(text)

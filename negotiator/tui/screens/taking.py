"""Taking what lies on the table: their latest package, or the letter."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.state import Move
from negotiator.game.tableview import PackageView
from negotiator.tui.attable import AtTable
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.rows import Block, Room
from negotiator.tui.worth import against_staying, of_wish


class Taking(Board[Move]):
    """Leaves the move behind; who opened it makes it."""

    ABOUT = (
        "Take their latest package, or the letter as it stands. That is a deal, and the talk ends with it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "take it", tooltip="Say yes to what is highlighted", id="accept"),
    ]

    def __init__(self, here: AtTable) -> None:
        super().__init__()
        self.here = here
        history = here.table.history
        theirs = [one for one in history if one.by == "them"]
        self._offers: list[tuple[str, PackageView, Move]] = []
        if theirs:
            self._offers.append((f"{here.name}’s latest package", theirs[-1].package, Move("accept")))
        self._offers.append(("The letter as it stands", history[0].package, Move("accept", line="letter")))

    def count(self) -> int:
        """What there is to take."""
        return len(self._offers)

    def heading(self) -> tuple[Content, Content]:
        """What this is."""
        return Content.styled("Take what lies on the table", "bold $ink"), Content.styled(
            "ends the talk", "$muted"
        )

    def blocks(self, room: Room) -> Sequence[Block]:
        """Each with its worth and its terms."""
        found: list[Block] = []
        for at, (name, package, _) in enumerate(self._offers):
            here = at == self.cursor
            head = Content.assemble(
                (name, "bold $seat" if here else "bold"), f"   {of_wish(self.here.table, package.own)}"
            )
            lines = [pointed(head, here=here)]
            lines += [
                Content.assemble("   ", line)
                for line in wrapped(self._terms(package), room.width - 4, "$muted")
            ]
            found += [Block(tuple(lines), at), Block((Content(""),))]
        return found

    def _terms(self, package: PackageView) -> str:
        table = self.here.table
        letter = table.history[0].package
        terms = [
            f"{term.label}: {term.options[at].label}"
            for term, at, before in zip(table.terms, package.options, letter.options, strict=True)
            if at != before or package == letter
        ]
        same = " The rest as in the letter." if len(terms) < len(table.terms) else ""
        return (
            f"{table.shapes[package.structure].label}. {'; '.join(terms)}.{same}"
            if terms
            else "As in the letter."
        )

    def foot(self, room: Room) -> Sequence[Content]:
        """The words, and a warning where it is worth less than staying."""
        _, package, move = self._offers[self.cursor]
        words = wrapped(self.here.said(move), room.width, "bold $seat")
        if warning := against_staying(self.here.table, package.own):
            words += wrapped(f"{warning}.", room.width, "bold $alarm")
        return words

    def action_accept(self) -> None:
        """Say yes."""
        self.dismiss(self._offers[self.cursor][2])

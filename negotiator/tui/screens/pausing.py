"""Having something carried upstairs: which limit, who may lift it, what it costs."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.negotiate import DAYS_OF_PAUSE
from negotiator.game.state import Move
from negotiator.game.tableview import LimitView
from negotiator.tui.attable import AtTable
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.rows import Block, Room
from negotiator.tui.wording import counted


class Pausing(Board[Move]):
    """Leaves the move behind; who opened it makes it."""

    ABOUT = (
        "Some things are not for the person across the table to grant. They can carry them to somebody who may; "
        "that takes a day, and a good reason carries further than a wish."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pause", "ask for it", tooltip="Ask them to carry it there", id="pause"),
    ]

    def __init__(self, here: AtTable, limit: str = "") -> None:
        super().__init__()
        self.here = here
        self._limits = tuple(one for one in here.table.limits if not one.lifted)
        self.cursor = next((at for at, one in enumerate(self._limits) if one.id == limit), 0)

    def count(self) -> int:
        """Limits that still hold."""
        return len(self._limits)

    def heading(self) -> tuple[Content, Content]:
        """What is asked, and what it costs."""
        cost = f"takes {counted(DAYS_OF_PAUSE, 'day', 'days')}"
        return Content.styled("Have something carried upstairs", "bold $ink"), Content.styled(cost, "$muted")

    def blocks(self, room: Room) -> Sequence[Block]:
        """Each limit, what it keeps out, and who may lift it."""
        found: list[Block] = []
        for at, limit in enumerate(self._limits):
            here = at == self.cursor
            style = "bold $seat" if here else "$ink"
            reason, *more = wrapped(limit.reason or limit.id, room.width - 4, style)
            lines = [pointed(reason, here=here), *[Content.assemble("   ", line) for line in more]]
            lines += [
                Content.assemble("   ", line)
                for line in wrapped(self._about(limit), room.width - 4, "$muted")
            ]
            found += [Block(tuple(lines), at), Block((Content(""),))]
        return found

    def _about(self, limit: LimitView) -> str:
        barred = {
            term.label: [option.label for option in term.options if option.barred == limit.id]
            for term in self.here.table.terms
        }
        out = [f"{label}: {' / '.join(options)}" for label, options in barred.items() if options]
        who = f"{limit.who} may lift it. " if limit.who else ""
        return f"{who}It keeps out {'; '.join(out)}."

    def foot(self, room: Room) -> Sequence[Content]:
        """What would be said, and whether it has been asked before."""
        limit = self._limits[self.cursor]
        words = wrapped(self.here.said(self._move()), room.width, "bold $seat", room.lines - 1)
        if limit.refused:
            words += wrapped(
                "It came back with a no. Bring a new reason with a package first.",
                room.width,
                "bold $alarm",
                1,
            )
        return words

    def _move(self) -> Move:
        return Move("pause", line=self._limits[self.cursor].id)

    def action_pause(self) -> None:
        """Ask for it."""
        self.dismiss(self._move())

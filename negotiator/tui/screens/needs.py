"""Saying what matters to you, and what you do not need."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.state import Move
from negotiator.tui.attable import AtTable
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.rows import Block, Room

STATES = ("", "matters", "spared")
SIGNS = {"": "[ ]", "matters": "[+]", "spared": "[−]"}
WORDS = {"": "", "matters": "matters to me", "spared": "I don’t need it"}


class Needs(Board[Move]):
    """Leaves the move behind; who opened it makes it."""

    ABOUT = (
        "Say which terms matter to you [+] and which you do not need [−]. Space goes through the three. "
        "What you tell, they can use to find something for you; it costs no round."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "turn(1)", "mark", key_display="space", tooltip="Matters, not needed, neither", id="mark"),
        Binding("left", "turn(-1)", "mark back", show=False, id="mark-back"),
        Binding("enter", "tell", "say it", tooltip="Say it as it stands below", id="tell"),
    ]  # fmt: skip

    def __init__(self, here: AtTable) -> None:
        super().__init__()
        self.here = here
        self._marks = [""] * len(here.table.terms)

    def count(self) -> int:
        """Terms."""
        return len(self._marks)

    def heading(self) -> tuple[Content, Content]:
        """Whom one tells."""
        return Content.styled(f"Tell {self.here.name} what matters to you", "bold $ink"), Content("")

    def blocks(self, room: Room) -> Sequence[Block]:
        """Every term with its mark, and what has been said of it before."""
        table = self.here.table
        label = max((len(term.label) for term in table.terms), default=0)
        found = []
        for at, (term, mark) in enumerate(zip(table.terms, self._marks, strict=True)):
            said = "said before: it matters" if term.id in table.told else ""
            said = "said before: not needed" if term.id in table.spared else said
            line = Content.assemble(
                (f"{SIGNS[mark]} ", "bold $seat" if mark else "$muted"),
                (term.label.ljust(label + 2), "bold $seat" if at == self.cursor else "$ink"),
                (WORDS[mark] or said, "bold" if mark else "$muted"),
            )
            found.append(
                Block(
                    (pointed(line.truncate(max(room.width - 3, 8), ellipsis=True), here=at == self.cursor),),
                    at,
                )
            )
        return found

    def _move(self) -> Move | None:
        terms = self.here.table.terms
        named = [term.id for term, mark in zip(terms, self._marks, strict=True) if mark == "matters"]
        named += [f"-{term.id}" for term, mark in zip(terms, self._marks, strict=True) if mark == "spared"]
        return Move("tell", line=" ".join(named)) if named else None

    def foot(self, room: Room) -> Sequence[Content]:
        """The words."""
        move = self._move()
        if move is None:
            return wrapped(
                "Mark what matters to you, and what you could do without: space.", room.width, "$muted"
            )
        return wrapped(self.here.said(move), room.width, "bold $seat", room.lines)

    def action_turn(self, by: int) -> None:
        """Another mark."""
        at = (STATES.index(self._marks[self.cursor]) + by) % len(STATES)
        self._marks[self.cursor] = STATES[at]
        self.draw()

    def action_tell(self) -> None:
        """Say it."""
        move = self._move()
        if move is None:
            self.say("Nothing is marked yet. Space marks the highlighted term.")
        else:
            self.dismiss(move)

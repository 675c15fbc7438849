"""Choosing the fact that a reason rests on."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.tui.attable import AtTable
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.rows import Block, Room


class Citing(Board[str]):
    """Leaves the id of a fact behind, empty for none."""

    ABOUT = "A reason that rests on something you know weighs more. Choose what you would name, or nothing."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "cite", "name it", tooltip="Name this fact with your package", id="cite"),
    ]

    FOOT = (3, 3)

    def __init__(self, here: AtTable, citing: str) -> None:
        super().__init__()
        self._facts = (
            ("", "Nothing. The reason stands by itself."),
            *((one.id, one.says) for one in here.facts),
        )
        self._used = here.table.used
        self.cursor = next((at for at, (name, _) in enumerate(self._facts) if name == citing), 0)

    def count(self) -> int:
        """Facts, and none."""
        return len(self._facts)

    def heading(self) -> tuple[Content, Content]:
        """What this is."""
        return Content.styled("Something you know, to go with it", "bold $ink"), Content("")

    def blocks(self, room: Room) -> Sequence[Block]:
        """Every fact in the notebook."""
        found = []
        for at, (_, says) in enumerate(self._facts):
            here = at == self.cursor
            first, *more = wrapped(says, room.width - 4, "bold $seat" if here else "$ink")
            found.append(
                Block((pointed(first, here=here), *[Content.assemble("   ", line) for line in more]), at)
            )
        return found

    def foot(self, room: Room) -> Sequence[Content]:
        """Whether it has been named before."""
        name = self._facts[self.cursor][0]
        if name and any(one.endswith(f" {name}") for one in self._used):
            return wrapped("You have named this before.", room.width, "$muted")
        return wrapped("It is said with the package, in these words.", room.width, "$muted") if name else []

    def action_cite(self) -> None:
        """Name it."""
        self.dismiss(self._facts[self.cursor][0])

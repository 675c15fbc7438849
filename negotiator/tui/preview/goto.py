"""Going to a scene: all of them in the author's order, fewer with every letter typed."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.rules import Game, Place
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.rows import Block, Room


class GoTo(Board[str]):
    """Leaves the id of a scene behind. Letters narrow the list, so the list moves by arrows alone."""

    ABOUT = (
        "Any scene of the file. You come to it with the facts, moods and days you have; the stage is that of the "
        "scene. Type some letters of its id or place to find it; backspace takes a letter back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", "go there", tooltip="Go to the highlighted scene", id="go-there"),
        Binding("down", "move(1)", "down", show=False, id="arrow-down"),
        Binding("up", "move(-1)", "up", show=False, id="arrow-up"),
    ]
    FOOT = (4, 4)

    def __init__(self, game: Game, scene: str) -> None:
        super().__init__()
        self._game = game
        self._typed = ""
        self.cursor = next((at for at, place in enumerate(game.places) if place.id == scene), 0)

    @property
    def _found(self) -> list[Place]:
        wanted = self._typed.casefold()
        return [
            place
            for place in self._game.places
            if wanted in place.id.replace("-", " ")
            or wanted in place.id
            or wanted in place.model.place.casefold()
        ]

    def count(self) -> int:
        """Scenes that fit what was typed."""
        return len(self._found)

    def heading(self) -> tuple[Content, Content]:
        """What was typed so far."""
        count = self.count()
        of = f"{count} of {len(self._game.places)} scenes"
        typed = self._typed or "type to find"
        return (
            Content.assemble(("Go to: ", "bold $ink"), (typed, "bold $seat" if self._typed else "$muted")),
            Content.styled(of, "$muted"),
        )

    def blocks(self, room: Room) -> Sequence[Block]:
        """A scene a line."""
        return [
            Block((self._line(place, room.width, here=at == self.cursor),), at)
            for at, place in enumerate(self._found)
        ]

    def _line(self, place: Place, width: int, *, here: bool) -> Content:
        name = Content.styled(place.id, "bold $seat" if here else "$ink")
        about = Content.styled(f"  {place.model.place}" if place.model.place else "", "$muted")
        return pointed(Content.assemble(name, about).truncate(max(width - 3, 8), ellipsis=True), here=here)

    def foot(self, room: Room) -> Sequence[Content]:
        """How the highlighted scene begins."""
        found = self._found
        if not found:
            return [Content.styled("No scene has these letters in its id or place.", "$muted")]
        text = found[self.cursor].model.text.replace("\n\n", " ")
        return wrapped(text, room.width, "$muted", room.lines)

    def on_key(self, event: events.Key) -> None:
        """A letter narrows the list, whatever it means elsewhere.

        Backspace is seen to here too: a binding would come after the letters typed behind it.
        """
        if event.key == "backspace":
            typed = self._typed[:-1]
        elif event.is_printable and event.character:
            typed = self._typed + event.character
        else:
            return
        event.stop()
        event.prevent_default()
        self._typed, self.cursor = typed[:40], 0
        self.draw()

    def action_go(self) -> None:
        """Go."""
        if found := self._found:
            self.dismiss(found[self.cursor].id)

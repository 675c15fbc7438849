"""Before you look: a guess of what mattered most to them, and what least."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.game.state import Move
from negotiator.tui import doors
from negotiator.tui.attable import AtTable
from negotiator.tui.ports import Run
from negotiator.tui.screens.board import wrapped
from negotiator.tui.screens.ranking import Ranking
from negotiator.tui.widgets.rows import Room

PLACES = ("mattered most to them", "mattered next", "mattered least")
LEAST = 2


class Guessing(Ranking[None]):
    """Enter puts the guess down and goes on; s goes straight to the debrief."""

    ABOUT = (
        "Before you see their side: which two terms mattered most to them, and which least? The debrief holds your "
        "guess against the truth. Once you have looked, there is nothing left to guess."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "guess", "go on", tooltip="Put the guess down and go on", id="guess"),
        Binding("s", "skip", "skip all this", tooltip="Straight to the debrief", id="skip"),
        Binding("1", "place(0)", "most", tooltip="This mattered most to them", id="most"),
        Binding("2", "place(1)", "next", tooltip="This came next", id="next"),
        Binding("3", "place(2)", "least", tooltip="This mattered least", id="least"),
        Binding("space", "turn", "mark", show=False, tooltip="The next free place, or none", id="mark"),
    ]

    def __init__(self, run: Run, here: AtTable, closing: Callable[[], None] | None = None) -> None:
        """`closing` is called when one turns back."""
        super().__init__({term.id: term.label for term in here.table.terms}, PLACES)
        self._turned_back = closing
        self.run = run
        self.here = here

    def heading(self) -> tuple[Content, Content]:
        """What this is."""
        return (
            Content.styled("Before you look", "bold $ink"),
            Content.styled("1 and 2 most, 3 least", "$muted"),
        )

    def foot(self, room: Room) -> Sequence[Content]:
        """The question, and what is known."""
        known = next((one.known for one in self.here.table.terms if one.id == self.highlighted), "")
        words = wrapped(
            f"What mattered most to {self.here.name}, and what least? One guess, before you see it.",
            room.width,
            "bold",
        )
        return [
            *words,
            *wrapped(f"You were told of this: {known}." if known else "", room.width, "$muted", 2),
        ]

    def action_guess(self) -> None:
        """Put it down and go on."""
        most = [self.given[place] for place in (0, 1) if place in self.given]
        least = [f"-{self.given[LEAST]}"] if LEAST in self.given else []
        if not most:
            self.say("Mark at least what mattered most: 1 on a term. Or s skips all this.")
            return
        try:
            self.run.move(Move("guess", line=" ".join([*most, *least])))
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        doors.past_guess(self.house, self.run, self._turned_back)

    def action_skip(self) -> None:
        """To the debrief."""
        doors.to_their_side(self.house, self.run)

    def action_close(self) -> None:
        """Back; it can be guessed later."""
        if self._turned_back:
            self._turned_back()
        self.dismiss(None)

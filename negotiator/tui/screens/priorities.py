"""Putting down what matters most to you, best before the letter comes."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.state import Move
from negotiator.tui.screens.board import wrapped
from negotiator.tui.screens.ranking import Ranking
from negotiator.tui.widgets.rows import Room

PLACES = ("matters most", "then this", "and this")


class Priorities(Ranking[Move]):
    """Leaves the move behind; the notebook makes it."""

    ABOUT = (
        "Put down up to three things that matter most to you, the dearest first, and do it before the letter is "
        "there: what one wants is easily rewritten once there is a number. Changes after the letter are logged, "
        "and the debrief shows them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "mark", tooltip="Give this the next place, or take its place away", id="mark"),
        *[
            Binding(
                f"{place + 1}", f"place({place})", f"place {place + 1}", show=False,
                tooltip=f"Give this place {place + 1}", id=f"place-{place + 1}",
            )
            for place in range(3)
        ],
        Binding("enter", "declare", "put it down", tooltip="Put it down in your notebook", id="declare"),
    ]  # fmt: skip

    def __init__(self, terms: Mapping[str, str], declared: Sequence[str], *, late: bool) -> None:
        """`late`: something has been put down before, and the letter is there."""
        super().__init__(terms, PLACES, declared)
        self._late = late

    def heading(self) -> tuple[Content, Content]:
        """What this is."""
        return Content.styled("What matters most to you", "bold $ink"), Content.styled(
            "up to three", "$muted"
        )

    def foot(self, room: Room) -> Sequence[Content]:
        """How one goes about it."""
        words = wrapped(
            "The dearest first. Nobody sees this but you; the debrief holds the deal against it.",
            room.width,
            "$muted",
        )
        if self._late:
            words += wrapped(
                "The letter is there: a change now is logged as one made after it.", room.width, "bold"
            )
        return words

    def action_declare(self) -> None:
        """Put it down."""
        named = [self.given[place] for place in sorted(self.given)]
        if named:
            self.dismiss(Move("declare", line=" ".join(named)))
        else:
            self.say("Nothing is marked yet. Space marks the highlighted term.")

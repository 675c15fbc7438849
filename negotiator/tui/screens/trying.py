"""Before you look: is there a package better for both than what was agreed? Three tries."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.game.bargain import bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.moves import said_package
from negotiator.game.notes import TRIES
from negotiator.game.state import Move, Tried
from negotiator.tui import doors
from negotiator.tui.attable import AtTable
from negotiator.tui.draft import Draft, package_of
from negotiator.tui.ports import Run
from negotiator.tui.screens.board import wrapped
from negotiator.tui.screens.shaping import Shaping
from negotiator.tui.sides import has_told, known_side, of_package, sides
from negotiator.tui.widgets.rows import Room
from negotiator.tui.wording import VERDICTS, counted
from negotiator.tui.worth import amount


class Trying(Shaping[None]):
    """Begins with the deal; gains and losses are counted from it."""

    ABOUT = (
        "You have a deal. Before you see their side: is there a package that would have been better for both of "
        "you? Three tries; you are told for whom each is better, never by how much."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "attempt", "try it", tooltip="Hold this package against your deal", id="attempt"),
        Binding("s", "skip", "see their side", tooltip="On to the debrief, with their side of it", id="skip"),
    ]

    def __init__(self, run: Run, here: AtTable, closing: Callable[[], None] | None = None) -> None:
        """There is an agreement. `closing` is called when one turns back."""
        table = here.table
        assert table.agreed is not None
        deal = of_package(table, "Your deal", table.agreed)
        others = (deal, *(side for side in sides(table, here.name) if side.values != deal.values))
        known = known_side(table, here.name)
        columns = (known, *(side for side in others if side != known)) if has_told(table) else others
        super().__init__(here, Draft((package_of(table.agreed),)), table.agreed, "your deal", columns)
        self.run = run
        self._turned_back = closing

    def heading(self) -> tuple[Content, Content]:
        """What this is, and how many tries there are left."""
        left = TRIES - len(self._tried())
        words = counted(left, "try left", "tries left") if left else "no tries left: s goes on"
        return Content.styled("Better for both?", "bold $ink"), Content.styled(words, "bold $seat")

    def _tried(self) -> list[Tried]:
        return [event for turn in self.run.play.turns for event in turn.events if isinstance(event, Tried)]

    def foot(self, room: Room) -> Sequence[Content]:
        """What the tries came to; then about the highlighted row."""
        tried = self._tried()
        if not tried:
            hint = (
                "Change what costs you little and may mean much to them, or the reverse; then Enter tries it."
            )
            found = wrapped(hint, room.width, "bold", 2)
        else:
            found = []
        for number, one in enumerate(tried, 1):
            own = amount(self.table, self.own(one.package), points=self.points)
            found += wrapped(f"{number}. {VERDICTS[one.better]} To you: {own}.", room.width, "bold", 1)
        return [*found, *self.about(room.width, room.lines - len(found))]

    def action_attempt(self) -> None:
        """Try it."""
        if self.draft.package == self.base:
            self.say("That is your deal. Change something, then try it.")
            return
        line = said_package(bargain_of(self.here.game), self.draft.package)
        try:
            self.run.move(Move("try", line=line))
        except NotPossible as no:
            self.say(str(no))
            return
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.draw()

    def action_skip(self) -> None:
        """To the debrief."""
        doors.to_their_side(self.house, self.run)

    def action_close(self) -> None:
        """Back; it can be guessed later."""
        if self._turned_back:
            self._turned_back()
        self.dismiss(None)

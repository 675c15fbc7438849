"""The package editor: one, two or three packages, the reason given with them, and the words before they are sent."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.game.bargain import bargain_of
from negotiator.game.moves import MOST_PACKAGES
from negotiator.game.state import Move
from negotiator.tui import doors
from negotiator.tui.attable import AtTable
from negotiator.tui.draft import Draft, Sending, barred_terms, unequal
from negotiator.tui.screens.board import wrapped
from negotiator.tui.screens.editorkeys import MESSAGE
from negotiator.tui.screens.shaping import Shaping
from negotiator.tui.sides import sides
from negotiator.tui.widgets.lines import clickable
from negotiator.tui.widgets.rows import Room
from negotiator.tui.wording import FINAL, REASONS
from negotiator.tui.worth import amount

PLACES = ("First", "Second", "Third")


class Editor(Shaping[Sending]):
    """It sends nothing itself: who opened it makes the move."""

    ABOUT = (
        "Put a package together: up and down choose a term, left and right its option. Marks behind an option: "
        "x somebody else would have to allow it, ~ it hangs on an event. The number is what the row brings you "
        "against the letter, in percent of your wish, the best there could be for you. In the bar, ┿ is what "
        "staying where you are is worth. Packages offered together should be worth the same to you."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*MESSAGE]
    TO_ASK = ": a asks"
    TO_CARRY = ": c"

    def __init__(self, here: AtTable, draft: Draft) -> None:
        letter = here.table.history[0].package
        super().__init__(here, draft, letter, "the letter", sides(here.table, here.name))

    def heading(self) -> tuple[Content, Content]:
        """Whom it is for, and the packages of the message."""
        return Content.styled(f"A package for {self.here.name}", "bold $ink"), self._tabs()

    def _tabs(self) -> Content:
        draft = self.draft
        if len(draft.packages) == 1:
            return clickable(Content.styled("+ another to choose from", "$muted"), "another")
        parts: list[Content] = []
        if unequal(self.table, draft):
            parts.append(Content.styled("≠", "bold $alarm"))
        for at, package in enumerate(draft.packages):
            here = at == draft.shown
            worth = amount(self.table, self.own(package), points=self.points)
            name = f"{at + 1} {PLACES[at]}" if self.size.width >= 70 else f"{at + 1}"
            text = f"{'▸' if here else ' '}{name} {worth}"
            parts.append(clickable(Content.styled(text, "bold $seat" if here else "$muted"), f"show({at})"))
        if len(draft.packages) < MOST_PACKAGES:
            parts.append(clickable(Content.styled("+", "$muted"), "another"))
        return Content("  ").join(parts)

    def foot(self, room: Room) -> Sequence[Content]:
        """Warnings, the highlighted row, and what is said with the package."""
        warned = [line for one in self._warnings() for line in wrapped(one, room.width, "bold $alarm", 1)]
        found = [*warned, *self.about(room.width, room.lines - 1 - len(warned))]
        return [*found, *[Content("")] * (room.lines - 1 - len(found)), self._said_with(room.width)]

    def _warnings(self) -> list[str]:
        found = []
        if unequal(self.table, self.draft):
            found.append("≠ Offered as equal, but not worth the same to you.")
        if self.draft.final:
            found.append(FINAL)
        return found

    def _said_with(self, width: int) -> Content:
        draft = self.draft
        given = REASONS.get(draft.reason, draft.reason) if draft.reason else "none"
        if draft.reason and f"{draft.reason} {draft.citing}".strip() in self.table.used:
            given += ", said before"
        fact = next((one.says for one in self.here.facts if one.id == draft.citing), "")
        parts = [
            clickable(Content.assemble(("r", "bold"), (" reason: ", "$muted"), given), "reason"),
            clickable(
                Content.assemble(("!", "bold"), (" last word: ", "$muted"), "YES" if draft.final else "no"),
                "final",
            ),
            clickable(Content.assemble(("f", "bold"), (" fact: ", "$muted"), fact or "none"), "cite"),
        ]
        return Content("   ").join(parts).truncate(width, ellipsis=True)

    def action_all_theirs(self) -> None:
        """All terms as in their latest package."""
        theirs = self.theirs()
        if theirs is None:
            self.say(f"{self.here.name} has put down nothing but the letter so far.")
        else:
            self.change_to(self.draft.with_package(theirs))

    def action_show(self, at: int) -> None:
        """Another package of the message."""
        if at < len(self.draft.packages):
            self.draft = replace(self.draft, shown=at)
            self.draw()
        else:
            self.say("+ adds another package: a copy of this one, to be changed.")

    def action_another(self) -> None:
        """One more package, a copy of the shown one."""
        if len(self.draft.packages) >= MOST_PACKAGES:
            self.say("Three are as many as anybody can weigh at once.")
        self.change_to(self.draft.with_another())

    def action_without(self) -> None:
        """Take the shown package out."""
        self.change_to(self.draft.without_shown())

    def action_reason(self) -> None:
        """The next reason; after the last one none."""
        found = ("", *self.table.reasons)
        reason = found[(found.index(self.draft.reason) + 1) % len(found)]
        self.change_to(replace(self.draft, reason=reason, citing=self.draft.citing if reason else ""))

    def action_final(self) -> None:
        """Call it the last word, or not."""
        self.change_to(replace(self.draft, final=not self.draft.final))

    def action_cite(self) -> None:
        """Choose a fact from the notebook."""
        if self.here.facts:
            doors.to_citing(self.house, self.here, self.draft.citing, self._cite)
        else:
            self.say("There is nothing in your notebook yet.")

    def _cite(self, fact: str | None) -> None:
        if fact is not None:
            reason = self.draft.reason or ("company" if fact else "")
            self.change_to(replace(self.draft, citing=fact, reason=reason))

    def action_ask(self) -> None:
        """Ask about the highlighted row."""
        topic = self.table.terms[self.cursor - 1].id if self.cursor else ""
        doors.to_asking(self.house, self.here, self._leave_with, topic)

    def action_carry(self) -> None:
        """Have a limit carried upstairs: the one in the way of this row, or of another, or any."""
        barred = dict(barred_terms(self.table, self.draft.package))
        limit = barred.get(self.cursor - 1, next(iter(barred.values()), ""))
        if all(one.lifted for one in self.table.limits):
            self.say(f"There is nothing here that {self.here.name} may not grant.")
        else:
            doors.to_pausing(self.house, self.here, self._leave_with, limit)

    def _leave_with(self, move: Move | None) -> None:
        if move is not None:
            self.dismiss(Sending(self.draft, move))

    def action_send(self) -> None:
        """Read what would be said, then send it; a message that makes no sense is refused in words."""
        move = self.draft.move(bargain_of(self.here.game))
        try:
            doors.to_review(self.house, self.here, move, self.draft, self._leave_with)
        except NegotiatorError as no:
            self.say(str(no))

    def action_close(self) -> None:
        """Back to the story; the draft is kept while one is at the table."""
        self.dismiss(Sending(self.draft))

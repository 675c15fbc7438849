"""What the play screen does at a table: offers the acts, opens their screens, makes the moves they leave behind."""

from typing import TYPE_CHECKING

from negotiator.game.view import View
from negotiator.tui import doors
from negotiator.tui.ports import Run
from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.acts import Act
from negotiator.tui.worth import amount, of_wish

if TYPE_CHECKING:
    from negotiator.game.state import Move
    from negotiator.game.tableview import TableView
    from negotiator.tui.attable import AtTable
    from negotiator.tui.draft import Draft, Sending

SENDS = frozenset({"propose", "offer-set"})
"""Moves after which a new draft begins."""


def acts(table: "TableView", name: str) -> tuple[Act, ...]:
    """What can be done at the table besides what the story offers."""
    theirs = any(one.by == "them" for one in table.history)
    found = [
        Act("d", "deal", "Put a package together"),
        Act("a", "ask", f"Ask {name} something"),
        Act("m", "needs", "Say what matters to you"),
    ]
    if any(not limit.lifted for limit in table.limits):
        found.append(Act("c", "carry", "Have a limit lifted", "1 day"))
    found.append(Act("y", "take", f"Take {name}’s package" if theirs else "Take the letter as it is"))
    found.append(Act("w", "walk", "Leave the table"))
    return tuple(found)


def status(table: "TableView", name: str) -> tuple[str, ...]:
    """The table in a line or two: what lies there, and a word when patience runs out."""
    theirs = any(one.by == "them" for one in table.history)
    lies = f"{name}’s package" if theirs else "The letter"
    staying = amount(table, table.alternative)
    worth = f"{lies}: {of_wish(table, table.on_table.own)}; staying: {staying}"
    return (worth, table.thin) if table.thin else (worth,)


class Tableside(Page[None]):
    """A page with a run that may be at a table. It keeps the draft of a package while one is there."""

    run: Run
    _draft: "Draft | None" = None

    def now(self) -> View:
        """The moment on the screen."""
        raise NotImplementedError

    def make(self, move: "Move | None") -> None:
        """Make a move and draw what comes of it; None is none."""
        raise NotImplementedError

    def at_table(self) -> "AtTable | None":
        """The table, if one is there; else that is said."""
        if self.now().table is None:
            self.say("There is no table here: nobody has sat down with you to talk about terms.")
            return None
        from negotiator.tui.attable import at_table

        return at_table(self.run.game, self.run.play)

    def act(self, name: str) -> None:
        """Do what was chosen."""
        {
            "deal": self.action_deal,
            "ask": self.action_ask,
            "needs": self.action_needs,
            "carry": self.action_carry,
            "take": self.action_take_it,
            "walk": self.action_walk,
        }[name]()

    def action_deal(self) -> None:
        """Open the package editor, with the draft as it was left."""
        if here := self.at_table():
            from negotiator.tui.draft import first_draft

            doors.to_editor(self.house, here, self._draft or first_draft(here.table), self._sent)

    def _sent(self, sending: "Sending | None") -> None:
        if sending is not None:
            self._draft = sending.draft
            before = len(self.run.play.turns)
            self.make(sending.move)
            if len(self.run.play.turns) > before and self.run.play.turns[-1].move.kind in SENDS:
                self._draft = None

    def action_ask(self) -> None:
        """Ask about something."""
        if here := self.at_table():
            doors.to_asking(self.house, here, self.make)

    def action_needs(self) -> None:
        """Say what matters."""
        if here := self.at_table():
            doors.to_needs(self.house, here, self.make)

    def action_carry(self) -> None:
        """Have a limit carried to whoever may lift it."""
        if here := self.at_table():
            if all(limit.lifted for limit in here.table.limits):
                self.say(f"There is nothing here that {here.name} may not grant.")
            else:
                doors.to_pausing(self.house, here, self.make)

    def action_take_it(self) -> None:
        """Take what lies on the table."""
        if here := self.at_table():
            doors.to_taking(self.house, here, self.make)

    def action_walk(self) -> None:
        """Leave without a deal."""
        if here := self.at_table():
            doors.to_leaving(self.house, here, self.make)

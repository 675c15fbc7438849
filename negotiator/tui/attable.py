"""The table one sits at, as the screens about it need it."""

from dataclasses import dataclass

from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.saying import saying_of
from negotiator.game.state import Move, State
from negotiator.game.tableview import TableView, table_view
from negotiator.game.view import FactView, view
from negotiator.tui.telling import Said, counterpart_name


@dataclass(frozen=True, slots=True)
class AtTable:
    """One moment at the table."""

    game: Game
    state: State
    table: TableView
    facts: tuple[FactView, ...]
    """What is in the notebook."""
    name: str
    """First name of who sits across."""

    def said(self, move: Move) -> str:
        """What the player would say or do with a move.

        Raises:
            NotPossible: the move makes no sense.
        """
        saying = saying_of(self.game, self.state.scene, move)
        return str(Said(saying.text, saying.spoken))


def at_table(game: Game, play: Play) -> AtTable:
    """The table as it is now, or as it was left when the story has ended."""
    state = play.state
    now = view(game, state)
    return AtTable(game, state, now.table or table_view(game, state), now.facts, counterpart_name(game))

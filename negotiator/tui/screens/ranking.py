"""A list of terms in which some are given a place: own priorities, and a guess of theirs."""

from collections.abc import Mapping, Sequence

from textual.content import Content

from negotiator.tui.screens.board import Board, pointed
from negotiator.tui.screens.page import Result
from negotiator.tui.widgets.rows import Block, Room


class Ranking(Board[Result]):
    """Terms by id and label; a place belongs to one term at most."""

    def __init__(self, terms: Mapping[str, str], places: Sequence[str], given: Sequence[str] = ()) -> None:
        """`given` are the ids that have a place already, in the order of places."""
        super().__init__()
        self._terms = dict(terms)
        self._places = tuple(places)
        self.given: dict[int, str] = dict(enumerate(given))
        """Ids by place."""

    def count(self) -> int:
        """Terms."""
        return len(self._terms)

    @property
    def highlighted(self) -> str:
        """Id of the highlighted term."""
        return list(self._terms)[self.cursor]

    def label(self, term: str) -> str:
        """The words of a term."""
        return self._terms[term]

    def blocks(self, room: Room) -> Sequence[Block]:
        """Every term, with its place."""
        place_of = {term: place for place, term in self.given.items()}
        label = max(map(len, self._terms.values()), default=0)
        found = []
        for at, (term, words) in enumerate(self._terms.items()):
            here, place = at == self.cursor, place_of.get(term)
            line = Content.assemble(
                (
                    f"[{place + 1}] " if place is not None else "[ ] ",
                    "bold $seat" if place is not None else "$muted",
                ),
                (words.ljust(label + 2), "bold $seat" if here else "$ink"),
                (self._places[place] if place is not None else "", "bold"),
            )
            found.append(
                Block((pointed(line.truncate(max(room.width - 3, 8), ellipsis=True), here=here),), at)
            )
        return found

    def action_place(self, place: int) -> None:
        """Give the highlighted term this place, or take it away again."""
        mine = self.highlighted
        if self.given.get(place) == mine:
            del self.given[place]
        else:
            self.given = {at: term for at, term in self.given.items() if term != mine}
            self.given[place] = mine
        self.draw()

    def action_turn(self) -> None:
        """Give the highlighted term the next free place, or take its place away."""
        mine = self.highlighted
        if mine in self.given.values():
            self.given = {at: term for at, term in self.given.items() if term != mine}
        else:
            free = [at for at in range(len(self._places)) if at not in self.given]
            if free:
                self.given[free[0]] = mine
            else:
                self.say("All places are taken: space on one of them gives it back.")
        self.draw()

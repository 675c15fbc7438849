"""What a play-test has found so far; any part may still be missing, or stay so after an interruption."""

from dataclasses import dataclass, field

from negotiator.analysis.playtest.exact import Found
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.played import Length, Player
from negotiator.analysis.playtest.report import Kind, Worth
from negotiator.analysis.playtest.sums import Sums
from negotiator.analysis.playtest.tabled import DealPart
from negotiator.analysis.playtest.tally import Tally
from negotiator.analysis.playtest.walks import Walker
from negotiator.analysis.search import Graph
from negotiator.analysis.verdicts import Reach
from negotiator.game.rules import Branch, Game, Option


@dataclass(slots=True)
class Made:
    """What has been found so far."""

    game: Game
    numbering: Numbering
    walker: Walker
    tally: Tally
    reach: Reach | None = None
    graph: Graph | None = None
    found: Found | None = None
    sums: dict[int, Sums] | None = None
    odds: dict[int, float] | None = None
    judged: dict[int, tuple[Worth, int]] | None = None
    players: list[Player] = field(default_factory=list)
    length: Length | None = None
    deal: DealPart | None = None
    interrupted: bool = False
    failed: str = ""
    """What the engine failed with while it was searched; empty when it did not."""

    def impossible(self, spot: int) -> bool:
        """Whether it is proved that nothing leads to a spot."""
        if self.reach is None or self.found is None:
            return False
        named = self.numbering.named[spot]
        match named.kind:
            case Kind.SCENE:
                return self.reach.scenes[named.path[0]].impossible
            case Kind.ENDING:
                return self.reach.endings[named.path[0]].impossible
            case Kind.CHOICE:
                return self.reach.choices[named.path[0], named.path[1]].impossible
            case _:
                return self.reach.graph.complete and spot not in self.found.edges

    def seen(self, spot: int) -> bool:
        """Whether a choice or an outcome has come up, in the search or in a play."""
        return spot in self.tally.trails or (self.found is not None and spot in self.found.edges)

    def liftable(self) -> set[str]:
        """Limits that a choice lifts which can be taken, as far as is known."""
        mask = 0
        for place in self.game.places:
            for option in place.options:
                things: tuple[Option | Branch, ...] = (option, *option.branches)
                for thing in things:
                    if self.seen(self.numbering.of(thing)):
                        mask |= thing.effects.lift
        return {name for at, name in enumerate(self.game.limit_ids) if mask >> at & 1}

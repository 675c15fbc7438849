"""What is on the screen before a file can be played for the first time, and where it will begin then."""

from dataclasses import dataclass
from pathlib import Path

from negotiator.game.compiling import compile_game
from negotiator.game.elsewhere import Moment
from negotiator.game.rules import Game
from negotiator.game.typed import NoSuchMoment, typed
from negotiator.scenario.models import Scenario

WAITING = """This file cannot be played yet.

What is in the way stands under f, with its line. Save the file without errors, and it plays here."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a coach wants to begin, as it was typed."""

    scene: str = ""
    sets: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    seed: int = 0

    def moment(self, game: Game) -> Moment:
        """The moment in this story.

        Raises:
            NoSuchMoment: something of it is not of this story.
        """
        return typed(game, self.scene, self.sets, self.knows)

    def moment_or_start(self, game: Game) -> tuple[Moment, str]:
        """The moment, or the start with a word why."""
        try:
            return self.moment(game), ""
        except NoSuchMoment as no:
            return Moment(), f"{no.message} {no.hint} This is the start."


def nothing_yet(path: Path) -> Game:
    """A story that says that there is none."""
    over = {"outcome": "withdrawn", "title": "Nothing", "text": "Nothing."}
    return compile_game(
        Scenario.model_validate(
            {
                "format": 1,
                "id": "nothing-yet",
                "title": path.name,
                "start": "nothing",
                "scenes": {"nothing": {"text": WAITING}},
                "endings": {"over": over},
            }
        )
    )

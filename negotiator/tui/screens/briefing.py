"""The briefing: who you are, what you have at home, whom you will meet."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.game.rules import Game
from negotiator.game.view import person
from negotiator.tui import doors
from negotiator.tui.screens.reading import Reading
from negotiator.tui.widgets.masthead import who


class Briefing(Reading[None]):
    """Read it once; Enter begins."""

    ABOUT = "Who you are in this story and what you have at home. Enter begins."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", tooltip="Begin the story", id="begin"),
    ]

    def __init__(self, path: Path, game: Game) -> None:
        super().__init__()
        self._path = path
        self._game = game

    def heading(self) -> str:
        """The story's title."""
        return self._game.scenario.title

    def text(self, _width: int, /) -> Content:
        """You, your brief, the people, the idea."""
        scenario = self._game.scenario
        you = ", ".join(part for part in (scenario.player.name, scenario.player.role) if part)
        parts = [Content.styled(scenario.summary, "italic $muted"), Content.styled(you, "bold $candidate")]
        parts.append(Content(scenario.player.brief))
        if scenario.people:
            people = [Content(f"  {who(person(self._game, one))}") for one in scenario.people]
            parts.append(Content("\n").join([Content.styled("You may meet", "bold $candidate"), *people]))
        undo = {
            "free": "You may take choices back: u.",
            "counted": "You may take choices back: u. The debrief counts them.",
            "off": "Nothing can be taken back in this story.",
        }[scenario.undo]
        parts.append(Content.styled(f"Interview for an offer, not for a job. {undo}", "$muted"))
        return Content("\n\n").join([part for part in parts if part])

    def action_begin(self) -> None:
        """A new run."""
        try:
            run = self.house.desk.begin(self._path, None)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, None, error)
            return
        self.app.switch_screen(doors.play(run))

"""The transcript: everything so far, to read back and to save."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.view import View, view
from negotiator.tui import doors, drawing
from negotiator.tui.ports import Run
from negotiator.tui.screens.reading import Reading
from negotiator.tui.telling import tell
from negotiator.tui.widgets.masthead import accent, scene_line


def transcript(game: Game, play: Play) -> Content:
    """The whole run as it was told, each scene under the place it was in."""
    now = view(game, play.first)
    parts = [_place(now), drawing.scene(now)]
    for turn in (turn for turn in play.turns if turn.told):
        told, before = tell(game, turn), now
        now = view(game, turn.after)
        parts.append(drawing.reply(told, accent(before), training=False, whole=True))
        if now.ending:
            parts.append(drawing.ending(now.ending))
        elif told.moved:
            parts += [_place(now), drawing.scene(now)]
        elif fresh := tuple(text for text in now.paragraphs if text not in before.paragraphs):
            parts.append(drawing.paragraphs(fresh))
    return Content("\n\n").join([part for part in parts if part])


def _place(now: View) -> Content:
    return Content.styled(f"— {scene_line(now)}" if scene_line(now) else drawing.BREAK, "bold $muted")


class Transcript(Reading[None]):
    """Opens at its end."""

    AT_END = True
    ABOUT = "Everything that was said so far. w writes it to a text file."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "write to a file", tooltip="Save the transcript as a text file", id="write"),
    ]

    def __init__(self, run: Run) -> None:
        super().__init__()
        self._run = run

    def heading(self) -> str:
        """Whose transcript."""
        return f"Transcript — {self._run.game.scenario.title}"

    def text(self, _width: int, /) -> Content:
        """Everything so far."""
        return transcript(self._run.game, self._run.play)

    def action_write(self) -> None:
        """Save it, and say where."""
        lines = transcript(self._run.game, self._run.play).wrap(self.house.prefs.text_width)
        text = "\n".join(line.plain.rstrip() for line in lines) + "\n"
        try:
            path = self.house.desk.write(f"{self._run.game.scenario.id}.{self._run.id}.txt", text)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self._run, error)
            return
        self.say(f"Written to {path}")

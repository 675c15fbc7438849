"""The play screen in a class: the game as alone, a line about the room, and nothing to do while the room holds."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from negotiator.classroom.client.run import ChairRun
from negotiator.classroom.client.waiting import gate
from negotiator.classroom.places import trimmed
from negotiator.game.play import Turn
from negotiator.game.state import Move
from negotiator.game.view import ChoiceView, view
from negotiator.tui import doors, drawing
from negotiator.tui.screens import play
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.playkeys import DEBRIEF, HOME, prompt
from negotiator.tui.telling import tell
from negotiator.tui.widgets.masthead import accent


class ClassScreen(PlayScreen):
    """A chair's run. `refresh_room` is called when the hub has said something."""

    CSS_PATH = str(Path(play.__file__).with_name("play.tcss"))
    ABOUT = (
        PlayScreen.ABOUT
        + " You sit in a class: what you do is kept on this computer first, and sent to the class by itself. "
        "Close the window whenever you like; the same command brings you back to the same moment."
    )
    DEFAULT_CSS: ClassVar[str] = (
        "ClassScreen #room { height: 1; width: 100%; dock: bottom; margin: 0 0 1 0; padding: 0 1; }"
    )
    run: ChairRun

    def __init__(self, run: ChairRun, *, brief: bool = False) -> None:
        super().__init__(run, brief=brief)
        self.run: ChairRun = run
        self._held = ""
        """Where the room holds this chair on the screen."""
        self._shown = -1
        """Turns on the screen."""

    def compose(self) -> ComposeResult:
        """The game, and the room above its keys."""
        yield from super().compose()
        yield Static(id="room", markup=False)

    def on_mount(self) -> None:
        """As it stands when one comes in."""
        self._held = gate(self.run.known, self.run.play)
        super().on_mount()
        self.run.notice = ""

    def room(self) -> tuple[int, int]:
        width, height = super().room()
        return width, height - 1

    def _offered(self) -> tuple[ChoiceView, ...]:
        if self._held:
            return ()
        if self._view.ending:
            return (
                prompt(1, DEBRIEF, "Look back on it: the debrief. From there you can begin again."),
                prompt(2, HOME, "Leave it at that. Your chair is kept."),
            )
        return super()._offered()

    def _told(self, turn: Turn) -> Content:
        if not self._held:
            return super()._told(turn)
        game = self.run.game
        before = view(game, turn.before)
        told = tell(game, trimmed(turn))
        return drawing.turn(told, before, self.run.view, accent(before), training=self.house.prefs.training)

    def action_transcript(self) -> None:
        """Open the transcript; before a closed gate it would tell what lies behind."""
        if self._held:
            self.say("The transcript can be read when the gate has opened.")
        else:
            super().action_transcript()

    def show_room(self, line: Content) -> None:
        """Say how things stand with the class."""
        self.query_one("#room", Static).update(line)

    def make(self, move: Move | None) -> None:
        """Make a move, unless the room holds; what it says then is said."""
        if move is not None and (why := self.run.hindrance):
            self.say(why)
            return
        super().make(move)
        self._held = gate(self.run.known, self.run.play)

    def refresh_room(self, *, changed: bool) -> None:
        """Take up what the hub has told: a gate that opened or closed, a story that went on elsewhere."""
        opened = self._held and not gate(self.run.known, self.run.play)
        self._held = gate(self.run.known, self.run.play)
        if self.run.notice:
            self.say(self.run.notice)
            self.run.notice = ""
            self.retell()
        elif opened:
            self._go_through()
        elif changed and self._held:
            self.retell()

    def retell(self) -> None:
        """Draw everything anew, from wherever one is."""
        self._held = gate(self.run.known, self.run.play)
        with self.app.batch_update():
            self._retell()

    def take_up(self, run: ChairRun) -> None:
        """Play on with another attempt."""
        self.run = run
        self.retell()

    def _go_through(self) -> None:
        """The gate has opened: the scene behind it, and the letter if it came with it."""
        turns = [turn for turn in self.run.play.turns if turn.told]
        self._view = self.run.view
        with self.app.batch_update():
            self._show(drawing.scene(self._view), page=True)
        if turns and tell(self.run.game, turns[-1]).offer:
            doors.to_turn(self.house, self.run, self._view)

"""A rehearsal on the screen while its file is being written: new versions come in, the coach stays where they are."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.analysis.here import here
from negotiator.game.elsewhere import Moment, at_scene, moment_of
from negotiator.game.impossible import NotPossible
from negotiator.game.state import Move
from negotiator.game.view import ChoiceView
from negotiator.runs.rehearsal import Rehearsal
from negotiator.runs.reloading import Version, Versions, seen_in_play
from negotiator.tui.background import beside
from negotiator.tui.preview.findingspage import counted, findings_page
from negotiator.tui.preview.goto import GoTo
from negotiator.tui.preview.herepage import here_page
from negotiator.tui.preview.keys import KEYS, PLAYS
from negotiator.tui.preview.panel import FINDINGS, HERE
from negotiator.tui.preview.panelled import Panelled
from negotiator.tui.preview.standing import standing
from negotiator.tui.preview.statepage import StatePage
from negotiator.tui.preview.waiting import Asked
from negotiator.tui.screens.playkeys import DEBRIEF, prompt
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.keyline import Key, keys_of
from negotiator.tui.widgets.lines import Lines
from negotiator.tui.widgets.story import Story

BACK, RESTART = "step-back", "from-the-start"


class PreviewScreen(Panelled):
    """Holds the versions of the file and a rehearsal of the last good one."""

    ABOUT = (
        "The story as it was saved last. Every save is taken up at once, and you stay where you are: your choices are "
        "made again. While the file has errors in it, the last good version can be played on. Nothing is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    run: Rehearsal

    def __init__(self, versions: Versions, run: Rehearsal, asked: Asked) -> None:
        super().__init__(run, brief=run.from_start)
        self._versions = versions
        self._asked = asked
        self._word = ""
        """What came of the last save, until the next move."""
        self._loaded = versions.latest.loaded
        """The latest version with its findings, as far as they are known."""
        self._looked: Version | None = None
        """The version whose findings are all known."""
        self._busy = False

    def on_mount(self) -> None:
        """What can be seen at once; what only play shows is looked for then."""
        if self._versions.good is None:
            self.open(FINDINGS)
        elif self.wide:
            self.open(HERE)
        self._look()

    def receive(self, version: Version) -> None:
        """Take up what was saved."""
        first = self._versions.good is None
        self._versions = self._versions.after(version)
        self._loaded = version.loaded
        with self.app.batch_update():
            if version.game is None:
                self.redraw()
            elif first:
                moment, self._word = self._asked.moment_or_start(version.game)
                self.run = Rehearsal(self.run.path, version.game, moment, self._asked.seed)
                self._tell()
                self.open(HERE if self.wide else "")
            else:
                self._word = self.run.follow(version.game)
                self._tell(stay=True)
        # Not before it is on the screen: the two would share one interpreter.
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Have the latest version looked through for what only play can show, one version at a time."""
        if not self._busy and self._looked is not self._versions.latest:
            self._busy = True
            self.run_worker(self._looking(), group="findings")

    async def _looking(self) -> None:
        while (version := self._versions.latest) is not self._looked:
            found = await beside(partial(seen_in_play, version))
            self._looked = version
            if version is self._versions.latest:
                self._loaded = found
        self._busy = False
        self.redraw()

    def go_on(self, run: Rehearsal) -> None:
        """Play another rehearsal of the same story."""
        self.run = run
        self._moved("")

    def _tell(self, *, stay: bool = False) -> None:
        """Draw the moment anew; `stay` leaves the text scrolled and the highlight as they are."""
        story, choosing = self.query_one(Story), self.query_one(Choosing)
        down, lit = story.scroll_offset.y, choosing.highlighted
        self._brief = self.run.from_start
        self._retell()
        if stay:
            if lit is not None:
                choosing.light(lit.id)
            self.call_after_refresh(story.scroll_to, y=down, animate=False)

    def stand(self) -> int:
        """Which version is played, and what came of the last save."""
        lines = standing(self._versions, self._word, self.run.steps, max(self.size.width - 2, 20))
        line = self.query_one("#standing", Lines)
        line.styles.height = len(lines)
        line.show(Content("\n").join(lines))
        return len(lines)

    def write(self) -> None:
        """What could happen here, or the findings."""
        panel = self.panel
        if panel.open == HERE:
            panel.write(HERE, here_page(here(self.run.game, self.run.play.state), self.across))
        elif panel.open == FINDINGS:
            looking = self._looked is not self._versions.latest
            panel.write(FINDINGS, findings_page(self._loaded, self.across, looking=looking))

    def author_keys(self) -> tuple[Key, ...]:
        """The keys of the preview, with the count of findings."""
        label = counted(self._loaded)
        return tuple(one._replace(label=label) if one.key == "f" else one for one in keys_of(KEYS))

    @property
    def helped(self) -> tuple[Binding, ...]:
        """The keys of the preview, then those of play that mean the same here."""
        by_id = {one.id: one for one in reversed(super().helped) if one.id not in PLAYS}
        return tuple(reversed(by_id.values()))

    def _offered(self) -> tuple[ChoiceView, ...]:
        if not self.run.view.ending:
            return super()._offered()
        return (
            prompt(1, DEBRIEF, "Look back on it: the debrief."),
            prompt(2, BACK, "One step back."),
            prompt(3, RESTART, "Begin again."),
        )

    @on(Choosing.Taken)
    def take_own(self, message: Choosing.Taken) -> None:
        """Take one of the preview's own choices at an ending."""
        own = {BACK: self.action_undo, RESTART: self.action_restart}.get(message.choice.id)
        if own is not None:
            message.prevent_default()
            own()

    def make(self, move: Move | None) -> None:
        """As in play; what was said of the last save is read by then."""
        self._word = ""
        super().make(move)

    def action_undo(self) -> None:
        """Take back a step or a jump."""
        try:
            self.run.undo()
        except NotPossible as no:
            self.say(no.message)
            return
        self._moved("")

    def action_restart(self) -> None:
        """Go to where the preview began."""
        moment, word = self._asked.moment_or_start(self.run.game)
        self.run.go(moment)
        self._moved(word)

    def action_go(self) -> None:
        """Go to a scene."""
        self.app.push_screen(GoTo(self.run.game, self.run.view.scene), self._go_to)

    def _go_to(self, scene: str | None) -> None:
        if scene is not None:
            self._change(at_scene(moment_of(self.run.game, self.run.play.state), scene))

    def action_state(self) -> None:
        """Set another state."""
        moment = moment_of(self.run.game, self.run.play.state)
        self.app.push_screen(StatePage(self.run.game, moment), self._change)

    def _change(self, moment: Moment | None) -> None:
        if moment is not None and moment != moment_of(self.run.game, self.run.play.state):
            self.run.go(moment)
            self._moved("")

    def _moved(self, word: str) -> None:
        self._word = word
        with self.app.batch_update():
            self._tell()

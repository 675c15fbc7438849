"""The play screen beside an editor: it takes new versions of the file, and has the author's panel."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

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
from negotiator.tui.preview.panel import FINDINGS, HERE, Panel
from negotiator.tui.preview.standing import standing
from negotiator.tui.preview.statepage import StatePage
from negotiator.tui.preview.waiting import Asked
from negotiator.tui.screens.page import TWO_COLUMNS
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.playkeys import DEBRIEF, prompt
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.keyline import Key, KeyLine, keys_of
from negotiator.tui.widgets.lines import Lines
from negotiator.tui.widgets.masthead import HEIGHT, Masthead
from negotiator.tui.widgets.story import Story

ACROSS = 52
"""Cells of the panel where it stands beside the story."""
BACK, RESTART = "step-back", "from-the-start"


class PreviewScreen(PlayScreen):
    """A rehearsal being played while its file is being written."""

    ABOUT = (
        "The story as it was saved last. Every save is taken up at once, and you stay where you are: your choices are "
        "made again. While the file has errors in it, the last good version can be played on. Nothing you do here is "
        "kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    run: Rehearsal

    def __init__(self, versions: Versions, run: Rehearsal, asked: Asked) -> None:
        super().__init__(run, brief=run.from_start)
        self._versions = versions
        self._asked = asked
        self._word = ""
        """What came of the last save, until the next move."""
        self._findings = versions.latest.loaded.findings
        self._looked: Version | None = None
        """The version whose findings are all known."""
        self._busy = False

    def compose(self) -> ComposeResult:
        """As in play, with the panel for the second column and a line on how things stand."""
        yield Masthead()
        with Horizontal(id="desk"):
            with Vertical(id="column"):
                yield Story(self.house.prefs.text_width)
                yield Static(id="more", markup=False)
                yield Choosing()
            yield Panel()
        yield Lines(id="standing")
        yield KeyLine()
        yield self.enlarge()

    def on_mount(self) -> None:
        """What can be seen at once; what only play shows is looked for then."""
        if self._versions.good is None:
            self._open(FINDINGS)
        elif self.size.width >= TWO_COLUMNS:
            self._open(HERE)
        self._look()

    @property
    def panel(self) -> Panel:
        """The author's panel."""
        return self.query_one(Panel)

    @property
    def _covered(self) -> bool:
        """The panel is open in place of the story."""
        return bool(self.panel.open) and self.size.width < TWO_COLUMNS

    def _room(self) -> tuple[int, int]:
        width, height = self.size
        beside_it = bool(self.panel.open) and width >= TWO_COLUMNS
        return width - ACROSS if beside_it else width, height - HEIGHT - 2 - len(self._standing())

    # -- the file ---------------------------------------------------------------------------------------------------

    def receive(self, version: Version) -> None:
        """Take up what was saved."""
        first = self._versions.good is None
        self._versions = self._versions.after(version)
        self._findings = version.loaded.findings
        with self.app.batch_update():
            if version.game is None:
                self._paint(self._offered())
                self._arrange()
            elif first:
                moment, self._word = self._asked.moment_or_start(version.game)
                self.run = Rehearsal(self.run.path, version.game, moment, self._asked.seed)
                self._open(HERE if self.size.width >= TWO_COLUMNS else "")
                self._tell()
            else:
                self._word = self.run.follow(version.game)
                self._tell(stay=True)
        self._look()

    def _look(self) -> None:
        """Have the latest version looked through for what only play can show, one version at a time."""
        if not self._busy and self._looked is not self._versions.latest:
            self.run_worker(self._looking(), group="findings")

    async def _looking(self) -> None:
        self._busy = True
        while (version := self._versions.latest) is not self._looked:
            found = await beside(lambda version=version: seen_in_play(version))  # type: ignore[misc]
            self._looked = version
            if version is self._versions.latest:
                self._findings = found
        self._busy = False
        self._paint(self._offered())

    # -- what is drawn ----------------------------------------------------------------------------------------------

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

    def _paint(self, choices: tuple[ChoiceView, ...]) -> None:
        super()._paint(choices)
        self._show_standing()
        self._write()

    def _standing(self) -> list[Content]:
        return standing(self._versions, self._word, self.run.steps, max(self.size.width - 2, 20))

    def _show_standing(self) -> None:
        lines = self._standing()
        line = self.query_one("#standing", Lines)
        line.styles.height = len(lines)
        line.show(Content("\n").join(lines))

    def _write(self) -> None:
        """The open page of the panel."""
        panel, latest = self.panel, self._versions.latest
        width = ACROSS - 5 if self.size.width >= TWO_COLUMNS else self.size.width - 4
        if panel.open == HERE:
            panel.write(HERE, here_page(here(self.run.game, self.run.play.state), width))
        elif panel.open == FINDINGS:
            page = findings_page(
                self._findings,
                latest.loaded.source,
                width,
                more=sum(latest.loaded.more.values()),
                looking=self._looked is not latest,
            )
            panel.write(FINDINGS, page)

    def _open(self, page: str) -> None:
        self.panel.turn_to(page)
        self.set_class(bool(page), "-open")
        self._write()
        self._arrange()
        self.query_one(KeyLine).set_keys(self._keys(len(self._offered())))

    def _keys(self, count: int) -> tuple[Key, ...]:
        keys = []
        for one in keys_of(KEYS):
            label = counted(self._findings, sum(self._versions.latest.loaded.more.values()))
            keys.append(one._replace(label=label) if one.key == "f" else one)
        choose = (Key(f"1-{count}" if count > 1 else "1", "choose"),) if count and not self._covered else ()
        return (*choose, *keys)

    @property
    def helped(self) -> tuple[Binding, ...]:
        """The keys of the preview, then those of play."""
        return tuple(
            one for one in super().helped if one.id not in PLAYS and (one in KEYS or one.id != "help")
        )

    def _offered(self) -> tuple[ChoiceView, ...]:
        if not self.run.view.ending:
            return super()._offered()
        return (
            prompt(1, DEBRIEF, "Look back on it: the debrief."),
            prompt(2, BACK, "One step back."),
            prompt(3, RESTART, "Begin again."),
        )

    def on_resize(self, _event: events.Resize) -> None:
        """Another width, other lines."""
        self._show_standing()
        self._open(self.panel.open)

    # -- what is done -----------------------------------------------------------------------------------------------

    @on(Choosing.Taken)
    def take_own(self, message: Choosing.Taken) -> None:
        """The choices at an ending that are the preview's own."""
        own = {BACK: self.action_undo, RESTART: self.action_restart}.get(message.choice.id)
        if own is not None:
            message.prevent_default()
            own()

    def make(self, move: Move | None) -> None:
        """As in play; what was said of the last save is read by then."""
        self._word = ""
        super().make(move)

    def action_digit(self, digit: str) -> None:
        """Choose, where one can see what."""
        if self._covered and self.panel.open != HERE:
            self.say("The choices are behind the panel: esc closes it.")
        else:
            super().action_digit(digit)

    def action_take(self) -> None:
        """Take what is highlighted, where it can be seen."""
        if not self._covered:
            super().action_take()

    def action_move(self, by: int) -> None:
        """Move the highlight, or the panel where it covers it."""
        if self._covered:
            self.panel.scroll_relative(y=by, animate=False)
        else:
            super().action_move(by)

    def action_read_on(self) -> None:
        """Scroll what is read on."""
        if self._covered:
            self.action_leaf(1)
        else:
            super().action_read_on()

    def action_read_back(self) -> None:
        """Scroll what is read back."""
        if self._covered:
            self.action_leaf(-1)
        else:
            super().action_read_back()

    def action_leaf(self, by: int) -> None:
        """Scroll the panel by a page."""
        self.panel.scroll_relative(y=by * max(self.panel.size.height - 1, 1), animate=False)

    def action_panel(self, page: str) -> None:
        """Open a page of the panel; once more closes it."""
        self._open("" if self.panel.open == page else page)

    def action_shut(self) -> None:
        """Close the panel."""
        self._open("")

    def action_undo(self) -> None:
        """Take back a step or a jump."""
        try:
            self.run.undo()
        except NotPossible as no:
            self.say(no.message)
            return
        self._moved("")

    def action_restart(self) -> None:
        """To where the preview began."""
        moment, word = self._asked.moment_or_start(self.run.game)
        self.run.go(moment)
        self._moved(word)

    def action_go(self) -> None:
        """Go to a scene."""
        game = self.run.game
        self.app.push_screen(GoTo(game, self.run.view.scene), self._go_to)

    def _go_to(self, scene: str | None) -> None:
        if scene is not None:
            self._change(at_scene(moment_of(self.run.game, self.run.play.state), scene))

    def action_state(self) -> None:
        """Another state."""
        self.app.push_screen(
            StatePage(self.run.game, moment_of(self.run.game, self.run.play.state)), self._change
        )

    def _change(self, moment: Moment | None) -> None:
        if moment is not None and moment != moment_of(self.run.game, self.run.play.state):
            self.run.go(moment)
            self._moved("")

    def _moved(self, word: str) -> None:
        self._word = word
        with self.app.batch_update():
            self._tell()

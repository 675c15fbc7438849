"""The play screen: the story, the choices, and what the engine says came of them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from negotiator.errors import NegotiatorError
from negotiator.game.impossible import NotPossible
from negotiator.game.play import Turn
from negotiator.game.state import Move, choose
from negotiator.game.view import ChoiceView, View, view
from negotiator.tui import doors, drawing
from negotiator.tui.ports import Run
from negotiator.tui.screens.playkeys import AT_TABLE, DEBRIEF, HOME, KEYS, LETTER, prompt
from negotiator.tui.screens.spread import Spread
from negotiator.tui.screens.tableside import acts, status
from negotiator.tui.telling import Told, counterpart_name, tell
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.keyline import Key, KeyLine, keys_of
from negotiator.tui.widgets.masthead import Masthead, accent
from negotiator.tui.widgets.sidebar import Sidebar, beside
from negotiator.tui.widgets.story import Story


class PlayScreen(Spread):
    """A run being played. Holds a View, sends moves to the run, draws what comes back."""

    CSS_PATH = "play.tcss"
    ABOUT = (
        "Read, then choose by number. Marks before a choice: ? a question, » a counter-proposal, "
        "· anything else, x not open to you now, with the reason. After the written offer, a choice that "
        "costs days says so in brackets. At a table, letters open what can be done there."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    def __init__(self, run: Run, *, brief: bool = False) -> None:
        super().__init__()
        self.run = run
        self._brief = brief
        self._view: View = run.view
        self._awaiting: Told | None = None
        """A turn that brings the letter: its reply is read first, then the letter is opened."""

    def compose(self) -> ComposeResult:
        """Head, story and choices, the column beside them, the keys."""
        yield Masthead()
        with Horizontal(id="desk"):
            with Vertical(id="column"):
                yield Story(self.house.prefs.text_width)
                yield Static(id="more", markup=False)
                yield Choosing()
            yield Sidebar()
        yield KeyLine()
        yield self.enlarge()

    def on_mount(self) -> None:
        """The scene one begins in, or the end of what was played before."""
        self.watch_story()
        self._retell()
        if self.run.notice:
            self.say(self.run.notice)

    def _retell(self) -> None:
        """Draw everything from the run."""
        self._view, self._awaiting = self.run.view, None
        story, turns = self.query_one(Story), [turn for turn in self.run.play.turns if turn.told]
        if turns:
            story.begin(self._told(turns[-1]))
        else:
            brief = self.run.game.scenario.player.brief if self._brief else ""
            before = [Content.assemble((brief, "$muted"), f"\n\n{drawing.BREAK}")] if brief else []
            story.begin(*before, drawing.scene(self._view))
        self._paint(self._offered())
        self.share_out()
        self.later_mark_more()

    def _told(self, turn: Turn) -> Content:
        game = self.run.game
        before, after = view(game, turn.before), view(game, turn.after)
        return drawing.turn(
            tell(game, turn), before, after, accent(before), training=self.house.prefs.training
        )

    def _offered(self) -> tuple[ChoiceView, ...]:
        if self._view.ending:
            return (
                prompt(1, DEBRIEF, "Look back on it: the debrief."),
                prompt(2, HOME, "Leave it at that. Go home."),
            )
        return self._view.choices

    def _paint(self, choices: tuple[ChoiceView, ...]) -> None:
        now = self._view
        self.set_class(now.reached != "candidate", "-seat")
        self.query_one(Masthead).show(now)
        self._offer(choices)
        self.query_one(Sidebar).show(beside(now, accent(now), self.run.kept))
        self.query_one(KeyLine).set_keys(self._keys(len(choices)))

    def _offer(self, choices: tuple[ChoiceView, ...]) -> None:
        now, table = self._view, self._view.table
        offer = self.query_one(Choosing).offer
        if table is None or self._awaiting:
            self._draft = None
            offer(choices, accent(now))
        else:
            name = counterpart_name(self.run.game)
            # Once a word has been said at the table, its answers are what one wants to read.
            talking = self.run.play.state.talk is not None
            offer(choices, accent(now), acts(table, name), status(table, name), compact=talking)

    def _keys(self, count: int) -> tuple[Key, ...]:
        choose = (Key(f"1-{count}" if count > 1 else "1", "choose"),) if count else ()
        hidden = {"l"} if self._view.letter is None else set()
        if self._view.undo == "off" or self._view.ending or not self.run.play.turns:
            hidden.add("u")
        if self._view.table is None:
            hidden.add("d")
        keys = keys_of(self.BINDINGS)
        return (*choose, *(key for key in keys if key.key not in hidden))

    @property
    def helped(self) -> tuple[Binding, ...]:
        """The bindings the help explains: those of a table where there is one."""
        return tuple(one for one in super().helped if self._view.table or one not in AT_TABLE)

    def now(self) -> View:
        """The moment on the screen."""
        return self._view

    @on(Choosing.Acted)
    def do_act(self, message: Choosing.Acted) -> None:
        """Open what was chosen at the table."""
        self.act(message.name)

    @on(Choosing.Taken)
    def take_choice(self, message: Choosing.Taken) -> None:
        """Send the move and draw what came of it."""
        match message.choice.id:
            case _ if self._awaiting:
                self._open_offer()
            case name if name == DEBRIEF and self._view.ending:
                doors.to_looking_back(self.house, self.run)
            case name if name == HOME and self._view.ending:
                self.house.go_home()
            case name if message.choice.enabled:
                self.make(choose(name))
            case _:
                self.say(f"Not open to you: {message.choice.locked}.".replace("..", "."))

    def make(self, move: Move | None) -> None:
        """Send a move and draw what came of it; None is none."""
        if move is None:
            return
        before = self._view
        try:
            turn = self.run.move(move)
        except NotPossible as no:
            self.say(str(no))
            return
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        told = tell(self.run.game, turn)
        after = self.run.view
        training = self.house.prefs.training
        with self.app.batch_update():
            if told.offer and told.replies:
                self._awaiting = told
                self._show(drawing.reply(told, accent(before), training=training), page=False)
                return
            self._view = after
            text = drawing.turn(told, before, after, accent(before), training=training)
            self._show(text, page=told.moved or after.ending is not None)
        if told.offer:
            doors.to_turn(self.house, self.run, after)

    def _show(self, text: Content, *, page: bool) -> None:
        waiting = prompt(1, LETTER, "A letter has come. Open it.")
        self._paint((waiting,) if self._awaiting else self._offered())
        width, room = self.share_out()
        self.say_more(more=self.query_one(Story).tell(text, page=page, width=width, room=room))

    def _open_offer(self) -> None:
        self._view, self._awaiting = self.run.view, None
        after = self._view
        with self.app.batch_update():
            end = after.ending
            self._show(drawing.ending(end) if end else drawing.scene(after), page=True)
        doors.to_turn(self.house, self.run, after)

    def action_digit(self, digit: str) -> None:
        """Take, or with ten choices and more begin, a number."""
        self.query_one(Choosing).type_digit(digit)

    def action_move(self, by: int) -> None:
        """Move the highlight."""
        self.query_one(Choosing).move(by)
        self.share_out()
        self.later_mark_more()

    def action_take(self) -> None:
        """Take what is highlighted."""
        self.query_one(Choosing).take()

    def action_undo(self) -> None:
        """Take back the last choice, where the scenario allows it."""
        try:
            self.run.undo()
        except NotPossible as no:
            self.say(str(no))
            return
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        with self.app.batch_update():
            self._retell()
        self.say("Taken back. The debrief will say so." if self._view.undo == "counted" else "Taken back.")

    def action_keep(self) -> None:
        """Keep the highlighted line."""
        choice = self.query_one(Choosing).highlighted
        if choice is None or not choice.spoken:
            self.say("Highlight something to say, and s keeps it for your real talk.")
            return
        try:
            self.run.keep(choice.text)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.query_one(Sidebar).show(beside(self._view, accent(self._view), self.run.kept))
        self.say(f"Kept in your notebook: “{choice.text}”")

    def action_notebook(self) -> None:
        """Open the notebook."""
        doors.to_notebook(self.house, self.run, self._view)

    def action_letter(self) -> None:
        """Lay the letter on the table."""
        if self._view.letter is None:
            self.say("There is no letter yet. A spoken offer is not one.")
        else:
            doors.to_letter(self.house, self._view)

    def action_transcript(self) -> None:
        """Open the transcript."""
        doors.to_transcript(self.house, self.run)

    def action_leave(self) -> None:
        """To where one came from: home, or the command line. Everything is saved."""
        self.house.leave_play()

    def put_away(self) -> None:
        """Let go of the run's file."""
        self.run.close()

    def on_unmount(self) -> None:
        """Let go of the run's file."""
        self.put_away()

    def refresh_settings(self) -> None:
        """Draw again with other settings."""
        self.query_one(Story).set_measure(self.house.prefs.text_width)
        self._retell()

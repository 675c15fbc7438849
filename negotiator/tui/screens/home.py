"""The home screen: go on, play, look back. Drawn first; what takes longer is filled in by a worker."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.errors import NegotiatorError
from negotiator.tui import doors
from negotiator.tui.background import beside
from negotiator.tui.desk import Case, Played, Standing
from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import KeyLine
from negotiator.tui.widgets.menu import Item, Menu

MOTTO = "interview for an offer, not for a job"
FIRST = "First time here? “First Offer” takes eight minutes and teaches the keys and the idea."
SHOWN = 8
"""Finished runs on the list."""
OUTCOMES = {
    "signed": "signed",
    "declined": "declined",
    "lost": "never offered",
    "withdrawn": "offer withdrawn",
    "expired": "offer expired",
}


def case_item(case: Case) -> Item:
    """A scenario in the list."""
    minutes = f", about {case.minutes} minutes" if case.minutes else ""
    return Item(
        "Play", case.title, "" if case.trouble else f"{case.difficulty}{minutes}", case.summary, case.trouble
    )


def open_item(played: Played) -> Item:
    """A run that goes on."""
    turns = (
        "not begun" if not played.turns else f"{played.turns} decision{'' if played.turns == 1 else 's'} in"
    )
    return Item("Go on", played.title, f"{turns}, {_when(played.last)}", played.place, played.trouble)


def done_item(played: Played, standing: Standing | None) -> Item:
    """A finished run with its scores."""
    outcome = OUTCOMES.get(played.outcome, played.outcome)
    scores = ""
    if standing:
        named = (("courage", standing.courage), ("finesse", standing.finesse), ("fit", standing.fit))
        scores = "   ".join(f"{name} {'–' if value is None else value}" for name, value in named)
    return Item("Look back", f"{played.title}: {played.ending}", f"{outcome}, {_when(played.last)}", scores)


def _when(moment: datetime) -> str:
    return f"{moment.day} {moment:%B}"


class Home(Page[None]):
    """Where one begins."""

    CSS_PATH = "home.tcss"
    ABOUT = "Your library. Open a story to play it, go on with a run, or look back on a finished one."
    BINDINGS: ClassVar[list[BindingType]] = [
        *[Binding(f"{digit}", f"digit('{digit}')", show=False) for digit in range(10)],
        Binding(
            "down,j", "move(1)", "down", show=False, tooltip="Move the highlight (also up and k)", id="down"
        ),
        Binding("up,k", "move(-1)", "up", show=False, id="up"),
        Binding(
            "enter", "open", "open", tooltip="Open what is highlighted; its number does the same", id="open"
        ),
        Binding(
            "s", "settings", "settings", tooltip="Theme, training mode, motion, text width", id="settings"
        ),
        Binding("p", "palette", "palette", tooltip="Find any command by name", id="palette"),
        Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
        Binding("q", "leave", "quit", tooltip="Leave the game", id="quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._cases: tuple[Case, ...] = ()
        self._runs: tuple[Played, ...] = ()
        self._standings: dict[str, Standing | None] = {}
        self._doors: list[Callable[[], None]] = []
        """What opening each item of the list does."""

    def compose(self) -> ComposeResult:
        """Name and motto, a hint, the list, a line on habits."""
        yield Heading(Content.styled("Negotiator", "bold $candidate"), Content.styled(MOTTO, "italic $muted"))
        with VerticalScroll(can_focus=False):
            yield Static(id="hint", markup=False)
            yield Menu()
            yield Static(id="habit", markup=False)
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_screen_resume(self) -> None:
        """Coming here, also from a run: look at the disk again."""
        self.call_after_refresh(self._look_again)

    def _look_again(self) -> None:
        self.run_worker(self._gather(), exclusive=True, group="home")

    async def _gather(self) -> None:
        """Show what is found as it is found: lists, then lengths, then scores."""
        desk = self.house.desk
        cases = await beside(desk.cases)
        try:
            runs = await beside(desk.shelf)
        except (NegotiatorError, OSError) as error:
            # No panel: it would come again each time it is closed, since home looks again then.
            self.say(str(error))
            runs = ()
        self._fill(cases, runs)
        measured = await beside(lambda: tuple(map(desk.measured, cases)))
        self._fill(measured, runs)
        finished = [one for one in runs if one.outcome][:SHOWN]
        if finished:
            self._standings = await beside(lambda: {one.id: desk.standing(one) for one in finished})
            self._fill(measured, runs, await beside(desk.habit))

    def _fill(self, cases: tuple[Case, ...], runs: tuple[Played, ...], habit: str = "") -> None:
        going = [one for one in runs if not one.outcome]
        finished = [one for one in runs if one.outcome][:SHOWN]
        items: list[Item] = []
        self._doors = []
        for run in going[:SHOWN]:
            items.append(open_item(run))
            self._doors.append(partial(self._resume, run))
        for case in cases:
            items.append(case_item(case))
            self._doors.append(partial(self._brief, case))
        for run in finished:
            items.append(done_item(run, self._standings.get(run.id)))
            self._doors.append(partial(self._look_back, run))
        self.query_one("#hint", Static).update(Content("" if runs else FIRST))
        self.query_one("#hint").display = not runs
        self.query_one(Menu).set_items(tuple(items))
        self.query_one("#habit", Static).update(Content(habit))

    @on(Menu.Opened)
    def open_door(self, message: Menu.Opened) -> None:
        """Open a story, go on with a run, look back on one."""
        try:
            self._doors[message.index]()
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, None, error)

    def _brief(self, case: Case) -> None:
        if case.trouble:
            raise NegotiatorError(f"“{case.title}” cannot be played. {case.trouble}")
        doors.to_briefing(self.house, case.path)

    def _resume(self, run: Played) -> None:
        if run.trouble:
            raise NegotiatorError(f"This run cannot be opened. {run.trouble}")
        self.app.push_screen(doors.play(self.house.desk.resume(run.path)))

    def _look_back(self, run: Played) -> None:
        found = self.house.desk.resume(run.path)
        doors.to_looking_back(self.house, found, found.close)

    def action_digit(self, digit: str) -> None:
        """Open by number."""
        self.query_one(Menu).type_digit(digit)

    def action_move(self, by: int) -> None:
        """Move the highlight."""
        self.query_one(Menu).move(by)

    def action_open(self) -> None:
        """Open what is highlighted."""
        self.query_one(Menu).open()

    def action_settings(self) -> None:
        """Open the settings."""
        doors.to_settings(self.house)

    def action_leave(self) -> None:
        """Leave the game."""
        self.app.exit(0)

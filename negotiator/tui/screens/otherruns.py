"""The other finished runs of a story, to choose one from."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.errors import NegotiatorError
from negotiator.tui.background import beside
from negotiator.tui.desk import Played, Standing
from negotiator.tui.screens.home import done_item
from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import KeyLine
from negotiator.tui.widgets.menu import Item, Menu

NONE = (
    "There is no other finished run of this story yet. Press r at a decision in the debrief: "
    "you play on from just before it, and afterwards both runs can stand side by side."
)
SHOWN = 40
"""Runs on the list, the latest first."""


class OtherRuns(Page[Played | None]):
    """Leaves the run that was chosen; None when it was only closed."""

    CSS_PATH = "debrief.tcss"
    ABOUT = "Other runs of this story that are over. The one you open stands beside the one you look back on."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next", key_display="j", tooltip="The next run", id="next"),
        Binding("up,k", "move(-1)", "before", key_display="k", tooltip="The run before", id="before"),
        Binding("enter", "open", "compare", tooltip="Put it beside this run (or type its number)", id="open"),
        *(Binding(str(digit), f"digit('{digit}')", show=False) for digit in range(10)),
        Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
        Binding("escape,q", "close", "close", key_display="esc", tooltip="Back to the debrief", id="close"),
    ]

    def __init__(self, run: str, scenario: str, title: str) -> None:
        super().__init__()
        self._run = run
        self._scenario = scenario
        self._title = title
        self._runs: tuple[Played, ...] = ()

    def compose(self) -> ComposeResult:
        """Heading, the list, keys."""
        head = Content.assemble((f"{self._title}  ", "bold $ink"), ("which run beside this one?", "$muted"))
        yield Heading(head)
        with VerticalScroll(can_focus=False):
            yield Static(Content("Looking through your runs…"), id="none", markup=False)
            yield Menu()
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """The shelf is read beside the screen."""
        self.run_worker(self._gather(), exclusive=True)

    async def _gather(self) -> None:
        desk = self.house.desk
        try:
            shelf = await beside(desk.shelf)
        except (NegotiatorError, OSError) as error:
            self.query_one("#none", Static).update(Content(str(error)))
            return
        same = [one for one in shelf if one.scenario == self._scenario and one.id != self._run]
        self._runs = tuple(one for one in same if one.outcome and not one.trouble)[:SHOWN]
        self._fill(dict.fromkeys(one.id for one in self._runs))
        if self._runs:
            self._fill(await beside(lambda: {one.id: desk.standing(one) for one in self._runs}))

    def _fill(self, standings: dict[str, Standing | None]) -> None:
        items = (done_item(one, standings.get(one.id)) for one in self._runs)
        self.query_one(Menu).set_items(
            tuple(Item("Runs that are over", one.title, one.side, one.below) for one in items)
        )
        self.query_one("#none").display = not self._runs
        self.query_one("#none", Static).update(Content(NONE))

    @on(Menu.Opened)
    def leave_with(self, message: Menu.Opened) -> None:
        """Close with the run that was opened."""
        self.dismiss(self._runs[message.index])

    def action_digit(self, digit: str) -> None:
        """Open by number."""
        self.query_one(Menu).type_digit(digit)

    def action_move(self, by: int) -> None:
        """Move the highlight."""
        self.query_one(Menu).move(by)

    def action_open(self) -> None:
        """Open what is highlighted."""
        self.query_one(Menu).open()

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)

"""The debrief: one sentence and one turning point first; the rest for who digs."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.widgets import Static

from negotiator.analysis.debrief import Debrief
from negotiator.errors import NegotiatorError
from negotiator.report.markdown import debrief_markdown
from negotiator.report.wording import OUTCOMES
from negotiator.tui import doors
from negotiator.tui.background import beside
from negotiator.tui.ports import Run
from negotiator.tui.screens.page import TWO_COLUMNS, Page
from negotiator.tui.widgets.decisions import decision_lines, run_line
from negotiator.tui.widgets.gauges import gauge
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import KeyLine


def opening(debrief: Debrief) -> Content:
    """The sentence, the story in a paragraph, the turning point."""
    parts = [Content.styled(debrief.sentence, "bold $seat"), Content(debrief.story)]
    if debrief.ending_coach:
        parts.append(Content.assemble(("The coach: ", "bold"), debrief.ending_coach))
    turning = next((one for one in debrief.decisions if one.number == debrief.turning), None)
    if turning:
        words = f"“{turning.text}”" if turning.spoken else turning.text
        where = f", {turning.place}" if turning.place else ""
        lines = [
            Content.assemble(
                ("◆ ", "bold $seat"), (f"The turning point: decision {turning.number}{where}", "bold")
            ),
            Content(words),
        ]
        if turning.coach:
            lines.append(Content.styled(turning.coach, "$muted"))
        parts.append(Content("\n").join(lines))
    return Content("\n\n").join(parts)


def ledger(debrief: Debrief) -> Content:
    """What was learned, and what everybody wanted."""
    parts = []
    if debrief.facts_in_all:
        lines = [
            Content.styled(
                f"You learned {len(debrief.learned)} of {debrief.facts_in_all} things", "bold $seat"
            )
        ]
        lines += [Content(f"▫ {fact.says}") for fact in debrief.learned]
        parts.append(Content("\n").join(lines))
    if debrief.wanted:
        wanted = [Content.assemble((f"{one.person.name}: ", "bold"), one.wants) for one in debrief.wanted]
        parts.append(Content("\n").join([Content.styled("What they wanted", "bold $seat"), *wanted]))
    if debrief.undone:
        times = "once" if debrief.undone == 1 else f"{debrief.undone} times"
        parts.append(Content.styled(f"You took a choice back {times}.", "$muted"))
    return Content("\n\n").join(parts)


class DebriefScreen(Page[None]):
    """Holds a Debrief; the highlight walks over its decisions."""

    CSS_PATH = "debrief.tcss"
    ABOUT = (
        "Looking back. The highlighted decision is unfolded; r begins a new run from just before it. "
        "In the line of the run: ◆ the turning point, ● a decision that weighed much, ○ any other."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next", key_display="j", tooltip="The next decision", id="next"),
        Binding("up,k", "move(-1)", "before", key_display="k", tooltip="The decision before", id="before"),
        Binding("space,pagedown", "page(1)", "on", show=False, tooltip="A page on", id="on"),
        Binding("pageup,b", "page(-1)", "back", show=False, tooltip="A page back", id="back"),
        Binding("home", "top", "top", show=False, tooltip="To the beginning", id="top"),
        Binding(
            "g",
            "gauges",
            "numbers",
            tooltip="Scores as numbers, with every decision behind them",
            id="gauges",
        ),
        Binding(
            "r", "resume", "resume here", tooltip="A new run from just before this decision", id="resume"
        ),
        Binding("m", "export", "markdown", tooltip="Write the debrief as a Markdown page", id="export"),
        Binding("p", "palette", "palette", show=False, tooltip="Find any command by name", id="palette"),
        Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
        Binding("q,escape", "leave", "home", key_display="q", tooltip="Back to the library", id="home"),
    ]

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.run = run
        self._debrief: Debrief | None = None
        self._cursor = 0
        self._more = False
        self._line_of_cursor = (0, 1)

    def compose(self) -> ComposeResult:
        """Heading; the story and the decisions, below or beside each other; keys."""
        yield Heading(Content.styled("Looking back", "bold $ink"))
        with VerticalScroll(id="all", can_focus=False):
            with Vertical(id="told"):
                yield Static(Content("Reading the run once more…"), id="story", markup=False)
            with Vertical(id="list"):
                yield Static(id="decisions", markup=False)
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """The yardstick may have to be searched for: that is done beside the screen."""
        self.run_worker(self._look_back(), exclusive=True)

    def on_unmount(self) -> None:
        """Let go of the file."""
        self.run.close()

    async def _look_back(self) -> None:
        try:
            found = await beside(lambda: self.house.desk.debrief(self.run))
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.show(found)

    def show(self, found: Debrief) -> None:
        """Draw a debrief, the turning point highlighted."""
        self._debrief = found
        numbers = [one.number for one in found.decisions]
        self._cursor = numbers.index(found.turning) if found.turning in numbers else 0
        how = f"{found.ending.title}, {OUTCOMES[found.ending.outcome]}" if found.ending else "not ended yet"
        title = Content.assemble((f"{found.title}  ", "bold $ink"), (f"looking back: {how}", "$muted"))
        self.query_one(Heading).show(title)
        self._draw()

    def _width(self) -> int:
        across = self.size.width
        return min(across // 2 - 5 if across >= TWO_COLUMNS else across - 4, self.house.prefs.text_width)

    def _draw(self) -> None:
        found = self._debrief
        if found is None:
            return
        width = self._width()
        gauges = Content("\n\n").join([gauge(one, width, more=self._more) for one in found.gauges])
        proved = (
            ""
            if found.scores.proved
            else "Held against the widest range seen in sample plays, not a proved one."
        )
        told = [opening(found), gauges, Content.styled(proved, "$muted"), ledger(found)]
        lines: list[Content] = []
        for at, one in enumerate(found.decisions):
            here = at == self._cursor
            drawn = decision_lines(one, here=here, turning=one.number == found.turning, width=width)
            if here:
                self._line_of_cursor = (len(lines), len(drawn))
            lines += drawn
        head = Content.assemble(
            ("Decision by decision", "bold $seat"), "\n", run_line(found, self._cursor, width), "\n\n"
        )
        self._line_of_cursor = (self._line_of_cursor[0] + 4, self._line_of_cursor[1])
        with self.app.batch_update():
            self.query_one("#story", Static).styles.max_width = width + 1
            self.query_one("#story", Static).update(Content("\n\n").join([part for part in told if part]))
            self.query_one("#decisions", Static).update(Content.assemble(head, Content("\n").join(lines)))

    def on_resize(self) -> None:
        """Other columns for another width."""
        self._draw()

    def refresh_settings(self) -> None:
        """Another measure."""
        self._draw()

    def action_move(self, by: int) -> None:
        """Unfold the next decision, or the one before."""
        if self._debrief and self._debrief.decisions:
            self._cursor = (self._cursor + by) % len(self._debrief.decisions)
            self._draw()
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        top, lines = self._line_of_cursor
        if self.size.width >= TWO_COLUMNS:
            scroll = self.query_one("#list")
        else:
            scroll = self.query_one("#all")
            top += self.query_one("#told").outer_size.height
        lines = min(lines, scroll.size.height)
        scroll.scroll_to_region(Region(0, top, 1, lines), animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        scroll = self.query_one("#told" if self.size.width >= TWO_COLUMNS else "#all")
        scroll.scroll_relative(y=by * max(scroll.size.height - 1, 1), animate=False)

    def action_top(self) -> None:
        """To the beginning."""
        for scroll in self.query("#all, #told, #list"):
            scroll.scroll_home(animate=False)

    def action_gauges(self) -> None:
        """Numbers and all terms, or words again."""
        self._more = not self._more
        self._draw()

    def action_resume(self) -> None:
        """A new run from just before the highlighted decision."""
        if self._debrief is None or not self._debrief.decisions:
            return
        try:
            run = self.run.branch(self._debrief.decisions[self._cursor].number - 1)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.house.go_on(run)

    def action_export(self) -> None:
        """Write the page, and say where."""
        if self._debrief is None:
            return
        try:
            name = f"{self._debrief.scenario}.{self.run.id}.debrief.md"
            path = self.house.desk.write(name, debrief_markdown(self._debrief))
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.say(f"Written to {path}")

    def action_leave(self) -> None:
        """Home."""
        self.house.go_home()

"""The debrief: one sentence and one turning point first; the rest for who digs."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from negotiator.analysis.debrief import Debrief
from negotiator.errors import NegotiatorError
from negotiator.report.wording import OUTCOMES
from negotiator.tui import beyond, doors, written
from negotiator.tui.background import beside
from negotiator.tui.dealpages import MAP, NAMES, Sheet, deal_page
from negotiator.tui.opening import told
from negotiator.tui.ports import Run
from negotiator.tui.screens.debriefkeys import KEYS, keys_on
from negotiator.tui.screens.page import TWO_COLUMNS, Page
from negotiator.tui.widgets.decisions import decision_lines, run_line
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import Key, KeyLine, keys_of
from negotiator.tui.widgets.looking import looking
from negotiator.tui.widgets.tabs import Tabs

LINE = len(NAMES) - 1
"""Page of the better line."""


class DebriefScreen(Page[None]):
    """Holds a Debrief; the highlight walks over its decisions, and where there was a deal it has pages."""

    CSS_PATH = "debrief.tcss"
    ABOUT = (
        "Looking back. The highlighted decision is unfolded; r begins a new run from just before it. "
        "In the line of the run: ◆ the turning point, ● a decision that weighed much, ○ any other; "
        "▼ and a number are the points that a decision lost you. "
        "Where there was a deal, tab and the digits open its pages: their points are shown now."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    @dataclass
    class Looked(Message):
        """Another moment of the run has been looked at."""

        done: int
        of: int

    def __init__(self, run: Run) -> None:
        super().__init__()
        self.run = run
        self._debrief: Debrief | None = None
        self._cursor = 0
        self._page = 0
        self._more = False
        self._line_of_cursor = (0, 1)

    def compose(self) -> ComposeResult:
        """Heading and pages; the story and the decisions, below or beside each other; keys."""
        yield Heading(Content.styled("Looking back", "bold $ink"))
        yield Tabs(NAMES)
        with VerticalScroll(id="all", can_focus=False):
            with Vertical(id="told"):
                yield Static(looking(0, 0), id="story", markup=False)
            with Vertical(id="list"):
                yield Static(id="decisions", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="sheet", markup=False)
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """The best line has to be looked for, and perhaps a yardstick: that is done beside the screen."""
        self.run_worker(self._look_back(), exclusive=True)

    def on_unmount(self) -> None:
        """Let go of the file."""
        self.run.close()

    def key_line(self) -> tuple[Key, ...]:
        """The keys of the page that is open."""
        return keys_of(keys_on(self._page, paged=self._paged))

    @property
    def helped(self) -> tuple[Binding, ...]:
        """Without the pages where there was no deal."""
        return tuple(one for one in super().helped if self._paged or one.id not in ("on-page", "deal"))

    @property
    def _paged(self) -> bool:
        return bool(self._debrief and self._debrief.dealt)

    async def _look_back(self) -> None:
        def progress(done: int, of: int) -> None:
            # The loop may be closed: then nobody waits any more.
            with suppress(RuntimeError):
                self.post_message(self.Looked(done, of))

        try:
            found = await beside(lambda: self.house.desk.debrief(self.run, progress))
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.show(found)

    @on(Looked)
    def show_progress(self, message: Looked) -> None:
        """How far the work beside the screen has come."""
        if self._debrief is None:
            self.query_one("#story", Static).update(looking(message.done, message.of))

    def show(self, found: Debrief) -> None:
        """Draw a debrief, the turning point highlighted."""
        self._debrief = found
        numbers = [one.number for one in found.decisions]
        self._cursor = numbers.index(found.turning) if found.turning in numbers else 0
        how = f"{found.ending.title}, {OUTCOMES[found.ending.outcome]}" if found.ending else "not ended yet"
        title = Content.assemble((f"{found.title}  ", "bold $ink"), (f"looking back: {how}", "$muted"))
        self.query_one(Heading).show(title)
        self.set_class(self._paged, "-paged")
        self.query_one(KeyLine).set_keys(self.key_line())
        self._draw()

    def _width(self) -> int:
        across = self.size.width
        return min(across // 2 - 5 if across >= TWO_COLUMNS else across - 4, self.house.prefs.text_width)

    def _draw(self) -> None:
        if self._debrief is None:
            return
        with self.app.batch_update():
            if self._page:
                self._draw_page(self._debrief)
            else:
                self._draw_story(self._debrief)

    def _draw_page(self, found: Debrief) -> None:
        scroll = self.query_one("#page")
        # A map and a table use what room there is; the measure is for reading.
        sheet = Sheet(max(self.size.width - 4, 20), max(self.size.height - 4, 8))
        self.query_one("#sheet", Static).update(deal_page(found, NAMES[self._page], sheet))
        scroll.scroll_home(animate=False)

    def _draw_story(self, found: Debrief) -> None:
        width = self._width()
        lines: list[Content] = []
        for at, one in enumerate(found.decisions):
            here = at == self._cursor
            drawn = decision_lines(found, one, here=here, width=width)
            if here:
                self._line_of_cursor = (len(lines), len(drawn))
            lines += drawn
        head = Content.assemble(
            ("Decision by decision", "bold $seat"), "\n", run_line(found, self._cursor, width), "\n\n"
        )
        self._line_of_cursor = (self._line_of_cursor[0] + 4, self._line_of_cursor[1])
        self.query_one("#story", Static).styles.max_width = width + 1
        self.query_one("#story", Static).update(told(found, width, more=self._more))
        self.query_one("#decisions", Static).update(Content.assemble(head, Content("\n").join(lines)))

    def on_resize(self) -> None:
        """Other columns for another width."""
        self._draw()

    def refresh_settings(self) -> None:
        """Another measure."""
        self._draw()

    def open_page(self, page: int) -> None:
        """Open one of the pages, where there are any."""
        if not self._paged or page == self._page:
            return
        self._page = page
        self.set_class(page > 0, "-sheet")
        self.set_class(NAMES[page] == MAP, "-whole")
        self.query_one(Tabs).show(page)
        self.query_one(KeyLine).set_keys(self.key_line())
        self._draw()

    @on(Tabs.Picked)
    def open_picked(self, message: Tabs.Picked) -> None:
        """Open the page that was clicked."""
        self.open_page(message.index)

    def action_open_page(self, page: int) -> None:
        """Open a page by its number, from 0."""
        self.open_page(page)

    def action_turn_page(self, by: int) -> None:
        """Open the next page, or the one before."""
        self.open_page((self._page + by) % len(NAMES))

    def action_move(self, by: int) -> None:
        """Unfold the next decision, or the one before; on the other pages scroll by a line."""
        if self._page:
            self.query_one("#page").scroll_relative(y=by, animate=False)
        elif self._debrief and self._debrief.decisions:
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
        name = "#page" if self._page else "#told" if self.size.width >= TWO_COLUMNS else "#all"
        scroll = self.query_one(name)
        scroll.scroll_relative(y=by * max(scroll.size.height - 1, 1), animate=False)

    def action_top(self) -> None:
        """To the beginning."""
        for scroll in self.query("#all, #told, #list, #page"):
            scroll.scroll_home(animate=False)

    def action_gauges(self) -> None:
        """Numbers and all terms, or words again."""
        self._more = not self._more
        self._draw()

    def action_resume(self) -> None:
        """A new run from just before the highlighted decision; on the page of the better line, from where it begins."""
        found = self._debrief
        if found is None or not found.decisions:
            return
        number = found.decisions[self._cursor].number
        if self._page == LINE and found.dealt and found.dealt.best:
            number = found.dealt.best.decision
        elif self._page:
            self.say("r plays on from a decision: they are on the first page.")
            return
        try:
            run = self.run.branch(number - 1)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        self.house.go_on(run)

    def action_markdown(self) -> None:
        """Write the debrief as Markdown, and say where."""
        self._write(written.as_markdown)

    def action_html(self) -> None:
        """Write the debrief as a page for a browser, and say where."""
        self._write(written.as_html)

    def action_sheet(self) -> None:
        """Write the preparation sheet, and say where."""
        self._write(written.as_sheet)

    def _write(self, make: Callable[[Debrief, Run], written.Written]) -> None:
        if self._debrief is None:
            return
        try:
            path = self.house.desk.write(*make(self._debrief, self.run))
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, self.run, error)
            return
        # One word at a time: several would lie over the page.
        self.app.clear_notifications()
        self.say(f"Written to {path}")

    def action_compare(self) -> None:
        """Choose another run of this story to stand beside this one."""
        if self._debrief is not None:
            beyond.to_other_runs(self.house, self.run, self._debrief)

    def action_back(self) -> None:
        """From a page to the story; from the story home."""
        if self._page:
            self.open_page(0)
        else:
            self.house.go_home()

    def action_leave(self) -> None:
        """Home."""
        self.house.go_home()

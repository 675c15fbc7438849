"""Two runs of one story beside each other: where they parted, and what came of it."""

from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from negotiator.analysis.compare import compare
from negotiator.analysis.debrief import Debrief
from negotiator.errors import NegotiatorError
from negotiator.report.blocks import Page as ReportPage
from negotiator.report.compare import comparison_page
from negotiator.tui import doors
from negotiator.tui.background import beside
from negotiator.tui.desk import Played
from negotiator.tui.paper import page_content
from negotiator.tui.screens.reading import Reading
from negotiator.tui.widgets.looking import looking


class SideBySide(Reading[None]):
    """The run one looks back on at the left, the other at the right; below each other where it is narrow."""

    ABOUT = (
        "Two runs of one story. Seeing two ways of meeting the same moment teaches more than any score: "
        "read where they parted first."
    )
    BINDINGS: ClassVar[list[BindingType]] = []

    @dataclass
    class Looked(Message):
        """Another moment of the other run has been looked at."""

        done: int
        of: int

    def __init__(self, run: str, found: Debrief, other: Played) -> None:
        super().__init__()
        self._runs = (run, other.id)
        self._found = found
        self._other = other
        self._page: ReportPage | None = None
        self._progress = (0, 0)

    def heading(self) -> str:
        """Which runs."""
        ending = self._found.ending.title if self._found.ending else "not ended yet"
        return f"{self._runs[0]}, {ending}, beside {self._runs[1]}, {self._other.ending}"

    def on_mount(self) -> None:
        """The other run is read beside the screen."""
        super().on_mount()
        self.run_worker(self._look(), exclusive=True)

    async def _look(self) -> None:
        def progress(done: int, of: int) -> None:
            with suppress(RuntimeError):
                self.post_message(self.Looked(done, of))

        def work() -> Debrief:
            run = self.house.desk.resume(self._other.path)
            try:
                return self.house.desk.debrief(run, progress)
            finally:
                run.close()

        try:
            other = await beside(work)
        except (NegotiatorError, OSError) as error:
            doors.to_trouble(self.house, None, error)
            return
        self._page = comparison_page(compare(self._found, other), self._runs)
        self._draw()

    @on(Looked)
    def show_progress(self, message: Looked) -> None:
        """How far it has come."""
        self._progress = (message.done, message.of)
        if self._page is None:
            self._draw()

    def _draw(self) -> None:
        """Two columns of reading are as wide as two texts."""
        measure = 2 * self.house.prefs.text_width
        static = self.query_one(".reading", Static)
        static.styles.max_width = measure + 1
        static.update(self.text(max(min(self.size.width - 4, measure), 20)))

    def text(self, width: int, /) -> Content:
        """The comparison, or how far the reading of the other run has come."""
        return page_content(self._page, width) if self._page else looking(*self._progress)

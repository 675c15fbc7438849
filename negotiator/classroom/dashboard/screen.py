"""The instructor's screen: the room drawn twice a second, and keys that send orders."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from negotiator.classroom.dashboard import drawn
from negotiator.classroom.dashboard.asking import Asking
from negotiator.classroom.dashboard.board import Board, Row
from negotiator.classroom.dashboard.keys import KEYS
from negotiator.classroom.dashboard.ports import Order, Podium
from negotiator.classroom.dashboard.walllink import WallLink
from negotiator.errors import NegotiatorError
from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import KeyLine
from negotiator.tui.widgets.tabs import Tabs

EVERY = 0.5
"""Seconds between two looks at the room."""
MORE = 120
"""Seconds that one extension gives."""
BELL = 600
"""Seconds until the bell when the clock is started."""
PEOPLE, DECISIONS, GATES = range(3)
PAGES = ("People", "Decisions", "Gates")


class DashboardScreen(Page[None]):
    """The class as the instructor sees it."""

    ABOUT = (
        "The class. Marks before a name: ! has not moved for two minutes or more, ▸ the one that your keys are about. "
        "“away” means that no page or terminal of this person is connected at the moment; their chair is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    DEFAULT_CSS = """
    DashboardScreen #head { height: auto; width: 100%; }
    DashboardScreen #body { height: 1fr; }
    DashboardScreen VerticalScroll { height: 100%; scrollbar-size-vertical: 1; }
    DashboardScreen #left { width: 1fr; }
    DashboardScreen #right { width: 1fr; display: none; border-left: solid $line; }
    DashboardScreen.-two.-people #right { display: block; }
    DashboardScreen .lines { width: 100%; height: auto; }
    """

    def __init__(self, podium: Podium) -> None:
        super().__init__()
        self._podium = podium
        self._board: Board | None = None
        self._page = PEOPLE
        self._person = ""
        """Place of the marked person."""
        self._scene = ""
        """The marked gate."""
        self._slowest_first = False

    def compose(self) -> ComposeResult:
        """Title and code; how to come in and the room in a line; the pages; keys."""
        code = Content.assemble(("code ", "$muted"), (self._podium.doorplate.code, "bold $candidate"))
        yield Heading(Content.styled("Your class", "bold $ink"), code)
        yield Static(id="head", markup=False)
        yield Tabs(PAGES)
        with Horizontal(id="body"):
            with VerticalScroll(id="left", can_focus=False):
                yield Static(classes="lines", markup=False)
            with VerticalScroll(id="right", can_focus=False):
                yield Static(classes="lines", markup=False)
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """Look at once, then again and again."""
        self.look()
        self.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Draw the room as it is."""
        self._board = board = self._podium.board()
        self.set_class(self._page == PEOPLE, "-people")
        self.query_one(Heading).show(Content.styled(drawn.fitted(board.title, 50).rstrip(), "bold $ink"))
        head = Content("\n").join(
            [
                drawn.entrance(self._podium.doorplate, self.size.width, tall=self.has_class("-tall")),
                drawn.counts(board),
            ]
        )
        self.query_one("#head", Static).update(head)
        self.query_one(Tabs).show(self._page)
        both = self._page == PEOPLE and self.has_class("-two")
        width = max(self.size.width // 2 if both else self.size.width - 1, 20)
        self._fill("#left", self._lines(board, width))
        if both:
            self._fill("#right", drawn.decisions(board.spreads, self.size.width - width - 3))

    def _fill(self, where: str, lines: list[Content]) -> None:
        self.query_one(f"{where} .lines", Static).update(Content("\n").join(lines))

    def _lines(self, board: Board, width: int) -> list[Content]:
        if self._page == DECISIONS:
            return drawn.decisions(board.spreads, width)
        if self._page == GATES:
            self._scene = self._scene or (board.gates[0].scene if board.gates else "")
            return drawn.gates(board.gates, self._scene, width)
        rows = self._rows(board)
        if rows and self._person not in {one.place for one in rows}:
            self._person = rows[0].place
        return drawn.people(rows, self._person, width) or [
            Content.styled(" Nobody is here yet. Put the code on the wall.", "$muted")
        ]

    def _rows(self, board: Board) -> tuple[Row, ...]:
        if not self._slowest_first:
            return board.rows
        return tuple(sorted(board.rows, key=lambda one: (one.standing != "playing", -one.idle)))

    @property
    def marked(self) -> Row | None:
        """The person that keys are about."""
        rows = self._board.rows if self._board else ()
        return next((one for one in rows if one.place == self._person), None)

    def on_resize(self, _event: events.Resize) -> None:
        """Another width, other lines."""
        self.call_after_refresh(self.look)

    @on(Tabs.Picked)
    def pick_page(self, message: Tabs.Picked) -> None:
        """Open the page that was clicked."""
        self.action_open_page(message.index)

    def action_open_page(self, page: int) -> None:
        """Open a page by its number."""
        self._page = page
        self.query_one("#left", VerticalScroll).scroll_home(animate=False)
        self.look()

    def action_page(self, by: int) -> None:
        """The next page."""
        self.action_open_page((self._page + by) % len(PAGES))

    def action_move(self, by: int) -> None:
        """Mark another person or gate; the page of decisions scrolls."""
        if self._board is None:
            return
        scroll = self.query_one("#left", VerticalScroll)
        if self._page == DECISIONS:
            scroll.scroll_relative(y=by, animate=False)
            return
        if self._page == PEOPLE:
            ids = [one.place for one in self._rows(self._board)]
            at, self._person = _moved(ids, self._person, by)
        else:
            at, self._scene = _moved([one.scene for one in self._board.gates], self._scene, by)
        self.look()
        if not scroll.scroll_offset.y <= at < scroll.scroll_offset.y + scroll.size.height:
            scroll.scroll_to(y=max(at - scroll.size.height // 2, 0), animate=False)

    def action_order(self) -> None:
        """Turn the order of people round."""
        self._slowest_first = not self._slowest_first
        self.look()

    def send(self, order: Order, done: str) -> None:
        """Send an order, and say what came of it."""
        self.run_worker(self._send(order, done), exclusive=False)

    async def _send(self, order: Order, done: str) -> None:
        try:
            await self._podium.order(order)
        except (NegotiatorError, OSError) as error:
            self.say(str(error))
            return
        self.say(done)
        self.look()

    def action_pause(self) -> None:
        """Pause, or go on."""
        if self._board and self._board.paused:
            self.send(Order("resume"), "The class goes on.")
        else:
            self.send(Order("pause"), "Paused: phones are blank, clocks stand still.")

    def action_gate(self) -> None:
        """Close or open the marked gate."""
        gate = (
            next((one for one in self._board.gates if one.scene == self._scene), None)
            if self._board
            else None
        )
        if self._page != GATES or gate is None:
            self.action_open_page(GATES)
        elif gate.closed:
            self.send(Order("open-gate", scene=gate.scene), f"“{gate.title}” is open to everybody.")
        else:
            self.send(
                Order("gate", scene=gate.scene), f"Whoever comes to “{gate.title}” waits for the others."
            )

    def action_advance(self) -> None:
        """Move the marked person on."""
        self._advance(self.marked)

    def action_advance_slowest(self) -> None:
        """Move whoever is furthest behind on."""
        self._advance(self._board.slowest if self._board else None)

    def _advance(self, row: Row | None) -> None:
        if row is None:
            self.say("Nobody here could be moved on.")
        else:
            self.send(Order("advance", place=row.place), f"{row.name} was moved on.")

    def action_extend(self) -> None:
        """More time for the marked person."""
        if row := self.marked:
            self.send(Order("extend", place=row.place, seconds=MORE), f"{row.name} has two minutes more.")

    def action_extend_all(self) -> None:
        """More time for everybody."""
        self.send(Order("extend", seconds=MORE), "Everybody has two minutes more.")

    def action_bell(self) -> None:
        """Start the clock."""
        self.send(Order("bell", seconds=BELL), "The bell rings in ten minutes. E gives everybody two more.")

    def action_lock(self) -> None:
        """Close or open the door."""
        if self._board and self._board.locked:
            self.send(Order("unlock"), "People can join again.")
        else:
            self.send(Order("lock"), "Nobody else can join. Whoever was here can come back.")

    def action_remove(self) -> None:
        """Remove the marked person, if that is really meant."""
        if row := self.marked:
            self._ask(
                f"Remove {row.name} from the class?", "remove", Order("remove", place=row.place), "Removed."
            )

    def action_finish(self) -> None:
        """End the class, if that is really meant."""
        self._ask("End the class? Nobody can move after that.", "end it", Order("end"), "The class is over.")

    def _ask(self, question: str, yes: str, order: Order, done: str) -> None:
        def then(agreed: bool | None) -> None:
            if agreed:
                self.send(order, done)

        self.app.push_screen(Asking(question, yes), then)

    def action_wall(self) -> None:
        """Show a link for the projector."""
        self.app.push_screen(WallLink(self._podium.wall_link()))

    def action_leave(self) -> None:
        """Close, if that is really meant: everybody in the room loses the hub."""

        def then(agreed: bool | None) -> None:
            if agreed:
                self.app.exit(0)

        question = (
            "Close the hub? Everything is kept; people wait until you open it again with the same --db."
        )
        self.app.push_screen(Asking(question, "close it"), then)


def _moved(ids: list[str], chosen: str, by: int) -> tuple[int, str]:
    if not ids:
        return 0, ""
    at = ids.index(chosen) if chosen in ids else 0
    at = min(max(at + by, 0), len(ids) - 1)
    return at, ids[at]

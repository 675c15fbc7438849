"""The list of choices as one widget: a highlight that moves, digits, clicks."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from negotiator.game.view import ChoiceView
from negotiator.tui.widgets import acts as table
from negotiator.tui.widgets.acts import Act
from negotiator.tui.widgets.choices import Drawn, draw


class Choosing(Widget):
    """Shows choices and says which one was taken. It knows nothing of what comes of it."""

    DEFAULT_CSS = "Choosing { width: 100%; height: auto; pointer: pointer; }"

    @dataclass
    class Taken(Message):
        """A choice was taken, by key or by mouse."""

        choice: ChoiceView

    @dataclass
    class Acted(Message):
        """Something is to be done at the table."""

        name: str

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
    """Nothing in here scrolls; Widget's own would have each change of height laid out and drawn twice."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[ChoiceView, ...] = ()
        self._accent = "$candidate"
        self._cursor = 0
        self._typed = ""
        self._room = 10
        self._width = 80
        self._drawn = Drawn((), ())
        self._acts: tuple[Act, ...] = ()
        self._status: tuple[str, ...] = ()
        self._compact = False

    @property
    def highlighted(self) -> ChoiceView | None:
        """The choice under the highlight."""
        return self._choices[self._cursor] if self._cursor < len(self._choices) else None

    def offer(
        self,
        choices: tuple[ChoiceView, ...],
        accent: str,
        acts: tuple[Act, ...] = (),
        status: tuple[str, ...] = (),
        *,
        compact: bool = False,
    ) -> None:
        """Show these choices, the first that can be taken highlighted, and below them what the table offers.

        `status` are lines about the table; with `compact` choices take a line each. `fit` draws them.
        """
        self._choices, self._accent, self._typed = choices, accent, ""
        self._acts, self._status, self._compact = acts, status, compact
        self._cursor = next((at for at, one in enumerate(choices) if one.enabled), 0)

    def light(self, name: str) -> None:
        """Highlight the choice of this id, if it is there."""
        self._cursor = next((at for at, one in enumerate(self._choices) if one.id == name), self._cursor)
        self._redraw()

    def fit(self, width: int, room: int, most: int) -> int:
        """Draw into `width` cells and `room` lines, or up to `most` where choices would not be seen; returns the lines."""
        below = len(self._status) + (len(self._acts) + 1) // 2 if self._acts else 0
        self._width, self._room = width, max(room, min(len(self._choices) + below, most))
        self._redraw()
        return len(self._drawn.lines)

    def _redraw(self) -> None:
        count = len(self._choices)
        below: list[Content] = []
        if self._acts:
            below = table.lines(self._status, self._acts, self._cursor - count, self._width, self._accent)
        room = max(self._room - len(below), 0)
        drawn = (
            draw(
                self._choices,
                self._cursor,
                width=self._width,
                room=room,
                accent=self._accent,
                compact=self._compact,
            )
            if count
            else Drawn((), ())
        )
        self._drawn = Drawn((*drawn.lines, *below), (*drawn.owners, *[-1] * len(below)))
        self.styles.height = len(self._drawn.lines)
        self.refresh()

    def render(self) -> Content:
        """The lines as they were fitted."""
        return Content("\n").join(self._drawn.lines)

    def move(self, by: int) -> None:
        """Move the highlight, round the ends."""
        if count := len(self._choices) + len(self._acts):
            self._cursor = (self._cursor + by) % count
            self._typed = ""
            self._redraw()

    def type_digit(self, digit: str) -> None:
        """Take the choice with this number; with ten choices and more, a first digit waits for its second.

        Enter takes what is highlighted while it waits.
        """
        typed = self._typed + digit
        at = int(typed) - 1
        if not 0 <= at < len(self._choices):
            self._typed = ""
            return
        self._cursor, self._typed = at, typed
        if int(typed) * 10 > len(self._choices):
            self.take()
        else:
            self._redraw()

    def take(self) -> None:
        """Take the highlighted choice, or do what is highlighted."""
        self._typed = ""
        act = self._cursor - len(self._choices)
        if act < 0:
            self.post_message(self.Taken(self._choices[self._cursor]))
        elif act < len(self._acts):
            self.post_message(self.Acted(self._acts[act].name))

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the mouse, or do what is under it."""
        if (act := event.style.meta.get("act")) is not None:
            self._cursor = len(self._choices) + int(act)
            self.take()
        elif 0 <= event.y < len(self._drawn.owners) and (at := self._drawn.owners[event.y]) >= 0:
            self._cursor = at
            self.take()

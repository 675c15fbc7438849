"""The list of choices as one widget: a highlight that moves, digits, clicks."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from negotiator.game.view import ChoiceView
from negotiator.tui.widgets.choices import Drawn, draw


class Choosing(Widget):
    """Shows choices and says which one was taken. It knows nothing of what comes of it."""

    DEFAULT_CSS = "Choosing { width: 100%; height: auto; pointer: pointer; }"

    @dataclass
    class Taken(Message):
        """A choice was taken, by key or by mouse."""

        choice: ChoiceView

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

    @property
    def highlighted(self) -> ChoiceView | None:
        """The choice under the highlight."""
        return self._choices[self._cursor] if self._choices else None

    def offer(self, choices: tuple[ChoiceView, ...], accent: str) -> None:
        """Show these choices, the first that can be taken highlighted. `fit` draws them."""
        self._choices, self._accent, self._typed = choices, accent, ""
        self._cursor = next((at for at, one in enumerate(choices) if one.enabled), 0)

    def fit(self, width: int, room: int) -> int:
        """Draw into `width` cells and at most `room` lines; returns the lines used."""
        self._width, self._room = width, room
        self._redraw()
        return len(self._drawn.lines)

    def _redraw(self) -> None:
        self._drawn = draw(
            self._choices, self._cursor, width=self._width, room=self._room, accent=self._accent
        )
        self.styles.height = len(self._drawn.lines)
        self.refresh()

    def render(self) -> Content:
        """The lines as they were fitted."""
        return Content("\n").join(self._drawn.lines)

    def move(self, by: int) -> None:
        """Move the highlight, round the ends."""
        if self._choices:
            self._cursor = (self._cursor + by) % len(self._choices)
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
        """Take the highlighted choice."""
        self._typed = ""
        if self._choices:
            self.post_message(self.Taken(self._choices[self._cursor]))

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the mouse."""
        if 0 <= event.y < len(self._drawn.owners) and (at := self._drawn.owners[event.y]) >= 0:
            self._cursor = at
            self.take()

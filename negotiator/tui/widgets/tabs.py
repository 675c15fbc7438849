"""The pages of a screen by number and name, the one that is open marked by a heavy line."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class Tabs(Widget):
    """Two lines: the names, and a rule that is heavy under the open page. A click opens a page."""

    DEFAULT_CSS = "Tabs { height: 2; width: 100%; pointer: pointer; }"

    @dataclass
    class Picked(Message):
        """A page was clicked."""

        index: int

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._open = 0

    def show(self, index: int) -> None:
        """Mark another page as open."""
        self._open = index
        self.refresh()

    def spans(self) -> list[tuple[int, int]]:
        """The cells of each page, from the first to one past the last."""
        lengths = [len(name) + len(str(at)) + 1 for at, name in enumerate(self._names, 1)]
        gap = next(
            (gap for gap in (3, 2) if sum(lengths) + gap * (len(lengths) - 1) + 2 <= self.size.width), 1
        )
        found, start = [], 1
        for length in lengths:
            found.append((start, start + length))
            start += length + gap
        return found

    def render(self) -> Content:
        """The names over the rule."""
        parts: list[Content | str] = []
        rule = [" ", *["─"] * max(self.size.width - 2, 1)]
        at = 0
        for number, ((start, end), name) in enumerate(zip(self.spans(), self._names, strict=True), 1):
            here = number - 1 == self._open
            parts += [
                " " * (start - at),
                Content.styled(f"{number} ", "bold $seat"),
                Content.styled(name, "bold $ink" if here else "$muted"),
            ]
            at = end
            if here:
                rule[start:end] = "━" * (end - start)
        start, end = self.spans()[self._open]
        line = "".join(rule)
        under = Content.assemble(
            (line[:start], "$line"), (line[start:end], "bold $seat"), (line[end:], "$line")
        )
        return Content.assemble(*parts, "\n", under)

    def on_click(self, event: events.Click) -> None:
        """Open the page under the mouse."""
        for at, (start, end) in enumerate(self.spans()):
            if start - 1 <= event.x <= end:
                self.post_message(self.Picked(at))
                return

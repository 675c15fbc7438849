"""Help: what this screen is, its keys, how to copy text, what the signs mean."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content

from negotiator.tui.screens.notebook import hanging
from negotiator.tui.screens.reading import Reading

NAMES = {
    "question_mark": "?", "escape": "esc", "pageup": "page up", "pagedown": "page down",
    "left_square_bracket": "[", "right_square_bracket": "]", "number_sign": "#",
    "plus": "+", "equals_sign": "=", "minus": "-", "exclamation_mark": "!",
}  # fmt: skip
ALWAYS = (
    ("ctrl+q", "leave the game, from anywhere; every choice is saved the moment it is made"),
    (
        "copy text",
        "drag over it with the mouse, then ctrl+c; or hold shift (on a Mac, option) to select as your terminal does",
    ),
)


def keys(binding: Binding) -> str:
    """The keys of a binding as they stand on a keyboard."""
    return ", ".join(NAMES.get(key, key) for key in binding.key.split(","))


class Help(Reading[None]):
    """The help of one screen."""

    ABOUT = "This is the help."

    def __init__(self, about: str, bindings: Sequence[Binding]) -> None:
        super().__init__()
        self._about = about
        self._explained = tuple(bindings)

    def heading(self) -> str:
        """Help it is."""
        return "Help"

    def text(self, width: int, /) -> Content:
        """About, keys, what holds everywhere."""
        rows = [(keys(one), one.tooltip) for one in self._explained] + list(ALWAYS)
        widest = max(len(name) for name, _ in rows) + 2
        lines = []
        for name, words in rows:
            row = hanging(name.ljust(widest), Content(words), width)
            lines.append(row.stylize("bold", 0, len(name)))
        return Content("\n\n").join([Content(self._about), Content("\n").join(lines)])

    def action_help(self) -> None:
        """The help needs none."""
        self.dismiss()

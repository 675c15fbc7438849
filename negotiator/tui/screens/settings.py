"""The settings: every change holds at once and is saved."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from negotiator.errors import NegotiatorError
from negotiator.tui import themes
from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.heading import Heading
from negotiator.tui.widgets.keyline import KeyLine

WIDTHS = (56, 66, 76, 90, 110)
"""Cells of a line of text."""
THEME_WORDS = {"dusk": "dusk, dark", "paper": "paper, light", "contrast": "contrast, as much as there is"}


class SettingsScreen(Page[None]):
    """Four settings; left and right change the highlighted one."""

    CSS_PATH = "settings.tcss"
    ABOUT = "Every change holds at once and is kept for the next time."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next", key_display="j", tooltip="The next setting", id="next"),
        Binding("up,k", "move(-1)", "before", key_display="k", tooltip="The setting before", id="before"),
        Binding(
            "enter,space,right", "change(1)", "change", key_display="enter", tooltip="Change it", id="change"
        ),
        Binding(
            "left",
            "change(-1)",
            "change back",
            show=False,
            tooltip="Change it the other way",
            id="change-back",
        ),
        Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
        Binding(
            "escape,q", "close", "close", key_display="esc", tooltip="Back to where you were", id="close"
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """Heading, rows, keys."""
        yield Heading(Content.styled("Settings", "bold $ink"))
        yield Static(id="rows", markup=False)
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """Draw."""
        self._draw()

    def refresh_settings(self) -> None:
        """Draw the new values."""
        self._draw()

    def _draw(self) -> None:
        prefs = self.house.prefs
        rows = (
            ("Theme", THEME_WORDS.get(prefs.theme, prefs.theme), "Colours of the whole game."),
            (
                "Training mode",
                _on(on=prefs.training),
                "The three marks and the coach's note after every choice.",
            ),
            ("Reduced motion", _on(on=prefs.reduced_motion), "Nothing moves; the turn is a still page."),
            ("Text width", f"{prefs.text_width} letters", "The longest line of the story."),
        )
        lines = []
        for at, (name, value, words) in enumerate(rows):
            here = at == self._cursor
            style = "bold $candidate" if here else "$ink"
            lines.append(
                Content.assemble(
                    ("▸ " if here else "  ", style), (f"{name:<18}", style), (f"‹ {value} ›", "bold")
                )
            )
            lines += [Content.styled(f"  {words}", "$muted"), Content("")]
        self.query_one("#rows", Static).update(Content("\n").join(lines))

    def action_move(self, by: int) -> None:
        """Another setting."""
        self._cursor = (self._cursor + by) % 4
        self._draw()

    def action_change(self, by: int) -> None:
        """Another value, at once."""
        prefs = self.house.prefs
        theme, training, still, width = prefs.theme, prefs.training, prefs.reduced_motion, prefs.text_width
        match self._cursor:
            case 0:
                at = themes.NAMES.index(theme) if theme in themes.NAMES else 0
                theme = themes.NAMES[(at + by) % len(themes.NAMES)]
            case 1:
                training = not training
            case 2:
                still = not still
            case _:
                near = min(range(len(WIDTHS)), key=lambda at: abs(WIDTHS[at] - width))
                width = WIDTHS[(near + by) % len(WIDTHS)]
        try:
            self.house.change(theme=theme, training=training, reduced_motion=still, text_width=width)
        except (NegotiatorError, OSError) as error:
            self.say(f"It holds until you quit, but could not be saved: {error}")

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()


def _on(*, on: bool) -> str:
    return "on" if on else "off"

"""The written offer, laid on the table."""

from textual.content import Content

from negotiator.game.view import View
from negotiator.tui.screens.reading import Reading
from negotiator.tui.widgets.letterpaper import sheet


class LetterScreen(Reading[None]):
    """The letter as a sheet of paper."""

    CSS_PATH = "letter.tcss"
    ABOUT = "The written offer, word for word. Its days run in the head of the story."

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view = view

    def heading(self) -> str:
        """Where it lies."""
        return f"The letter on your table — {self._view.title}"

    def text(self, width: int, /) -> Content:
        """The sheet."""
        letter = self._view.letter
        return (
            sheet(letter, width - 8, self._view.days_left) if letter else Content("There is no letter yet.")
        )

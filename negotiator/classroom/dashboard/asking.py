"""A question before what cannot be taken back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Asking(ModalScreen[bool]):
    """Yes or no; anything but yes is no."""

    DEFAULT_CSS = """
    Asking { align: center middle; background: $ground 60%; }
    Asking Vertical { width: 56; max-width: 90%; height: auto; padding: 1 2; background: $lifted; border: round $line; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes"),
        Binding("n,escape,q,enter", "answer(False)", "no"),
    ]

    def __init__(self, question: str, yes: str) -> None:
        """`yes` says what the key y does."""
        super().__init__()
        self._text = Content.assemble(
            (question, "bold"),
            "\n\n",
            ("y ", "bold $alarm"),
            f"{yes}     ",
            ("n ", "bold"),
            "no, leave it as it is",
        )

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        with Vertical():
            yield Static(self._text, markup=False)

    def action_answer(self, yes: bool) -> None:
        """Leave with the answer."""
        self.dismiss(yes)

"""Something went wrong: what, where the run is saved, how to go on."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.errors import NegotiatorError
from negotiator.tui.ports import Run
from negotiator.tui.screens.reading import Reading


def account(error: Exception, run: Run | None) -> Content:
    """The error in plain words."""
    if isinstance(error, NegotiatorError):
        what, hint = error.message, error.hint
    else:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        name = getattr(error, "filename", None)
        what = f"The computer says: {reason}{f' ({name})' if name else ''}."
        hint = "Free some space or mend the folder, then try once more."
    parts = [Content.styled(what, "bold"), Content(hint)]
    if run is not None:
        parts.append(
            Content.assemble(
                "Nothing that was shown is lost. The run is saved here, up to your last choice:\n",
                (str(run.path), "bold"),
                "\nThe choice you just made has not been counted: make it again when this is mended, or leave and "
                f"come back with\n  negotiator runs resume {run.id}",
            )
        )
    return Content("\n\n").join([part for part in parts if part])


class Trouble(Reading[None]):
    """A panel instead of a traceback."""

    ABOUT = "Something did not work. What was shown before is saved."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "home", "home", tooltip="Back to the library", id="home"),
    ]

    def __init__(self, error: Exception, run: Run | None) -> None:
        super().__init__()
        self._error = error
        self._run = run

    def heading(self) -> str:
        """Plainly."""
        return "This did not work"

    def text(self, _width: int, /) -> Content:
        """The account."""
        return account(self._error, self._run)

    def action_home(self) -> None:
        """Home, from here."""
        self.house.go_home()

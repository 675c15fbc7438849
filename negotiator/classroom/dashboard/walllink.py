"""The projector's link: shown when it is asked for, used up by the first browser that opens it."""

from textual.content import Content

from negotiator.tui.screens.reading import Reading


class WallLink(Reading[None]):
    """A link to open in the browser that the projector shows."""

    ABOUT = "The projector's link."

    def __init__(self, link: str) -> None:
        super().__init__()
        self._link = link

    def heading(self) -> str:
        """What it is."""
        return "The wall"

    def text(self, _width: int, /) -> Content:
        """The link, and how it is used."""
        return Content.assemble(
            "Open this in the browser that your projector shows:\n\n",
            (self._link, "bold $candidate"),
            "\n\nIt opens once. Press w on the class's screen for another one.\n"
            "In the browser, the arrow keys step through the wall; it shows no names.",
        )

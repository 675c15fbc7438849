"""The column of the author: what could happen here, the findings, or what the player has beside the story."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from negotiator.tui.widgets.sidebar import Sidebar

HERE, FINDINGS, PLAYER = "here", "findings", "player"
TITLES = {HERE: "What could happen here", FINDINGS: "Findings", PLAYER: "Beside the story"}


class Panel(Sidebar):
    """Stands where a player has the second column, and keeps what would stand there as a page of its own."""

    DEFAULT_CSS = """
    Panel { padding: 0 1 0 2; scrollbar-size-vertical: 1; }
    Panel > Static { width: 100%; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.open = ""
        """The page that is open; empty for none."""
        self.pages: dict[str, Content] = {HERE: Content(""), FINDINGS: Content(""), PLAYER: Content("")}

    def compose(self) -> ComposeResult:
        """A title and one text."""
        yield Static(id="panel-title", markup=False)
        yield from super().compose()

    def show(self, text: Content) -> None:
        """What the player has beside the story."""
        self.write(PLAYER, text)

    def write(self, page: str, text: Content) -> None:
        """Another text for a page; where one has scrolled to is kept."""
        self.pages[page] = text
        if page == self.open:
            self._draw()

    def turn_to(self, page: str) -> None:
        """Open a page, from its top."""
        self.open = page
        self.scroll_home(animate=False, immediate=True)
        self._draw()

    def _draw(self) -> None:
        title = Content.styled(TITLES.get(self.open, ""), "bold $ink")
        self.query_one("#panel-title", Static).update(title)
        self._text.update(self.pages.get(self.open, Content("")))

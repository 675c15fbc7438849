"""How story and choices share the height of a play screen, and the mark that says when the story goes on below."""

from textual import events
from textual.content import Content
from textual.widgets import Static

from negotiator.tui.screens.page import TWO_COLUMNS
from negotiator.tui.screens.tableside import Tableside
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.masthead import HEIGHT
from negotiator.tui.widgets.sidebar import WIDTH
from negotiator.tui.widgets.story import Story


class Spread(Tableside):
    """A screen with a Story, a Choosing below it and a line #more between them. What they hold is its subclass's."""

    def __init__(self) -> None:
        super().__init__()
        self._more = False

    def watch_story(self) -> None:
        """Keep the mark right however the story moves or grows. For `on_mount`."""
        for moved in ("scroll_y", "virtual_size"):
            self.watch(self.query_one(Story), moved, self.later_mark_more, init=False)

    def room(self) -> tuple[int, int]:
        """Cells across and lines that story and choices have together."""
        width, height = self.size
        return width - WIDTH if width >= TWO_COLUMNS else width, height - HEIGHT - 2

    def share_out(self) -> tuple[int, int]:
        """Share the height out between story and choices; returns the story's width and lines."""
        column, free = self.room()
        across = min(column - 1, self.house.prefs.text_width + 8)
        least = max(5, free // 3)
        lines = self.query_one(Choosing).fit(across, free - max(least, free // 2), free - least)
        room = max(free - lines, 1)
        self.query_one(Story).styles.max_height = room
        return column, room

    def later_mark_more(self) -> None:
        """Look at the story once it is drawn, and say whether it goes on below."""
        self.call_after_refresh(self._mark_more)

    def _mark_more(self) -> None:
        self.say_more(more=self.query_one(Story).more_below)

    def say_more(self, *, more: bool) -> None:
        """Set or take away the mark."""
        if more != self._more:
            self._more = more
            line = Content.styled("▼ more below: space", "$muted") if more else Content("")
            self.query_one("#more", Static).update(line, layout=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Another size shares the room out anew."""
        self.share_out()
        self.later_mark_more()

    def action_read_on(self) -> None:
        """Scroll the story on by a page."""
        self.query_one(Story).scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        """Scroll the story back, to earlier turns too."""
        self.query_one(Story).turn_back()

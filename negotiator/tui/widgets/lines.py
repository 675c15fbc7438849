"""Some lines of text of a fixed height, in which words can be clicked."""

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


def clickable(text: Content, action: str) -> Content:
    """The text, which runs an action of the screen when it is clicked."""
    return text.stylize(Style.from_meta({"action": action}))


class Lines(Widget):
    """Shows what it is given. Its height never depends on that, so nothing is laid out anew."""

    DEFAULT_CSS = "Lines { width: 100%; height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  as every widget has it
        super().__init__(id=id)
        self._text = Content("")

    def show(self, text: Content) -> None:
        """Show this."""
        self._text = text
        self.refresh()

    def render(self) -> Content:
        """The lines."""
        return self._text

    async def on_click(self, event: events.Click) -> None:
        """Do what the words under the mouse do."""
        if action := event.style.meta.get("action"):
            await self.screen.run_action(str(action))

"""A page with a list and a foot that tells about the highlighted thing: editor, questions, and the like."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.tui.screens.page import Page, Result
from negotiator.tui.widgets.heading import headline
from negotiator.tui.widgets.keyline import KeyLine
from negotiator.tui.widgets.lines import Lines
from negotiator.tui.widgets.rows import Block, Room, Rows

LOW, ROOMY = 24, 30
"""Lines of a window under which the head is given fewer of them, and from which the foot is given more."""


class Board(Page[Result]):
    """Subclasses say what stands in the head, the list and the foot. Everything is drawn from their state."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False, tooltip="The next row (also up and k)", id="down"),
        Binding("up,k", "move(-1)", "up", show=False, id="up"),
        Binding("p", "palette", "palette", show=False, tooltip="Find any command by name", id="palette"),
        Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
        Binding("escape,q", "close", "back", key_display="esc", tooltip="Back to where you were", id="close"),
    ]

    HEAD: ClassVar[tuple[int, int]] = (2, 2)
    FOOT: ClassVar[tuple[int, int]] = (6, 9)
    """Lines of the head in a window under LOW lines and from there on; of the foot under ROOMY and from there on."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor = 0

    @property
    def head_lines(self) -> int:
        """Lines of the head, its rule among them."""
        return self.HEAD[self.size.height >= LOW]

    @property
    def foot_lines(self) -> int:
        """Lines of the foot, its rule among them."""
        return self.FOOT[self.size.height >= ROOMY]

    def count(self) -> int:
        """How many things can be highlighted."""
        raise NotImplementedError

    def heading(self) -> tuple[Content, Content]:
        """What stands at the left and at the right of the first line."""
        raise NotImplementedError

    def below_heading(self, width: int) -> Sequence[Content]:  # noqa: ARG002  for those who have more in the head
        """Further lines of the head."""
        return ()

    def blocks(self, room: Room) -> Sequence[Block]:
        """The list; when it is longer than there are lines, a part of it will be seen."""
        raise NotImplementedError

    def foot(self, room: Room) -> Sequence[Content]:
        """Lines about what is highlighted, as many as there are."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Head, list, foot, keys."""
        yield Lines(id="head")
        yield Rows()
        yield Lines(id="foot")
        yield KeyLine(self.key_line())
        yield self.enlarge()

    def on_mount(self) -> None:
        """Draw."""
        self._fit()

    def draw(self) -> None:
        """Draw everything from the present state."""
        width, height = self.size
        head, foot, inside = self.head_lines, self.foot_lines, max(width - 2, 1)
        rule = Content.assemble(" ", ("─" * inside, "$line"))
        below = [Content.assemble(" ", line) for line in self.foot(Room(inside, foot - 1))[: foot - 1]]
        room = Room(inside, max(height - head - foot - 1, 1))
        self.query_one("#head", Lines).show(
            Content("\n").join([headline(*self.heading(), width), *self.below_heading(inside)])
        )
        self.query_one(Rows).show(self.blocks(room), self.cursor)
        self.query_one("#foot", Lines).show(Content("\n").join([rule, *below]))

    def on_resize(self, _event: events.Resize) -> None:
        """Another size, other lines."""
        self._fit()

    def _fit(self) -> None:
        self.query_one("#head").styles.height = self.head_lines
        self.query_one("#foot").styles.height = self.foot_lines
        self.draw()

    def refresh_settings(self) -> None:
        """Draw again."""
        self.draw()

    @on(Rows.Picked)
    async def pick(self, message: Rows.Picked) -> None:
        """Highlight what was clicked, and do what the clicked words do."""
        self.cursor = message.index
        if message.action:
            await self.run_action(message.action)
        else:
            self.draw()

    def action_move(self, by: int) -> None:
        """Move the highlight, round the ends."""
        self.cursor = (self.cursor + by) % max(self.count(), 1)
        self.draw()

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)


def wrapped(text: str | Content, width: int, style: str = "", most: int = 99) -> list[Content]:
    """Text as lines of `width` cells, at most `most` of them, cut with an ellipsis."""
    content = Content.styled(text, style) if isinstance(text, str) else text
    lines = content.wrap(max(width, 8))
    if len(lines) > most:
        rest = Content(" ").join([line.rstrip() for line in lines[most - 1 :]])
        lines = [*lines[: most - 1], rest.truncate(max(width, 8), ellipsis=True)]
    return list(lines)


def pointed(text: Content, *, here: bool) -> Content:
    """A line of a list, the highlighted one with its pointer."""
    head = Content.styled(" ▸ " if here else "   ", "bold $seat")
    return Content.assemble(head, text.stylize("bold") if here else text)

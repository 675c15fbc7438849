"""Asking at the table: what about, in which form, and the words of the question before it is asked."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from negotiator.game.state import Move
from negotiator.game.tableview import TopicView
from negotiator.tui.attable import AtTable
from negotiator.tui.screens.board import Board, pointed, wrapped
from negotiator.tui.widgets.lines import clickable
from negotiator.tui.widgets.rows import Block, Room
from negotiator.tui.wording import FORMS, LEVELS

SECTIONS = {
    "priorities": "",
    "issue": "Terms",
    "limit": "What is in the way",
    "fact": "What else one can ask about",
}
USUAL = "open"


class Asking(Board[Move]):
    """Leaves the move behind; who opened it makes it."""

    ABOUT = (
        "Choose what to ask about, and with left and right how: the words below change with it. "
        "A question takes half a round; what people tell depends on how they are asked and on how well they know you."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", "ask it", tooltip="Ask the question as it stands below", id="ask"),
        Binding(
            "right", "form(1)", "how", key_display="← →", tooltip="The next way to put it (left: before)", id="form"
        ),
        Binding("left", "form(-1)", "how, back", show=False, id="form-back"),
    ]  # fmt: skip

    def __init__(self, here: AtTable, topic: str = "") -> None:
        super().__init__()
        self.here = here
        self._topics = tuple(topic for kind in SECTIONS for topic in here.table.topics if topic.kind == kind)
        self.cursor = next((at for at, one in enumerate(self._topics) if one.id == topic), 0)
        forms = here.table.forms
        self._forms = tuple(sorted(forms, key=lambda form: list(FORMS).index(form) if form in FORMS else 9))
        self._form = self._forms.index(USUAL) if USUAL in self._forms else 0

    def count(self) -> int:
        """Topics."""
        return len(self._topics)

    def heading(self) -> tuple[Content, Content]:
        """Whom one asks."""
        thin = self.here.table.thin
        return Content.styled(f"Ask {self.here.name}", "bold $ink"), Content.styled(thin, "$muted")

    def blocks(self, room: Room) -> Sequence[Block]:
        """The topics under their headings, with what is known already."""
        found: list[Block] = []
        section = ""
        label = min(
            max(map(len, (one.words for one in self._topics if one.kind == "issue")), default=0),
            room.width // 3,
        )
        for at, topic in enumerate(self._topics):
            if SECTIONS[topic.kind] != section:
                section = SECTIONS[topic.kind]
                found.append(Block((Content.styled(f" {section}", "$muted"),)))
            found.append(Block(self._lines(topic, room.width, label, here=at == self.cursor), at))
        return found

    def _lines(self, topic: TopicView, width: int, label: int, *, here: bool) -> tuple[Content, ...]:
        known = self._known(topic)
        style = "bold $seat" if here else "$ink"
        if topic.kind == "issue":
            name = Content.styled(topic.words, style).truncate(label, ellipsis=True)
            name = name.pad_right(label - name.cell_length)
        else:
            name = Content.styled(topic.words[:1].upper() + topic.words[1:], style)
        line = Content.assemble(name, (f"  {known}" if known else "", "$muted"))
        return (pointed(line.truncate(max(width - 3, 8), ellipsis=True), here=here),)

    def _known(self, topic: TopicView) -> str:
        if topic.kind == "issue":
            return next((term.known for term in self.here.table.terms if term.id == topic.id), "")
        return LEVELS.get(topic.level, topic.level)

    def foot(self, room: Room) -> Sequence[Content]:
        """How it is put, and the words."""
        form = self._forms[self._form]
        ways = Content.assemble(
            ("How: ", "$muted"),
            clickable(Content.styled("‹ ", "bold $seat"), "form(-1)"),
            (FORMS.get(form, form), "bold"),
            clickable(Content.styled(" ›", "bold $seat"), "form(1)"),
        )
        words = wrapped(self.here.said(self._move()), room.width, "bold $seat", max(room.lines - 1, 1))
        known = self._known(self._topics[self.cursor])
        so_far = (
            f"So far from {self.here.name}: {known}." if known else f"So far nothing from {self.here.name}."
        )
        return [ways, *words, *wrapped(so_far, room.width, "$muted", 1)]

    def _move(self) -> Move:
        return Move("ask", line=f"{self._forms[self._form]} {self._topics[self.cursor].id}")

    def action_form(self, by: int) -> None:
        """Another way to put it."""
        self._form = (self._form + by) % len(self._forms)
        self.draw()

    def action_ask(self) -> None:
        """Ask."""
        self.dismiss(self._move())

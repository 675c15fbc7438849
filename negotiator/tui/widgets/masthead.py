"""The head of the play screen: title and arc, the field of candidates or the days of the offer, the place."""

from functools import cache
from zlib import crc32

from textual.content import Content
from textual.widget import Widget

from negotiator.game.view import PersonView, View
from negotiator.tui.telling import stands

ROW = 46
"""Cells of the row of candidates; a larger field fills them all."""
ARC = (
    ("candidate", "candidate"),
    ("written_offer", "offer"),
    ("conversation", "talk"),
    ("decision", "decision"),
)
HEIGHT = 4


@cache
def _staying(cells: int) -> tuple[int, ...]:
    """Cells in the order in which they stay lit: yours first, so those who remain keep their places."""
    return tuple(sorted(range(cells), key=lambda cell: (cell != cells // 2, crc32(b"%d" % (cell * 7919)))))


def accent(view: View) -> str:
    """The accent of this half of the story."""
    return "$candidate" if view.reached == "candidate" else "$seat"


def field_row(count: int, cells: int = ROW) -> str:
    """The field as a row of dots: `count` of them while they fit, you the lit one in the middle."""
    lit = set(_staying(cells)[: min(max(count, 1), cells)])
    return "".join("◉" if cell == cells // 2 else "·" if cell in lit else " " for cell in range(cells))


def field_words(count: int) -> str:
    """How many are still in the running."""
    return "with you alone, not in writing" if count == 1 else f"you are one of {count}"


def who(person: PersonView) -> str:
    """A person with what they do there."""
    described = person.title or person.seat
    return f"{person.name}, {described}" if described else person.name


def scene_line(view: View) -> str:
    """Where one is, and with whom."""
    people = "; ".join(who(one) for one in view.people)
    return " — ".join(part for part in (view.place, people) if part)


def arc(view: View, *, full: bool) -> Content:
    """The four stages with the reached ones filled; `full` names each, else only the present one."""
    at = [stage for stage, _ in ARC].index(view.reached)
    lit = accent(view)
    parts: list[tuple[str, str]] = [("candidate ", f"bold {lit}" if at == 0 else "$muted")] if full else []
    for number, (_, name) in enumerate(ARC):
        reached = number <= at
        if number:
            link = ("━━━" if reached else "───") if full else "━━" if reached else "──"
            parts.append((link, lit if reached else "$muted"))
        parts.append(("●" if reached else "○", lit if reached else "$muted"))
        if full and number:
            parts.append((f" {name} ", f"bold {lit}" if number == at else "$muted"))
    if not full:
        parts.append((f" {ARC[at][1]}", f"bold {lit}"))
    return Content.assemble(*parts).rstrip()


def standing(view: View, width: int) -> Content:
    """The second line: the field thinning, or how long the letter stands."""
    if view.reached == "candidate":
        if not view.field:
            return Content("")
        words = field_words(view.field)
        cells = max(min(ROW, width - len(words) - 5), 1)
        row = Content.styled(field_row(view.field, cells), "$muted")
        row = row.stylize("bold $candidate", cells // 2, cells // 2 + 1)
        return _ends(row, Content.styled(words, "$muted"), width)
    seat = Content.styled("◉ the catbird seat", "bold $seat")
    if view.days_left is None:
        return _ends(seat, Content(""), width)
    left, life = max(view.days_left, 0), view.letter.days if view.letter else 0
    if life <= ROW // 2:
        seat = Content.assemble(seat, "   ", ("▪" * left, "$seat"), ("▫" * (life - left), "$muted"))
    words = stands(view.days_left)
    return _ends(seat, Content.styled(words, "bold $seat" if view.days_left <= 1 else "$muted"), width)


def _ends(left: Content, right: Content, width: int) -> Content:
    """`left` and `right` at the two ends of a line, a cell in from each side."""
    room = width - 2 - right.cell_length
    if left.cell_length + 2 > room:
        left = left.truncate(max(room - 2, 1), ellipsis=True)
    return Content.assemble(" ", left.pad_right(max(room - left.cell_length, 1)), right)


def masthead(view: View, width: int) -> Content:
    """Four lines: title and arc; field or days; place and people; a rule."""
    title = Content.styled(view.title, "bold $ink")
    full = arc(view, full=True)
    stages = full if title.cell_length + full.cell_length + 5 <= width else arc(view, full=False)
    place = Content.styled(scene_line(view), "$ink").truncate(max(width - 2, 1), ellipsis=True)
    return Content("\n").join(
        [
            _ends(title, stages, width),
            standing(view, width),
            Content.assemble(" ", place),
            Content.assemble(" ", ("─" * max(width - 2, 1), "$line")),
        ]
    )


class Masthead(Widget):
    """The head of the play screen. `show` gives it a moment to draw."""

    DEFAULT_CSS = "Masthead { height: 4; width: 100%; dock: top; }"

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None

    def show(self, view: View) -> None:
        """Draw another moment."""
        self._view = view
        self.refresh()

    def render(self) -> Content:
        """The four lines at the present width."""
        return masthead(self._view, self.size.width) if self._view else Content("")

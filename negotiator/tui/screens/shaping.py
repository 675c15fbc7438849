"""A package being shaped: terms as rows, options across, what they bring, what is known of the other side."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from negotiator.bargaining.deal import Package
from negotiator.game.tableview import OptionView, PackageView
from negotiator.tui.attable import AtTable
from negotiator.tui.draft import Draft, as_in, package_of, stepped, with_option
from negotiator.tui.screens.board import Board, wrapped
from negotiator.tui.screens.editorkeys import SHAPING
from negotiator.tui.screens.page import Result
from negotiator.tui.sides import Side
from negotiator.tui.widgets import termrows
from negotiator.tui.widgets.rows import Block, Room
from negotiator.tui.wording import counted
from negotiator.tui.worth import against_staying, amount, bar, change, of_wish

BARRED, HANGS, SAME = "x", "~", "="
SHAPE = "Shape of the job"
LEGEND = 5
"""Lines of a head that has room for what the bar is held against."""
REMEMBERED = 200
"""Changes that can be taken back."""


class Shaping(Board[Result]):
    """Holds a draft and changes it. What becomes of it is for subclasses to say."""

    BINDINGS: ClassVar[list[BindingType]] = [*SHAPING]
    HEAD = (LEGEND - 1, LEGEND)
    TO_ASK: ClassVar[str] = ""
    TO_CARRY: ClassVar[str] = ""
    """What one may do here about what is not known, and about what is not theirs to grant."""

    def __init__(
        self, here: AtTable, draft: Draft, base: PackageView, base_name: str, sides: tuple[Side, ...]
    ) -> None:
        """`base` is what gains and losses are counted from; `sides` are columns to compare with."""
        super().__init__()
        self.here = here
        self.table = here.table
        self.draft = draft
        self.base = package_of(base)
        self._base_name = base_name
        self._sides = sides
        self._compared = 0
        self._past: list[Draft] = []
        self.points = False
        """Numbers are points, not percent of the wish."""
        self._unnamed = sum(not shape.open for shape in self.table.shapes)

    def own(self, package: Package) -> int:
        """Points of a package for the player."""
        return self.table.own(package.structure, package.options)

    def count(self) -> int:
        """The shape, and every term."""
        return len(self.table.terms) + 1

    def below_heading(self, width: int) -> Sequence[Content]:
        """The bar, what it is held against, the names of the columns."""
        own = self.own(self.draft.package)
        words = of_wish(self.table, own, points=self.points)
        if self.head_lines < LEGEND and own < self.table.alternative:
            words = f"{amount(self.table, own, points=self.points)} ▼ less than staying"
        cells = max(min(width - len(words) - 10, 46), 8)
        lines = [Content.assemble((" You ", "bold"), " ", bar(self.table, own, cells), "  ", (words, "bold"))]
        if self.head_lines == LEGEND:
            lines.append(Content.assemble(" " * 6, self._legend(own)))
        lines.append(termrows.header(self._columns(width), [side.title for side in self._shown()]))
        return [Content.assemble(" ", one) for one in lines]

    def _legend(self, own: int) -> Content:
        table = self.table
        if warning := against_staying(table, own):
            staying = amount(table, table.alternative, points=self.points)
            return Content.assemble((warning, "bold $alarm"), (f" (┆ {staying})", "$muted"))
        held = [("┿ staying where you are", table.alternative), (self._base_name, self.own(self.base))]
        if theirs := self.theirs():
            held.append((f"{self.here.name}’s latest", self.own(theirs)))
        words = [f"{what} {amount(table, worth, points=self.points)}" for what, worth in held]
        return Content.styled("   ".join(words), "$muted")

    def theirs(self) -> Package | None:
        """The other side's latest package."""
        latest = [one.package for one in self.table.history if one.by == "them"]
        return package_of(latest[-1]) if latest else None

    def _columns(self, width: int) -> termrows.Columns:
        return termrows.columns([SHAPE, *[term.label for term in self.table.terms]], width, len(self._sides))

    def _shown(self) -> tuple[Side, ...]:
        return self._sides[self._compared :] + self._sides[: self._compared]

    def blocks(self, room: Room) -> Sequence[Block]:
        """Every row; where there is room, long options take more lines."""
        at, rows = (
            self._columns(room.width),
            [self._shape_row(), *map(self._term_row, range(len(self.table.terms)))],
        )
        for most in (3, 2):
            drawn = termrows.draw(rows, self.cursor, at, most)
            if sum(len(block.lines) for block in drawn) <= room.lines:
                return drawn
        return termrows.draw(rows, self.cursor, at, 1)

    def _shape_row(self) -> termrows.Row:
        shapes, now = self.table.shapes, self.draft.package.structure
        opened = [at for at, shape in enumerate(shapes) if shape.open]
        gain = shapes[now].own - shapes[self.base.structure].own
        return self._row(
            0, SHAPE, shapes[now].label, opened, now, "", gain, differs=now != self.base.structure
        )

    def _term_row(self, at: int) -> termrows.Row:
        term, package = self.table.terms[at], self.draft.package
        now = package.options[at]
        allowed = self.table.shapes[package.structure].allowed[at]
        gain = self.own(package) - self.own(with_option(package, at, self.base.options[at]))
        option = term.options[now]
        differs = now != self.base.options[at]
        return self._row(at + 1, term.label, option.label, allowed, now, marks(option), gain, differs=differs)

    def _row(
        self,
        row: int,
        label: str,
        value: str,
        found: Sequence[int],
        now: int,
        signs: str,
        gain: int,
        *,
        differs: bool,
    ) -> termrows.Row:
        at = found.index(now) if now in found else 0
        beside = (side.values[row] for side in self._shown())
        return termrows.Row(
            label=label,
            value=value,
            less=at > 0,
            more=at < len(found) - 1,
            marks=signs,
            change=change(self.table, gain, points=self.points) if differs else "",
            gains=gain >= 0,
            beside=tuple(SAME if text == value else text for text in beside),
        )

    def about(self, width: int, room: int) -> list[Content]:
        """About the highlighted row, in at most `room` lines."""
        return (self._about_shape(width) if self.cursor == 0 else self._about_term(width, room))[:room]

    def _about_shape(self, width: int) -> list[Content]:
        words = wrapped(self.table.shapes[self.draft.package.structure].label, width, "bold", 1)
        if self._unnamed:
            more = counted(self._unnamed, "more shape", "more shapes")
            words += wrapped(f"? {more.capitalize()} you have not learned enough of to name.", width)
        words += wrapped("Numbers are percent of your wish, the best there could be.", width, "$muted", 1)
        if sum(shape.open for shape in self.table.shapes) > 1:
            words += wrapped("Another shape changes the terms that do not fit it.", width, "$muted", 1)
        return words

    def _about_term(self, width: int, room: int) -> list[Content]:
        at = self.cursor - 1
        term, name = self.table.terms[at], self.here.name
        option = term.options[self.draft.package.options[at]]
        more: list[Content] = []
        if option.barred:
            limit = next(one for one in self.table.limits if one.id == option.barred)
            who = f" {limit.who} may lift that{self.TO_CARRY}." if limit.who else ""
            more += wrapped(f"{BARRED} Not for {name} to grant.{who} {limit.reason}", width, "bold $alarm", 2)
        if option.event:
            more += wrapped(f"{HANGS} You give it {option.chance} %: {option.event}.", width, "bold", 1)
        known = (
            f"{name} on this: {term.known}."
            if term.known
            else f"What it is worth to {name} you do not know{self.TO_ASK}."
        )
        more += wrapped(known, width, "$muted", 1 if len(more) > 1 else 2)
        value = Content.assemble((f"{term.label}: ", "bold"), (option.label, "bold"), self._elsewhere(at))
        return [*wrapped(value, width, most=max(room - len(more), 1)), *more]

    def _elsewhere(self, at: int) -> Content:
        """What a term is at first and in their latest package, where that differs.

        Where there is no room for a column to compare with, the foot says what would stand there.
        """
        term, now = self.table.terms[at], self.draft.package.options[at]
        side = self._shown()[0]
        if not self._columns(self.size.width - 2).sides:
            same = side.values[at + 1] == term.options[now].label
            return Content.styled(
                f"   ({side.title}: {'the same' if same else side.values[at + 1]})", "$muted"
            )
        said = []
        if self.base.options[at] != now:
            said.append(f"{self._base_name}: {term.options[self.base.options[at]].label}")
        theirs = self.theirs()
        if theirs and theirs.options[at] != now:
            said.append(f"{self.here.name}: {term.options[theirs.options[at]].label}")
        return Content.styled(f"   ({'; '.join(said)})" if said else "", "$muted")

    def change_to(self, draft: Draft) -> None:
        """Another draft, the present one remembered."""
        if draft != self.draft:
            self._past = [*self._past, self.draft][-REMEMBERED:]
            self.draft = draft
        self.draw()

    def action_step(self, by: int) -> None:
        """Another option of the highlighted row."""
        package = stepped(self.table, self.draft.package, self.cursor, by)
        self.change_to(self.draft.with_package(package))

    def action_row_back(self) -> None:
        """The highlighted row as it was at first."""
        self.change_to(self.draft.with_package(as_in(self.table, self.draft.package, self.base, self.cursor)))

    def action_all_back(self) -> None:
        """Everything as it was at first."""
        self.change_to(self.draft.with_package(self.base))

    def action_undo(self) -> None:
        """Take back the last change."""
        if self._past:
            self.draft = self._past.pop()
            self.draw()
        else:
            self.say("Nothing has been changed here yet.")

    def action_compare(self) -> None:
        """Another column to compare with."""
        self._compared = (self._compared + 1) % max(len(self._sides), 1)
        self.draw()

    def action_values(self) -> None:
        """Points, or percent again."""
        self.points = not self.points
        self.draw()


def marks(option: OptionView) -> str:
    """The signs behind an option."""
    return (BARRED if option.barred else "") + (HANGS if option.event else "")

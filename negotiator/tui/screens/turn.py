"""The turn from candidate to catbird seat: the field goes out, and the letter lies on the table."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from negotiator.game.view import View
from negotiator.tui.screens.page import Page
from negotiator.tui.widgets.keyline import Key, KeyLine
from negotiator.tui.widgets.letterpaper import WIDEST, sheet
from negotiator.tui.widgets.masthead import ROW, field_row

FRAME = 0.07
"""Seconds a frame."""
OUT = 20
"""Frames in which the others go out."""
STILL = 8
"""Frames in which you are alone, before the letter comes."""
SCROLLS = frozenset({"down", "up", "pagedown", "pageup", "j", "k"})


def remaining(field: int, frame: int) -> int:
    """How many of `field` are left in a frame; 1 from OUT on."""
    return 1 + (max(field, 1) - 1) * max(OUT - frame, 0) // OUT


def sky(field: int, frame: int) -> Content:
    """The row of dots in a frame, and the words below it."""
    alone = frame >= OUT
    row = Content.styled(field_row(1 + (min(field, ROW) - 1) * max(OUT - frame, 0) // OUT), "$muted")
    row = row.stylize("bold $seat" if alone else "bold $candidate", ROW // 2, ROW // 2 + 1)
    words = Content("") if alone else Content.styled(f"you were one of {remaining(field, frame)}", "$muted")
    # Both lines as wide, so that centring leaves you in the middle.
    left = ROW // 2 - words.cell_length // 2
    return Content("\n").join(
        [row, Content.assemble(" " * left, words).pad_right(max(ROW - left - words.cell_length, 0))]
    )


class TurnScreen(Page[None]):
    """Once in a run. Any key ends the motion, the next one goes on; with reduced motion it stands still."""

    CSS_PATH = "turn.tcss"
    ABOUT = "The written offer has come. Read it; any key goes on."
    BINDINGS: ClassVar = []

    def __init__(self, began: int, after: View) -> None:
        """`began` is how many the field counted at its largest; 0 when nobody said."""
        super().__init__()
        self._field = began
        self._after = after
        self._frame = 0
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The field above, the words, the letter."""
        yield Static(id="sky", markup=False)
        yield Static(id="words", markup=False)
        with Center(), VerticalScroll(id="letter", can_focus=False):
            yield Static(id="sheet", markup=False)
        yield KeyLine((Key("any key", "go on"),))
        yield self.enlarge()

    def on_mount(self) -> None:
        """Begin the motion, or stand still at its end."""
        if self.house.prefs.reduced_motion or self._field < 2:
            self._arrive()
        else:
            self.query_one("#sky", Static).update(sky(self._field, 0))
            self._timer = self.set_interval(FRAME, self._advance)

    def _advance(self) -> None:
        self._frame += 1
        if self._frame >= OUT + STILL:
            self._arrive()
        elif self._frame <= OUT:
            self.query_one("#sky", Static).update(sky(self._field, self._frame))

    @property
    def arrived(self) -> bool:
        """Whether the letter is on the table."""
        return self._frame >= OUT + STILL

    def _arrive(self) -> None:
        if self._timer:
            self._timer.stop()
        self._frame = OUT + STILL
        self.query_one("#sky", Static).update(sky(self._field, OUT))
        self.query_one("#words", Static).update(words(self._field))
        self.add_class("-arrived")
        self._lay_letter()

    def _lay_letter(self) -> None:
        letter = self._after.letter
        self.query_one("#letter").set_class(letter is None, "-none")
        if letter:
            width = min(self.size.width - 12, WIDEST)
            self.query_one("#letter").styles.max_height = max(self.size.height - 8, 6)
            paper = sheet(letter, width, self._after.days_left)
            self.query_one("#sheet", Static).update(paper)
            longer = len(paper.plain.splitlines()) + 2 > max(self.size.height - 8, 6)
            more = (Key("down", "read on"),) if longer else ()
            self.query_one(KeyLine).set_keys((*more, Key("any key" if not longer else "any other", "go on")))

    def on_resize(self, _event: events.Resize) -> None:
        """The sheet follows the width."""
        if self.arrived:
            self._lay_letter()

    def on_key(self, event: events.Key) -> None:
        """Any key ends the motion; then any key that does not scroll goes on."""
        event.stop()
        if not self.arrived:
            self._arrive()
        elif event.key in SCROLLS:
            by = -4 if event.key in ("up", "k", "pageup") else 4
            self.query_one("#letter", VerticalScroll).scroll_relative(y=by, animate=False)
        else:
            self.dismiss()

    def on_click(self) -> None:
        """A click is as good as a key."""
        if self.arrived:
            self.dismiss()
        else:
            self._arrive()


def words(field: int) -> Content:
    """What has changed, in two lines."""
    were = f"You are no longer one of {field}." if field > 1 else "You are no longer a candidate."
    return Content.assemble(
        (f"{were} They want you, and have said so in writing.\n", "bold $ink"),
        ("From here on, the questions are yours.", "bold $seat"),
    )

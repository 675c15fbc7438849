"""How far a search beside the screen has come."""

from textual.content import Content

BAR = 24
"""Cells of the bar."""


def looking(done: int, of: int) -> Content:
    """A word and a bar; without a bar while nothing can be counted."""
    words = Content("Reading the run once more…")
    if of <= 0:
        return words
    full = BAR * done // of
    bar = Content.assemble(("━" * full, "bold $seat"), ("╌" * (BAR - full), "$muted"))
    counted = Content.assemble(bar, f"  {done} of {of} moments")
    return Content("\n").join(
        [words, Content(""), Content("Looking for the better line at each of them."), counted]
    )

"""The line above the keys: which version is played, and what came of the last save."""

from textual.content import Content

from negotiator.runs.reloading import Versions, clock
from negotiator.tui.screens.board import wrapped


def standing(versions: Versions, word: str, steps: int, width: int) -> list[Content]:
    """One line or two of `width` cells. `word` is what came of the last save; `steps` count from where one began."""
    if versions.broken:
        return wrapped(f"✗ {versions.broken}", width, "bold $alarm", 2)
    if word:
        return wrapped(f"! {word}", width, "bold $seat", 2)
    at = clock(versions.latest.at)
    place = f", {steps} step{'' if steps == 1 else 's'} in" if steps else ""
    return wrapped(f"the version of {at}{place}", width, "$muted", 1)

"""`negotiator` alone: the home screen."""

import sys
from pathlib import Path

from negotiator.errors import NegotiatorError


def open_home(saves: str | None = None) -> int:
    """Open the app at home, with the runs of the folder `saves` (default: where runs are kept).

    Raises:
        NegotiatorError: there is no terminal to open it in.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NegotiatorError(
            "The game needs a terminal, and this is not one.",
            "Play line by line instead: negotiator play first-offer --plain",
        )
    from negotiator.tui.app import open_game

    return open_game(None, None, Path(saves) if saves else None)

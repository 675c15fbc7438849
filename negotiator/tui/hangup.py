"""A terminal that has vanished: without it nobody sees the game, and reading its keys would never end."""

import select
import sys


def hung_up() -> bool:
    """Whether the terminal that keys come from has gone without a signal, as when whoever made it was killed."""
    if sys.platform == "win32":
        return False
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
    except (OSError, ValueError):
        return False
    return any(event & select.POLLHUP for _, event in poll.poll(0))

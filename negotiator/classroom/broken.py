"""The error of a log that cannot be folded."""

from negotiator.classroom.events import Event
from negotiator.errors import NegotiatorError


class BrokenLog(NegotiatorError):
    """An event that cannot have happened: the log is damaged, or was kept by a version with other rules."""

    def __init__(self, event: Event, why: str) -> None:
        super().__init__(
            f"The class's log does not fit at event {event.rev} ({event.kind}, {event.place}): {why}",
            "Nothing was changed. Open it with the version of negotiator that wrote it, or restore a copy.",
        )

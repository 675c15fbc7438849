"""The room: a fold over its events, what may happen next in it, and what each chair sees of it.

Pure: it reads no clock, no disk and no network, and comes to the same result in every process.
"""

from datetime import datetime

from negotiator.classroom.chairview import ChairView
from negotiator.classroom.deciding import decide
from negotiator.classroom.events import Event, New
from negotiator.classroom.folding import fold
from negotiator.classroom.hall import Hall
from negotiator.classroom.seeing import see
from negotiator.classroom.wishes import Answer, Wish


class Room(Hall):
    """A room kept in memory. Its fields are those of Hall: chairs, gates, paused, locked, ended, rev."""

    __slots__ = ()

    def apply(self, event: Event) -> None:
        """Take in what has happened. An event whose rev is not new is passed over.

        Raises:
            BrokenLog: the event cannot have happened here: the log is damaged, or of another version.
        """
        fold(self, event)

    def answered(self, place: str, client: str) -> Answer | None:
        """What this client id was answered the first time; None if it is new. Ask it before `decide`."""
        return self.answers.get((place, client))

    def decide(self, place: str, client: str, wish: Wish, now: datetime) -> New:
        """The event that grants a wish, checked against the room; nothing changes until it is applied.

        Raises:
            Refusal: it cannot be granted; `reason` is its code.
        """
        return decide(self, place, client, wish, now)

    def view(self, place: str) -> ChairView:
        """What one chair may see.

        Raises:
            Refusal: there is no such chair, or the room has not been opened.
        """
        return see(self, place)

"""A class read back from its store: every chair's attempts with their times, and who sits where. Nothing is changed."""

from dataclasses import dataclass, field
from datetime import datetime

from negotiator.analysis.cohort import Attempt
from negotiator.classroom.chair import Chair
from negotiator.classroom.events import ROOM, Event
from negotiator.classroom.room import Room
from negotiator.classroom.store import PAGE, Store
from negotiator.game.play import Play
from negotiator.runs.roster import Known


@dataclass(slots=True)
class Record:
    """The room, and when each turn in force was made."""

    room: Room = field(default_factory=Room)
    times: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    """By place and attempt, in ISO 8601."""
    people: dict[str, Known] = field(default_factory=dict)
    """Who said who they are, by place."""

    def apply(self, event: Event) -> None:
        """Take in an event.

        Raises:
            BrokenLog: see Room.apply.
        """
        before = self.room.chairs.get(event.place)
        self.room.apply(event)
        after = self.room.chairs.get(event.place)
        if event.place == ROOM or after is None:
            return
        key = event.place, after.now.number
        had = before.now.play if before and before.now.number == after.now.number else None
        self.times[key] = _timed(self.times.get(key, ()), had, after.now.play, event.at)

    def attempts(self) -> tuple[Attempt, ...]:
        """Everybody's attempts, first ones and retries; who watched or was removed is left out, as is an attempt in
        which nothing was done.
        """
        return tuple(
            self._attempt(chair, number)
            for chair in self.room.chairs.values()
            if chair.seat != "observer" and not chair.removed
            for number, one in enumerate(chair.attempts)
            if one.play.turns or number == 0
        )

    def _attempt(self, chair: Chair, number: int) -> Attempt:
        one = chair.attempts[number]
        return Attempt(
            key=chair.place,
            person=chair.name,
            number=one.number,
            play=one.play,
            times=self.times.get((chair.place, one.number), ()),
            seat=chair.seat,
            by_others=one.helped,
            note="moves by the engine or the instructor" if one.helped else "",
        )


def _timed(times: tuple[str, ...], before: Play | None, after: Play, at: datetime) -> tuple[str, ...]:
    """The times of the turns in force after an event; a turn that was taken back takes its time with it."""
    had = before.turns if before else ()
    if len(after.turns) < len(had):
        last = max(number for number, turn in enumerate(had) if turn.told)
        return times[:last] + times[last + 1 :]
    return times + (at.isoformat(),) * (len(after.turns) - len(had))


async def read_record(store: Store) -> Record:
    """Everything that happened in a class, and who is known by name.

    Raises:
        BrokenLog: the log is damaged, or is of another version's rules.
    """
    record, rev = Record(), 0
    while events := await store.since(rev, PAGE):
        for event in events:
            record.apply(event)
        rev = events[-1].rev
    listed = {place: chair.roster for place, chair in record.room.chairs.items()}
    for person in await store.people():
        record.people[person.place] = Known(person.name, person.student, listed.get(person.place, ""))
    for place, known in listed.items():
        record.people.setdefault(place, Known(listed=known))
    return record

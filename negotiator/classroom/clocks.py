"""The bell: until when a chair may move. It stands still while the room is paused."""

from dataclasses import replace
from datetime import datetime, timedelta

from negotiator.classroom.chair import Chair
from negotiator.classroom.hall import Clock, Hall


def rings_at(hall: Hall, chair: Chair) -> datetime | None:
    """When the bell rings for a chair, the pause that is on not counted; None without a clock."""
    if hall.clock is None:
        return None
    clock = hall.clock
    seconds = clock.seconds + hall.extended + chair.extended + clock.stood
    return clock.since + timedelta(seconds=seconds)


def stood(clock: Clock, since: datetime, until: datetime) -> Clock:
    """The clock after it has stood still between two moments."""
    still = (until - max(since, clock.since)).total_seconds()
    return replace(clock, stood=clock.stood + max(still, 0.0))


def is_over(hall: Hall, chair: Chair, now: datetime) -> bool:
    """Whether the chair's time is up."""
    rings = rings_at(hall, chair)
    return rings is not None and not hall.paused and now > rings


def left(hall: Hall, chair: Chair) -> int | None:
    """Whole seconds left while the room is paused; None while it is not, or without a clock."""
    rings = rings_at(hall, chair)
    if rings is None or hall.paused_at is None:
        return None
    return max(int((rings - hall.paused_at).total_seconds()), 0)

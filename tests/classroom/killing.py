"""Kill a writing process over and over, and compare what it acknowledged with what is there."""

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

from negotiator.classroom.events import Event
from negotiator.classroom.store import open_store
from tests.classroom.appender import CALLERS
from tests.support import ROOT


class Acknowledged(NamedTuple):
    place: str
    client: str
    rev: int
    seq: int


def acknowledged_until_killed(where: str, lines: int) -> list[Acknowledged]:
    """What a writing process said was kept until it was killed (-9) after so many lines."""
    words = [sys.executable, "-m", "tests.classroom.appender", where]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        said += child.stdout.readlines()
    assert child.returncode == -9, f"it ended by itself: {child.returncode}"
    return [
        Acknowledged(place, client, int(rev), int(seq))
        for place, client, rev, seq in (line.split() for line in said if line.endswith("\n"))
    ]


async def everything(where: str) -> list[Event]:
    """All events of a class."""
    store = await open_store(where, create=False)
    found: list[Event] = []
    while events := await store.since(len(found)):
        found += events
    await store.close()
    return found


class Loss(NamedTuple):
    """What went wrong over some kills."""

    acknowledged: int
    kept: int
    lost: int
    doubled: int
    unasked: int
    """Kept and not acknowledged, beyond the one that each caller may have been waiting for at each kill."""


async def kills(where: str, times: int, seed: int) -> Loss:
    """Kill a writing process so many times, each after a random number of acknowledgements."""
    chance = random.Random(seed)
    said: list[Acknowledged] = []
    for _ in range(times):
        said += acknowledged_until_killed(where, chance.randrange(1, 400))
    return compared(said, await everything(where), times)


def compared(said: Sequence[Acknowledged], events: Sequence[Event], times: int) -> Loss:
    """Acknowledgements against events; an acknowledgement may come twice, an event may not."""
    there = {Acknowledged(event.place, event.client, event.rev, event.seq) for event in events}
    asked = set(said)
    return Loss(
        acknowledged=len(asked),
        kept=len(events),
        lost=len(asked - there),
        doubled=len(events) - len({(event.place, event.body["n"]) for event in events}),
        unasked=max(len(there - asked) - CALLERS * times, 0),
    )

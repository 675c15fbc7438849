"""A room full of scripted players and a hub of its own: answers, fan-out, joining, memory, start, and kills under load."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bare import echoes, fsyncs
from benchmarks.hubs import HubProcess
from negotiator.classroom.bots.bot import Bot
from negotiator.classroom.bots.crowd import HANDLES, JOINING, Plan, rehearse
from negotiator.classroom.bots.handles import allow_handles
from negotiator.classroom.bots.latency import latency
from negotiator.classroom.bots.tally import Tally, tally
from negotiator.classroom.client.link import Link

BURST = 0.5
"""Seconds into which a round of decisions falls when everybody decides at once."""
FANS = 5
"""Times a room is paused and resumed."""
UP = 2.5
"""Seconds that a hub is left alone before it is killed."""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    count: int
    decisions: int
    over: float
    kills: int


class Ears:
    """When each player first heard something, since the last time it was opened."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.open()

    def open(self) -> None:
        self.heard: dict[int, float] = {}
        self.everybody = asyncio.Event()

    def hear(self, number: int, _kind: str, at: float) -> None:
        self.heard.setdefault(number, at)
        if len(self.heard) == self.count:
            self.everybody.set()


LONG = Size(300, 10, 60.0, 20)
SHORT = Size(60, 4, 5.0, 2)


def report(*, short: bool) -> None:
    """Print every figure beside its yardstick."""
    size = SHORT if short else LONG
    with TemporaryDirectory() as name:
        asyncio.run(_report(Path(name), size))


async def _report(folder: Path, size: Size) -> None:
    allow_handles(HANDLES * (size.count + 25))
    bare = latency(fsyncs(folder, 200))
    assert bare
    print(f"classroom: a bare fsync: {bare.said}")
    await _answers(folder, size, bare.p99)
    await _joining_and_fan_out(folder, size)
    await _kills(folder, size)


async def _answers(folder: Path, size: Size, fsync: float) -> None:
    hub = HubProcess(folder / "answers.class")
    first = await hub.start()
    each = (size.over - min(JOINING, size.over / 6)) / size.decisions
    memory: float | None = None
    for what, burst in (("spread evenly", None), (f"in bursts of {BURST} s", BURST)):
        echo = latency(await echoes(size.count, min(size.decisions, 4), each, burst or each))
        plan = Plan(hub.base, hub.code, size.count, size.over, size.decisions, burst=burst)
        used = hub.cpu
        found = tally(plan, await rehearse(plan))
        used = hub.cpu - used
        assert echo
        assert found.times
        _sound(found)
        print(
            f"classroom: {size.count} students x {size.decisions} decisions in {size.over:.0f} s, {what}, to the"
            f" acknowledgement: {found.times.said}; p99 {found.times.p99 / echo.p99:.1f} x a bare echo"
            f" ({echo.p99:.1f} ms), {found.times.p99 / (echo.p99 + fsync):.1f} x echo and fsync;"
            f" {1000 * used / found.decided:.1f} ms of a core for each decision, joining and the record included"
        )
        memory = memory or hub.megabytes
    await hub.kill()
    again = await hub.start()
    print(
        f"classroom: hub {memory or 0:.0f} MB at most with {size.count} students; started in {first:.2f} s, with"
        f" {2 * size.count} chairs and {2 * size.count * size.decisions} moves in its file in {again:.2f} s"
    )
    await hub.kill()


async def _joining_and_fan_out(folder: Path, size: Size) -> None:
    """All chairs taken at once; then the room is paused and resumed, and everybody hears of it."""
    hub = HubProcess(folder / "joining.class")
    await hub.start()
    ears = Ears(size.count)

    async with AsyncExitStack() as links:
        until = time.monotonic() + 600
        bots = [
            Bot(await links.enter_async_context(Link(hub.base)), number, 0, until, ears.hear)
            for number in range(size.count)
        ]
        began = time.monotonic()
        await asyncio.gather(*(bot.join(hub.code) for bot in bots))
        joined = time.monotonic() - began
        listening = [asyncio.create_task(bot.listen()) for bot in bots]
        await asyncio.sleep(3)  # until every stream is open and quiet
        last = [await _fan(hub, what, ears) for what in ("pause", "resume") * FANS]
        for task in listening:
            task.cancel()
    await hub.kill()
    fans = latency(last)
    one = await echoes(1, 20, 0, 0)
    assert fans
    print(
        f"classroom: {size.count} joins at once: {joined:.1f} s; a pause reaches the last of {size.count}:"
        f" median {fans.p50:.0f} ms, longest {fans.most:.0f} ms, {fans.p50 / 1000 / sorted(one)[10]:.0f} x one bare echo"
    )


async def _fan(hub: HubProcess, what: str, ears: Ears) -> float:
    """Seconds from an order until everybody has heard of it."""
    ears.open()
    sent = time.monotonic()
    await hub.order(what)
    await asyncio.wait_for(ears.everybody.wait(), 10)
    await asyncio.sleep(0.3)
    return max(ears.heard.values()) - sent


async def _kills(folder: Path, size: Size) -> None:
    """kill -9 under load, again and again."""
    hub = HubProcess(folder / "kills.class")
    starts = [await hub.start()]
    over = size.kills * (UP + 2.0)
    plan = Plan(hub.base, hub.code, size.count, over, max(int(over / 5), 2))
    playing = asyncio.create_task(rehearse(plan))
    for _ in range(size.kills):
        await asyncio.sleep(UP)
        await hub.kill()
        starts.append(await hub.start())
    books = await playing
    await hub.kill()
    found = tally(plan, books)
    _sound(found)
    back = [_since(hub.ready, ack.at) for book in books for ack in book.acknowledged if ack.tries > 1]
    print(
        f"classroom: {size.kills} kills under load of {size.count}: {found.decided} decisions acknowledged, 0 lost,"
        f" 0 doubled; {len(back)} came through after a kill, the last {max(back, default=0):.1f} s after the restart;"
        f" restarts within {max(starts):.1f} s"
    )


def _since(ready: Sequence[float], at: float) -> float:
    """Seconds from the last restart before a moment."""
    return at - max(one for one in ready if one <= at)


def _sound(found: Tally) -> None:
    assert found.clean, (found.faults[:5], found.unanswered, found.joined, found.stopped)


if __name__ == "__main__":
    report(short=False)

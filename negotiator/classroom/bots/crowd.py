"""A rehearsal: so many scripted players come in, decide in the time they are given, and are asked what they were told."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

from negotiator.classroom.bots.book import Book
from negotiator.classroom.bots.bot import Bot, GaveUp, Hear
from negotiator.classroom.bots.handles import allow_handles
from negotiator.classroom.bots.proof import prove
from negotiator.classroom.client.link import Declined, Link

JOINING = 10.0
"""Seconds over which players come in, or a sixth of the time if that is less."""
HANDLES = 4
"""Open files for each player, and as many again for the process."""

ASKING = 4
"""Records that are asked for at once in the end."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A rehearsal to be."""

    base: str
    """The hub: "http://127.0.0.1:8400"."""
    code: str
    count: int
    over: float
    """Seconds in which they join and decide."""
    decisions: int = 10
    seed: int = 0
    grace: float = 60.0
    """Seconds after that in which an answer still counts."""
    burst: float | None = None
    """Seconds into which all decisions of one round fall; None: they are spread evenly."""


Progress = Callable[[int, int], None]
"""progress(chairs taken, decisions acknowledged)."""


async def rehearse(plan: Plan, hear: Hear | None = None, progress: Progress | None = None) -> list[Book]:
    """Play the plan and hold what was acknowledged against the hub's record; what is wrong stands in `faults`.

    Raises:
        Declined, Unreached: the hub does not show its record in the end.
    """
    allow_handles(HANDLES * (plan.count + 25))
    loop = asyncio.get_running_loop()
    until = loop.time() + plan.over + plan.grace
    async with AsyncExitStack() as links:
        bots = [
            Bot(await links.enter_async_context(Link(plan.base)), number, plan.seed, until, hear)
            for number in range(plan.count)
        ]
        began = loop.time()
        watching = asyncio.create_task(_watch(bots, progress)) if progress else None
        await asyncio.gather(*(_one(bot, plan, began) for bot in bots))
        if watching:
            watching.cancel()
        few = asyncio.Semaphore(ASKING)
        await asyncio.gather(*(_proved(bot, few) for bot in bots if bot.book.place))
    return [bot.book for bot in bots]


async def _one(bot: Bot, plan: Plan, began: float) -> None:
    """One player's part, from the door to the last decision."""
    random = Random(f"{plan.seed}:when:{bot.book.number}")
    await _until(began + random.random() * min(JOINING, plan.over / 6))
    try:
        await bot.join(plan.code)
    except Declined as no:
        bot.book.waiting = f"not let in: {no.message}"
        return
    except GaveUp:
        bot.book.waiting = "not let in: no answer"
        return
    listening = asyncio.create_task(bot.listen())
    try:
        for when in _times(plan, random):
            await _until(began + when)
            if not await bot.decide():
                return
    except GaveUp:
        bot.book.waiting = bot.book.waiting or "no answer"
    except Declined as no:
        bot.book.waiting = f"turned away: {no.message}"
    finally:
        listening.cancel()


def _times(plan: Plan, random: Random) -> list[float]:
    """When a player means to decide, in seconds from the beginning."""
    first = min(JOINING, plan.over / 6)
    round_ = (plan.over - first) / plan.decisions
    width = round_ if plan.burst is None else min(plan.burst, round_)
    return [first + number * round_ + random.random() * width for number in range(plan.decisions)]


async def _proved(bot: Bot, few: asyncio.Semaphore) -> None:
    async with few:
        await prove(bot.link, bot.book)


async def _until(when: float) -> None:
    await asyncio.sleep(max(when - asyncio.get_running_loop().time(), 0))


async def _watch(bots: list[Bot], progress: Progress) -> None:
    while True:
        await asyncio.sleep(1)
        books = [bot.book for bot in bots]
        progress(
            sum(book.joined is not None for book in books), sum(len(book.acknowledged) for book in books)
        )

"""Carries between a chair and its hub: what was done goes out in order, what happened comes in, for as long as it takes."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from negotiator.classroom.client.backoff import Backoff
from negotiator.classroom.client.link import Declined, Link, Unreached
from negotiator.classroom.client.run import ChairRun
from negotiator.errors import NegotiatorError

HOLDS = frozenset({"paused", "gated", "not-your-turn"})
"""Refusals that pass: what was done waits until the room goes on."""
AGAIN = frozenset({"stale"})
"""Refusals after which the log says how things stand."""
FINAL = frozenset({"not-possible", "time", "ended", "removed", "no-chair", "wrong"})
"""Refusals that stay: the chair is where the log says, and what was done since is not counted."""
ROUNDS = 8
"""Times the log is read anew before a wait, when it keeps changing under our hands."""


async def exchange(link: Link, run: ChairRun) -> bool:
    """Read the log, bring both together, send what the hub does not know; whether the story changed here.

    Raises:
        Unreached: the hub is out of reach; what was acknowledged stays so.
        Declined: this chair is not let in any more.
    """
    changed = await _learn(link, run)
    for _ in range(ROUNDS):
        try:
            await send(link, run)
        except Declined as no:
            if no.reason in HOLDS:
                return changed
            if no.reason not in AGAIN | FINAL:
                raise
            changed |= await _learn(link, run)
            if no.reason in FINAL and run.unsent:
                run.take_theirs(
                    f"{no.message} What you did since then is not counted; this is where your chair is."
                )
                changed = True
        else:
            return changed
    raise Unreached(link.base, "too much happens there at once")


async def send(link: Link, run: ChairRun) -> None:
    """Send what the hub does not know of, one after another, each acknowledged before the next.

    Raises:
        Unreached, Declined: as `exchange`; nothing was lost.
    """
    while waiting := run.unsent:
        message = waiting[0]
        body = {"client": message.client, **message.body}
        if message.route == "/api/move":
            body["seq"] = run.next_seq
        answer = await link.send(message.route, body)
        seq = answer.get("seq")
        run.acknowledge(message, seq if isinstance(seq, int) else 0)


async def _learn(link: Link, run: ChairRun) -> bool:
    news = run.known.learn(await link.ask(f"/api/log?since={run.known.room.rev}"))
    return run.catch_up() or news


class Courier:
    """Runs beside the screen, in its loop. `tell` is called after everything that changes what should be shown."""

    def __init__(self, link: Link, run: ChairRun, tell: Callable[[bool], None]) -> None:
        """`tell` has True when the story itself changed, and not by this player's hand."""
        self._link = link
        self._run = run
        self._tell = tell
        self._wake = asyncio.Event()
        self._wants_log = True
        self.trouble = ""
        """Why the hub cannot be reached at the moment; empty when it can."""
        self.shut_out = ""
        """Why the hub will not have this chair any more; empty when it will."""
        run.changed = self._wake.set

    async def work(self) -> None:
        """Carry until cancelled, or until the chair is shut out."""
        async with asyncio.TaskGroup() as both:
            listening = both.create_task(self._listen())
            await self._carry()
            listening.cancel()

    async def _carry(self) -> None:
        backoff = Backoff()
        while not self.shut_out:
            self._wake.clear()
            try:
                changed = await self._once()
            except (NegotiatorError, OSError) as error:
                if isinstance(error, Declined) and error.status in (401, 403):
                    self.shut_out = f"{error.message} {error.hint}".strip()
                else:
                    self._wants_log = True
                    self.trouble = getattr(error, "message", "") or str(error)
                self._tell(False)
                await asyncio.sleep(0 if self.shut_out else backoff.failed())
                continue
            backoff.worked()
            self.trouble = ""
            self._tell(changed)
            if not self._wants_log:
                await self._wake.wait()

    async def _once(self) -> bool:
        """Send what there is to send; where the log is wanted, or the hub objects, bring both together."""
        if not self._wants_log:
            try:
                await send(self._link, self._run)
            except Declined as no:
                if no.reason in HOLDS:
                    return False
            else:
                return False
        self._wants_log = False
        return await exchange(self._link, self._run)

    async def _listen(self) -> None:
        backoff, last = Backoff(), ""
        while not self.shut_out:
            with suppress(NegotiatorError):
                first = True
                async for at, told in self._link.stream("/api/events", last):
                    if first:
                        self._ask_log()
                    first = False
                    backoff.worked()
                    last = at or last
                    seq = told.data.get("seq")
                    if told.kind == "room" or (told.kind == "now" and seq != self._run.next_seq - 1):
                        self._ask_log()
            # Asking for the log tells whether only the stream broke, or the hub is out of reach.
            self._ask_log()
            await asyncio.sleep(backoff.failed())

    def _ask_log(self) -> None:
        self._wants_log = True
        self._wake.set()

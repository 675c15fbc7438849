"""A process that appends to a class and prints what was acknowledged, until it is killed.

python -m tests.classroom.appender WHERE: twenty callers at once, each at its own place. Each begins with the
client id it sent last before (as a client does that never heard the answer), and prints "place client rev seq" for
what it is told is kept.
"""

import asyncio
import sys

from negotiator.classroom.events import Kind, New
from negotiator.classroom.store import Again, Store, open_store

CALLERS = 20


def say(*words: object) -> None:
    """One line in one write: it is cut off by a kill, or whole."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


async def caller(store: Store, number: int, begin: int) -> None:
    place, line = f"p-{number}", begin
    while True:
        client = f"c{line}"
        try:
            [event] = await store.append([New(place, client, Kind.MOVED, {"line": "x" * 200, "n": line})])
        except Again as again:
            event = again.first
        say(place, client, event.rev, event.seq)
        line += 1


async def main(where: str) -> None:
    store = await open_store(where)
    reached = dict.fromkeys(range(CALLERS), 0)
    rev = 0
    while events := await store.since(rev):
        rev = events[-1].rev
        reached.update({int(event.place[2:]): int(event.client[1:]) for event in events})
    await asyncio.gather(*(caller(store, number, begin) for number, begin in reached.items()))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))

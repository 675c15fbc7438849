"""What a class's store takes: appends of 300 callers at once beside a bare flush to the same disk; kills in mid-write."""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from negotiator.classroom.events import Json, Kind, New
from negotiator.classroom.store import Store, open_store
from tests.classroom.killing import kills
from tests.classroom.server import binaries, cluster

CALLERS = 300
MOVE: dict[str, Json] = {
    "move": {"kind": "choose", "choice": "ask-for-the-range", "line": ""},
    "outcome": "",
    "before": "first-call",
}


def bare_flush(folder: Path, times: int) -> float:
    """Median seconds to write 4 KB at a file's end and flush it to the disk."""
    taken = []
    with (folder / "flush").open("wb", buffering=0) as file:
        for _ in range(times):
            began = time.perf_counter()
            file.write(bytes(4096))
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


async def caller(store: Store, place: str, moves: int) -> list[float]:
    """Seconds that each append of one place took, from the call to the acknowledgement."""
    taken = []
    for n in range(moves):
        began = time.perf_counter()
        await store.append([New(place, f"c{n}", Kind.MOVED, dict(MOVE), n + 1)])
        taken.append(time.perf_counter() - began)
    return taken


async def appends(where: str, moves: int) -> tuple[float, list[float]]:
    """Appends a second, and the seconds each took, sorted."""
    store = await open_store(where)
    began = time.perf_counter()
    taken = await asyncio.gather(*(caller(store, f"p-{n}", moves) for n in range(CALLERS)))
    whole = time.perf_counter() - began
    assert await store.newest() == CALLERS * moves
    began = time.perf_counter()
    await store.close()
    store = await open_store(where)
    print(f"    close, open and examine {CALLERS * moves} events: {time.perf_counter() - began:.2f} s")
    await store.close()
    return CALLERS * moves / whole, sorted(one for each in taken for one in each)


@contextmanager
def stores(folder: Path) -> Iterator[dict[str, list[str]]]:
    """By name, the addresses of two empty classes."""
    files = {"SQLite": [str(folder / "a.db"), str(folder / "b.db")]}
    tools = binaries()
    if tools is None:
        print("  PostgreSQL: there is none on this machine")
        yield files
    else:
        with cluster(tools) as server:
            yield files | {"PostgreSQL": [server.place(), server.place()]}


def report(moves: int, times: int) -> None:
    """Print the figures of each store: `moves` of each caller, `times` kills."""
    print(f"store of a class, {CALLERS} callers at once, {moves} moves each")
    with tempfile.TemporaryDirectory() as name, stores(Path(name)) as found:
        for kind, (first, second) in found.items():
            flush = bare_flush(Path(name), 200)
            print(f"  {kind}")
            rate, taken = asyncio.run(appends(first, moves))
            middle, high = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
            print(
                f"    {rate:,.0f} durable appends a second: {rate * flush:.1f} for each bare flush ({flush * 1000:.2f} ms)"
            )
            print(f"    an append with 299 others: median {middle * 1000:.0f} ms, p99 {high * 1000:.0f} ms")
            loss = asyncio.run(kills(second, times, seed=1))
            print(
                f"    {times} kills of a writing process: {loss.acknowledged} acknowledged, "
                f"{loss.lost} lost, {loss.doubled} doubled"
            )


if __name__ == "__main__":
    report(2 if "--short" in sys.argv else 20, 3 if "--short" in sys.argv else 20)

"""What the classroom's figures are held against: a bare fsync, and a bare aiohttp server that says back what it hears."""

import asyncio
import os
import sys
import time
from pathlib import Path
from random import Random

from negotiator.classroom.client.link import Link

ECHO = """
from aiohttp import web
async def echo(request): return web.json_response(await request.json())
async def main():
    runner = web.AppRunner(web.Application(), access_log=None)
    runner.app.router.add_post("/", echo)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()
import asyncio
asyncio.run(main())
"""
LINE = b"x" * 300
"""About as long as an event."""


def fsyncs(folder: Path, times: int) -> list[float]:
    """Seconds to append a line to a file and have it on the disk."""
    found = []
    with Path(folder, "bare").open("ab", buffering=0) as file:
        for _ in range(times):
            began = time.perf_counter()
            file.write(LINE)
            os.fsync(file.fileno())
            found.append(time.perf_counter() - began)
    return found


async def echoes(count: int, rounds: int, each: float, within: float) -> list[float]:
    """Seconds from sending to the answer: so many clients, a request each in every round of `each` seconds."""
    server = await asyncio.create_subprocess_exec(sys.executable, "-c", ECHO, stdout=asyncio.subprocess.PIPE)
    assert server.stdout
    base = f"http://127.0.0.1:{int(await server.stdout.readline())}"
    began = time.monotonic()

    async def client(number: int) -> list[float]:
        random, took = Random(number), []
        async with Link(base) as link:
            for at in range(rounds):
                await asyncio.sleep(max(began + at * each + random.random() * within - time.monotonic(), 0))
                sent = time.perf_counter()
                await link.send("/", {"line": "x" * 100})
                took.append(time.perf_counter() - sent)
        return took

    try:
        found = await asyncio.gather(*(client(number) for number in range(count)))
    finally:
        server.kill()
        await server.wait()
    return [one for took in found for one in took]

"""A hub in a process of its own, as an instructor starts it: begun, asked, killed and begun again."""

import asyncio
import json
import os
import secrets
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.commands import environment
from negotiator.classroom.client.link import Link

SCENARIO = "two-roles-one-title"


@dataclass
class HubProcess:
    """`class host --headless` on a file; the port stays the same over restarts."""

    db: Path
    port: int = 0
    code: str = ""
    base: str = ""
    token_file: str = ""
    ready: list[float] = field(default_factory=list)
    """When it could be reached, by the monotonic clock, each time."""
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> float:
        """Begin, and give the seconds until it said where it is."""
        began = time.monotonic()
        command = ["-m", "negotiator", "class", "host", SCENARIO, "--headless", "--format", "json"]
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, *command, "--port", str(self.port), "--db", str(self.db),
            stdout=asyncio.subprocess.PIPE, env=environment(),
        )  # fmt: skip
        assert self.process.stdout
        told = json.loads(await self.process.stdout.readuntil(b"}\n"))
        self.ready.append(time.monotonic())
        self.code, self.base, self.token_file = told["code"], told["addresses"][-1], told["token_file"]
        self.port = int(self.base.rpartition(":")[2])
        return self.ready[-1] - began

    async def kill(self) -> None:
        """kill -9."""
        assert self.process
        self.process.kill()
        await self.process.wait()

    async def order(self, what: str) -> None:
        """An order of the instructor's to the room."""
        async with Link(self.base, self.token) as link:
            await link.send(f"/api/room/{what}", {"client": secrets.token_hex(8)})

    @property
    def token(self) -> str:
        """The instructor's."""
        return Path(self.token_file).read_text("utf-8").strip()

    @property
    def cpu(self) -> float:
        """Seconds of a core it has used, in all its threads; 0 where the system does not say."""
        assert self.process
        try:
            stat = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8")
        except OSError:
            return 0.0
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def megabytes(self) -> float | None:
        """The most memory it has had; None where the system does not say."""
        assert self.process
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        except OSError:
            return None
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

"""A PostgreSQL of one's own for the tests: in a folder, on a Unix socket, thrown away afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg


def binaries() -> Path | None:
    """Where initdb and pg_ctl are; Debian keeps them out of the path, by version."""
    found = shutil.which("pg_ctl")
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: path.parts[-3].zfill(4)
    )
    paths = [Path(found).resolve()] if found else versions[-1:]
    return paths[0].parent if paths else None


@contextmanager
def cluster(tools: Path) -> Iterator["Server"]:
    """A running server; it belongs to another user than root, who may not run one."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        server = Server(tools, folder, _user(folder))
        server.run("initdb", "-D", str(server.data), "-A", "trust", "-U", "tester", "--no-instructions")
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")


class Server:
    def __init__(self, tools: Path, folder: Path, user: str | None) -> None:
        self.data = folder / "data"
        self._tools = tools
        self._folder = folder
        self._user = user
        self._schemas = 0
        self._base = f"postgresql:///postgres?host={quote(str(folder), safe='')}&user=tester"

    def run(self, tool: str, *words: str) -> None:
        done = subprocess.run(
            [self._tools / tool, *words],
            user=self._user,
            cwd=self._folder,
            check=False,
            timeout=120,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert done.returncode == 0, f"{tool}: {done.stderr}"

    def start(self) -> None:
        log = self._folder / "log"
        options = f"-k {self._folder} -c listen_addresses= -c max_connections=40 -c shared_buffers=16MB"
        self.run("pg_ctl", "-D", str(self.data), "-l", str(log), "-w", "-o", options, "start")

    def stop(self, how: str) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-m", how, "-w", "stop")

    def place(self) -> str:
        """The address of an empty schema."""
        self._schemas += 1
        name = f"class{self._schemas}"
        self.query(f"CREATE SCHEMA {name}")
        return f"{self._base}&options={quote(f'-csearch_path={name}')}"

    def query(self, statement: str) -> None:
        with psycopg.connect(self._base, autocommit=True) as connection:
            connection.execute(statement.encode())


def _user(folder: Path) -> str | None:
    """Somebody who is not root and may write into the folder; None if we are not root ourselves."""
    if os.getuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in known else "nobody"
    shutil.chown(folder, user)
    return user

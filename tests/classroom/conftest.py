"""What the classroom's tests share: a PostgreSQL server, started once if there is one on this machine."""

from collections.abc import Iterator

import pytest

from tests.classroom.server import Server, binaries, cluster


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    tools = binaries()
    if tools is None:
        pytest.skip("there is no PostgreSQL on this machine (Debian: apt-get install postgresql)")
    with cluster(tools) as server:
        yield server

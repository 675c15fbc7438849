"""`negotiator class host` as a process: what it prints, how it ends, and what a kill leaves behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, DummyCookieJar

from tests.classroom.hubhouse import Caller

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Hosted:
    """A hub in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        assert process.stdout is not None
        self.said: dict[str, Any] = json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")
        self.base = str(self.said["addresses"][-1])


def token(hub: Hosted) -> str:
    """The instructor's token, from its file."""
    return Path(hub.said["token_file"]).read_text("utf-8").strip()


@contextmanager
def hosted(folder: Path, *more: str, scenario: str = "first-offer") -> Iterator[Hosted]:
    process = start(folder, "--format", "json", *more, scenario=scenario)
    try:
        yield Hosted(process)
    finally:
        process.kill()
        process.communicate()


def start(folder: Path, *more: str, scenario: str = "first-offer") -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "negotiator", "class", "host", scenario, "--port", "0"]
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "NEGOTIATOR_SAVES": str(folder)}
    return subprocess.Popen(
        [*command, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


async def joined(http: ClientSession, hub: Hosted, client: str) -> Caller:
    stranger = Caller(http, hub.base)
    answer = await stranger.post("/api/join", {"code": hub.said["code"], "client": client})
    return Caller(http, hub.base, answer.data["token"], answer.data["place"])


@posix
async def test_a_killed_hub_has_lost_nothing_it_acknowledged(tmp_path: Path) -> None:
    db = str(tmp_path / "a.class")
    async with ClientSession(cookie_jar=DummyCookieJar()) as http:
        with hosted(tmp_path, "--db", db) as hub:
            student = await joined(http, hub, "me")
            told = [await student.move(await student.first_choice(), client=f"m{n}") for n in range(3)]
            seen = await student.now()
            hub.process.kill()
            code, teacher = hub.said["code"], token(hub)
        with hosted(tmp_path, "--db", db) as hub:
            assert hub.said["resumed"]
            assert hub.said["code"] == code
            back = Caller(http, hub.base, student.token)
            assert await back.now() == seen
            for number, first in enumerate(told):
                again = await back.move("x", seq=1, client=f"m{number}")
                assert (again.data["rev"], again.data["duplicate"]) == (first.data["rev"], True)
            assert (await Caller(http, hub.base, teacher).get("/api/room/board")).status == 200


@posix
def test_it_ends_in_good_order_when_asked_to(tmp_path: Path) -> None:
    for one in (signal.SIGINT, signal.SIGTERM):
        with hosted(tmp_path, "--db", str(tmp_path / "b.class")) as hub:
            hub.process.send_signal(one)
            assert hub.process.wait(30) == 0
        assert not list(tmp_path.glob("*-wal"))


@posix
def test_the_instructors_token_is_for_the_instructors_eyes(tmp_path: Path) -> None:
    with hosted(tmp_path) as hub:
        at = Path(hub.said["token_file"])
        assert at.stat().st_mode & 0o077 == 0
        assert token(hub) not in json.dumps(hub.said)
        assert Path(hub.said["db"]).parent.stat().st_mode & 0o077 == 0


@posix
async def test_on_loopback_it_is_reached_from_this_computer_alone(tmp_path: Path) -> None:
    with hosted(tmp_path) as hub:
        assert hub.said["addresses"] == [hub.base]
        assert hub.base.startswith("http://127.0.0.1:")
        async with ClientSession() as http:
            answer = await Caller(http, hub.base).get("/", Host="192.168.1.20")
            assert answer.status == 421


@pytest.mark.parametrize(
    ("scenario", "more", "says"),
    [
        ("first-offr", ("--headless",), "Did you mean 'first-offer'"),
        ("first-offer", ("--headless", "--gate", "nowhere"), "no scene 'nowhere'"),
        ("first-offer", ("--headless", "--code", "0000-1111"), "Take them from"),
        ("first-offer", ("--headless", "--variants", "0"), "1 to 1000"),
        ("first-offer", (), "--headless"),
    ],
)
def test_what_cannot_be_hosted_is_said_in_words(
    tmp_path: Path, scenario: str, more: tuple[str, ...], says: str
) -> None:
    process = start(tmp_path, *more, scenario=scenario)
    out, error = process.communicate(timeout=60)
    assert process.returncode == 2
    assert says in error
    assert not out


def test_another_case_does_not_take_over_a_class(tmp_path: Path) -> None:
    db = str(tmp_path / "a.class")
    with hosted(tmp_path, "--db", db):
        pass
    process = start(tmp_path, "--headless", "--db", db, scenario="two-roles-one-title")
    _, error = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "There is a class for “First Offer” in that file already." in error


async def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with hosted(tmp_path) as hub:
        port = hub.base.rpartition(":")[2]
        process = start(tmp_path, "--headless", "--port", port)
        _, error = process.communicate(timeout=60)
        assert process.returncode == 2
        assert "--port 0" in error

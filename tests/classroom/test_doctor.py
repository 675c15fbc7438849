"""The day before: a device that gets through is told from one that does not, and from this computer itself."""

import argparse
import asyncio
import json
import socket
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from negotiator.classroom.doctor import door as doors
from negotiator.classroom.doctor.advice import firewall, instead
from negotiator.classroom.doctor.door import Door, opened
from negotiator.classroom.hub.addresses import LOOPBACK, listened_on
from negotiator.cli.class_doctor import examine
from negotiator.errors import NegotiatorError

HERE = ("192.0.2.7",)
"""Addresses of a computer that is not this one: to it, 127.0.0.1 is another device."""


async def phone(base: str, *, holds: bool = True) -> None:
    """What a browser does that opens the page."""
    async with aiohttp.ClientSession() as http:
        async with http.get(base) as page:
            assert page.status == 200
            assert 'src="door.js"' in await page.text()
        async with http.get(base + "door.js") as script:
            assert script.content_type == "text/javascript"
        if not holds:
            return
        async with http.get(base + "line") as line:
            assert (await line.text()).count("data:") == 3
        async with http.post(base + "held") as held:
            assert held.status == 204


def at(door: Door) -> str:
    return f"http://127.0.0.1:{door.port}/{door.word}/"


async def test_another_device_is_seen_and_so_is_its_open_line() -> None:
    async with opened(Door(HERE, between=0), 0, lan=False) as door:
        await phone(at(door), holds=False)
        assert door.seen == {"reached"}
        await phone(at(door))
    assert door.seen == {"reached", "held"}


async def test_this_computer_itself_is_no_proof() -> None:
    async with opened(Door((*HERE, "127.0.0.1"), between=0), 0, lan=False) as door:
        await phone(at(door))
        assert door.seen == {"own"}
        assert not await door.until("reached", 0.01)


async def test_who_does_not_know_the_word_leaves_no_trace() -> None:
    async with opened(Door(HERE), 0, lan=False) as door, aiohttp.ClientSession() as http:
        for path in ("/", "/held", "/wrong/", "/wrong/held"):
            async with http.post(f"http://127.0.0.1:{door.port}{path}") as answer:
                assert answer.status in (404, 405)
    assert door.seen == set()


async def test_a_port_in_use_is_said_to_be() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(NegotiatorError, match="cannot be used"):
            async with opened(Door(HERE), taken.getsockname()[1], lan=False):
                pass


def wanted(**other: object) -> argparse.Namespace:
    return argparse.Namespace(**{"lan": True, "port": 0, "wait": 20.0, "format": "json", **other})


def test_only_who_asks_for_the_network_is_heard_from_it() -> None:
    assert (listened_on(lan=False), listened_on(lan=True)) == ("127.0.0.1", "0.0.0.0")


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "listened_on", lambda **_: LOOPBACK)


async def examined(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, holds: bool
) -> tuple[int, str]:
    """The command with a phone that comes as soon as the door is open."""
    visits: list[asyncio.Task[None]] = []
    until = Door.until

    async def with_visit(door: Door, what: doors.Seen, seconds: float) -> bool:
        door.between = 0
        if not visits:
            visits.append(asyncio.create_task(phone(at(door), holds=holds)))
        return await until(door, what, seconds if holds else min(seconds, 0.5))

    monkeypatch.setattr(Door, "until", with_visit)
    code = await examine(wanted(format="text"), HERE, ())
    await asyncio.gather(*visits)
    return code, capsys.readouterr().out


@pytest.mark.usefixtures("loopback")
async def test_yes_is_said_once_a_phone_has_come_and_its_line_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = await examined(capsys, monkeypatch, holds=True)
    assert code == 0
    assert "Yes. Another device" in said
    assert f"http://{HERE[0]}:" in said


@pytest.mark.usefixtures("loopback")
async def test_a_line_that_does_not_hold_is_half_an_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = await examined(capsys, monkeypatch, holds=False)
    assert code == 1
    assert "Half. Another device" in said


@pytest.mark.usefixtures("loopback")
async def test_no_comes_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert await examine(wanted(wait=0.05), HERE, ()) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["fine"], told["reached"], told["only_itself"]) == (False, False, False)
    assert any("travel router" in step for step in told["instead"])
    assert any("collect" in step for step in told["instead"])


@pytest.mark.usefixtures("loopback")
async def test_a_computer_in_no_network_is_told_so_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert await examine(wanted(format="text", wait=600.0), (), ()) == 1
    assert "is in no network" in capsys.readouterr().out


def test_the_command_opens_nothing_to_the_network_unless_asked() -> None:
    command = [sys.executable, "-m", "negotiator", "class", "doctor", "--port", "0", "--format", "json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    told = json.loads(done.stdout)
    assert not told["tried"]
    assert done.returncode == (0 if told["addresses"] else 1)


def test_firewalls_are_named_where_they_run() -> None:
    ufw = Path("/etc/ufw/ufw.conf")
    on = firewall("linux", 8400, lambda path: "ENABLED=yes\n" if path == ufw else "", lambda _path: False)
    assert "sudo ufw allow 8400/tcp" in on[0]
    assert firewall("linux", 8400, lambda _path: "", lambda _path: False) == ()
    assert (
        "firewall-cmd --add-port=8400/tcp" in firewall("linux", 8400, lambda _path: "", lambda _path: True)[0]
    )
    assert "private" in firewall("win32", 8400)[0]
    assert "System Settings" in firewall("darwin", 8400)[0]
    assert any("let TCP port 8400 in" in step for step in instead(8400))

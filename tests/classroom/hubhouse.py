"""A real hub on a free port of this machine, and somebody who asks it things."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse, ClientSession, DummyCookieJar

from negotiator.classroom.hub.guards import Hosts
from negotiator.classroom.hub.house import House
from negotiator.classroom.hub.opening import open_house
from negotiator.classroom.hub.running import running
from negotiator.classroom.opening import opening
from negotiator.classroom.settings import Settings
from negotiator.classroom.store import open_store
from tests.support import SCENARIOS

NUMBERS = count(1)


@dataclass
class Told:
    """An answer, read."""

    status: int
    data: Any
    headers: Mapping[str, str]


@dataclass
class Caller:
    """Somebody with a token, or without one."""

    http: ClientSession
    base: str
    token: str = ""
    place: str = ""
    more: dict[str, str] = field(default_factory=dict)

    def headers(self, more: Mapping[str, str]) -> dict[str, str]:
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return {**bearer, **self.more, **more}

    async def get(self, path: str, **headers: str) -> Told:
        async with self.http.get(self.base + path, headers=self.headers(named(headers))) as answer:
            return await told(answer)

    async def post(self, path: str, body: object, **headers: str) -> Told:
        whole = self.base + path
        async with self.http.post(whole, json=body, headers=self.headers(named(headers))) as answer:
            return await told(answer)

    async def raw(self, path: str, data: bytes, **headers: str) -> Told:
        sent = self.headers({"Content-Type": "application/json", **named(headers)})
        async with self.http.post(self.base + path, data=data, headers=sent) as answer:
            return await told(answer)

    async def now(self) -> Any:
        return (await self.get("/api/now")).data

    async def move(self, choice: str, *, seq: int | None = None, client: str = "", **more: object) -> Told:
        number = (await self.now())["seq"] + 1 if seq is None else seq
        move = {"kind": "choose", "choice": choice, "line": ""}
        return await self.post(
            "/api/move", {"client": client or new_id(), "seq": number, "move": move, **more}
        )

    async def first_choice(self) -> str:
        moment = (await self.now())["moment"]
        return next(str(one["id"]) for one in moment["choices"] if one["enabled"])


def named(headers: Mapping[str, str]) -> dict[str, str]:
    """Keyword arguments as header names."""
    return {name.replace("_", "-"): value for name, value in headers.items()}


async def told(answer: ClientResponse) -> Told:
    kind = answer.content_type
    data = await answer.json() if kind == "application/json" else await answer.text()
    return Told(answer.status, data, answer.headers)


def new_id() -> str:
    return f"c-{next(NUMBERS)}"


@dataclass
class Class:
    """A hub that runs, its instructor, and the way in."""

    house: House
    http: ClientSession
    base: str
    token: str
    resumed: bool

    @property
    def stranger(self) -> Caller:
        return Caller(self.http, self.base)

    @property
    def instructor(self) -> Caller:
        return Caller(self.http, self.base, self.token)

    async def join(self, client: str = "", **more: str) -> Caller:
        body = {"code": self.house.code, "client": client or new_id(), **more}
        answer = await self.stranger.post("/api/join", body)
        assert answer.status == 200, answer.data
        return Caller(self.http, self.base, answer.data["token"], answer.data["place"])

    async def order(self, what: str, **more: object) -> Told:
        return await self.instructor.post(f"/api/room/{what}", {"client": new_id(), **more})


def on_disk(folder: Path) -> bytes:
    """Everything that lies in a folder."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


@asynccontextmanager
async def hosting(
    where: Path | str,
    *,
    scenario: str = "first-offer",
    settings: Settings | None = None,
    token: str = "",
    hosts: Hosts | None = None,
    seed: int = 0,
) -> AsyncIterator[Class]:
    text = (SCENARIOS / f"{scenario}.toml").read_text("utf-8")
    store = await open_store(where)
    try:
        begin = opening(text, f"{scenario}.toml", scenario, settings or Settings(), seed)
        house = await open_house(store, begin, token=token)
        known = hosts or Hosts(frozenset(), any_address=False)
        async with (
            running(house.house, known, lan=False, port=0) as port,
            ClientSession(cookie_jar=DummyCookieJar()) as http,
        ):
            base = f"http://127.0.0.1:{port}"
            yield Class(house.house, http, base, house.token, house.resumed)
    finally:
        await store.close()

"""The wire to the hub: requests that are answered, refused, or never get there; and the stream of what happens."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import aiohttp

from negotiator.classroom.events import Json
from negotiator.errors import Exit, NegotiatorError

Document = dict[str, Json]
PATIENCE = 15.0
"""Seconds for an answer; the room behind a shaky wireless gets that long."""
SILENCE = 40.0
"""Seconds without a word on the stream, which says something every 15, before it is taken for dead."""


class Unreached(NegotiatorError):
    """The hub did not answer, or not as a hub would: it may have been heard all the same."""

    def __init__(self, base: str, why: str) -> None:
        super().__init__(
            f"The class at {base} does not answer: {why}.",
            "Is this computer on the same network as the instructor's? The address is on the wall, behind the code.",
        )


class Declined(NegotiatorError):
    """The hub answered, and the answer is no. `reason` is its code, `status` the HTTP status."""

    def __init__(self, status: int, told: Mapping[str, Json]) -> None:
        super().__init__(
            clean(told.get("message")) or "The class refused this.",
            clean(told.get("hint")),
            code=Exit.FINDINGS,
        )
        self.status = status
        self.reason = clean(told.get("code"))


@dataclass(frozen=True, slots=True)
class Told:
    """One message of the stream."""

    kind: str
    data: Document = field(default_factory=dict)


def clean(value: Json) -> str:
    """A text from the wire on one line, without anything that steers a terminal; empty when it is none."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in value[:2000]).split())


class Link:
    """A connection to one hub, in one event loop. Every request raises Unreached or Declined."""

    def __init__(self, base: str, token: str = "") -> None:
        self.base = base
        self.token = token
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http:
            await self._http.close()
            self._http = None

    async def ask(self, path: str) -> Document:
        """GET a document."""
        return await self._request("GET", path, None)

    async def send(self, path: str, body: Mapping[str, Json]) -> Document:
        """POST a document and have the answer."""
        return await self._request("POST", path, body)

    async def _request(self, method: str, path: str, body: Mapping[str, Json] | None) -> Document:
        try:
            async with self._open.request(
                method, self.base + path, json=body, headers=self._headers, allow_redirects=False
            ) as answer:
                told = _document(await answer.read())
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreached(self.base, _why(error)) from None
        if told is None or status >= 500:
            raise Unreached(
                self.base,
                f"its answer makes no sense (status {status})" if told is None else "it is in trouble itself",
            )
        if status != 200:
            raise Declined(status, told)
        return told

    async def stream(self, path: str, last: str = "") -> AsyncIterator[tuple[str, Told]]:
        """What happens from now on, each message with its id; ends when the hub ends it.

        Raises:
            Unreached: the wire broke, or was silent for too long.
            Declined: the hub does not let this chair listen.
        """
        headers = {
            **self._headers,
            "Accept": "text/event-stream",
            **({"Last-Event-ID": last} if last else {}),
        }
        forever = aiohttp.ClientTimeout(total=None, sock_connect=PATIENCE, sock_read=SILENCE)
        try:
            async with self._open.get(
                self.base + path, headers=headers, timeout=forever, allow_redirects=False
            ) as answer:
                if answer.status != 200:
                    raise Declined(answer.status, _document(await answer.read()) or {})
                async for one in _messages(answer.content):
                    yield one
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise Unreached(self.base, _why(error)) from None

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._http is None:
            raise Unreached(self.base, "the connection is closed")
        return self._http

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


async def _messages(content: aiohttp.StreamReader) -> AsyncIterator[tuple[str, Told]]:
    name, at, data = "message", "", []
    while line := await content.readline():
        field_name, _, value = line.decode("utf-8", "replace").rstrip("\r\n").partition(":")
        value = value.removeprefix(" ")
        match field_name:
            case "event":
                name = value
            case "id":
                at = value
            case "data":
                data.append(value)
            case "" if not value:
                if data or name == "ping":
                    yield at, Told(name, _document("\n".join(data).encode()) or {})
                name, data = "message", []


def _document(data: bytes) -> Document | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it takes too long"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "nothing is listening there"
    return clean(str(error)) or type(error).__name__

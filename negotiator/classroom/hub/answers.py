"""What the hub answers: JSON, and refusals that carry a code, a sentence and a hint."""

import json
from collections.abc import Mapping

from aiohttp import web

JSON_TYPE = "application/json"
STATUS = {"no-chair": 401, "no-room": 404, "wrong": 400}
"""HTTP status of a refusal; of any other it is 409: the room is not as the sender believed."""


class Refused(Exception):
    """A request that is not granted: an HTTP status, a code for programs, a sentence and a hint for people."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        hint: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> None:
        """`body` is whatever else the answer should say."""
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.headers = headers or {}
        self.body = body or {}


def packed(data: object) -> bytes:
    """JSON in UTF-8, as short as it can be."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def answer(data: object, status: int = 200) -> web.Response:
    """One JSON document."""
    return web.Response(body=packed(data), status=status, content_type=JSON_TYPE)


def refusal(no: Refused) -> web.Response:
    """A refusal as JSON: code, message, hint and whatever else helps to go on."""
    told = {"code": no.code, "message": no.message, "hint": no.hint, **no.body}
    response = answer(told, no.status)
    response.headers.update(no.headers)
    return response

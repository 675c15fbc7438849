"""What people send: small JSON documents, read whole, closed and strict, or refused."""

import asyncio
from typing import Annotated, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from negotiator.classroom.hub.answers import JSON_TYPE, Refused

SMALL = 16 * 1024
"""Bytes of a body, unless its route takes more."""
WORK = 256 * 1024
"""Bytes of what is handed in."""
SECONDS = 20.0
"""For a body to arrive."""

Id = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[\x21-\x7e]+$")]
"""Ids that programs make: printable, without spaces."""
Word = Annotated[str, StringConstraints(max_length=120)]
Place = Annotated[str, StringConstraints(pattern=r"^p-[0-9a-z]{1,40}$")]


class Body(BaseModel):
    """Strict and closed: a number is a number, and nothing comes along that no one asked for."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Join(Body):
    """Somebody takes a chair."""

    code: Annotated[str, StringConstraints(max_length=40)]
    client: Id
    name: Annotated[str, StringConstraints(max_length=400)] = ""
    student: Annotated[str, StringConstraints(max_length=200)] = ""
    roster: Annotated[str, StringConstraints(max_length=120)] = ""


class MoveBody(Body):
    """A move of the engine, in words."""

    kind: Annotated[str, StringConstraints(max_length=20)]
    choice: Word = ""
    line: Annotated[str, StringConstraints(max_length=4000)] = ""


class Submit(Body):
    """A move made at a moment: `seq` is the number it would have in the chair's record."""

    client: Id
    seq: Annotated[int, Field(ge=0, le=2**40)]
    move: MoveBody


class Remark(Body):
    """Words about a turn: a reason, or that one disagrees. Without a turn it is the last one of the story."""

    client: Id
    attempt: Annotated[int, Field(ge=1, le=10_000)] | None = None
    turn: Annotated[int, Field(ge=1, le=100_000)] | None = None
    text: Annotated[str, StringConstraints(max_length=2000)] | None = None


class Keep(Body):
    """A line put down in the notebook."""

    client: Id
    line: Annotated[str, StringConstraints(max_length=4000)]


class HandIn(Body):
    """Something written, or a run file."""

    client: Id
    what: Annotated[str, StringConstraints(max_length=60)]
    text: Annotated[str, StringConstraints(max_length=WORK)]


class Anew(Body):
    """A further attempt begins; or anything else that needs no words."""

    client: Id


class Order(Body):
    """What the instructor wishes; each order says which of these it needs."""

    client: Id
    place: Place | None = None
    scene: Annotated[str, StringConstraints(max_length=200)] | None = None
    seconds: int | None = None
    what: Annotated[str, StringConstraints(max_length=60)] | None = None
    who: Annotated[str, StringConstraints(max_length=60)] | None = None
    to: Annotated[str, StringConstraints(max_length=200)] | None = None
    slide: Annotated[str, StringConstraints(max_length=200)] | None = None
    step: int | None = None


class Ticket(Body):
    """The one-time word that makes a browser the projector."""

    ticket: Annotated[str, StringConstraints(min_length=1, max_length=80)]


Model = TypeVar("Model", bound=Body)


async def read(request: web.Request, model: type[Model], *, most: int = SMALL) -> Model:
    """The body of a request as `model`.

    Raises:
        Refused: it is no JSON, longer than `most` bytes, came too slowly, or says something else than it should.
    """
    if request.content_type != JSON_TYPE:
        raise Refused(415, "not-json", "The hub reads JSON only.", f"Send it as {JSON_TYPE}.")
    data = await _whole(request, most)
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part)[:40] for part in first["loc"]) or "the body"
        raise Refused(400, "malformed", f"{where}: {first['msg']}.", "Load the page again.") from None


async def _whole(request: web.Request, most: int) -> bytes:
    too_long = Refused(
        413,
        "too-long",
        f"That is more than the hub takes ({most // 1024} KB).",
        headers={"Connection": "close"},
    )
    if (request.content_length or 0) > most:
        raise too_long
    data = bytearray()
    try:
        async with asyncio.timeout(SECONDS):
            async for piece in request.content.iter_any():
                data += piece
                if len(data) > most:
                    raise too_long
    except TimeoutError:
        raise Refused(408, "too-slow", "The message did not arrive in time.", "Send it again.") from None
    return bytes(data)

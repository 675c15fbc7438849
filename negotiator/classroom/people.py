"""Who sits where: roles, tokens and a person's own words, kept apart from the log of what happened."""

import hashlib
import secrets
from dataclasses import dataclass
from enum import StrEnum

_BYTES = 18
"""A token has 144 bits."""


class Role(StrEnum):
    """What the holder of a token may do."""

    STUDENT = "student"
    INSTRUCTOR = "instructor"
    WALL = "wall"
    """Sees what the projector shows, and nothing else."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a token stands for."""

    place: str
    role: Role


@dataclass(frozen=True, slots=True)
class Person:
    """What a person wrote of themselves, or a roster knows of them. It is in no event."""

    place: str
    name: str
    student: str
    """The number a gradebook knows them by; empty if there is none."""


def new_token() -> str:
    """A token to hand out once: 144 random bits, as 24 characters that fit a header and a cookie."""
    return secrets.token_urlsafe(_BYTES)


def digest(token: str) -> bytes:
    """What is stored of a token: its SHA-256, 32 bytes."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).digest()

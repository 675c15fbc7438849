"""Moves as the wire has them; and what comes over it, read without trust: whatever is not as expected counts as empty."""

from collections.abc import Mapping

from negotiator.classroom.events import Json

Document = Mapping[str, Json]


def text(of: Document, key: str) -> str:
    """A text; empty if there is none."""
    found = of.get(key)
    return found if isinstance(found, str) else ""


def number(of: Document, key: str) -> int:
    """A whole number; 0 if there is none."""
    found = of.get(key)
    return found if isinstance(found, int) else 0


def flag(of: Document, key: str) -> bool:
    """Whether something is so."""
    return of.get(key) is True


def items(of: Document, key: str) -> list[Json]:
    """A list; empty if there is none."""
    found = of.get(key)
    return found if isinstance(found, list) else []


def documents(of: Document, key: str) -> list[Document]:
    """A list of documents."""
    return [one for one in items(of, key) if isinstance(one, dict)]


def move(kind: str, choice: str = "", line: str = "") -> dict[str, str]:
    """A move as the wire has it."""
    return {"kind": kind, "choice": choice, "line": line}

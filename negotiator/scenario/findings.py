"""A finding: what is wrong, where, and how to mend it."""

from dataclasses import dataclass, replace
from enum import StrEnum

KeyPath = tuple[str | int, ...]
"""Keys from the top of the file: ("scenes", "first-call", "choices", "ask", "goto")."""


class Severity(StrEnum):
    """How much it matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. `line` and `column` are 1 and up, 0 while the place has not been looked up."""

    code: str
    severity: Severity
    message: str
    path: KeyPath = ()
    hint: str = ""
    at_key: bool = False
    """The place is the key itself and not its value."""
    inside: tuple[int, int] | None = None
    """Offset and length inside a text value, for a condition."""
    line: int = 0
    column: int = 0
    length: int = 1

    def placed(self, line: int, column: int, length: int) -> "Finding":
        """The same finding with its place in the file."""
        return replace(self, line=line, column=column, length=max(length, 1))


def error(code: str, message: str, path: KeyPath, hint: str = "") -> Finding:
    """A finding that stops play."""
    return Finding(code, Severity.ERROR, message, path, hint)


def warning(code: str, message: str, path: KeyPath, hint: str = "") -> Finding:
    """A finding that most likely is a mistake."""
    return Finding(code, Severity.WARNING, message, path, hint)


def note(code: str, message: str, path: KeyPath, hint: str = "") -> Finding:
    """A finding to think about."""
    return Finding(code, Severity.NOTE, message, path, hint)

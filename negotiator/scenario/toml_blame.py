"""What is wrong in a text that is not TOML: one slip, its place and its mend."""

from typing import NamedTuple


class Blame(NamedTuple):
    """What is wrong, at which offset, and how to mend it."""

    code: str
    message: str
    offset: int
    length: int = 1
    hint: str = ""
    help: str = ""
    also: tuple[tuple[int, int], ...] = ()
    """Offset and length of what this line conflicts with."""


LONGEST = 60
"""Characters of a line that a mend writes out."""


def write(line: str, otherwise: str) -> str:
    """The mend that gives the whole line, or another where that would be too long."""
    return f"write {line}" if len(line) <= LONGEST and "\n" not in line else otherwise

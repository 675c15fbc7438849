"""`negotiator check --fix`: plain marks for those of a word processor, put into the file itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from negotiator.errors import NegotiatorError


class FixedData(TypedDict):
    """A mended line in the JSON that `check --fix` gives."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A line that was mended."""

    line: int
    """From 1."""
    before: str
    after: str

    @property
    def data(self) -> FixedData:
        """The line for a program."""
        return {"line": self.line, "before": self.before, "after": self.after}


def fix(path: Path) -> tuple[Fixed, ...]:
    """Mend a file in place; the mended lines, none when there was nothing to mend or the file cannot be read.

    Raises:
        NegotiatorError: the file could not be written.
    """
    from negotiator.runs.files import rewrite
    from negotiator.scenario.mending import mend
    from negotiator.scenario.source import BOM, Unread, read

    if isinstance(read(path), Unread):
        return ()
    data = path.read_bytes()
    mark = BOM if data.startswith(BOM) else b""
    before = data.removeprefix(BOM).decode("utf-8")
    mended = mend(before)
    if not mended.edits:
        return ()
    try:
        rewrite(path, mark + mended.text.encode("utf-8"))
    except OSError as error:
        message = f"{path} could not be written: {error.strerror or error}"
        raise NegotiatorError(message, "look at the permissions of the file and its folder") from None
    return changed(before, mended.text)


def changed(before: str, after: str) -> tuple[Fixed, ...]:
    """The lines that differ; a mend never adds or takes away a line."""
    from negotiator.scenario.source import even

    pairs = zip(even(before).split("\n"), even(after).split("\n"), strict=True)
    return tuple(Fixed(number, old, new) for number, (old, new) in enumerate(pairs, 1) if old != new)

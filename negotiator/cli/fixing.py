"""`negotiator check --fix`: plain marks for those of a word processor, put into the file itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from negotiator.cli.inplace import put


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
        NegotiatorError: the file could not be written, or somebody else saved it meanwhile.
    """
    from negotiator.scenario.mending import mend
    from negotiator.scenario.source import BOM, Unread
    from negotiator.scenario.writing.document import open_document

    opened = open_document(path)
    if isinstance(opened, Unread):
        return ()
    mark = BOM if opened.data.startswith(BOM) else b""
    before = opened.data.removeprefix(mark).decode("utf-8")
    mended = mend(before)
    if not mended.edits:
        return ()
    put(path, opened.data, mark + mended.text.encode("utf-8"))
    return changed(before, mended.text)


def changed(before: str, after: str) -> tuple[Fixed, ...]:
    """The lines that differ; a mend never adds or takes away a line."""
    from negotiator.scenario.source import even

    pairs = zip(even(before).split("\n"), even(after).split("\n"), strict=True)
    return tuple(Fixed(number, old, new) for number, (old, new) in enumerate(pairs, 1) if old != new)

"""The safe mends of `check --fix`: plain marks for those of a word processor, where TOML needs plain ones.

A mend is kept only when the statement it stands in could not be read before and can be after it. So it touches
neither a text nor a comment, and whatever else is wrong in the file stays for the author.
"""

import tomllib
from typing import NamedTuple

from negotiator.scenario.guard import refuse
from negotiator.scenario.source import Source, even
from negotiator.scenario.toml_scan import Edit, Statement, statements
from negotiator.scenario.toml_texts import opener_of_swallowed


class Mended(NamedTuple):
    """The text with its mends, and the mends with their places in the text as it was."""

    text: str
    edits: tuple[Edit, ...]


def mend(text: str) -> Mended:
    """Mend what can be mended safely. A text that can be read is given back as it is.

    Line ends are kept as they are; so is every character that is not part of a mend.
    """
    if refuse(Source("", even(text))) or _reads(text):
        return Mended(text, ())
    edits = tuple(edit for one in statements(text) if one.edits and is_safe(text, one) for edit in one.edits)
    mended = applied(text, edits)
    if edits and not _reads(mended):
        # A text that is never closed turns texts and lines about: nothing below it can be trusted.
        edits = _above(opener_of_swallowed(mended), edits)
        mended = applied(text, edits)
    return Mended(mended, edits)


def applied(text: str, edits: tuple[Edit, ...], offset: int = 0) -> str:
    """The text with the edits made; `offset` is what their places are ahead of it."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start - offset], edit.new]
        at = edit.end - offset
    return "".join([*pieces, text[at:]])


def _above(end: int | None, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits that stand above an offset of the mended text; all of them for None."""
    if end is None:
        return edits
    kept, ahead = [], 0
    for edit in edits:
        if edit.start + ahead < end:
            kept.append(edit)
        ahead += len(edit.new) - (edit.end - edit.start)
    return tuple(kept)


def is_safe(text: str, statement: Statement) -> bool:
    """Whether the edits of a statement turn what cannot be read into what can."""
    piece = text[statement.start : statement.end]
    return not _reads(piece) and _reads(applied(piece, statement.edits, statement.start))


def _reads(text: str) -> bool:
    try:
        tomllib.loads(even(text))
    except (ValueError, RecursionError):
        return False
    return True

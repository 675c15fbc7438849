"""Words that people give of themselves: one line, of a length that can be shown, with nothing in it that is obeyed."""

import unicodedata

from negotiator.scenario.text import clean, single_line

LONGEST = 60
"""Characters, marks on letters included."""
_HIDDEN = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_JOINERS = frozenset("\u200c\u200d")
"""Letters of some scripts need them; they stay inside a word."""
_MARKS = 4
"""Marks that may stand on one letter; more of them cover the lines above and below."""


def plain(text: str) -> str:
    """A name as it may be kept: normalised (NFC), without what hides, reorders or piles up; ends trimmed."""
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", str(single_line(clean(text[: LONGEST * 8])))):
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        hidden = kind in _HIDDEN and letter not in _JOINERS
        if not hidden and marks <= _MARKS:
            kept.append(letter)
    return " ".join("".join(kept)[:LONGEST].split()).strip("\u200c\u200d ")

"""Puts words into a line's slots so that the result reads as if it had been written in one go."""

import re
from collections.abc import Mapping

from negotiator.game.speech.situations import SENTENCES

SLOT = re.compile(r"\{([a-z]+)\}")

_BEGINS = re.compile(r'(?:^|(?:^|\s)"|(?<!\.\.)[.!?]"?\s+|\.\.\."\s+)$')
"""The end of a text after which a sentence begins; an ellipsis inside speech is no end."""
_MARKS = tuple(".,;:?!")
_ENDS = tuple(".?!")
_STRAY_SPACE = re.compile(r" +(?=[.,;:?!](?:[\s\"]|$))")
_STRAY_STOP = re.compile(r"(?<!\.)\.\.(?=[\s\"')]|$)")


def fill(line: str, known: frozenset[str], slots: Mapping[str, str]) -> str:
    """
    Each `{name}` of a known slot replaced by its value, once: a `{name}` inside a value, an unknown one and a
    stray brace stay as written. A value that begins a sentence gets a capital, and no stop is doubled.
    """
    text, rest = "", line
    while match := SLOT.search(rest):
        text += rest[: match.start()]
        name, rest = match.group(1), rest[match.end() :]
        if name in known:
            value, rest = _joined(name, " ".join(slots.get(name, "").split()), rest)
            text += value[:1].upper() + value[1:] if _BEGINS.search(text) else value
        else:
            text += match.group()
    return _smooth(text + rest)


def _joined(name: str, value: str, rest: str) -> tuple[str, str]:
    """The value, and what follows it, with one mark where the two meet."""
    if rest.startswith(_MARKS):
        if value.endswith(".") and not value.endswith(".."):
            return value[:-1], rest
        return value, rest[1:] if rest[0] == "." and value.endswith(_ENDS) else rest
    if name in SENTENCES and value and not value.endswith((*_ENDS, '"')):
        return value + ".", rest
    return value, rest


def _smooth(text: str) -> str:
    text = re.sub(r"[ \t]{2,}", " ", text.strip())
    return _STRAY_STOP.sub(".", _STRAY_SPACE.sub("", text))

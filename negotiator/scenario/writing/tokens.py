"""A TOML text cut into tokens, nothing left out: joined they are the text again. For texts that the parser reads."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from negotiator.scenario.toml_scan import LONG

_TOKEN = re.compile(
    rf"""(?P<space>[ \t]++)
    |(?P<end>\n)
    |(?P<comment>\#[^\n]*+)
    |(?P<word>{LONG}|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|[^\s=\[\]{{}},.\#"']++)
    |(?P<mark>[=\[\]{{}},.])""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """`kind` is space, end (of a line), comment, word (a key or a value) or mark."""

    kind: str
    text: str


class NotCut(Exception):
    """The text is not TOML."""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text with line feeds for line ends.

    A number with a point in it comes as word, mark, word, as a dotted key does.

    Raises:
        NotCut: something in it is no token.
    """
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotCut(at)
        yield Token(str(match.lastgroup), match.group())
        at = match.end()


def bare(text: str) -> list[Token]:
    """The tokens without the white space between them: what no layout may change."""
    return [
        Token(one.kind, one.text.rstrip()) if one.kind == "comment" else one
        for one in tokens(text)
        if one.kind not in ("space", "end")
    ]

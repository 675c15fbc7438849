"""A long text that was never closed: it swallows what follows, and the parser stumbles far below. Blame its opener."""

import re
import tomllib
from itertools import islice

from negotiator.scenario.source import Source
from negotiator.scenario.toml_blame import Blame
from negotiator.scenario.toml_scan import LIKE_TOML

_TOKEN = re.compile(
    r"""\#[^\n]*+
    |(?P<long>\"\"\"[^"\\]*+(?:(?:\\(?s:.)|"(?!""))[^"\\]*+)*+(?P<close>"{3,5}+|\\?\Z)
    |'''[^']*+(?:'(?!'')[^']*+)*+(?P<close2>'{3,5}+|\Z))
    |"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?+
    |'[^'\n]*+'?+""",
    re.VERBOSE,
)
_LIKE_TOML = re.compile(rf"^[ \t]*{LIKE_TOML}", re.VERBOSE | re.MULTILINE)

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
MOST = 3
"""Long texts that are tried as the one to blame."""
LINES = 4
"""Lines of each that are tried as the first one it has swallowed: each try parses the file once."""


def swallowed(source: Source, offset: int) -> Blame | None:
    """The opener of the last long text before the error that has swallowed lines of TOML."""
    suspects: list[tuple[re.Match[str], re.Match[str]]] = []
    for token in _TOKEN.finditer(source.text):
        if token.start() > offset:
            break
        if token.group("long") is None:
            continue
        open_end = token.end() == len(source.text) and not (token.group("close") or token.group("close2"))
        inside = _LIKE_TOML.search(source.text, token.start() + 3, token.end())
        if inside:
            suspects.append((token, inside))
        elif open_end:
            return _blame(source, token, None)
    for token, first in suspects[: -MOST - 1 : -1]:
        for inside in islice(_LIKE_TOML.finditer(source.text, first.start(), token.end()), LINES):
            if _mends(source, offset, token, inside):
                return _blame(source, token, inside)
    return None


def opener_of_swallowed(text: str) -> int | None:
    """Where the first long text opens that holds lines of TOML or is never closed; None when there is none."""
    for token in _TOKEN.finditer(text):
        if token.group("long") is None:
            continue
        closed = token.group("close") or token.group("close2")
        if not closed or _LIKE_TOML.search(text, token.start() + 3, token.end()):
            return token.start()
    return None


def _mends(source: Source, offset: int, token: re.Match[str], inside: re.Match[str]) -> bool:
    """Whether the parser comes further when the text is closed before the line that looks like TOML."""
    mark = f"{token.group('long')[:3]}\n"
    mended = Source(source.file, source.text[: inside.start()] + mark + source.text[inside.start() :])
    try:
        tomllib.loads(mended.text)
    except ValueError as error:
        place = _AT.search(str(error))
        return place is None or mended.offset(int(place.group(1)), int(place.group(2))) > offset + len(mark)
    return True


def _blame(source: Source, token: re.Match[str], inside: re.Match[str] | None) -> Blame:
    mark = token.group("long")[:3]
    hint = f"add {mark} where the text should end"
    if inside:
        line, _ = source.position(inside.start() + len(inside.group()) - len(inside.group().lstrip()))
        hint = f"add {mark} before line {line}, which it has swallowed: {source.line(line).strip()[:50]}"
    return Blame("N006", "this long text is never closed", token.start(), 3, hint)

"""A long text that was never closed: it swallows what follows, and the parser stumbles far below. Blame its opener."""

import re

from negotiator.scenario.source import Source
from negotiator.scenario.toml_lines import Blame

_TOKEN = re.compile(
    r"""\#[^\n]*+
    |(?P<long>\"\"\"[^"\\]*+(?:(?:\\(?s:.)|"(?!""))[^"\\]*+)*+(?P<close>"{3,5}+|\\?\Z)
    |'''[^']*+(?:'(?!'')[^']*+)*+(?P<close2>'{3,5}+|\Z))
    |"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?+
    |'[^'\n]*+'?+""",
    re.VERBOSE,
)
_LIKE_TOML = re.compile(
    r"""^[ \t]*(?:
        \[{1,2}[A-Za-z"'][\w."'\- ]*\]{1,2}[ \t]*(?:\#.*)?$
        |[a-z_][\w\-]*(?:\.[\w\-]+)*[ \t]*=[ \t]*(?:["'\[{]|-?\d|true\b|false\b)
    )""",
    re.VERBOSE | re.MULTILINE,
)


def swallowed(source: Source, offset: int) -> Blame | None:
    """The opener of the last long text before the error that holds lines which look like TOML."""
    blame = None
    for token in _TOKEN.finditer(source.text):
        if token.start() > offset:
            break
        if token.group("long") is None:
            continue
        open_end = token.end() == len(source.text) and not (token.group("close") or token.group("close2"))
        inside = _LIKE_TOML.search(source.text, token.start() + 3, token.end())
        if inside or open_end:
            blame = _blame(source, token, inside)
    return blame


def _blame(source: Source, token: re.Match[str], inside: re.Match[str] | None) -> Blame:
    mark = token.group("long")[:3]
    hint = f"add {mark} where the text should end"
    if inside:
        line, _ = source.position(inside.start() + len(inside.group()) - len(inside.group().lstrip()))
        hint = f"add {mark} before line {line}, which it has swallowed: {source.line(line).strip()[:50]}"
    return Blame("N006", "this long text is never closed", token.start(), 3, hint)

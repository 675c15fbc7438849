"""A look over the text before the TOML parser sees it: what would take it minutes, or too deep, is refused here.

The standard library's parser is recursive in brackets and quadratic in the parts of a dotted key. This is one
linear pass: every alternative of the pattern is possessive, so nothing is looked at twice.
"""

import re

from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.source import Source

MAX_NESTING = 64
MAX_PARTS = 16
MAX_KEY = 200
MAX_WORDS = 4_000_000
"""Keys, values and brackets outside texts: ten times what ten thousand scenes need."""

_BARE = r"[A-Za-z0-9_\-]++"
_BASIC = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?+'
_LITERAL = r"'[^'\n]*+'?+"
_PART = rf"(?:{_BARE}|{_BASIC}|{_LITERAL})"
_LONG_BASIC = r'"""[^"\\]*+(?:(?:\\(?s:.)|"(?!""))[^"\\]*+)*+(?:"{3,5}+|\Z|\\\Z)'
_LONG_LITERAL = r"'''[^']*+(?:'(?!'')[^']*+)*+(?:'{3,5}+|\Z)"
_TOKEN = re.compile(
    rf"""\#[^\n]*+
    |(?P<long>{_LONG_BASIC}|{_LONG_LITERAL})
    |(?P<word>{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+)
    |(?P<open>[\[{{])
    |(?P<close>[\]}}])""",
    re.VERBOSE,
)
_PARTS = re.compile(_PART)


def refuse(source: Source) -> Finding | None:
    """What the parser must not be given, or None when the text is safe to parse."""
    depth = words = 0
    for token in _TOKEN.finditer(source.text):
        kind = token.lastgroup
        if kind == "word":
            words += 1
            start, end = token.span()
            # 16 parts take 31 characters at least; shorter words need no closer look.
            if end - start > 30 and (problem := _word_problem(source, token)):
                return problem
        elif kind == "open":
            words += 1
            depth += 1
            if depth > MAX_NESTING:
                message = f"brackets are nested more than {MAX_NESTING} deep here"
                return _at(source, token.start(), message, "a scenario never needs more than four levels")
        elif kind == "close":
            depth = max(depth - 1, 0)
        if words > MAX_WORDS:
            message = "this file holds more than four million keys and values"
            return _at(source, token.start(), message, "is it the right file?")
    return None


def _word_problem(source: Source, token: re.Match[str]) -> Finding | None:
    parts = list(_PARTS.finditer(token.group()))
    if len(parts) > MAX_PARTS:
        message = f"this key has {len(parts)} parts; {MAX_PARTS} is the most that is read"
        return _at(source, token.start(), message, "a scenario never needs more than seven", 40)
    if len(parts) > 1 or _is_key(source.text, *token.span()):
        for part in parts:
            if len(part.group()) > MAX_KEY:
                message = (
                    f"this name is {len(part.group())} characters long; {MAX_KEY} is the most that is read"
                )
                return _at(source, token.start() + part.start(), message, "a name of 64 letters will do", 40)
    return None


def _is_key(text: str, start: int, end: int) -> bool:
    """Whether this word is a key or the name of a table, not a value."""
    while end < len(text) and text[end] in " \t":
        end += 1
    if text[end : end + 1] != "]":
        return text[end : end + 1] == "="
    before = start
    while before and text[before - 1] in " \t[":
        before -= 1
    return text[before - 1 : before] in ("", "\n") and "[" in text[before:start]


def _at(source: Source, offset: int, message: str, hint: str, length: int = 1) -> Finding:
    line, column = source.position(offset)
    return Finding(
        "N004",
        Severity.ERROR,
        message,
        hint=hint,
        file=source.file,
        line=line,
        column=column,
        length=length,
    )

"""Slips inside [ ] and { }: commas, closing marks, lines."""

import re
from typing import NamedTuple

from negotiator.scenario.toml_blame import Blame
from negotiator.scenario.toml_scan import LIKE_TOML, LONG
from negotiator.scenario.toml_words import judge_word

_TOKEN = re.compile(
    rf"""(?P<blank>[ \t]+)|(?P<line>\n)|(?P<comment>\#[^\n]*)
    |(?P<text>{LONG}|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"?|'[^'\n]*+'?)
    |(?P<mark>[\[\]{{}},;=])
    |(?P<word>[^\s\[\]{{}},;="'\#]+)""",
    re.VERBOSE,
)
_NEXT_STATEMENT = re.compile(rf"[ \t]*{LIKE_TOML}", re.VERBOSE)
_SWALLOWED_KEY = re.compile(r"[,;]\s*(?P<key>[a-z_-]+)\s*=\s*$")
_SPREAD = (
    "N011",
    "a table in { } has to stay on one line",
    "write it on one line, or give it a header of its own: [scenes.x.choices.y]",
)


class Token(NamedTuple):
    """A word, text or mark with its offset."""

    kind: str
    text: str
    at: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.at + len(self.text)


def judge_brackets(text: str, start: int, offset: int) -> Blame | None:
    """What is wrong at an offset inside brackets of the statement at `start`; None when it is not inside any."""
    opened, before = _until(text, start, offset)
    if not opened:
        return None
    found = _next(text, max(offset, before[-1].end))
    last, inner, outer = before[-1], opened[-1], opened[0]
    line = text.rfind("\n", 0, offset) + 1
    if line > outer.at and "\n" in text[outer.at : line] and _NEXT_STATEMENT.match(text, line):
        return _open(outer)
    return (
        _unclosed_text(last)
        or _end(text, found, inner)
        or _comma(found, last, inner)
        or _sign(text, found, last, inner, before)
        or _beside(found, last)
        or (judge_word(found.text, found.at, _key_before(before)) if found.kind == "word" else None)
    )


def _until(text: str, start: int, offset: int) -> tuple[list[Token], list[Token]]:
    """The brackets that are open at an offset, and the tokens before it."""
    opened: list[Token] = []
    before: list[Token] = []
    for match in _TOKEN.finditer(text, start):
        token = Token(match.lastgroup or "", match.group(), match.start())
        if token.at >= offset:
            break
        if token.kind in ("blank", "line", "comment"):
            continue
        before.append(token)
        if token.text in ("[", "{"):
            opened.append(token)
        elif token.text in ("]", "}") and opened:
            opened.pop()
    return opened, before


def _next(text: str, offset: int) -> Token:
    for match in _TOKEN.finditer(text, offset):
        if match.lastgroup not in ("blank", "comment"):
            return Token(match.lastgroup or "", match.group(), match.start())
    return Token("end", "", len(text))


def _open(opener: Token) -> Blame:
    closer = "]" if opener.text == "[" else "}"
    what = "list" if opener.text == "[" else "table"
    return Blame("N015", f"this {what} is never closed", opener.at, 1, f"add {closer} where it should end")


def _unclosed_text(last: Token) -> Blame | None:
    if last.kind != "text":
        return None
    if len(last.text) < 2 or last.text[-1] != last.text[0]:
        hint = f"add {last.text[0]} where the text should end"
        return Blame("N006", "this text is not closed on its line", last.at, 1, hint)
    swallowed = _SWALLOWED_KEY.search(last.text[1:-1])
    if swallowed is None:
        return None
    hint = f"add {last.text[0]} before the comma and {swallowed['key']} ="
    return Blame("N006", "this text is not closed where it should be", last.at, 1, hint)


def _end(text: str, found: Token, inner: Token) -> Blame | None:
    """The line or the file ends inside the brackets."""
    if found.kind not in ("line", "end"):
        return None
    if inner.text == "[":
        return _open(inner)
    closed = re.compile(r"[^{}\[\]]*\}").match(text, found.at)
    if closed is None or re.search(r"^[ \t]*\[", closed.group(), re.MULTILINE):
        return _open(inner)
    return Blame(_SPREAD[0], _SPREAD[1], inner.at, 1, _SPREAD[2])


def _comma(found: Token, last: Token, inner: Token) -> Blame | None:
    if found.text == "," and last.text in (",", "[", "{"):
        return Blame("N033", "there is a comma too many here", found.at, 1, "delete it")
    if found.text == "}" and last.text == ",":
        return Blame("N033", "no comma may stand before }", last.at, 1, "delete it")
    if found.text.lower() in (";", "and", "or", "&"):
        hint = f"write , for {found.text}"
        return Blame("N033", "entries are kept apart by commas", found.at, len(found.text), hint)
    if found.text in ("]", "}") and found.text != ("]" if inner.text == "[" else "}"):
        right = "]" if inner.text == "[" else "}"
        return Blame("N015", f"{inner.text} is closed by {right}", found.at, 1, f"write {right}")
    return None


def _is_key(text: str, found: Token) -> bool:
    return found.kind == "word" and text[found.end :].lstrip(" \t").startswith("=")


def _sign(text: str, found: Token, last: Token, inner: Token, before: list[Token]) -> Blame | None:
    """What stands where a table in { } has its equal sign."""
    if inner.text == "[" and (found.text == "=" or _is_key(text, found)):
        hint = "write { for [ and } for ]"
        return Blame("N015", "keys with values stand between { and }", inner.at, 1, hint)
    if inner.text != "{" or last.kind != "word" or before[-2].text not in ("{", ","):
        return None
    if last.text.endswith(":") or found.text.startswith(":"):
        key = last.text.rstrip(":")
        at = last.end - 1 if last.text.endswith(":") else found.at
        return Blame("N012", "':' cannot stand between key and value", at, 1, f"write {key} = …")
    if found.text[:1] in "+-" and found.kind == "word":
        return _plus(text, found, last)
    if found.text.startswith("="):
        return None
    if last.text.isdigit() and before[-2].text == "," and before[-3].text.isdigit():
        length = last.end - before[-3].at
        hint = "whole numbers are all that is needed"
        return Blame("N031", "a number has no comma", before[-3].at, length, hint)
    return Blame(
        "N012", f"there is no = after '{last.text}'", last.at, len(last.text), f"write {last.text} = …"
    )


def _plus(text: str, found: Token, last: Token) -> Blame:
    """An amount that is added, as a program would write it."""
    amount = found.text.lstrip("+")
    number = amount if amount.lstrip("-").isdigit() else "1"
    hint = f"write {last.text} = {number}: a change is added as it is"
    if text.startswith("=", found.end):
        message, length = f"'{found.text}=' cannot stand between key and value", len(found.text) + 1
        return Blame("N012", message, found.at, length, hint)
    return Blame("N012", f"there is no = after '{last.text}'", found.at, len(found.text), hint)


def _beside(found: Token, last: Token) -> Blame | None:
    """Two values side by side."""
    is_value = last.kind in ("text", "word") or last.text in ("]", "}")
    if not is_value or not (found.kind in ("text", "word") or found.text in ("[", "{")):
        return None
    if last.kind == "text" and found.kind == "word" and found.at == last.end:
        hint = 'put the whole text between """ and """, or write \\" inside it'
        message = "the text ends at this quotation mark, and more follows"
        return Blame("N008", message, last.end - 1, 1, hint)
    hint = f"write a comma before {found.text[:20]}"
    return Blame("N033", "a comma is missing here", found.at, len(found.text), hint)


def _key_before(before: list[Token]) -> str:
    """The key whose value is expected; empty in a list."""
    return before[-2].text if len(before) > 1 and before[-1].text == "=" else ""

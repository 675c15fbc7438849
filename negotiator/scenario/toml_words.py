"""A bare word where a value should stand: a text without quotation marks, a yes, a number as people write it."""

import re

from negotiator.scenario.meaning import NUMBERS
from negotiator.scenario.toml_blame import LONGEST, Blame

_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")
_ZERO = re.compile(r"0+(?P<number>\d+)")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.']\d{3})+")
_DECIMAL = re.compile(r"-?\d+,\d+")
_UNIT = re.compile(r"(?P<number>-?\d+) +[A-Za-z%][^,]*")
_MONEY = re.compile(r"[$€£¥]\s?\d+")
_TABLE = re.compile(r"[a-z_][\w-]*\s*=[^=]")
CONDITIONS = ("when", "needs", "cured")
"""Keys whose value is a condition."""
_COUNTS = ("days", "field", "start", "min", "max", "weight", "guarded", "courage", "finesse", "fit")
"""Keys whose value is a number."""
_LISTS = ("with", "known_by", "learn", "lift", "one_of", "lifted_by", "aims", "questions", "renamed_from")
"""Keys whose value is a list."""


def judge_word(word: str, at: int, key: str = "") -> Blame:
    """The finding for a bare word at an offset; `key` is the key it is the value of, if there is one."""
    head = f"{key} = " if key else ""
    lower = word.lower()
    if lower in ("true", "false"):
        return Blame("N009", f"'{word}' is written in small letters", at, len(word), f"write {lower}")
    if lower in (*_TRUE, *_FALSE):
        truth = "true" if lower in _TRUE else "false"
        return Blame("N009", f"'{word}' is no value here", at, len(word), f"write {truth}")
    if key in _COUNTS and lower in NUMBERS:
        hint = f"write {head}{NUMBERS.index(lower)}"
        return Blame("N009", "a number is written in figures", at, len(word), hint)
    if _MONEY.match(word):
        # In brackets the word ends at the mark between its thousands.
        hint = 'put the whole sum between " and "'
        return Blame("N009", "a text needs quotation marks", at, len(word), hint)
    if number := _number(word, at, head):
        return number
    if _TABLE.match(word) and key not in CONDITIONS:
        hint = f"write {head}{{ {word} }}" if len(word) <= LONGEST else "put { before it and } behind it"
        return Blame("N015", "a table in one line stands between { and }", at, len(word), hint)
    if word.endswith('"') and word.count('"') == 1:
        hint = f'write {head}"{word}' if len(word) <= LONGEST else 'add " in front of it'
        return Blame("N009", "the quotation mark that opens this text is missing", at, len(word), hint)
    if key in _LISTS:
        names = ", ".join(f'"{name.strip()}"' for name in re.split(r",|\band\b", word) if name.strip())
        hint = f"write {key} = [{names}]"
        return Blame("N009", "texts need quotation marks, and a list needs brackets", at, len(word), hint)
    hint = f'write {head}"{word}"' if len(word) <= LONGEST else 'put it between " and "'
    return Blame("N009", "a text needs quotation marks", at, len(word), hint)


def _number(word: str, at: int, head: str) -> Blame | None:
    if zero := _ZERO.fullmatch(word):
        message = "a number does not begin with 0"
        return Blame("N031", message, at, len(word), f"write {head}{int(zero['number'])}")
    if _THOUSANDS.fullmatch(word):
        plain = re.sub(r"\D", "", word)
        hint = f'write {head}{plain}, or {head}"{word}" for a text'
        return Blame("N031", "a number has no marks between its thousands", at, len(word), hint)
    if _DECIMAL.fullmatch(word):
        return Blame("N031", "a number has no comma", at, len(word), "whole numbers are all that is needed")
    if unit := _UNIT.fullmatch(word):
        hint = f'write {head}{unit["number"]}, or {head}"{word}" for a text'
        return Blame("N009", "a number stands alone, and a text needs quotation marks", at, len(word), hint)
    return None

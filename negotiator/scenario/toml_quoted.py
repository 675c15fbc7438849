"""Slips in a text between quotation marks: not closed, or closed too early."""

import re

from negotiator.scenario.toml_blame import Blame, write
from negotiator.scenario.toml_scan import CURLY, CURLY_SINGLE, LONG
from negotiator.scenario.toml_words import CONDITIONS

_TEXT = re.compile(rf"{LONG}|\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\"|'[^']*+'")
_LIST = re.compile(r"""(?:"[^"]*"|'[^']*')(?:\s*,\s*(?:"[^"]*"|'[^']*'))+\s*,?\s*(?P<closed>\]?)""")
_PAIR = re.compile(r"[,;]?\s*(?P<pair>[a-z_][\w-]*\s*=.*)")


def judge_quoted(key: str, value: str, at: int) -> Blame:
    """What is wrong with a value that begins with a quotation mark; `at` is its offset.

    A long text is given up to the end of the line that closes it, any other up to the end of its line.
    """
    mark = value[0]
    inner = value.rstrip().strip("'")
    if value.startswith("''") and value.rstrip().endswith("''") and inner and "'" not in inner:
        return Blame(
            "N007", "two apostrophes cannot enclose a text", at, 2, write(f'{key} = "{inner}"', 'use "')
        )
    text = _TEXT.match(value)
    if text is None:
        return _not_closed(value, at, mark)
    rest = value[text.end() :].strip()
    if listed := _LIST.fullmatch(value.strip()):
        closer = "" if listed["closed"] else "]"
        hint = write(f"{key} = [{value.strip()}{closer}", "put [ before it and ] behind it")
        return Blame("N015", "a list stands between [ and ]", at, len(value.strip()), hint)
    behind = at + value.index(rest, text.end()) if rest else at + text.end()
    if rest and not rest.strip(",;.:"):
        return Blame("N019", "nothing may follow the value on its line", behind, len(rest), f"delete {rest}")
    if pair := _PAIR.fullmatch(rest):
        hint = write(f"{pair['pair']} in a line of its own", "give each key a line of its own")
        return Blame(
            "N019", "two keys stand on one line", behind + pair.start("pair"), len(pair["pair"]), hint
        )
    end = at + text.end() - 1
    if mark == "'":
        hint = 'put the text between " and "'
        return Blame("N008", "the text ends at this apostrophe, and more follows", end, 1, hint)
    hint = 'put the whole text between """ and """, or write \\" inside it'
    if key in CONDITIONS:
        hint = "inside a condition names stand without quotation marks: knows(some-fact)"
    return Blame("N008", "the text ends at this quotation mark, and more follows", end, 1, hint)


def _not_closed(value: str, at: int, mark: str) -> Blame:
    last = value.rstrip()[-1:]
    if last and last in CURLY + CURLY_SINGLE:
        message = "this text begins with a straight quotation mark and ends with a curly one"
        return Blame("N007", message, at + len(value.rstrip()) - 1, 1, f"end it with {mark}")
    if len(value) > 1 and last in "\"'" and last != mark:
        message = f"this text begins with {mark} and ends with {last}"
        return Blame("N006", message, at, 1, f"end it with {mark}")
    hint = 'close it at the end of the line; a text of several lines stands between """ and """'
    return Blame("N006", "this text is not closed on its line", at, 1, hint)

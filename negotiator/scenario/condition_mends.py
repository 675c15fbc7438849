"""What to write for a sign or a word that the condition language does not have."""

import re

_MENDS = {
    "=": "to compare, write ==",
    "=>": "write >=",
    "=<": "write <=",
    "<>": "write !=",
    **dict.fromkeys(("&", "&&"), "write and"),
    **dict.fromkeys(("|", "||"), "write or"),
    "!": "write not",
    **dict.fromkeys("+-*/", "conditions compare, they do not calculate"),
    **dict.fromkeys("“”", "write the name bare, without quotation marks"),
    "≥": "write >=",
    "≤": "write <=",
    "≠": "write !=",
    **dict.fromkeys("–—", "write -, a plain hyphen"),
    ",": "join two conditions with `and` or `or`",
}
_LETTERS = "names have the letters a to z, digits and hyphens"
_IN_WORDS = re.compile(r"is +(?:at +(?:least|most) +(?P<low>-?\d+)|(?P<number>-?\d+) +or +(?:more|less))\b")
_FUNCTIONS = ("knows", "visited", "visits", "chose", "agreed", "trust")


def mend_of(sign: str) -> str:
    """The mend for a sign that has no meaning; empty where none is known."""
    return _MENDS.get(sign, _LETTERS if sign.isalpha() else "")


def mend_beside(before: str, rest: str, word: str, *, named: bool, sentence: bool) -> str:
    """The mend for a word that stands where a condition has ended.

    before: the word in front of it. rest: the text from the word on. named: it could be a name. sentence: so could the
    words on both sides of it.
    """
    if word.lower() in ("and", "or", "not"):
        return f"write {word.lower()}, in small letters"
    if word == "is":
        return _compare(rest)
    if before == "if":
        return "leave `if` out"
    if named and before in _FUNCTIONS:
        return f"write {before}({word})"
    if sentence:
        return "a condition is no sentence: write knows(some-fact), visited(some-scene) or rapport >= 2"
    return "join two conditions with `and` or `or`"


def _compare(rest: str) -> str:
    """The mend for a comparison in words: is 2 or more."""
    said = _IN_WORDS.match(rest)
    if said is None:
        return "to compare, write =="
    most = "less" in said.group() or "most" in said.group()
    return f"to compare, write {'<=' if most else '>='} {said['low'] or said['number']}"

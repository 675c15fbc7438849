"""A forgiving reader of TOML: statement by statement, with every mark of a word processor that stands outside texts.

The parser stops at the first slip. This reader goes on behind it, so that what a word processor or a habit has put
in place of a plain mark is found wherever it stands, and never inside a text or a comment.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from negotiator.scenario.models import Scenario


class Slip(Enum):
    """What has been typed in place of a plain mark."""

    QUOTE = "a curly quotation mark"
    DASH = "a long dash"
    SPACE = "a space that is not a plain one"
    COMMENT = "two slashes for a comment"


class Edit(NamedTuple):
    """text[start:end] becomes `new`."""

    start: int
    end: int
    new: str
    slip: Slip


class Statement(NamedTuple):
    """A header, or a key with its value, over as many lines as it takes; `edits` would make it plain."""

    start: int
    end: int
    edits: tuple[Edit, ...]


CURLY = "“”„‟«»"
CURLY_SINGLE = "‘’‚‛‹›"
DASHES = "‐‑‒–—―−﹣－"
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
LONG = r'"""[^"\\]*+(?:(?:\\(?s:.)|"(?!""))[^"\\]*+)*+"{3,5}+' + r"|'''[^']*+(?:'(?!'')[^']*+)*+'{3,5}+"

_NAME = r"""(?:[A-Za-z0-9_\-]+|"[^"\r\n]*"|'[^'\r\n]*')"""
_TABLES = "|".join(Scenario.model_fields)
LIKE_TOML = rf"""(?:
    \[{{1,2}}[ \t]*(?:(?:{_TABLES})|{_NAME}(?:[ \t]*\.[ \t]*{_NAME})+)[ \t]*\]{{1,2}}[ \t]*(?:\#[^\r\n]*)?(?=[\r\n]|\Z)
    |[a-z_][\w\-]*(?:\.[\w\-]+)*[ \t]*=[ \t]*(?:["'\[{{]|-?\d|true\b|false\b)
)"""
"""A line of TOML as it hardly ever stands in a story: a lone word in brackets may be what somebody does there. For patterns that are VERBOSE."""

_BLANK = re.compile(rf"[ \t]++|(?P<space>[{SPACES}]++)|(?P<nothing>[{INVISIBLE}]++)")
_COMMENT = re.compile(r"#[^\r\n]*+|(?P<slashes>//++)[^\r\n]*+")
_LINE_END = re.compile(r"\r\n?|\n")
_REST = re.compile(r"[^\r\n]*+")
_PLAIN = re.compile(r'"(?!"")(?:[^"\\\r\n]|\\.)*+"' + r"|'(?!'')[^'\r\n]*+'")
_LONG = re.compile(LONG)
_LONG_OPEN = re.compile(r"\"\"\"|'''")
_BARE = re.compile(r"[A-Za-z0-9_\-]+")
_DASH = re.compile(rf"[{DASHES}]")
_SCALAR = re.compile(r"[A-Za-z0-9_.:+\-]+")
_NUMBER = re.compile(rf"[{DASHES}](?=[0-9])")
_CURLY_OPEN = re.compile(rf"[{CURLY}{CURLY_SINGLE}]")
_CURLY_LONG = re.compile(
    rf'[{CURLY}]{{3}}(?P<inside>(?:[^"\\{CURLY}]|"(?!"")|[{CURLY}](?![{CURLY}]{{2}}))*+)(?:[{CURLY}]{{3}}|""")'
)
_HALF_LONG = re.compile(
    rf'"""(?P<inside>(?:[^"\\{CURLY}]|\\(?s:.)|"(?!"")|[{CURLY}](?![{CURLY}]{{2}}))*+)(?P<close>[{CURLY}]{{3}})'
    rf"(?=[ \t]*(?:[\r\n]\s*)?(?:\Z|{LIKE_TOML}))",
    re.VERBOSE,
)
_STRAIGHT_OPEN = re.compile(rf'"(?P<inside>[^"\\\r\n]*)(?P<close>[{CURLY}])(?=[ \t]*(?:[\r\n]|\Z|#))')


def statements(text: str) -> Iterator[Statement]:
    """The statements of a text in order; empty lines and comments of their own only when they hold a slip."""
    scanner = _Scanner(text)
    while scanner.at < len(text):
        start, scanner.edits = scanner.at, []
        filled = scanner.statement()
        if filled or scanner.edits:
            yield Statement(start, scanner.at, tuple(scanner.edits))
        scanner.line_end()


class _Scanner:
    """Moves over the text; every method that takes something says whether it was there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.edits: list[Edit] = []

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def mark(self, mark: str) -> bool:
        if not self.text.startswith(mark, self.at):
            return False
        self.at += len(mark)
        return True

    def edit(self, start: int, end: int, new: str, slip: Slip) -> None:
        self.edits.append(Edit(start, end, new, slip))

    def line_end(self) -> bool:
        return self.take(_LINE_END) is not None

    def at_line_end(self) -> bool:
        return self.at >= len(self.text) or self.text[self.at] in "\r\n"

    def blanks(self) -> None:
        while match := self.take(_BLANK):
            if match["space"]:
                self.edit(*match.span(), " " * len(match.group()), Slip.SPACE)
            elif match["nothing"]:
                self.edit(*match.span(), "", Slip.SPACE)

    def comment(self) -> None:
        match = self.take(_COMMENT)
        if match and match["slashes"]:
            self.edit(*match.span("slashes"), "#", Slip.COMMENT)

    def statement(self) -> bool:
        """One statement up to the end of its last line; whether there is more than blanks and a comment."""
        self.blanks()
        self.comment()
        if self.at_line_end():
            return False
        if not (self.header() if self.text[self.at] == "[" else self.pair()):
            self.take(_REST)
            return True
        self.blanks()
        self.comment()
        self.take(_REST)
        return True

    def header(self) -> bool:
        self.mark("[")
        self.mark("[")
        return self.key() and self.mark("]") and (self.mark("]") or True)

    def key(self) -> bool:
        """A dotted key and the blanks around it."""
        while True:
            self.blanks()
            if not (self.take(_PLAIN) or self.curly(1) or self.bare()):
                return False
            self.blanks()
            if not self.mark("."):
                return True

    def bare(self) -> bool:
        if not self.take(_BARE):
            return False
        while dash := self.take(_DASH):
            self.edit(*dash.span(), "-", Slip.DASH)
            self.take(_BARE)
        return True

    def pair(self) -> bool:
        if not (self.key() and self.mark("=")):
            return False
        self.blanks()
        return self.value(0)

    def value(self, depth: int) -> bool:
        if _LONG_OPEN.match(self.text, self.at):
            return self.long()
        if self.take(_PLAIN):
            return True
        if self.text[self.at : self.at + 1] in ("[", "{") and depth < 64:
            return self.bracket(depth + 1)
        if dash := self.take(_NUMBER):
            self.edit(*dash.span(), "-", Slip.DASH)
        return bool(self.take(_SCALAR)) or self.curly(depth) or self.half_curly()

    def long(self) -> bool:
        """A long text, closed by straight marks or, where the file plainly goes on behind them, by curly ones."""
        if match := self.take(_HALF_LONG):
            self.edit(*match.span("close"), '"""', Slip.QUOTE)
            return True
        return self.take(_LONG) is not None

    def bracket(self, depth: int) -> bool:
        """A list or an inline table; the latter ends with its line, closed or not."""
        opener = self.text[self.at]
        closer = "]" if opener == "[" else "}"
        self.at += 1
        while True:
            self.between(lines=opener == "[")
            if self.mark(closer):
                return True
            if opener == "{" and not (self.key() and self.mark("=")):
                return False
            self.between(lines=opener == "[")
            if not self.value(depth):
                return False
            self.between(lines=opener == "[")
            if not self.mark(",") and not self.text.startswith(closer, self.at):
                return False

    def between(self, *, lines: bool) -> None:
        self.blanks()
        while lines and not self.at >= len(self.text):
            before = self.at
            self.comment()
            self.line_end()
            self.blanks()
            if self.at == before:
                return

    def curly(self, depth: int) -> bool:
        """A text between curly marks that can stand between straight ones as it is."""
        opener = _CURLY_OPEN.match(self.text, self.at)
        if opener is None:
            return False
        if match := self.take(_CURLY_LONG):
            self.edit(match.start(), match.start("inside"), '"""', Slip.QUOTE)
            if not match.group().endswith('"""'):
                self.edit(match.end("inside"), match.end(), '"""', Slip.QUOTE)
            return True
        single = opener.group() in CURLY_SINGLE
        match = (_CLOSED_SINGLE if single else _CLOSED)[depth > 0].match(self.text, self.at)
        if match is None or not _balanced(match["inside"]):
            return False
        mark = "'" if single else '"'
        self.edit(match.start(), match.start("inside"), mark, Slip.QUOTE)
        if match["close"] != mark:
            self.edit(*match.span("close"), mark, Slip.QUOTE)
        self.at = match.end("close")
        return True

    def half_curly(self) -> bool:
        """A text that begins with a straight mark and ends its line with a curly one."""
        match = _STRAIGHT_OPEN.match(self.text, self.at)
        if match is None or not _balanced(match["inside"]):
            return False
        self.edit(*match.span("close"), '"', Slip.QUOTE)
        self.at = match.end("close")
        return True


def _closed(curly: str, straight: str, ends: str, unsafe: str) -> re.Pattern[str]:
    """A text between marks, the closing one where a value may end."""
    return re.compile(
        rf"[{curly}](?P<inside>[^{unsafe}\r\n]*?)(?P<close>[{curly}{straight}])"
        rf"(?=[ \t{SPACES}]*(?:[\r\n]|\Z|\#|//|{ends}))"
    )


_INSIDE = r"[,\]}=.]"
_CLOSED = (_closed(CURLY, '"', r"(?!)", r'"\\'), _closed(CURLY, '"', _INSIDE, r'"\\'))
_CLOSED_SINGLE = (_closed(CURLY_SINGLE, "'", r"(?!)", "'"), _closed(CURLY_SINGLE, "'", _INSIDE, "'"))
"""At the top of a value, and in brackets or a key, where more may follow."""


def _balanced(inside: str) -> bool:
    """Whether the curly marks inside a text come in pairs, so that the last one is not one of them."""
    return sum(inside.count(mark) for mark in CURLY) % 2 == 0

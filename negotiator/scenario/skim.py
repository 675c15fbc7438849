"""Runs of plain TOML lines, told by one regular expression: most of a file can be passed over at its speed.

What it does not take is not wrong, only not plain; then the caller looks closer.
"""

import re

LONG_TEXT = r'''(?:"""[^"\\]*+(?:(?:\\[\s\S]|"(?!""))[^"\\]*+)*+"{3,5}+|\'\'\'[^']*+(?:'(?!'')[^']*+)*+'{3,5}+)'''
SHORT_TEXT = r'''(?:"(?!"")[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"|'(?!'')[^'\n]*+')'''

_PART = r"[A-Za-z0-9_-]{1,64}+"
_KEY = rf"{_PART}(?:\.{_PART}){{0,7}}+"
_END = r"[ \t]*+(?:\#[^\n]*+)?+(?:\n|\Z)"
_BETWEEN = r"""[^\[\]{}"'\#\n]{0,200}+"""
_FLAT = rf"{_BETWEEN}(?:{SHORT_TEXT}{_BETWEEN})*+"
_WORD = r"""[^\[\]{}"'\#\n]{1,100}+"""
_STATEMENT = rf"{_KEY}[ \t]*+=[ \t]*+(?:{LONG_TEXT}|{SHORT_TEXT}|\{{{_FLAT}\}}|\[{_FLAT}\]|{_WORD}){_END}"
_BLANK = r"(?:[ \t]*+\#[^\n]*+(?:\n|\Z)|[ \t]*+\n)"
_HEADER = rf"\[{{1,2}}{_KEY}\]{{1,2}}{_END}"

STATEMENTS = re.compile(rf"(?:[ \t]*+{_STATEMENT}|{_BLANK})*+")
"""From the start of a line: `key = value` lines, comments and empty lines, up to a header or something unusual."""

PLAIN = rf"^(?:[ \t]*+(?:{_STATEMENT}|{_HEADER})|{_BLANK})++"
"""The same with headers, as a part of a larger expression; it needs re.MULTILINE."""

"""Where the parser stopped, and what the author did there: the statement is found and judged by what it is."""

import re

from negotiator.scenario.source import Source
from negotiator.scenario.toml_blame import Blame
from negotiator.scenario.toml_brackets import judge_brackets
from negotiator.scenario.toml_headers import judge_header
from negotiator.scenario.toml_marks import judge_character, judge_marks
from negotiator.scenario.toml_pairs import judge_pair
from negotiator.scenario.toml_scan import Statement, statements
from negotiator.scenario.twice import first_of

_TWICE = ("Cannot declare", "Cannot overwrite", "Duplicate inline", "Cannot mutate", "Cannot redefine")
"""How the parser's complaints about something given twice begin."""
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")


def judge_line(said: str, source: Source, offset: int) -> Blame:
    """Explain an error of the parser at an offset."""
    if said.startswith(_TWICE):
        return _twice(said, source, offset)
    statement = _around(source.text, offset)
    start = statement.start
    first = source.line(source.position(start)[0])
    if first.lstrip().startswith("```"):
        return judge_pair(source.text, start, offset)
    if blame := judge_marks(source, statement, offset) or judge_character(said, source, offset):
        return blame
    if first.lstrip().startswith("["):
        return judge_header(first, start)
    return judge_brackets(source.text, start, offset) or judge_pair(source.text, start, offset)


def _around(text: str, offset: int) -> Statement:
    """The statement that an offset stands in, or the last one before it."""
    last = Statement(0, 0, ())
    for one in statements(text):
        if one.start > offset:
            break
        last = one
    return last


def _twice(said: str, source: Source, offset: int) -> Blame:
    line, column = source.position(offset)
    start, text = offset - column + 1, source.line(line)
    at = start + len(text) - len(text.lstrip())
    also: tuple[tuple[int, int], ...] = ()
    where = ""
    if first := first_of(said, source, start, text):
        also = (first,)
        where = f"it stands in line {source.position(first[0])[0]} already; "
    hint = f"{where}keep one of the two, or rename one"
    if first and not text.lstrip().startswith("[") and (block := _headless(source, first[0], at)):
        hint = f"{where}keep one of the two, or write the missing header above line {block}"
    return Blame("N010", "this has been given before", at, max(len(text.strip()), 1), hint, also=also)


def _headless(source: Source, first: int, at: int) -> int:
    """The line in which the block of a key begins, if it has no header and the first of the two stands before it."""
    block = at
    for one in reversed([one for one in statements(source.text[:at]) if one.start < at]):
        if _EMPTY_LINE.search(source.text, one.end, block):
            return source.position(block)[0]
        if one.start <= first or source.text.startswith("[", one.start):
            break
        block = one.start
    return 0

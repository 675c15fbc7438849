"""Where the parser stopped, and what the author did there: the statement is found and judged by what it is."""

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
    return Blame("N010", "this has been given before", at, max(len(text.strip()), 1), hint, also=also)

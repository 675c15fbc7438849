"""What the TOML parser complains about, said again in plain words and blamed where the author erred."""

import re

from negotiator.scenario.findings import Finding, Related, Severity
from negotiator.scenario.source import Source
from negotiator.scenario.toml_blame import Blame
from negotiator.scenario.toml_lines import judge_line
from negotiator.scenario.toml_texts import swallowed

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


def explain(error: ValueError, source: Source) -> Finding:
    """The finding for an error of tomllib."""
    said = str(error)
    match = _AT.search(said)
    offset = source.offset(int(match.group(1)), int(match.group(2))) if match else len(source.text)
    blame = swallowed(source, offset) or judge_line(said, source, offset)
    return _finding(blame, source)


def _finding(blame: Blame, source: Source) -> Finding:
    line, column = source.position(blame.offset)
    return Finding(
        blame.code,
        Severity.ERROR,
        blame.message,
        hint=blame.hint,
        help=blame.help,
        file=source.file,
        line=line,
        column=column,
        length=blame.length,
        also=tuple(_related(source, offset, length) for offset, length in blame.also),
    )


def _related(source: Source, offset: int, length: int) -> Related:
    line, column = source.position(offset)
    return Related(line=line, column=column, length=length)

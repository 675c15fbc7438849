"""A finding for people: the author's own lines with a caret, one line, or data."""

import unicodedata

from negotiator.scenario.findings import Finding
from negotiator.scenario.source import Source
from negotiator.scenario.text import clean

WIDTH = 100
"""Characters of a source line that are shown, around the caret."""
CONTEXT = 2


def short(finding: Finding, file: str) -> str:
    """One line: file, line, column, severity, code, message."""
    return f"{file}:{finding.line}:{finding.column}  {finding.severity} {finding.code}: {finding.message}"


def long(finding: Finding, source: Source, lines: list[str]) -> str:
    """The one line, the place in the file with two lines before it, a caret and the mend."""
    out = [short(finding, source.file)]
    suggestion = finding.hint if finding.hint.startswith("did you mean") else ""
    if 1 <= finding.line <= len(lines):
        left = max(finding.column - WIDTH * 2 // 3, 0) if len(lines[finding.line - 1]) > WIDTH else 0
        for number in range(max(finding.line - CONTEXT, 1), finding.line + 1):
            out.append(f"{number:>5} | {_window(lines[number - 1], left if number == finding.line else 0)}".rstrip())
        before = lines[finding.line - 1][left : finding.column - 1]
        marked = lines[finding.line - 1][finding.column - 1 : finding.column - 1 + finding.length]
        shift = _cells(before) + (2 if left else 0)
        carets = "^" * max(min(_cells(marked), WIDTH - shift), 1)
        out.append(f"      | {' ' * shift}{carets} {suggestion}".rstrip())
    if finding.hint and not suggestion:
        out.append(f"   help: {finding.hint}")
    return "\n".join(out)


def data(finding: Finding) -> dict[str, object]:
    """The finding for JSON."""
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "line": finding.line,
        "column": finding.column,
        "length": finding.length,
        "message": finding.message,
        "hint": finding.hint,
        "path": list(finding.path),
    }


def _window(line: str, left: int) -> str:
    shown = line[left : left + WIDTH]
    head = "… " if left else ""
    tail = " …" if left + WIDTH < len(line) else ""
    return head + clean(shown.replace("\t", " ")) + tail


def _cells(text: str) -> int:
    """Cells of a terminal that the text takes; a tab is shown as one blank."""
    text = clean(text.replace("\t", " "))
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

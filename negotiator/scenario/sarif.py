"""Findings as SARIF 2.1.0: the form in which editors and code hosts take the findings of any checker."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from negotiator import __version__
from negotiator.scenario.codes import TITLES
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.mending import mend
from negotiator.scenario.source import Source
from negotiator.scenario.toml_scan import Edit

Json = Mapping[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FIXED = ("N007", "N016", "N017", "N018")
"""Codes that `check --fix` mends where that is safe."""


def sarif(files: Iterable[tuple[Source, Sequence[Finding], int]]) -> dict[str, object]:
    """One SARIF log for files with their findings and how many more were only counted."""
    files = list(files)
    rules = sorted({one.code for _, findings, _ in files for one in findings})
    driver = {"name": "negotiator", "version": __version__, "rules": [_rule(code) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": any(source.opened for source, _, _ in files),
                "toolExecutionNotifications": [_counted(source, more) for source, _, more in files if more],
            }
        ],
        "results": [
            _result(one, rules.index(one.code), source, _edits(source, findings))
            for source, findings, _ in files
            for one in findings
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> Json:
    return {
        "id": code,
        "shortDescription": {"text": TITLES.get(code, code)},
        "help": {"text": f"negotiator explain {code}"},
    }


def _counted(source: Source, more: int) -> Json:
    return {"level": "note", "message": {"text": f"{source.file}: and {more:,} more findings"}}


def _edits(source: Source, findings: Sequence[Finding]) -> tuple[Edit, ...]:
    return mend(source.text).edits if any(one.code in FIXED for one in findings) else ()


def _result(finding: Finding, rule: int, source: Source, edits: tuple[Edit, ...]) -> Json:
    said = ". ".join(text for text in (finding.message, finding.hint, finding.help) if text)
    place = (finding.line, finding.column, finding.length)
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": "note" if finding.severity is Severity.NOTE else finding.severity.value,
        "message": {"text": said},
        "locations": [{"physicalLocation": _physical(source, *place)}],
    }
    if finding.also:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": other.label},
                "physicalLocation": _physical(source, other.line, other.column, other.length),
            }
            for number, other in enumerate(finding.also, 1)
        ]
    if edits and finding.code in FIXED:
        result["fixes"] = [_fix(source, edits)]
    return result


def _physical(source: Source, line: int, column: int, length: int) -> Json:
    return {"artifactLocation": {"uri": _uri(source.file)}, "region": _region(line, column, length)}


def _region(line: int, column: int, length: int) -> Json:
    line, column = max(line, 1), max(column, 1)
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + length}


def _fix(source: Source, edits: tuple[Edit, ...]) -> Json:
    replacements = [
        {
            "deletedRegion": _region(*source.position(edit.start), edit.end - edit.start),
            "insertedContent": {"text": edit.new},
        }
        for edit in edits
    ]
    change = {"artifactLocation": {"uri": _uri(source.file)}, "replacements": replacements}
    return {"description": {"text": "plain marks, as check --fix writes them"}, "artifactChanges": [change]}


def _uri(file: str) -> str:
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), errors="surrogateescape")

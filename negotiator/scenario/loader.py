"""From a file to a Scenario, or to every finding at once."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from negotiator.errors import NegotiatorError
from negotiator.scenario.advice import advice
from negotiator.scenario.findings import Finding, KeyPath, Severity, error, warning
from negotiator.scenario.guard import guard
from negotiator.scenario.models import Scenario
from negotiator.scenario.names import name_findings
from negotiator.scenario.places import place_all
from negotiator.scenario.shapes import shape_findings
from negotiator.scenario.source import Source, read
from negotiator.scenario.syntax import syntax_finding
from negotiator.scenario.text import UNSAFE, clean

FORMAT = 1
MOST = 200
"""Findings that are kept; past that their number is said."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario, None if there is any error, with everything that was found, placed and in order."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]
    source: Source


class ScenarioError(NegotiatorError):
    """A scenario that cannot be played, with its findings."""

    def __init__(self, file: str, findings: tuple[Finding, ...]) -> None:
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        first = errors[0]
        more = f" There {'is one more error' if len(errors) == 2 else f'are {len(errors) - 1} more errors'}." if errors[1:] else ""
        super().__init__(
            f"{file}:{first.line}:{first.column}: {first.message}.{more}",
            f"{first.hint[:1].upper()}{first.hint[1:]}. See them all: negotiator check {file}" if first.hint else "",
        )
        self.findings = findings


def load(path: Path) -> Loaded:
    """Read and check a file.

    Raises:
        Unreadable: the file cannot be read at all.
    """
    source, finding = read(path)
    if finding is not None:
        return Loaded(None, (finding,), source)
    return load_text(source.text, source.file, path.stem)


def require(path: Path) -> Scenario:
    """The scenario of a file.

    Raises:
        Unreadable: the file cannot be read at all.
        ScenarioError: it has errors.
    """
    loaded = load(path)
    if loaded.scenario is None:
        raise ScenarioError(loaded.source.file, loaded.findings)
    return loaded.scenario


def load_text(text: str, file: str, name: str) -> Loaded:
    """Check the text of a scenario; `name` is its id unless it gives one."""
    source = Source(file, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    text = source.text
    if (finding := guard(text)) is not None:
        return Loaded(None, (finding,), source)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        return Loaded(None, (syntax_finding(trouble, text),), source)
    except (ValueError, RecursionError, OverflowError) as trouble:
        finding = Finding("N002", Severity.ERROR, f"TOML cannot read this file: {trouble}", line=1, column=1)
        return Loaded(None, (finding,), source)
    scenario, found = _checked(raw, name)
    found = place_all(_kept(found, raw), text)
    return Loaded(scenario, tuple(found), source)


def _checked(raw: dict[str, Any], name: str) -> tuple[Scenario | None, list[Finding]]:
    version = raw.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        hint = "a newer Negotiator can play it; this one reads format 1"
        return None, [error("N004", f"this file is written in format {version}", ("format",), hint)]
    found = list(_cleaned(raw, ()))
    scenario = None
    try:
        scenario = Scenario.model_validate({**raw, "id": raw.get("id", _as_id(name))})
    except ValidationError as trouble:
        found += shape_findings(trouble)
    found += name_findings(raw)
    if any(finding.severity is Severity.ERROR for finding in found):
        return None, found
    if scenario is not None:
        found += advice(scenario)
    return scenario, found


def _as_id(name: str) -> str:
    """A file's name as an id."""
    words = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    words = "-".join(filter(None, words.split("-")))[:64].rstrip("-")
    return words if words[:1].isalpha() else f"s-{words}" if words else "scenario"


def _cleaned(node: Any, path: KeyPath) -> Iterator[Finding]:
    """Take out, in place, what a terminal would obey; a finding for each text that had any."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        if isinstance(value, str):
            if UNSAFE.search(value):
                node[key] = clean(value)
                hint = "they would act on the terminal; take them out"
                yield warning("N107", "control characters were left out of this text", (*path, key), hint)
        elif isinstance(value, dict | list):
            yield from _cleaned(value, (*path, key))


def _kept(found: list[Finding], raw: dict[str, Any]) -> list[Finding]:
    """Without what the author accepts, each mistake once, and not more than a person can read."""
    accepted = raw.get("accept")
    accepted = accepted if isinstance(accepted, dict) else {}
    kept = [
        finding for finding in dict.fromkeys(found) if finding.severity is Severity.ERROR or finding.code not in accepted
    ]
    if len(kept) > MOST:
        kept.sort(key=lambda finding: list(Severity).index(finding.severity))
        last = replace(kept[MOST - 1], message=f"{kept[MOST - 1].message} (and {len(kept) - MOST} more findings)")
        kept = [*kept[: MOST - 1], last]
    return kept

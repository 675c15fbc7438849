"""A finding: what is wrong in a scenario file, where, and one way to mend it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Path = tuple[str | int, ...]
"""Keys from the top of the file down; a number for an item of a list."""

LIMIT = 200
"""Findings of one severity that are kept; the rest are counted."""


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The scenario cannot be played."""
    WARNING = "warning"
    """It can, and most likely the author wants something else."""
    NOTE = "note"
    """Worth a look."""

    @property
    def rank(self) -> int:
        """0 for what matters most."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of: the line that this one conflicts with."""

    path: Path = ()
    label: str = "first here"
    """What stands there, in a few words."""
    where: str = "key"
    """What to point at: the "key" or the "value"."""
    line: int = 0
    """From 1; 0 while the place is not known."""
    column: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. `path` says what it is about; the place in the file is filled in by `placing.place`."""

    code: str
    severity: Severity
    message: str
    path: Path = ()
    hint: str = ""
    """How to mend it, in one line."""
    help: str = ""
    """What is good to know besides."""
    where: str = "key"
    """What to point at: the "key" or the "value"."""
    offset: int = 0
    """For a mistake inside a text: characters from the start of that text."""
    extent: int = 0
    """How many characters of the text; 0 for the whole value."""
    file: str = ""
    line: int = 0
    """From 1; 0 while the place is not known."""
    column: int = 0
    """From 1, in characters; a tab is one."""
    length: int = 0
    """Characters to underline."""
    also: tuple[Related, ...] = ()
    """Where two lines conflict: the other places, in the order in which they matter."""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by place, then by what matters most."""
    return tuple(sorted(findings, key=lambda one: (one.line, one.column, one.severity.rank, one.code)))


@dataclass(slots=True)
class Collector:
    """Takes findings up to LIMIT of each severity and counts the others."""

    kept: list[Finding] = field(default_factory=list)
    more: Counter[Severity] = field(default_factory=Counter)
    """How many were not kept."""
    taken: Counter[Severity] = field(default_factory=Counter)

    def full(self, severity: Severity) -> bool:
        """Whether another finding of this severity would only be counted."""
        return self.taken[severity] >= LIMIT

    def add(self, finding: Finding) -> None:
        """Keep or count a finding."""
        if self.full(finding.severity):
            self.more[finding.severity] += 1
            return
        self.taken[finding.severity] += 1
        self.kept.append(finding)

    def error(
        self,
        code: str,
        message: str,
        path: Path,
        hint: str | Callable[[], str] = "",
        *,
        where: str = "key",
        also: tuple[Related, ...] = (),
    ) -> None:
        """Add an error. A hint that takes work to find is given as a function, called only when it is kept."""
        self._say(Severity.ERROR, code, message, path, hint, where, also)

    def warning(
        self,
        code: str,
        message: str,
        path: Path,
        hint: str | Callable[[], str] = "",
        *,
        where: str = "key",
        also: tuple[Related, ...] = (),
    ) -> None:
        """Add a warning."""
        self._say(Severity.WARNING, code, message, path, hint, where, also)

    def note(
        self,
        code: str,
        message: str,
        path: Path,
        hint: str | Callable[[], str] = "",
        *,
        where: str = "key",
        also: tuple[Related, ...] = (),
    ) -> None:
        """Add a note."""
        self._say(Severity.NOTE, code, message, path, hint, where, also)

    def _say(
        self,
        severity: Severity,
        code: str,
        message: str,
        path: Path,
        hint: str | Callable[[], str],
        where: str,
        also: tuple[Related, ...],
    ) -> None:
        if not isinstance(hint, str):
            hint = "" if self.full(severity) else hint()
        self.add(Finding(code, severity, message, path, hint, where=where, also=also))


def without_accepted(findings: Iterable[Finding], accept: Mapping[str, object]) -> list[Finding]:
    """Drop the warnings and notes that the author has looked at and keeps. Errors stay."""
    return [one for one in findings if one.severity is Severity.ERROR or one.code not in accept]

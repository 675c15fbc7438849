"""The one way in: a scenario file becomes a checked, frozen Scenario, or findings that say what to mend."""

import gc
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from negotiator.errors import NegotiatorError
from negotiator.scenario.braces import fill_names
from negotiator.scenario.checks_braces import check_braces
from negotiator.scenario.checks_craft import check_craft
from negotiator.scenario.checks_deal import check_deal
from negotiator.scenario.checks_names import check_names
from negotiator.scenario.checks_state import check_state
from negotiator.scenario.checks_story import check_story
from negotiator.scenario.checks_table import check_table
from negotiator.scenario.checks_use import check_use
from negotiator.scenario.checks_when import check_conditions
from negotiator.scenario.cleaning import clean_tables
from negotiator.scenario.findings import Collector, Finding, Severity, without_accepted
from negotiator.scenario.guard import refuse
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import Scenario
from negotiator.scenario.outline import Outline, tables
from negotiator.scenario.shape import validate
from negotiator.scenario.source import Source, Unread, even, read
from negotiator.scenario.spelling import Respelled

FORMAT = 1
"""The version of the file format that is read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a file: a scenario when nothing is wrong with it, and all findings with their places."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]
    source: Source
    more: Mapping[Severity, int] = field(default_factory=dict)
    """How many findings were counted but not kept."""
    accepted: frozenset[str] = frozenset()
    """Codes of findings that are left out because the author keeps them."""
    undecided: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What play may or may not come to, as far as it was looked for: scene, choice, ending, stuck, trapped or offer,
    each with its path in the file."""

    @property
    def errors(self) -> int:
        """How many errors there are, kept or not."""
        return self.count(Severity.ERROR)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are, kept or not."""
        return sum(one.severity is severity for one in self.findings) + self.more.get(severity, 0)


class ScenarioError(NegotiatorError):
    """A scenario that cannot be played; `loaded` holds the findings."""

    def __init__(self, loaded: Loaded) -> None:
        from negotiator.scenario.rendering import short

        count = loaded.errors
        first = next(one for one in loaded.findings if one.severity is Severity.ERROR)
        if loaded.source.opened:
            message = f"{loaded.source.file} cannot be played: {count} error{'s' * (count > 1)} in it"
            hint = f"{short(first)}\n  See all of it with: negotiator check {loaded.source.file}"
        else:
            message, hint = f"{loaded.source.file}: {first.message}", first.hint
        super().__init__(message, hint)
        self.loaded = loaded

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, with their places."""
        return self.loaded.findings


def require(path: Path) -> Scenario:
    """The scenario in a file.

    Raises:
        ScenarioError: when the file cannot be read or has errors in it.
    """
    loaded = load(path)
    if loaded.scenario is None:
        raise ScenarioError(loaded)
    return loaded.scenario


def load(path: Path) -> Loaded:
    """Read and check a file. Never raises: what is wrong with the file itself is a finding too."""
    return load_read(read(path), path.stem)


def load_read(found: Source | Unread, name: str) -> Loaded:
    """Check what a file was read as, or say why it was not; `name` makes its id unless the text gives one."""
    if isinstance(found, Unread):
        return Loaded(None, (found.finding,), found.source)
    return load_source(found, name)


def load_text(text: str, file: str, name: str) -> Loaded:
    """Check a text as if it stood in `file`; `name` makes its id unless the text gives one."""
    return load_source(Source(file, even(text.removeprefix("\ufeff"))), name)


def load_source(source: Source, name: str) -> Loaded:
    """Check what has been read; `name` makes its id unless the text gives one."""
    with _no_collection():
        return _load(source, name)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the garbage collector: of the many small values made here none is part of a circle."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def load_deal(path: Path) -> Loaded:
    """Read and check a file for its deal: a whole scenario, or one that has only [deal] and is completed by a stub."""
    source = read(path)
    if isinstance(source, Unread):
        return Loaded(None, (source.finding,), source.source)
    with _no_collection():
        return _load(source, path.stem, alone=True)


_AROUND: Mapping[str, object] = {
    "format": FORMAT,
    "title": "A deal",
    "start": "table",
    "scenes": {"table": {"text": "The table.", "choices": {"leave": {"do": "Leave.", "goto": "over"}}}},
    "endings": {"over": {"outcome": "declined", "title": "Over", "text": "It is over."}},
}
"""What a file that has only [deal] lacks for a scenario."""


def _load(source: Source, name: str, *, alone: bool = False) -> Loaded:
    if problem := refuse(source):
        return Loaded(None, (problem,), source)
    try:
        raw: dict[str, object] = tomllib.loads(source.text)
    except ValueError as error:
        # A ValueError that is not TOML's own comes from numbers of thousands of digits.
        from negotiator.scenario.toml_errors import explain

        return Loaded(None, (explain(error, source),), source)
    if alone and "deal" in raw and "scenes" not in raw:
        raw = {**_AROUND, **raw}
        for _, shape in tables(table.get("structures") if isinstance(table := raw["deal"], dict) else None):
            if isinstance(shape, dict) and "needs" in shape:
                # What it needs is part of a story that is not there.
                shape["needs"] = "false"
    found, respelled = Collector(), Respelled(source.text)
    scenario = _check(raw, _slug(name), found, respelled)
    accept = raw.get("accept")
    kept = without_accepted(found.kept, accept if isinstance(accept, dict) else {})
    accepted = frozenset(one.code for one in found.kept) - {one.code for one in kept}
    kept = [_as_written(one, respelled) for one in kept]
    if any(one.severity is Severity.ERROR for one in kept):
        scenario = None
    return Loaded(scenario, _placed(kept, source), source, Counter(found.more), accepted)


def _placed(kept: list[Finding], source: Source) -> tuple[Finding, ...]:
    """With their places; what finds them is not even imported when there is nothing to place."""
    if not kept:
        return ()
    from negotiator.scenario.placing import place

    return place(kept, source)


def _as_written(finding: Finding, respelled: Respelled) -> Finding:
    """With the paths as they stand in the file."""
    also = tuple(replace(one, path=respelled.written(one.path)) for one in finding.also)
    return replace(finding, path=respelled.written(finding.path), also=also)


def _check(raw: dict[str, object], fallback: str, found: Collector, respelled: Respelled) -> Scenario | None:
    number = raw.get("format")
    if not raw:
        found.error("N020", "the file is empty", (), f"write format = {FORMAT} in the first line")
        return None
    if isinstance(number, int) and number > FORMAT:
        message = "this file is made for a newer version of Negotiator"
        hint = f"update Negotiator: this version reads format = {FORMAT}"
        found.error("N021", message, ("format",), hint, where="value")
        return None
    if number is None and not any(key == "version" or suggest(key, ["format"]) for key in raw):
        message = "the file does not say which format it has"
        found.error("N020", message, (), f"write format = {FORMAT} in the first line")
    elif number is not None and (
        (number is not True and number != FORMAT) or isinstance(number, bool | float)
    ):
        found.error("N022", "there is no such format", ("format",), f"write format = {FORMAT}", where="value")
    clean_tables(raw, found)
    raw = {"id": fallback, **raw, "format": FORMAT}
    braced = fill_names(raw)
    scenario, troubled = validate(raw, found, respelled)
    outline = Outline(raw, braced)
    check_names(outline, found)
    check_state(outline, found)
    check_conditions(outline, found)
    check_braces(outline, found)
    check_story(outline, troubled, found)
    check_deal(outline, found)
    if scenario is not None and not found.taken[Severity.ERROR]:
        # What nothing uses may only seem so while there are errors.
        check_use(outline, found)
        check_table(outline, found)
        check_craft(scenario, found)
    return scenario


def _slug(name: str) -> str:
    """An id out of a file's name."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].rstrip("-")
    return slug if slug[:1].isalpha() else f"s-{slug}".rstrip("-")

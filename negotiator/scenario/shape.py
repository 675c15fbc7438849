"""The raw tables against the models: every mistake of shape becomes a finding in plain words."""

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import Scenario
from negotiator.scenario.tables import homes, keys_of, kind_of, said_table
from negotiator.scenario.wording import EXPECTED, id_hint, listing, said, type_hint

REFERENCES = {"goto", "start", "on_expired", "from"}
REFERENCE_LISTS = {"with", "known_by", "learn"}
REFERENCE_TABLES = {"change", "set"}
STATE_TAGS = {"flag", "number", "word"}

MEANT = {
    "if": "when",
    "condition": "when",
    "next": "goto",
    "target": "goto",
    "to": "goto",
    "go": "goto",
    "options": "choices",
    "answers": "choices",
    "words": "text",
    "says": "say",
    "does": "do",
    "label": "say",
    "note": "coach",
    "effects": "change",
    "requires": "when",
}
"""Keys that other tools have, or that come to mind first."""


def validate(raw: Mapping[str, object], found: Collector) -> tuple[Scenario | None, set[Path]]:
    """The scenario, or None with findings. The paths are of tables that have a mistake of shape."""
    try:
        return Scenario.model_validate(raw), set()
    except ValidationError as error:
        return None, _explain(error.errors(include_url=False), raw, found)


def _explain(errors: list[ErrorDetails], raw: Mapping[str, object], found: Collector) -> set[Path]:
    mistakes = [(_path(detail["loc"], raw), detail) for detail in errors]
    troubled: set[Path] = set()
    misspelt = _misspelt(mistakes)
    for path, detail in mistakes:
        kind = detail["type"]
        if kind == "missing" and (path in misspelt or (len(path) == 1 and ("*", path[0]) in misspelt)):
            continue
        if kind in ("string_pattern_mismatch", "string_too_long") and _is_reference(path, detail["loc"]):
            continue
        troubled |= {path, path[:-1]}
        if kind == "extra_forbidden":
            found.error(
                "N101",
                f"{said_table(path[:-1])} has no key '{path[-1]}'",
                path,
                lambda path=path: _unknown_hint(path),
            )
        elif kind == "missing":
            found.error(
                "N103",
                f"{said_table(path[:-1])} needs the key '{path[-1]}'",
                path[:-1],
                _missing_hint(path),
            )
        else:
            _wrong_value(path, detail, found)
    return troubled


def _path(loc: tuple[int | str, ...], raw: Mapping[str, object]) -> Path:
    """The path in the file: without the union's tags and the mark of a key."""
    if len(loc) > 2 and loc[0] == "state" and loc[2] in STATE_TAGS:
        loc = (*loc[:2], *loc[3:])
    if len(loc) > 1 and loc[-1] == "[key]" and not _exists(loc, raw):
        loc = loc[:-1]
    return loc


def _exists(path: Path, raw: object) -> bool:
    for step in path:
        if not isinstance(raw, dict) or step not in raw:
            return False
        raw = raw[step]
    return True


def _is_reference(path: Path, loc: Path) -> bool:
    """Whether this names something declared elsewhere: the check of names says what is wrong with it."""
    if isinstance(path[-1], int):
        return len(path) > 1 and path[-2] in REFERENCE_LISTS
    if loc[-1] == "[key]":
        return len(path) > 1 and path[-2] in REFERENCE_TABLES
    return path[-1] in REFERENCES


def _misspelt(mistakes: list[tuple[Path, ErrorDetails]]) -> set[Path]:
    """Missing keys that an unknown key nearby explains; ("*", key) for one that stands in the wrong table."""
    missing = {path for path, detail in mistakes if detail["type"] == "missing"}
    parents = {path[:-1] for path in missing}
    explained: set[Path] = set()
    for path, detail in mistakes:
        if detail["type"] != "extra_forbidden":
            continue
        if len(path) > 1 and path[-1:] in missing:
            explained.add(("*", path[-1]))
        if path[:-1] in parents:
            explained.add((*path[:-1], _near(path)))
    return explained & missing | {one for one in explained if one[0] == "*"}


def _near(path: Path) -> str:
    """The known key that was most likely meant."""
    known = keys_of(kind_of(path[:-1]))
    key = str(path[-1])
    if MEANT.get(key) in known:
        return MEANT[key]
    hint = suggest(key.lower().replace("-", "_"), known)
    return hint.split("'")[1] if hint else ""


def _unknown_hint(path: Path) -> str:
    key = str(path[-1])
    if home := homes(key, path[:-1]):
        return home
    if near := _near(path):
        return f"did you mean '{near}'?"
    return f"there are: {listing(keys_of(kind_of(path[:-1])))}"


def _missing_hint(path: Path) -> str:
    key = str(path[-1])
    examples = {
        "format": "write format = 1 in the first line",
        "start": 'name the first scene: start = "…"',
        "scenes": "add a scene: [scenes.some-name]",
        "endings": "add an ending: [endings.some-name]",
        "outcome": 'add outcome = "signed", "declined", "lost", "withdrawn" or "expired"',
        "min": "a number needs its bounds: { start = 0, min = 0, max = 5 }",
        "max": "a number needs its bounds: { start = 0, min = 0, max = 5 }",
        "one_of": "list the words it can be: one_of = [\"cool\", \"warm\"]",
        "days": "say how long the offer stands: days = 7",
    }
    if path[0] == "state" and key == "start":
        return "say how it starts: start = …"
    return examples.get(key, f'add {key} = "…"')


def _wrong_value(path: Path, detail: ErrorDetails, found: Collector) -> None:
    kind, value = detail["type"], detail["input"]
    context = detail.get("ctx", {})
    key = said_key(path)
    if kind in ("string_pattern_mismatch", "string_too_long"):
        name = str(value)
        of = "key" if detail["loc"][-1] == "[key]" else "value"
        found.error("N108", f"{said(name)} is not an id", path, id_hint(name), where=of)
    elif kind == "literal_error":
        words = [word for word in str(context.get("expected", "")).split("'") if word.strip(" ,or")]
        hint = suggest(value, words) if isinstance(value, str) else ""
        of_list = f"it can be: {listing(words)}"
        if isinstance(value, str):
            message = f"{key} cannot be {said(value)}"
        else:
            message = f"{key} should be a word, and is {said(value)}"
        found.error("N109", message, path, hint or of_list, where="value")
    elif kind in ("greater_than_equal", "less_than_equal"):
        bound = (
            f"at least {context.get('ge')}" if kind == "greater_than_equal" else f"at most {context.get('le')}"
        )
        found.error("N110", f"{key} has to be {bound}, and is {said(value)}", path, where="value")
    elif kind == "too_short":
        found.error("N124", f"{key} is empty", path, "add at least one entry", where="value")
    elif kind in EXPECTED:
        message = f"{key} should be {EXPECTED[kind]}, and is {said(value)}"
        found.error("N102", message, path, type_hint(kind, path, value), where="value")
    else:
        found.error("N102", f"{key}: {detail['msg']}", path, where="value")


def said_key(path: Path) -> str:
    """A key as a message names it: the item of a list by its list."""
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {said_key(path[:-1])}"
    return f"'{path[-1]}'"

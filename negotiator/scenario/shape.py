"""The raw tables against the models: every mistake of shape becomes a finding in plain words."""

import re
from collections import defaultdict

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.meaning import suggest
from negotiator.scenario.models import Scenario
from negotiator.scenario.spelling import Respelled, respell, table_at
from negotiator.scenario.tables import said_table
from negotiator.scenario.wording import EXPECTED, id_hint, listing, said, type_hint

REFERENCES = {
    "goto",
    "start",
    "on_expired",
    "from",
    "who",
    "trust_from",
    "agreed",
    "impasse",
    "withdrawn",
    "walk",
    "fact",
}
REFERENCE_LISTS = {"with", "known_by", "learn", "lift"}
REFERENCE_TABLES = {"change", "set"}
_FIRST_HEADER = re.compile(r"^[ \t]*\[([a-z][\w. -]*)\]", re.MULTILINE)
STATE_TAGS = {"flag", "number", "word"}


def validate(
    raw: dict[str, object], found: Collector, respelled: Respelled
) -> tuple[Scenario | None, set[Path]]:
    """The scenario, or None with findings. The paths are of tables that have a mistake of shape.

    `raw` is changed: a misspelled key is read as the one that is meant, a misplaced table where it belongs.
    """
    settled = False
    while True:
        try:
            return Scenario.model_validate(raw), set()
        except ValidationError as error:
            if not settled:
                from negotiator.scenario.relocating import settle

                settled = True
                settle(raw, respelled, found)
                continue
            mistakes = [(_path(one["loc"], raw), one) for one in error.errors(include_url=False)]
        unknown = [path for path, one in mistakes if one["type"] == "extra_forbidden"]
        if not respell(raw, unknown, respelled, found):
            return None, _explain(mistakes, raw, respelled, found)


def _explain(
    mistakes: list[tuple[Path, ErrorDetails]], raw: dict[str, object], respelled: Respelled, found: Collector
) -> set[Path]:
    missing: dict[Path, list[str]] = defaultdict(list)
    troubled: set[Path] = set()
    # A key of the top that stands in a table: it is not missing, it was put down too late.
    strayed = {path[-1] for path in respelled.told if len(path) > 1}
    for path, detail in mistakes:
        kind = detail["type"]
        if kind == "extra_forbidden" or path in respelled.originals:
            continue
        if kind in ("string_pattern_mismatch", "string_too_long") and _is_reference(path, detail["loc"]):
            continue
        if kind == "missing":
            if len(path) > 1 or path[0] not in strayed:
                missing[path[:-1]].append(str(path[-1]))
            continue
        troubled |= {path, path[:-1]}
        _wrong_value(path, detail, found)
        if kind == "list_type" and path[-1] in REFERENCE_LISTS and isinstance(detail["input"], str):
            # One name for a list of one: what depends on who is named need not be told as well.
            table_at(raw, path[:-1])[str(path[-1])] = [detail["input"]]
    for table, keys in missing.items():
        if not table and "title" in keys and _stands_below(respelled, raw, found):
            keys.remove("title")
        if keys:
            _missing(table, keys, found)
    return troubled


def _stands_below(respelled: Respelled, raw: dict[str, object], found: Collector) -> bool:
    """Whether the title of the file stands in its first table, where it is taken for that table's own."""
    header = _FIRST_HEADER.search(respelled.text)
    path: Path = tuple(re.split(r"\s*\.\s*", header[1].strip())) if header else ()
    if not path or not _exists((*path, "title"), raw):
        return False
    if not any(one[:-1] == path for one in respelled.told):
        message = f"the file needs the key 'title', and this one stands in {said_table(path)}"
        found.error(
            "N103", message, (*path, "title"), "move it to the top of the file, above the first [table]"
        )
    return True


def _missing(table: Path, keys: list[str], found: Collector) -> None:
    quoted = [f"'{key}'" for key in keys]
    names = f"the keys {', '.join(quoted[:-1])} and {quoted[-1]}" if quoted[1:] else f"the key {quoted[0]}"
    hints = dict.fromkeys(_missing_hint((*table, key)) for key in keys)
    found.error("N103", f"{said_table(table)} needs {names}", table, "; ".join(hints))


def _path(loc: tuple[int | str, ...], raw: dict[str, object]) -> Path:
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
        "one_of": 'list the words it can be: one_of = ["cool", "warm"]',
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
            f"at least {context.get('ge')}"
            if kind == "greater_than_equal"
            else f"at most {context.get('le')}"
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

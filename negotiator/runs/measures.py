"""How long each scenario is, measured once for each state of its file and kept."""

from pathlib import Path
from typing import NamedTuple

from negotiator.runs.cache import Answer, Cache, whole_number
from negotiator.runs.library import Entry, load_game

COUNTS = ("scenes", "choices", "endings", "words", "minutes")


class Length(NamedTuple):
    """The counts of a scenario and the hash of its rules."""

    scenes: int
    choices: int
    endings: int
    words: int
    minutes: int
    rules: str
    trouble: str = ""
    """Why it cannot be played; everything else is empty then."""


def length_of(entry: Entry, cache: Path) -> Length:
    """From the cache while the file has not changed, else loaded and measured; never an error."""
    if entry.trouble:
        return _no(entry.trouble)
    try:
        found = entry.path.stat()
    except OSError:
        return _no("It is gone.")
    question = (str(entry.path), found.st_size, found.st_mtime_ns)
    kept = Cache(cache)
    answer = kept.get("lengths", *question)
    length = _from(answer) if answer else None
    if length is None:
        length = _measured(entry)
        # A trouble is looked into afresh each time: what mends it need not be an edit of this file.
        if not length.trouble:
            kept.put("lengths", *question, answer=dict(length._asdict()))
    return length


def _measured(entry: Entry) -> Length:
    from negotiator.analysis.length import measure
    from negotiator.scenario.digest import rules_hash
    from negotiator.scenario.loader import ScenarioError

    try:
        game = load_game(entry.path)
    except ScenarioError as error:
        count = sum(finding.severity == "error" for finding in error.findings)
        errors = "an error" if count == 1 else f"{count} errors"
        there = "is" if count == 1 else "are"
        return _no(f"There {there} {errors} in it. What to mend is said by: negotiator check {entry.path}")
    found = measure(game)
    return Length(
        found.scenes, found.choices, found.endings, found.words, found.minutes, rules_hash(game.scenario)
    )


def _no(trouble: str) -> Length:
    return Length(0, 0, 0, 0, 0, "", trouble)


def _from(answer: Answer) -> Length | None:
    counts = [number for key in COUNTS if (number := whole_number(answer, key)) is not None]
    rules, trouble = answer.get("rules"), answer.get("trouble")
    if len(counts) != len(COUNTS) or not isinstance(rules, str) or not isinstance(trouble, str):
        return None
    scenes, choices, endings, words, minutes = counts
    return Length(scenes, choices, endings, words, minutes, rules, trouble)

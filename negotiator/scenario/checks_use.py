"""What is declared and never used, and what is longer than it should be: warnings and notes."""

from negotiator.scenario.checks_braces import check_unused
from negotiator.scenario.checks_when import words_of
from negotiator.scenario.codes import TITLES
from negotiator.scenario.findings import Collector, Path
from negotiator.scenario.meaning import suggest
from negotiator.scenario.outline import Outline, keys, strings
from negotiator.scenario.text import paragraphs

SCREEN = 1100
"""Characters of story that fit on a screen of 80 columns and 24 lines."""


def check_use(outline: Outline, found: Collector) -> None:
    """States and facts that nothing uses, long texts, and the list of accepted codes."""
    _states(outline, found)
    _facts(outline, found)
    check_unused(outline, found)
    _long_texts(outline, found)
    _accepted(outline, found)


def _states(outline: Outline, found: Collector) -> None:
    read = {word for condition in outline.conditions() for word in words_of(condition.text)}
    table = outline.deal.get("counterpart")
    if isinstance(table, dict) and isinstance(trust := table.get("trust_from"), str):
        read.add(trust)
    read |= outline.spoken
    changed: set[str] = set()
    for deed in outline.deeds():
        changed.update(keys(deed.table.get("change")), keys(deed.table.get("set")))
    for name in outline.states:
        if name not in read:
            hint = "let a `when` ask for it or a text say it, or take it away"
            found.warning("N247", f"no condition reads the state '{name}'", ("state", name), hint)
        elif name not in changed:
            hint = "let a choice change it or set it, or take it away"
            found.warning("N248", f"nothing ever changes the state '{name}'", ("state", name), hint)


def _facts(outline: Outline, found: Collector) -> None:
    taught = {name for deed in outline.deeds() for _, name in strings(deed.table.get("learn"))}
    for fid, fact in outline.facts.items():
        owners = {name for _, name in strings(fact.get("known_by"))}
        asked = "topic" in fact and outline.names.counterpart in owners
        if fid not in taught and not asked:
            hint = f'add learn = ["{fid}"] to a choice, or take the fact away'
            found.warning("N249", f"no choice teaches the fact '{fid}'", ("facts", fid), hint)


def _long_texts(outline: Outline, found: Collector) -> None:
    def check(value: object, path: Path) -> None:
        if isinstance(value, str) and len(value) > SCREEN and (long := len(str(paragraphs(value)))) > SCREEN:
            message = f"this text is longer than a screen: {long} characters of about {SCREEN}"
            found.note("N301", message, path, "split it into two scenes, or let a reply carry a part of it")

    for kind, places in (("scenes", outline.scenes), ("endings", outline.endings)):
        for name, place in places.items():
            for key in ("text", "again"):
                check(place.get(key), (kind, name, key))
    for deed in outline.deeds():
        check(deed.table.get("reply"), (*deed.path, "reply"))


def _accepted(outline: Outline, found: Collector) -> None:
    for code in keys(outline.raw.get("accept")):
        if code not in TITLES:
            hint = (
                suggest(code.upper(), TITLES)
                or "codes are the letter N and three digits, as `check` gives them"
            )
            found.warning("N302", f"there is no code '{code}'", ("accept", code), hint)

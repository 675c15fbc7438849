"""The conditions: every mistake in them, at its place inside the text."""

import re

from negotiator.scenario.conditions import ConditionError, parse
from negotiator.scenario.findings import Collector, Finding, Severity
from negotiator.scenario.meaning import resolve
from negotiator.scenario.outline import Outline

_WORDS = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def check_conditions(outline: Outline, found: Collector) -> None:
    """Read every `when` against the declared names."""
    known: dict[str, list[tuple[str, ConditionError]]] = {}
    for condition in outline.conditions():
        if condition.text not in known:
            known[condition.text] = _mistakes(condition.text, outline)
        for code, error in known[condition.text]:
            found.add(
                Finding(
                    code,
                    Severity.ERROR,
                    error.message,
                    condition.path,
                    error.hint,
                    where="value",
                    offset=error.at,
                    extent=error.length,
                )
            )


def _mistakes(text: str, outline: Outline) -> list[tuple[str, ConditionError]]:
    try:
        expr = parse(text)
    except ConditionError as error:
        return [("N121", error)]
    if outline.unsure & {"state", "facts", "scenes"}:
        return []
    if outline.uncertain and not outline.uncertain.isdisjoint(words_of(text)):
        # What it says of a state whose own declaration is wrong cannot be judged.
        return []
    return [("N122" if error.undeclared else "N123", error) for error in resolve(expr, outline.names)[1]]


def words_of(text: str) -> set[str]:
    """Every word in a condition, also in one that cannot be read."""
    return set(_WORDS.findall(text))

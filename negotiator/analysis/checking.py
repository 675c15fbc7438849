"""All that `check` finds in a scenario file: what the loader sees, and what only play or the points can show."""

from dataclasses import replace

from negotiator.analysis import reach
from negotiator.scenario.findings import Finding, Severity, in_order, without_accepted
from negotiator.scenario.loader import Loaded
from negotiator.scenario.models import Scenario

NOT_ALWAYS_GIVEN = "N20"
"""How the codes begin that depend on how far the search comes: accepting one of them is never called idle."""


def deepened(loaded: Loaded) -> Loaded:
    """What was loaded, with what play and the points show, where it has no errors so far.

    The scenario is None when there are errors.
    """
    if loaded.scenario is None:
        return loaded
    given, reached = reach.look(loaded.scenario)
    accept = loaded.scenario.accept
    seen = without_accepted(given, accept)
    if not loaded.more:
        seen += _idle(loaded.scenario, loaded.accepted | {one.code for one in given})
    findings = loaded.findings
    if seen:
        from negotiator.scenario.placing import place

        findings = in_order((*findings, *place(seen, loaded.source)))
    broken = any(one.severity is Severity.ERROR for one in seen)
    return replace(
        loaded,
        scenario=None if broken else loaded.scenario,
        findings=findings,
        undecided=tuple(reached.undecided()),
    )


def _idle(scenario: Scenario, given: set[str] | frozenset[str]) -> list[Finding]:
    """Codes that are accepted and that nothing in the file would be given."""
    from negotiator.scenario.codes import TITLES

    return [
        Finding(
            "N303",
            Severity.NOTE,
            f"'{code}' is accepted, and nothing here would be given it",
            ("accept", code),
            "take the line away: should it come back, you will want to see it",
        )
        for code in scenario.accept
        if code in TITLES
        and code not in given
        and not code.startswith(NOT_ALWAYS_GIVEN)
        and "N303" not in scenario.accept
    ]

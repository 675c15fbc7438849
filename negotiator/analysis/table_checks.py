"""What is wrong with a table that the loader cannot see: words for situations that never come."""

from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.models import Scenario


def table_findings(scenario: Scenario) -> list[Finding]:
    """Lines of the counterpart that would never be said as they stand."""
    who = scenario.deal.counterpart if scenario.deal else None
    if who is None or not who.lines:
        return []
    # Imported for an author's own lines alone: the bank of words takes 14 ms.
    from negotiator.game.speech.speaker import check_keys

    return [
        Finding(
            "N136",
            Severity.WARNING,
            f"of the lines '{key}' not all can be said: {why}",
            ("deal", "counterpart", "lines", key),
            "docs/coaches.md lists the situations and what may stand in braces",
        )
        for key, why in check_keys(who.lines)
    ]

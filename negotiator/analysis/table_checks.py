"""What is wrong with a table that the loader cannot see: points out of place, words for situations that never come."""

from negotiator.analysis.deal_checks import deal_findings
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.models import Scenario


def table_findings(scenario: Scenario) -> list[Finding]:
    """Findings on the points of the deal, and on lines that would never be said as they stand."""
    if scenario.deal is None:
        return []
    found = deal_findings(scenario.deal)
    who = scenario.deal.counterpart
    if who is None or not who.lines:
        return found
    # Imported for an author's own lines alone: the bank of words takes 14 ms.
    from negotiator.game.speech.speaker import check_keys

    return found + [
        Finding(
            "N136",
            Severity.WARNING,
            f"of the lines '{key}' not all can be said: {why}",
            ("deal", "counterpart", "lines", key),
            "docs/coaches.md lists the situations and what may stand in braces",
        )
        for key, why in check_keys(who.lines)
    ]

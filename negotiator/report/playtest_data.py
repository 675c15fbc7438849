"""The report of a play-test as JSON data: the fields of its classes in negotiator.analysis.playtest."""

from dataclasses import asdict
from typing import cast

from negotiator.analysis.playtest.report import Playtest
from negotiator.scenario.findings import Severity


def playtest_data(report: Playtest) -> dict[str, object]:
    """Nested dictionaries, lists and plain values, ready for json.dumps; each spot also has its id."""
    data = cast("dict[str, object]", asdict(report))
    spots = [{"id": spot.id, **asdict(spot)} for spot in report.spots]
    counts = {f"{severity}s": report.count(severity) for severity in Severity}
    return {"format": 1, **counts, **data, "spots": spots}

"""Debriefs and comparisons as JSON data: the fields of their classes in negotiator.analysis."""

from dataclasses import asdict
from typing import cast

from negotiator.analysis.compare import Comparison
from negotiator.analysis.debrief import Debrief


def debrief_data(debrief: Debrief) -> dict[str, object]:
    """Nested dictionaries, lists and plain values, ready for json.dumps."""
    return cast("dict[str, object]", asdict(debrief))


def comparison_data(found: Comparison, runs: tuple[str, str]) -> dict[str, object]:
    """Two runs side by side, with their ids."""
    return {"runs": list(runs), **cast("dict[str, object]", asdict(found))}

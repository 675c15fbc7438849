"""A debrief as JSON data: the fields of negotiator.analysis.debrief.Debrief."""

from dataclasses import asdict
from typing import cast

from negotiator.analysis.debrief import Debrief


def debrief_data(debrief: Debrief) -> dict[str, object]:
    """Nested dictionaries, lists and plain values, ready for json.dumps."""
    return cast("dict[str, object]", asdict(debrief))

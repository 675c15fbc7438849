"""Numbers of people as a room's page tells them: with a bar, and with nothing under five given away."""

from collections.abc import Sequence

from negotiator.analysis.cohort_privacy import LEAST, Count, disclosed
from negotiator.report.blocks import Share

FEW = "One to four people are “a few”; “some” are more, left out so that the few cannot be worked out from the sum."


def counted(counts: Sequence[int], whole: int) -> tuple[Share, ...]:
    """The parts of one whole with their bars."""
    return tuple(told(shown, whole) for shown in disclosed(counts))


def told(found: Count, whole: int) -> Share:
    """A count with its bar. What is held back has a bar that says nothing: of four people, or of a fifth of all."""
    held = LEAST - 1 if found.few else max(whole // 5, LEAST)
    value = held if found.people is None else found.people
    return Share(round(100 * value / max(whole, 1)), str(found))

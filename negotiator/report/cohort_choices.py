"""What a room chose at each decision and what came of it, as tables that open."""

from collections.abc import Iterable

from negotiator.analysis.cohort import Cohort
from negotiator.analysis.cohort_choices import Spot, Taken, spots
from negotiator.analysis.cohort_privacy import LEAST, Count, disclosed
from negotiator.report.blocks import Cell, Fold, Section, Table, Tone, Words
from negotiator.report.cohort_counts import told
from negotiator.report.wording import spoken

QUIET = (
    "Each decision is counted where a person first came to it. Points and endings are those of the whole run,"
    " so they show what went together, not what one choice alone brought about."
)


def decisions_section(room: Cohort) -> Section | None:
    """Every decision that five people or more came to."""
    found = [spot for spot in spots(room) if spot.people >= LEAST]
    if not found:
        return None
    folds = tuple(_fold(room, spot) for spot in found)
    return Section("decisions", "Decision by decision", (Words(QUIET, Tone.QUIET), *folds))


def _fold(room: Cohort, spot: Spot) -> Fold:
    title = spot.place or spot.scene
    if spot.table:
        title = f"{title}: the first move at the table"
    points = room.game.bargain is not None
    head = ("What people did", "People", "Signed in the end", "Middle of their points")
    counts = disclosed([one.people for one in spot.options])
    rows = tuple(
        (*_row(one, shown, spot.people), *([_points(one, shown)] if points else []))
        for one, shown in zip(spot.options, counts, strict=True)
    )
    table = Table("", head if points else head[:-1], rows)
    return Fold(f"{title} ({spot.people} people)", (table, *_luck(spot)), open=spot.moment)


def _row(one: Taken, shown: Count, whole: int) -> Iterable[Cell]:
    yield spoken(one.text, one.spoken)
    yield told(shown, whole)
    signed, _ = disclosed((one.signed, one.ended - one.signed))
    yield str(signed) if shown.people and one.ended >= LEAST else ""


def _points(one: Taken, shown: Count) -> str:
    middle = dict(one.middle)
    return str(middle["points"]) if shown.people and one.judged >= LEAST and "points" in middle else ""


def _luck(spot: Spot) -> Iterable[Words]:
    """What came of choices that could come out in more than one way."""
    for one in spot.options:
        if len(one.came) > 1 and sum(number for _, number in one.came) >= LEAST:
            counts = disclosed([number for _, number in one.came])
            came = ", ".join(f"{name}: {shown}" for (name, _), shown in zip(one.came, counts, strict=True))
            yield Words(f"{spoken(one.text, one.spoken)} came out as {came}.", Tone.QUIET)

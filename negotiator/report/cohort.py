"""A room of people as a page for everybody's eyes: no names, and no number of people under five."""

from collections import Counter
from collections.abc import Iterable

from negotiator.analysis.cohort import FORMULA, MEASURES, Cohort, quantile, weights
from negotiator.analysis.cohort_deals import RoomMap, room_map
from negotiator.analysis.cohort_privacy import LEAST, Count, disclosed
from negotiator.report.blocks import (
    Block,
    Chart,
    Drawing,
    Figure,
    Figures,
    Gallery,
    Page,
    Section,
    Table,
    Tone,
    Words,
)
from negotiator.report.cohort_choices import decisions_section
from negotiator.report.cohort_counts import FEW, counted
from negotiator.report.cohort_pairs import pairs_section
from negotiator.report.cohort_plot import Histogram
from negotiator.report.html import page_html
from negotiator.report.wording import OUTCOMES

NAMES = {"courage": "Courage", "finesse": "Finesse", "fit": "Fit", "points": "Own points"}
BANDS = 10
"""Bars of a histogram, about."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
TOO_FEW = (
    "Fewer than five people have played, so nothing about them is shown here."
    " What each of them came to is in the gradebook (--format csv), which is for the instructor alone."
)


def cohort_html(room: Cohort, findings: Iterable[str] = ()) -> str:
    """The whole report as one file; `findings` is what was wrong with what it was made from."""
    return page_html(cohort_page(room, tuple(findings)))


def cohort_page(room: Cohort, findings: tuple[str, ...] = ()) -> Page:
    """The report of a room."""
    scenario = room.game.scenario
    people = len(room.firsts)
    sections: list[Section | None]
    if people < LEAST:
        sections = [Section("few", "Too few to show", (Words(TOO_FEW),))]
    else:
        sections = [
            _endings(room),
            _deals(room),
            decisions_section(room),
            pairs_section(room),
            _scores(room),
            _retries(room),
        ]
    notes = Section("files", "What was found in the files", (Words("\n\n".join(findings)),))
    return Page(
        title=scenario.title,
        kicker="The room",
        lead=_lead(room),
        opening=(Words(f"First attempts only. {FEW}", Tone.QUIET),) if people >= LEAST else (),
        sections=tuple(section for section in (*sections, notes if findings else None) if section),
        foot=f"Scores by formula {FORMULA}; what the table counts, in percent: {weights(room.game)}.",
        language=scenario.language,
    )


def _lead(room: Cohort) -> str:
    people = len(room.firsts)
    if people < LEAST:
        return "Fewer than five people have played."
    done, rest = disclosed((len(room.finished), people - len(room.finished)))
    if done.people == people:
        return f"{people} people played this case to its end."
    return f"{people} people played this case: {done} to its end, {rest} not yet."


def _endings(room: Cohort) -> Section | None:
    done = room.finished
    if len(done) < LEAST:
        return None
    found = Counter((one.title, one.outcome) for one in done).most_common()
    rows = tuple(
        (title, OUTCOMES[outcome], people)
        for ((title, outcome), _), people in zip(
            found, counted([number for _, number in found], len(done)), strict=True
        )
    )
    return Section("endings", "How it ended", (Table("", ("Ending", "Outcome", "People"), rows),))


def _scores(room: Cohort) -> Section | None:
    measured = [(name, values) for name in MEASURES if len(values := room.values(name)) >= LEAST]
    if not measured:
        return None
    quartiles = tuple(
        (NAMES[name], quantile(values, 25), quantile(values, 50), quantile(values, 75))
        for name, values in measured
    )
    head = ("", "A quarter came to at most", "Half", "Three quarters")
    note = "Courage, finesse and fit go from 0 to 100; own points are the story's measure of the deal, or of none."
    plots = tuple(
        Drawing(Histogram(NAMES[name], _bars(name, values)), f"{NAMES[name]} of {len(values)} people")
        for name, values in measured
    )
    return Section("scores", "Scores", (Table("", head, quartiles), Words(note, Tone.QUIET), Gallery(plots)))


def bands(values: tuple[int, ...], *, hundred: bool) -> list[tuple[int, int, int]]:
    """A histogram of values, ascending: from, to (included) and people, without a gap.

    hundred: the values are scores from 0 to 100, whose last band holds 100 as well.
    """
    low, high = (0, 100) if hundred else (values[0], values[-1])
    step = 10 if hundred else next((one for one in STEPS if (high - low) // one < BANDS), STEPS[-1])
    first = low // step * step
    found = []
    for start in range(first, high if hundred else high + 1, step):
        end = 100 if hundred and start + step >= high else start + step - 1
        found.append((start, end, sum(start <= value <= end for value in values)))
    return found


def _bars(name: str, values: tuple[int, ...]) -> tuple[tuple[int, int, Count], ...]:
    found = bands(values, hundred=name != "points")
    counts = disclosed([number for *_, number in found])
    return tuple((start, end, shown) for (start, end, _), shown in zip(found, counts, strict=True))


def _deals(room: Cohort) -> Section | None:
    found = room_map(room)
    done = room.finished
    if found is None or len(done) < LEAST:
        return None
    signed, none = disclosed((found.people, len(done) - found.people))
    rows = Figure("Deals", str(signed), "signed with the offer in writing"), Figure("Without one", str(none))
    blocks: list[Block] = [Figures((*rows, *_edge(found)))]
    if found.people >= LEAST:
        blocks.append(Chart(found.map))
    else:
        blocks.append(Words("Fewer than five deals: they are not shown on a map.", Tone.QUIET))
    return Section("deals", "Every deal on the map", tuple(blocks))


def _edge(found: RoomMap) -> Iterable[Figure]:
    if found.people >= LEAST:
        on, _ = disclosed((found.on_frontier, found.people - found.on_frontier))
        yield Figure("On the frontier", str(on), "nothing would have been better for both")


def _retries(room: Cohort) -> Section | None:
    """Those who tried again, held against their first attempt."""
    first = {one.attempt.key: one for one in room.finished}
    again = {one.attempt.key: one for one in room.retries if one.finished and one.attempt.key in first}
    if len(again) < LEAST:
        return None
    rows = []
    for name in MEASURES:
        both = [
            (before, after)
            for key, one in again.items()
            if (before := first[key].value(name)) is not None and (after := one.value(name)) is not None
        ]
        if len(both) >= LEAST:
            more, less, same = disclosed(
                (
                    sum(after > before for before, after in both),
                    sum(after < before for before, after in both),
                    sum(after == before for before, after in both),
                )
            )
            rows.append((NAMES[name], str(more), str(less), str(same)))
    said = f"{len(again)} people played it again to the end; the last attempt counts here."
    table = Table("", ("", "Higher than the first time", "Lower", "The same"), tuple(rows))
    return Section("retries", "The second time", (Words(said), table))

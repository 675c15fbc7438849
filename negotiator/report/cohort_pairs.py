"""Runs that began alike and ended apart, side by side and without names."""

from collections.abc import Iterator

from negotiator.analysis.cohort import Cohort, Result
from negotiator.analysis.cohort_pairs import Apart, Deed, Way, pairs
from negotiator.report.blocks import Block, Bullets, Figure, Figures, Fold, Pair, Section, Side, Tone, Words
from negotiator.report.wording import OUTCOMES, count, spoken

MOST = 8
"""Deeds of a way that stand open."""
INTRO = (
    "Chosen by the length of what two people did alike and by how far apart they came out."
    " Nobody is named, and no person stands in two pairs."
)


def pairs_section(room: Cohort) -> Section | None:
    """The pairs; None where none is far enough apart."""
    found = pairs(room)
    if not found:
        return None
    parts = tuple(
        Section(f"pair-{number}", f"Pair {number}: parted at {one.place}", tuple(_pair(one)))
        for number, one in enumerate(found, 1)
    )
    return Section("apart", "Began alike, ended apart", (Words(INTRO, Tone.QUIET),), parts)


def _pair(one: Apart) -> Iterator[Block]:
    yield Words(f"Both did the same {count(len(one.shared), 'time')}.")
    yield Fold("What both did", (Bullets(tuple(map(_said, one.shared)), ordered=True),))
    yield Pair(Side("One of them", tuple(_way(one.higher))), Side("The other", tuple(_way(one.lower))))


def _way(way: Way) -> Iterator[Block]:
    first, *rest = way.deeds
    yield Words(_said(first), Tone.SAID)
    for reply in first.replies:
        yield Words(reply, Tone.STORY)
    if rest:
        yield Words("And then:", Tone.QUIET)
        yield Bullets(tuple(map(_said, rest[:MOST])), ordered=True)
    if rest[MOST:]:
        yield Fold(f"The last {count(len(rest) - MOST, 'deed')}", (Bullets(tuple(map(_said, rest[MOST:]))),))
    yield Figures(tuple(_came(way.result)))


def _came(result: Result) -> Iterator[Figure]:
    yield Figure("Ending", result.title, OUTCOMES[result.outcome])
    if result.point:
        yield Figure("Points", f"{result.point[0]} to you, {result.point[1]} to them")
    for name in ("courage", "finesse", "fit"):
        value = result.value(name)
        yield Figure(name.capitalize(), "too little to judge" if value is None else f"{value} of 100")


def _said(deed: Deed) -> str:
    return spoken(deed.text, deed.spoken)

"""Marks in the report of a play-test: how far they go, what is traded for what, and choices that are none."""

from negotiator.analysis.playtest.report import Distribution, Judged, Playtest, Range, Span, Worth
from negotiator.report.blocks import Block, Bullets, Figure, Figures, Section, Table, Tone, Words
from negotiator.report.wording import signed

MOST_POINTS = 8
"""Points of a trade-off that are shown."""
MOST_CHOICES = 20


def marks_section(report: Playtest) -> Section | None:
    """Worst and best sums by ending, the trade-off, and how scores are spread."""
    if not report.ranges:
        return None
    head = ("ending", "courage", "finesse", "fit", "rests on")
    rows = tuple(_row(one) for one in report.ranges)
    ground = report.ranges[0].ground
    seen = "" if ground.proved else f", as seen in {ground.plays:,} plays"
    blocks: list[Block] = [
        Table(f"Sums of the author's marks, from the worst to the best{seen}:", head, rows)
    ]
    blocks += _trade(report.ranges[0])
    if report.distributions:
        figures = tuple(_spread(one) for one in report.distributions)
        blocks += [Words("Scores of random plays, 0 to 100, the story's part of them:"), Figures(figures)]
    return Section("marks", "Courage, finesse, fit", tuple(blocks))


def _row(one: Range) -> tuple[str, ...]:
    spans = map(_span, (one.courage, one.finesse, one.fit))
    return (one.title or "all endings", *spans, str(one.ground.basis))


def _span(span: Span) -> str:
    return f"{signed(span.low)} to {signed(span.high)}"


def _trade(whole: Range) -> list[Block]:
    """The trade-off over all endings; nothing where one run has the most of everything."""
    if not any(map(any, whole.front)):
        return []
    ground = "proved" if whole.front_ground.proved else f"the best of {whole.front_ground.plays:,} plays"
    if len(whole.front) == 1:
        return [
            Words(f"One run can have the most of all three at once ({ground}): nothing has to be traded.")
        ]
    points = [
        f"courage {signed(courage)}, finesse {signed(finesse)}, fit {signed(fit)}"
        for courage, finesse, fit in whole.front[:MOST_POINTS]
    ]
    more = len(whole.front) - MOST_POINTS
    if more > 0:
        points.append(f"and {more} more")
    return [
        Words(f"What is traded for what: no run does better in one without less of another ({ground})."),
        Bullets(tuple(points)),
    ]


def _spread(one: Distribution) -> Figure:
    plays = sum(times for _, times in one.counts)
    unjudged = (
        f"{one.unjudged:,} plays had too few asks to judge" if one.name == "finesse" and one.unjudged else ""
    )
    if not plays:
        return Figure(one.name, "nothing to judge", unjudged)
    low, middle, high = (_quantile(one, share) for share in (0.1, 0.5, 0.9))
    return Figure(one.name, f"median {middle}; four in five plays from {low} to {high}", unjudged)


def _quantile(one: Distribution, share: float) -> int:
    left = share * sum(times for _, times in one.counts)
    for score, times in one.counts:
        left -= times
        if left <= 0:
            return score
    return one.counts[-1][0]


def choices_section(report: Playtest) -> Section | None:
    """Choices that are never, or always, worth taking by their marks."""
    if report.judged_ground is None:
        said = "Which choices are worth taking is said only where the search has seen everything."
        return Section("choices", "Choices that are none", (Words(said, Tone.QUIET),))
    if not report.judged:
        return None
    blocks: list[Block] = []
    for worth, why in (
        (Worth.ALWAYS, "whatever else can be done there, nothing else comes to more of anything"),
        (
            Worth.NEVER,
            "wherever it can be taken, another choice comes to as much of all three and more of one",
        ),
    ):
        found = [one for one in report.judged if one.worth is worth]
        if found:
            blocks += [Words(f"{worth[0].upper()}{worth[1:]}: {why} (proved)."), Bullets(_listed(found))]
    note = (
        "A case may well have bad choices; where none of a scene's choices is hard, there is no scene. Marks alone are "
        "looked at, and the best that can still come after."
    )
    return Section("choices", "Choices that are none", (*blocks, Words(note, Tone.QUIET)))


def _listed(found: list[Judged]) -> tuple[str, ...]:
    lines = [".".join(one.path) for one in found[:MOST_CHOICES]]
    if len(found) > MOST_CHOICES:
        lines.append(f"and {len(found) - MOST_CHOICES} more: --format json has them all")
    return tuple(lines)

"""A histogram of a room as SVG: a bar for each band, those of a few people all of one height and hatched."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from negotiator.analysis.cohort_privacy import LEAST, Count

WIDE, HIGH = 320, 190
"""Pixels."""
LEFT, RIGHT, TOP, BOTTOM = 34, 10, 20, 42
STYLE = (
    ".room text { font: 12px system-ui, -apple-system, sans-serif; fill: var(--muted); }"
    " .room .axis { fill: none; stroke: var(--line); } .room .bar { fill: var(--candidate); }"
    " .room .held { fill: none; stroke: var(--candidate); stroke-width: 1.5; stroke-dasharray: 3 2; }"
)


@dataclass(frozen=True, slots=True)
class Histogram:
    """How a measure is spread over a room."""

    name: str
    bars: tuple[tuple[int, int, Count], ...]
    """From, to (included), and people."""

    def height(self, shown: Count) -> int:
        """People a bar is as high as: what is held back stands as high as four, or as what is smallest of the rest."""
        if shown.people is not None:
            return shown.people
        told = [one.people for *_, one in self.bars if one.people]
        return LEAST - 1 if shown.few else min(told, default=LEAST)


def histogram_svg(plot: Histogram, name: str) -> str:
    """The drawing; `name` begins its ids. Every bar says its number, as far as it may be told."""
    most = max((plot.height(shown) for *_, shown in plot.bars), default=1) or 1
    said = "; ".join(f"{_band(start, end)}: {shown}" for start, end, shown in plot.bars)
    foot = HIGH - BOTTOM
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="room" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}"'
        f' height="{HIGH}" role="img" aria-labelledby="{name} {name}-desc">'
    )
    out = [
        head,
        f'<title id="{name}">{escape(plot.name)}: people by what they came to</title>',
        f'<desc id="{name}-desc">{escape(said)}</desc><style>{STYLE}</style>',
        *_bars(plot, most),
        f'<path class="axis" d="M{LEFT} {TOP}V{foot}H{WIDE - RIGHT}"/>',
        f'<text x="{LEFT - 6}" y="{TOP + 10}" text-anchor="end">{most}</text>',
        f'<text x="{LEFT - 6}" y="{foot}" text-anchor="end">0</text>',
        f'<text x="{WIDE / 2:.0f}" y="{HIGH - 6}" text-anchor="middle">{escape(plot.name)}</text>',
    ]
    return "\n".join([*out, "</svg>"])


def _bars(plot: Histogram, most: int) -> Iterator[str]:
    wide, high = (WIDE - LEFT - RIGHT) / max(len(plot.bars), 1), HIGH - TOP - BOTTOM
    for at, (start, end, shown) in enumerate(plot.bars):
        x, tall = LEFT + at * wide, high * plot.height(shown) / most
        y = TOP + high - tall
        kind = "bar" if shown.people is not None else "held"
        if tall:
            yield (
                f'<rect class="{kind}" x="{x + 2:.1f}" y="{y:.1f}" width="{wide - 4:.1f}" height="{tall:.1f}">'
                f"<title>{_band(start, end)}: {shown}</title></rect>"
            )
        if shown.people:
            yield f'<text x="{x + wide / 2:.1f}" y="{y - 4:.1f}" text-anchor="middle">{shown}</text>'
        yield f'<text x="{x + 1:.1f}" y="{HIGH - BOTTOM + 16}">{start}</text>'


def _band(start: int, end: int) -> str:
    return str(start) if start == end else f"{start} to {end}"

"""Plots of a play-test as SVG: how a score is spread, and what is traded for what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from negotiator.report.scale import Scale

BAND = 5
"""Points of a score that one bar stands for."""
WIDE, HIGH = 290, 180
"""Pixels of a spread."""
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 14, 40
FIELD = 300
"""Pixels of the field of a trade-off, both ways."""
ROW = 19
COLOURS = ("var(--seat)", "var(--candidate)", "var(--alarm)", "var(--muted)")
SHAPES = (
    "M0-5A5 5 0 1 1-.01-5Z",
    "M-5-5H5V5H-5Z",
    "M0-6 6 5H-6Z",
    "M0-7 6 0 0 7-6 0Z",
    "M0 6-6-5H6Z",
    "M-5-5 5 5M5-5-5 5",
    "M0-6V6M-6 0H6",
)
"""As many shapes as there is a prime of, so that shape and colour together tell 28 endings apart."""

STYLE = (
    ".plot text { font: 12px system-ui, -apple-system, sans-serif; fill: var(--muted); }"
    " .plot .axis { stroke: var(--line); } .plot .bar { fill: var(--candidate); }"
    " .plot .edge { fill: none; stroke: var(--seat); stroke-width: 1.5; stroke-dasharray: 5 3; }"
)


@dataclass(frozen=True, slots=True)
class Spread:
    """How a score, 0 to 100, is spread over plays."""

    name: str
    counts: tuple[tuple[int, int], ...]
    """Score and number of plays."""

    def bars(self) -> list[int]:
        """Plays in each band of BAND points; the last one has 100 with it."""
        bars = [0] * (100 // BAND)
        for score, plays in self.counts:
            bars[min(max(score, 0) // BAND, len(bars) - 1)] += plays
        return bars


@dataclass(frozen=True, slots=True)
class Trade:
    """Sums of two marks against each other: the points of each ending that nothing is better than in all marks."""

    across: str
    up: str
    edge: tuple[tuple[int, int], ...]
    """Of all endings together the points that are best in these two, from left to right."""
    endings: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    """Titles with their points."""


def edge(points: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Of some points those that no other is at least as good as in both, and better in one; from left to right."""
    kept: list[tuple[int, int]] = []
    for point in sorted(set(points), reverse=True):
        if not kept or point[1] > kept[-1][1]:
            kept.append(point)
    return tuple(reversed(kept))


def spread_svg(spread: Spread, name: str) -> str:
    """A histogram; each bar says its number."""
    bars = spread.bars()
    whole, most = max(sum(bars), 1), max([*bars, 1])
    wide, high = (WIDE - LEFT - RIGHT) / len(bars), HIGH - TOP - BOTTOM
    out = list(
        _begin(name, f"{spread.name.capitalize()}: how the score is spread over random plays", WIDE, HIGH)
    )
    for at, plays in enumerate(bars):
        if plays:
            tall = max(high * plays / most, 1)
            x, y = LEFT + at * wide, TOP + high - tall
            told = (
                f"{at * BAND} to {at * BAND + BAND - (at < len(bars) - 1)}: {100 * plays / whole:.1f} percent"
            )
            out.append(
                f'<rect class="bar" x="{x + 0.5:.1f}" y="{y:.1f}" width="{wide - 1:.1f}" height="{tall:.1f}">'
                f"<title>{told}</title></rect>"
            )
    foot = TOP + high
    out.append(f'<path class="axis" d="M{LEFT} {TOP}V{foot}H{WIDE - RIGHT}" fill="none"/>')
    for score in range(0, 101, 25):
        x = LEFT + (WIDE - LEFT - RIGHT) * score / 100
        out.append(f'<text x="{x:.0f}" y="{foot + 16}" text-anchor="middle">{score}</text>')
    out.append(f'<text x="{LEFT - 6}" y="{TOP + 10}" text-anchor="end">{100 * most / whole:.0f}%</text>')
    out.append(f'<text x="{LEFT - 6}" y="{foot}" text-anchor="end">0%</text>')
    out.append(f'<text x="{WIDE / 2:.0f}" y="{HIGH - 6}" text-anchor="middle">{escape(spread.name)}</text>')
    return "\n".join([*out, "</svg>"])


def trade_svg(trade: Trade, name: str) -> str:
    """A scatter of points; an ending has a shape and a colour, and a dashed line joins the best of all."""
    points = [point for _, found in trade.endings for point in found] + list(trade.edge)
    across, up = (Scale.over((point[at] for point in points), FIELD) for at in (0, 1))
    wide, high = LEFT + FIELD + RIGHT, TOP + FIELD + BOTTOM + ROW * len(trade.endings)
    out = list(_begin(name, f"{trade.across.capitalize()} against {trade.up}, by ending", wide, high))
    foot = TOP + FIELD
    out.append(f'<path class="axis" d="M{LEFT} {TOP}V{foot}H{LEFT + FIELD}" fill="none"/>')
    out += (
        f'<text x="{LEFT + across.at(value)}" y="{foot + 16}" text-anchor="middle">{value:+d}</text>'
        for value in across.ticks(40)
    )
    out += (
        f'<text x="{LEFT - 6}" y="{foot - up.at(value) + 4}" text-anchor="end">{value:+d}</text>'
        for value in up.ticks(30)
    )
    x, y = LEFT + FIELD // 2, foot + 34
    out.append(f'<text x="{x}" y="{y}" text-anchor="middle">{escape(trade.across)}</text>')
    out.append(f'<text x="{LEFT + 6}" y="{TOP + 8}">{escape(trade.up)}</text>')
    if len(trade.edge) > 1:
        line = " ".join(f"{LEFT + across.at(x)},{foot - up.at(y)}" for x, y in trade.edge)
        out.append(f'<polyline class="edge" points="{line}"/>')
    for at, (title, found) in enumerate(trade.endings):
        for x, y in dict.fromkeys(found):
            told = f"{title}: {trade.across} {x:+d}, {trade.up} {y:+d}"
            out.append(_sign(at, LEFT + across.at(x), foot - up.at(y), told))
        row = TOP + FIELD + BOTTOM + ROW * at + 8
        out.append(_sign(at, LEFT + 6, row, title))
        out.append(f'<text x="{LEFT + 20}" y="{row + 4}">{escape(title)}</text>')
    return "\n".join([*out, "</svg>"])


def _sign(at: int, x: int, y: int, told: str) -> str:
    colour = COLOURS[at % len(COLOURS)]
    return (
        f'<path d="{SHAPES[at % len(SHAPES)]}" transform="translate({x} {y})" fill="{colour}" fill-opacity=".35"'
        f' stroke="{colour}" stroke-width="1.7"><title>{escape(told)}</title></path>'
    )


def _begin(name: str, title: str, wide: float, high: float) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 {wide:.0f} {high:.0f}"'
        f' width="{wide:.0f}" height="{high:.0f}" role="img" aria-labelledby="{name}">'
    )
    yield f'<title id="{name}">{escape(title)}</title><style>{STYLE}</style>'

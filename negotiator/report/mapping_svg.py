"""The map of a deal as an SVG drawing that stands in an HTML page and needs nothing from outside."""

from html import escape
from typing import NamedTuple

from negotiator.analysis.dealmap import DealMap
from negotiator.bargaining.deal import Point
from negotiator.report.marks import FRONTIER_NAME, POSSIBLE_NAME, SIGNS, Mark, Thing, marks, named, said
from negotiator.report.scale import Scale

SEAT, CANDIDATE, ALARM = "var(--seat, #8a4a08)", "var(--candidate, #245a86)", "var(--alarm, #a1291b)"
MUTED, LINE, GROUND = "var(--muted, #665e53)", "var(--line, #bfb39b)", "var(--ground, #f6f1e5)"
"""Colours of the page, with those of the theme Paper where it names none."""

LEFT, RIGHT, TOP, BOTTOM = 56, 20, 20, 48
"""Pixels around the field for axes and numbers."""
ENTRY, ROW = 300, 20
"""Pixels of a legend entry."""
LEAST = 80
"""Pixels under which neither side of the field goes."""
AWAY = 14
"""Pixels from a point to the middle of its sign."""
AROUND = ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))
"""Where a sign is tried, in turn."""

SHAPES = {
    Thing.DEAL: (
        f'<path d="M0-10 2.9-3.1 10-2.9 4.4 1.6 6.2 8.6 0 4.6-6.2 8.6-4.4 1.6-10-2.9-2.9-3.1Z" fill="{SEAT}"'
        f' stroke="{GROUND}"/>'
    ),
    Thing.LETTER: (
        f'<path d="M-7-5H7V5H-7ZM-7-5 0 1 7-5" fill="{GROUND}" stroke="currentColor" stroke-width="1.5"/>'
    ),
    Thing.NOTHING: f'<path d="M-5-5 5 5M5-5-5 5" fill="none" stroke="{ALARM}" stroke-width="2.5"/>',
    Thing.BEST: f'<path d="M0-7 7 6H-7Z" fill="{GROUND}" stroke="{SEAT}" stroke-width="2"/>',
    Thing.YOURS: f'<circle r="5" fill="{SEAT}" stroke="{GROUND}"/>',
    Thing.THEIRS: f'<path d="M0-6 6 0 0 6-6 0Z" fill="{CANDIDATE}" stroke="{GROUND}"/>',
    Thing.NASH: f'<path d="M-6 0-3-5.5H3L6 0 3 5.5H-3Z" fill="none" stroke="{MUTED}" stroke-width="2"/>',
}

CAME = f'class="came" fill="{SEAT}" fill-opacity="0.75" stroke="{GROUND}"'
BIGGEST = 13
"""Pixels beyond which the dot of a deal of a room does not grow."""


class Field(NamedTuple):
    """Where points fall, in pixels from the left and from the bottom of the field."""

    across: Scale
    up: Scale

    def place(self, point: Point) -> tuple[int, int]:
        """Pixels from the left and from the top of the drawing."""
        return LEFT + self.across.at(point[0]), TOP + self.up.last - self.up.at(point[1])


def field_of(dealmap: DealMap, width_px: int, height_px: int) -> Field:
    """Lay a drawing out: the legend has as many rows as it needs, the field what is left."""
    you, them = zip(*dealmap.points(), strict=True)
    rows = -(-len(_entries(marks(dealmap), dealmap)) // _columns(width_px))
    wide = max(width_px - LEFT - RIGHT, LEAST)
    high = max(height_px - TOP - BOTTOM - ROW * rows, LEAST)
    return Field(Scale.over(you, wide), Scale.over(them, high))


def map_svg(dealmap: DealMap, width_px: int, height_px: int, name: str = "deal-map") -> str:
    """The map; `name` begins the ids in it, so that two maps can stand in one page.

    Every point is a <circle> or a <g> with its points in data-x and data-y. Things differ in shape and sign, not in
    colour only.
    """
    field = field_of(dealmap, width_px, height_px)
    found = marks(dealmap)
    bottom = TOP + field.up.last + BOTTOM
    entries = _entries(found, dealmap)
    high = bottom + ROW * -(-len(entries) // _columns(width_px))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width_px} {high}" width="{width_px}"'
        f' height="{high}" aria-labelledby="{name}-title {name}-desc" font-size="12" fill="currentColor">'
    )
    out = [
        head,
        f'<title id="{name}-title">Map of the deal</title>',
        f'<desc id="{name}-desc">{escape(_described(found, dealmap))}</desc>',
        *_axes(field, dealmap.nothing),
        *_dots(field, dealmap.cloud, f'r="1.5" fill="{MUTED}" opacity="0.55"'),
        *_dots(field, dealmap.frontier, f'r="3" fill="none" stroke="{MUTED}"'),
        *_marked(field, found),
        *_came_to(field, dealmap),
    ]
    for at, (shape, text) in enumerate(entries):
        row, column = divmod(at, _columns(width_px))
        x, y = LEFT + column * ENTRY, bottom + row * ROW
        out.append(f'<g transform="translate({x} {y})">{shape}</g>')
        out.append(f'<text x="{x + 16}" y="{y + 4}">{escape(text)}</text>')
    return "\n".join([*out, "</svg>"])


def _columns(width_px: int) -> int:
    return max((width_px - LEFT) // ENTRY, 1)


def _entries(found: list[Mark], dealmap: DealMap) -> list[tuple[str, str]]:
    """Shapes with what they mean."""
    came = [(f'<circle r="5" {CAME}/>', "deals of the room, larger where several agree")]
    dots = [
        (f'<circle r="3" fill="none" stroke="{MUTED}"/>', FRONTIER_NAME),
        (f'<circle r="1.5" fill="{MUTED}"/>', POSSIBLE_NAME),
    ]
    return [
        (SHAPES[thing], named(found, thing)) for thing in Thing if any(m.thing is thing for m in found)
    ] + [*(came if dealmap.deals else []), *dots]


def _described(found: list[Mark], dealmap: DealMap) -> str:
    """The map for whoever cannot see it: everything that has a name, in order, with its points."""
    parts = []
    for thing in Thing:
        of = [mark for mark in found if mark.thing is thing]
        if of and thing in SIGNS:
            parts.append(f"{thing}: {', '.join(said(mark.point) for mark in of)}")
        elif of:
            parts.append(f"{thing}: {', '.join(f'{mark.sign} {said(mark.point)}' for mark in reversed(of))}")
    if dealmap.deals:
        parts.append(f"deals of the room: {', '.join(said(point) for point, _ in dealmap.deals)}")
    return "Points for you to points for them. " + ". ".join(part.capitalize() for part in parts) + "."


def _axes(field: Field, nothing: Point) -> list[str]:
    right, bottom = LEFT + field.across.last, TOP + field.up.last
    x, y = field.place(nothing)
    dotted = f'fill="none" stroke="{ALARM}" stroke-dasharray="1 4" stroke-linecap="round"'
    out = [
        f'<path d="M{LEFT} {TOP}V{bottom}H{right}" fill="none" stroke="{LINE}"/>',
        f'<path d="M{x} {TOP}V{bottom}M{LEFT} {y}H{right}" {dotted}/>',
    ]
    for value in field.across.ticks(60):
        at = LEFT + field.across.at(value)
        out.append(f'<path d="M{at} {bottom}v5" stroke="{LINE}"/>')
        out.append(f'<text x="{at}" y="{bottom + 18}" text-anchor="middle" fill="{MUTED}">{value}</text>')
    for value in field.up.ticks(40):
        at = TOP + field.up.last - field.up.at(value)
        out.append(f'<path d="M{LEFT} {at}h-5" stroke="{LINE}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{at + 4}" text-anchor="end" fill="{MUTED}">{value}</text>')
    out.append(f'<text x="{right}" y="{bottom + 34}" text-anchor="end">points for you →</text>')
    out.append(f'<text x="{LEFT}" y="{TOP - 8}">↑ points for them</text>')
    return out


def _dots(field: Field, points: tuple[Point, ...], look: str) -> list[str]:
    out = []
    for point in points:
        x, y = field.place(point)
        out.append(f'<circle cx="{x}" cy="{y}" data-x="{point[0]}" data-y="{point[1]}" {look}/>')
    return out


def _came_to(field: Field, dealmap: DealMap) -> list[str]:
    """The deals of a room; the area of a dot grows with the people who came to it."""
    out = []
    for point, people in dealmap.deals:
        x, y = field.place(point)
        size = min(3.5 + 2 * (people**0.5 - 1), BIGGEST)
        out.append(
            f'<circle cx="{x}" cy="{y}" r="{size + 1:.1f}" data-x="{point[0]}" data-y="{point[1]}" {CAME}>'
            f"<title>{escape(f'deal of the room: {said(point)}')}</title></circle>"
        )
    return out


def _marked(field: Field, found: list[Mark]) -> list[str]:
    """The marks, the most important on top, each with its sign beside it where there is room."""
    taken = [field.place(mark.point) for mark in found]
    out = []
    for mark in found:
        x, y = field.place(mark.point)
        sign_at = _beside(field, (x, y), taken)
        taken.append(sign_at)
        dx, dy = sign_at[0] - x, sign_at[1] - y + 4
        out.append(
            f'<g transform="translate({x} {y})" data-x="{mark.point[0]}" data-y="{mark.point[1]}"'
            f' data-sign="{escape(mark.sign)}"><title>{escape(f"{mark.thing}: {said(mark.point)}")}</title>'
            f'{SHAPES[mark.thing]}<text x="{dx}" y="{dy}" text-anchor="middle" font-weight="bold"'
            f' stroke="{GROUND}" stroke-width="3" paint-order="stroke">{escape(mark.sign)}</text></g>'
        )
    return out[::-1]


def _beside(field: Field, place: tuple[int, int], taken: list[tuple[int, int]]) -> tuple[int, int]:
    """A place near another that is free, the first one where none is."""
    near = [(place[0] + AWAY * dx, place[1] + AWAY * dy) for dx, dy in AROUND]
    for x, y in near:
        inside = LEFT < x < LEFT + field.across.last + RIGHT and 0 < y < TOP + field.up.last
        if inside and all(abs(x - one) >= 10 or abs(y - other) >= 11 for one, other in taken):
            return x, y
    return near[0]

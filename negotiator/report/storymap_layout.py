"""Where everything on the map of a story stands, in pixels: boxes, lines, lanes."""

from collections.abc import Sequence
from typing import NamedTuple

from negotiator.analysis.storymap import LANES, Link, Node, StoryMap
from negotiator.report.storymap_order import Rows, layered, ordered

BOX_WIDE, BOX_HIGH, BADGE_HIGH = 168, 44, 16
"""A box, and what a row is higher where a box in it has a badge."""
BEND_WIDE = 14
APART = 22
"""Between two boxes of a row."""
GAP, WIDEST_GAP = 40, 150
"""Between two rows: the further lines go sideways, the more."""
GUTTER, MARGIN, LANE_APART = 112, 20, 26
"""Room for the names of lanes, around everything, and between lanes."""
ROUNDS = 8
"""Times that items are moved towards their neighbours, down and up."""
STIFF = 6.0
"""How much more a bend pulls at another bend than a box does: long lines are straight."""

Point = tuple[float, float]


class Box(NamedTuple):
    """A node with its upper left corner and its size."""

    node: Node
    x: float
    y: float
    wide: float
    high: float

    @property
    def middle(self) -> float:
        """Its middle, from the left."""
        return self.x + self.wide / 2

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.high


class Run(NamedTuple):
    """A line as drawn, in the direction of the story."""

    link: Link
    points: tuple[Point, ...]
    """Ends and bends. Between an odd point and the next the line goes straight down through a row, or it is a line
    that runs along the rows where all are corners."""
    both: Link | None = None
    """The line back, where it is drawn as the same line."""
    angular: bool = False
    """Its points are corners, and nothing is curved."""


class Lane(NamedTuple):
    """A band over the whole width."""

    name: str
    y: float
    high: float


class Layout(NamedTuple):
    """A whole drawing."""

    wide: float
    high: float
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    runs: tuple[Run, ...]
    bus: float | None
    """How far to the right the line stands that leads to where one is when the days have run out."""


def lay_out(story: StoryMap) -> Layout:
    """Place everything. Boxes keep APART, lines pass between them."""
    at = {node.id: number for number, node in enumerate(story.nodes)}
    row_of = [node.rank for node in story.nodes]
    drawn, back = _drawn(story)
    lines = [
        (at[link.target], at[link.source]) if link.back else (at[link.source], at[link.target])
        for link in drawn
    ]
    made = layered(row_of, lines)
    ordered(made)
    x = _across(made, len(story.nodes))
    shift = GUTTER + MARGIN - min((left for left in x), default=0)
    x = [left + shift for left in x]
    tops, heights, lanes, high = _down(story, made, x)
    boxes = tuple(
        Box(node, x[number], tops[node.rank], BOX_WIDE, heights[node.rank])
        for number, node in enumerate(story.nodes)
    )
    wide = max((left + _wide(item, len(story.nodes)) for item, left in enumerate(x)), default=0) + MARGIN
    runs = _curves(made, drawn, back, boxes, x, tops, heights)
    expiring = [link for link in story.links if link.expires]
    bus = wide + 4 if expiring else None
    if bus is not None:
        runs += [_along(link, boxes[at[link.source]], boxes[at[link.target]], bus) for link in expiring]
        wide = bus + MARGIN
    return Layout(wide, high, lanes, boxes, tuple(runs), bus)


def _drawn(story: StoryMap) -> tuple[list[Link], dict[tuple[str, str], Link]]:
    """Lines to draw, and lines back that are one with them: there and back in one step."""
    rank = {node.id: node.rank for node in story.nodes}
    links = [link for link in story.links if not link.expires and link.source != link.target]
    there = {(link.source, link.target) for link in links if not link.back}
    back = {
        (link.target, link.source): link
        for link in links
        if link.back and (link.target, link.source) in there and rank[link.source] - rank[link.target] == 1
    }
    merged = {id(link) for link in back.values()}
    return [link for link in links if id(link) not in merged], back


def _wide(item: int, boxes: int) -> float:
    return BOX_WIDE if item < boxes else BEND_WIDE


def _across(made: Rows, boxes: int) -> list[float]:
    """The left edge of every item: near its neighbours, in the order of its row, with room between."""
    x = [0.0] * len(made.below)
    for row in made.rows:
        left = 0.0
        for item in row:
            x[item] = left
            left += _wide(item, boxes) + APART
    for turn in range(ROUNDS):
        for beside, rows in ((made.above, made.rows), (made.below, made.rows[::-1])):
            for row in rows:
                _settle(row, x, beside, boxes)
        if turn == ROUNDS - 1:
            both = [up + down for up, down in zip(made.above, made.below, strict=True)]
            for row in made.rows:
                _settle(row, x, both, boxes)
    return x


def _settle(row: Sequence[int], x: list[float], beside: Sequence[Sequence[int]], boxes: int) -> None:
    wished, weights, offsets = [], [], []
    offset = 0.0
    for item in row:
        half = _wide(item, boxes) / 2
        near = beside[item]
        pulls = [STIFF if item >= boxes and other >= boxes else 1.0 for other in near]
        middles = [x[other] + _wide(other, boxes) / 2 for other in near]
        if near:
            middle = sum(p * m for p, m in zip(pulls, middles, strict=True)) / sum(pulls)
        else:
            middle = x[item] + half
        wished.append(middle - half - offset)
        weights.append(sum(pulls) or 0.1)
        offsets.append(offset)
        offset += 2 * half + APART
    for item, left, offset in zip(row, rising(wished, weights), offsets, strict=True):
        x[item] = left + offset


def rising(wished: Sequence[float], weights: Sequence[float]) -> list[float]:
    """The never falling sequence nearest to `wished` by weighted squares (pool adjacent violators)."""
    pools: list[list[float]] = []
    for value, weight in zip(wished, weights, strict=True):
        pools.append([value, weight, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            later, earlier = pools.pop(), pools[-1]
            both = earlier[1] + later[1]
            earlier[0] = (earlier[0] * earlier[1] + later[0] * later[1]) / both
            earlier[1:] = [both, earlier[2] + later[2]]
    return [value for value, _, count in pools for _ in range(int(count))]


def _down(
    story: StoryMap, made: Rows, x: Sequence[float]
) -> tuple[list[float], list[float], tuple[Lane, ...], float]:
    """The upper edge and height of every row, the lanes, and the height of the whole."""
    lane_of = {node.rank: node.lane for node in story.nodes}
    badged = {node.rank for node in story.nodes if node.marks}
    tops, heights, lanes = [], [], []
    y = top = float(MARGIN)
    for row, items in enumerate(made.rows):
        heights.append(float(BOX_HIGH + (BADGE_HIGH if row in badged else 0)))
        tops.append(y + LANE_APART / 2)
        foot = tops[-1] + heights[-1]
        sideways = [abs(x[item] - x[other]) for item in items for other in made.below[item]]
        gap = min(max(GAP, max(sideways, default=0) / 7), WIDEST_GAP)
        if lane_of.get(row + 1) != lane_of[row]:
            end = foot + LANE_APART / 2 + gap / 2
            lanes.append(Lane(LANES[lane_of[row]], top, end - top))
            top = end
        y = foot + gap - LANE_APART / 2
    last = lanes[-1]
    lanes[-1] = Lane(last.name, last.y, tops[-1] + heights[-1] + LANE_APART / 2 + MARGIN - last.y)
    return tops, heights, tuple(lanes), lanes[-1].y + lanes[-1].high + MARGIN


def _curves(
    made: Rows,
    drawn: Sequence[Link],
    back: dict[tuple[str, str], Link],
    boxes: Sequence[Box],
    x: Sequence[float],
    tops: Sequence[float],
    heights: Sequence[float],
) -> list[Run]:
    """Every line of the story through its bends."""
    feet = _ports(made, boxes, x, lower=False)
    heads = _ports(made, boxes, x, lower=True)
    runs = []
    for number, (link, chain) in enumerate(zip(drawn, made.chains, strict=True)):
        points = [(feet[number], boxes[chain[0]].foot)]
        row = boxes[chain[0]].node.rank
        for step, bend in enumerate(chain[1:-1], 1):
            middle = x[bend] + BEND_WIDE / 2
            points += [(middle, tops[row + step]), (middle, tops[row + step] + heights[row + step])]
        points.append((heads[number], boxes[chain[-1]].y))
        runs.append(
            Run(link, tuple(points[::-1] if link.back else points), back.get((link.source, link.target)))
        )
    return runs


def _ports(made: Rows, boxes: Sequence[Box], x: Sequence[float], *, lower: bool) -> list[float]:
    """Where each line leaves its upper box, or comes to its lower one: side by side, in the order of what is next."""
    at_box: dict[int, list[tuple[float, int]]] = {}
    for number, chain in enumerate(made.chains):
        end, following = (chain[-1], chain[-2]) if lower else (chain[0], chain[1])
        at_box.setdefault(end, []).append((x[following], number))
    ports = [0.0] * len(made.chains)
    for end, lines in at_box.items():
        room = BOX_WIDE * 0.7
        for place, (_, number) in enumerate(sorted(lines)):
            ports[number] = boxes[end].middle + room * ((place + 0.5) / len(lines) - 0.5)
    return ports


def _along(link: Link, source: Box, target: Box, bus: float) -> Run:
    """A line along the foot of a row to the right, down or up there, and along the head of a row to its target."""
    out, into = source.x + source.wide - 10, target.x + target.wide - 10
    under, over = source.foot + 9, target.y - 11
    points = ((out, source.foot), (out, under), (bus, under), (bus, over), (into, over), (into, target.y))
    return Run(link, points, angular=True)

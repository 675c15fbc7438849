"""The map of a deal on the screen: what was sent and agreed stands out, what was merely possible stays quiet."""

from textual.content import Content

from negotiator.analysis.dealmap import DealMap
from negotiator.report.mapping import ABOVE, BELOW, LEAST, frame_of, map_lines
from negotiator.report.marks import POSSIBLE

AXES = "│┤┊┄└─┬"
"""What the axes and the dotted lines are drawn with."""
SMALLEST = 11
"""Lines under which a map is not drawn to fit: the rest of it is scrolled to."""


def map_drawing(dealmap: DealMap, width: int, height: int) -> list[Content]:
    """The map in `height` lines of `width` cells, then an empty line and its legend."""
    rows = max(height, LEAST[1])
    lines = map_lines(dealmap, width, rows)
    left = frame_of(dealmap, width, rows).left
    drawn = [
        _line(line, left) if ABOVE <= at < rows - BELOW else Content.styled(line, "$muted")
        for at, line in enumerate(lines[:rows])
    ]
    return [
        *drawn,
        *(Content.styled(line, "$muted") if "also here" in line else Content(line) for line in lines[rows:]),
    ]


def fitting(dealmap: DealMap, width: int, room: int) -> list[Content]:
    """The map with its legend in so many lines, as large as they allow; it is never smaller than can be read."""
    height = room
    while True:
        lines = [line for line in map_drawing(dealmap, width, height) if line.plain]
        if len(lines) <= room or height <= SMALLEST:
            return lines
        height = max(height - (len(lines) - room), SMALLEST)


def _line(line: str, left: int) -> Content:
    """A line of the drawing, sign by sign; runs of the same style are one part."""
    parts: list[tuple[str, str]] = []
    for at, sign in enumerate(line):
        if at < left or sign in AXES or sign == POSSIBLE:
            style = "$muted"
        elif sign == "o":
            style = "$candidate"
        else:
            style = "bold $seat"
        if parts and parts[-1][1] == style:
            parts[-1] = (parts[-1][0] + sign, style)
        else:
            parts.append((sign, style))
    return Content.assemble(*parts)

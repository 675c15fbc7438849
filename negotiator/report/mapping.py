"""The map of a deal as plain text: the player's points across, the counterpart's up."""

from collections.abc import Iterable
from textwrap import wrap
from typing import NamedTuple

from negotiator.analysis.dealmap import DealMap
from negotiator.bargaining.deal import Point
from negotiator.report.marks import (
    FRONTIER,
    FRONTIER_NAME,
    POSSIBLE,
    POSSIBLE_NAME,
    Mark,
    Thing,
    marks,
    named,
)
from negotiator.report.scale import Scale

LEAST = (24, 8)
"""Columns and rows under which a map is not drawn smaller."""
ABOVE, BELOW = 1, 2
"""Lines over the map for the names of the axes, and under it for the axis and its numbers."""


class Frame(NamedTuple):
    """Where the map stands in its lines, and how points fall into it."""

    left: int
    """Columns taken by the numbers of the upright axis and by the axis itself."""
    across: Scale
    up: Scale


def frame_of(dealmap: DealMap, width: int, height: int) -> Frame:
    """Lay a map out in so many columns and rows, axes included, legend left out."""
    width, height = max(width, LEAST[0]), max(height, LEAST[1])
    you, them = zip(*dealmap.points(), strict=True)
    up = Scale.over(them, height - ABOVE - BELOW - 1)
    left = 2 + max(len(str(value)) for value in (up.low, up.high))
    return Frame(left, Scale.over(you, width - left - 1), up)


def cell_of(dealmap: DealMap, point: Point, width: int, height: int) -> tuple[int, int]:
    """Column and row, in the lines of `map_lines`, of a point; the nearest one, so several may share it."""
    return _cell(frame_of(dealmap, width, height), point)


def _cell(frame: Frame, point: Point) -> tuple[int, int]:
    return frame.left + frame.across.at(point[0]), ABOVE + frame.up.last - frame.up.at(point[1])


def map_lines(dealmap: DealMap, width: int, height: int) -> list[str]:
    """The map in `height` lines of `width` columns, and under it the legend in lines of its own.

    In a cell stands the most important of what falls into it; the legend names the others, but for the frontier and
    what is merely possible.
    """
    frame = frame_of(dealmap, width, height)
    grid = _bare(frame, dealmap.nothing)
    for points, sign in ((dealmap.cloud, POSSIBLE), (dealmap.frontier, FRONTIER)):
        for point in points:
            column, row = _cell(frame, point)
            grid[row][column] = sign
    found = marks(dealmap)
    cells: dict[tuple[int, int], list[str]] = {}
    for mark in found:
        cells.setdefault(_cell(frame, mark.point), []).append(mark.sign)
    for (column, row), signs in cells.items():
        grid[row][column] = signs[0]
    drawing = ["".join(line).rstrip() for line in grid]
    return [*drawing, "", *_legend(found, cells.values(), max(width, LEAST[0]))]


def _bare(frame: Frame, nothing: Point) -> list[list[str]]:
    """The axes with their numbers, and a dotted line at what each has without a deal."""
    left, across, up = frame
    rows, columns = range(up.last + 1), range(across.last + 1)
    heading = "points: theirs ↑ yours →"
    grid = [[" "] * (left + len(columns)) for _ in range(ABOVE + len(rows) + BELOW)]
    grid[0][: len(heading)] = heading
    column, row = _cell(frame, nothing)
    for at in rows:
        grid[ABOVE + at][left - 1] = "│"
        grid[ABOVE + at][column] = "┊"
    for at in columns:
        grid[row][left + at] = "┄"
        grid[-2][left + at] = "─"
    grid[-2][left - 1] = "└"
    for value in up.ticks(3):
        at = ABOVE + up.last - up.at(value)
        grid[at][: left - 1] = f"{value:>{left - 2}} "
        grid[at][left - 1] = "┤"
    for value in across.ticks(max(10, len(str(across.low)) + 2, len(str(across.high)) + 2)):
        text, at = str(value), left + across.at(value)
        grid[-2][at] = "┬"
        start = min(max(at - len(text) // 2, 0), left + len(columns) - len(text))
        grid[-1][start : start + len(text)] = text
    return grid


def _legend(found: list[Mark], cells: Iterable[list[str]], width: int) -> list[str]:
    """What the signs mean, and what cannot be seen because something more important stands there."""
    entries = [named(found, thing) for thing in Thing if any(mark.thing is thing for mark in found)]
    entries += [f"{FRONTIER} {FRONTIER_NAME}", f"{POSSIBLE} {POSSIBLE_NAME}"]
    hidden = []
    for shown, *under in cells:
        others = [sign for sign in dict.fromkeys(under) if sign != shown]
        if others:
            hidden.append(f"{shown} also here: {' '.join(others)}")
    return [*_flowed(entries, width), *_flowed(hidden, width)]


def _flowed(entries: list[str], width: int) -> list[str]:
    """Entries in two columns; a long one has a line of its own."""
    lines: list[str] = []
    half = width // 2
    for entry in entries:
        if lines and len(lines[-1]) < half - 1 and len(entry) <= width - half:
            lines[-1] = f"{lines[-1]:<{half}}{entry}"
        else:
            lines += wrap(entry, width, subsequent_indent="  ")
    return lines

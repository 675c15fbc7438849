"""Drawings that stand in an HTML page: the map of a story, plots, and histograms of a room."""

from collections.abc import Mapping
from dataclasses import dataclass

from negotiator.analysis.storymap import StoryMap
from negotiator.report.cohort_plot import Histogram, histogram_svg
from negotiator.report.plots import Spread, Trade, spread_svg, trade_svg


@dataclass(frozen=True, slots=True)
class StoryDrawing:
    """The map of a story; `visits` are shares of plays, 0 to 1, by scene and ending."""

    story: StoryMap
    visits: Mapping[str, float] | None = None


def drawn(subject: StoryDrawing | Spread | Trade | Histogram, name: str) -> str:
    """The drawing as SVG in which every text is escaped; `name` begins its ids."""
    match subject:
        case StoryDrawing(story, visits):
            # Only a page with a map on it needs what lays one out.
            from negotiator.report.storymap_svg import story_svg

            return story_svg(story, name=name, alone=False, visits=visits)
        case Spread():
            return spread_svg(subject, name)
        case Trade():
            return trade_svg(subject, name)
        case Histogram():
            return histogram_svg(subject, name)

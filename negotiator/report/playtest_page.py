"""The report of a play-test as one HTML file: the page of the report, with the map of the story and plots in it."""

from collections.abc import Iterator
from dataclasses import replace

from negotiator.analysis.playtest.report import Fault, Kind, Marks, Playtest, Reached
from negotiator.analysis.storymap import StoryMap, story_map
from negotiator.report.blocks import Block, Drawing, Fold, Gallery, Page, Section, Tone, Words
from negotiator.report.drawings import StoryDrawing
from negotiator.report.html import page_html
from negotiator.report.playtest import playtest_page
from negotiator.report.plots import Spread, Trade, edge
from negotiator.scenario.models import Scenario

COURAGE, FINESSE, FIT = 0, 1, 2


def playtest_html(report: Playtest, scenario: Scenario) -> str:
    """The whole report of `scenario`."""
    return page_html(illustrated(playtest_page(report), report, scenario))


def illustrated(page: Page, report: Playtest, scenario: Scenario) -> Page:
    """The page of a report with its drawings: the map first of all that is not to be mended, plots with the marks."""
    sections: list[Section] = []
    drawn = _map(report, scenario)
    for section in page.sections:
        match section.id:
            case "mend":
                blocks = (replace(one, open=True) if isinstance(one, Fold) else one for one in section.blocks)
                sections.append(replace(section, blocks=tuple(blocks)))
            case "marks":
                sections.append(replace(section, blocks=(*section.blocks, *_plots(report))))
            case _:
                sections.append(section)
    sections.insert(1 if sections and sections[0].id == "mend" else 0, drawn)
    return replace(page, sections=tuple(sections))


def _map(report: Playtest, scenario: Scenario) -> Section:
    plays = report.sampled.uniform
    visits = {
        spot.path[0]: spot.uniform / max(plays, 1)
        for spot in report.spots
        if spot.kind in (Kind.SCENE, Kind.ENDING)
    }
    said = f"How often {plays:,} random plays came to each scene: the fuller a box, the more often."
    caption = (
        "The story from the top to the foot, in lanes by stage. Pointing at a scene shows where it leads."
    )
    return Section(
        "map",
        "The story",
        (Words(said, Tone.QUIET), Drawing(StoryDrawing(marked(report, scenario), visits), caption)),
    )


def marked(report: Playtest, scenario: Scenario) -> StoryMap:
    """The map with what the play-test has proved, or seen, to be wrong."""
    never = (spot.path[0] for spot in report.spots if spot.reached is Reached.NEVER and len(spot.path) == 1)
    return story_map(
        scenario,
        unreached=never,
        stuck=_at(report, Fault.DEAD_END, Fault.VANISHED),
        trapped=_at(report, Fault.TRAP),
    )


def _at(report: Playtest, *faults: Fault) -> Iterator[str]:
    return (one.path[0] for one in report.troubles if one.fault in faults and one.path)


def _plots(report: Playtest) -> Iterator[Block]:
    spreads = tuple(
        Drawing(Spread(one.name, one.counts), f"{one.name}, 0 to 100, in random plays")
        for one in report.distributions
        if one.counts
    )
    if spreads:
        yield Gallery(spreads)
    if report.ranges:
        caption = "The best sums of each ending; the dashed line joins the best of all."
        yield Gallery(
            tuple(
                Drawing(trade(report, up, name), caption) for up, name in ((FIT, "fit"), (FINESSE, "finesse"))
            )
        )


def trade(report: Playtest, up: int, name: str) -> Trade:
    """Courage against another mark, by ending."""

    def points(front: tuple[Marks, ...]) -> tuple[tuple[int, int], ...]:
        return tuple((marks[COURAGE], marks[up]) for marks in front)

    whole, *endings = report.ranges
    return Trade(
        "courage",
        name,
        edge(points(whole.front)),
        tuple((one.title or one.ending, points(one.front)) for one in endings),
    )

"""The book of a scenario: all of it as one document, for a reviewer who will not open the file."""

from negotiator.analysis.playtest.lengths import length
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.provedmap import proved_map
from negotiator.game.rules import Game
from negotiator.report.book_deal import deal_chapter
from negotiator.report.book_frame import closing_chapters, opening_chapters
from negotiator.report.book_scenes import StoryWriter, counted
from negotiator.report.booklet import Book


def book(game: Game, budget: int | None = None) -> Book:
    """The book of a scenario. `budget`: merged states of the search for what no path reaches; None: as `check`."""
    scenario = game.scenario
    story, reach = proved_map(game, budget)
    long = length(game, Numbering(game), 0, (), None)
    deal = deal_chapter(scenario)
    return Book(
        title=scenario.title,
        lead=f"{counted(scenario)}.",
        chapters=(
            *opening_chapters(scenario, long),
            *([deal] if deal else []),
            *StoryWriter(scenario, story, reach).chapters(),
            *closing_chapters(scenario),
        ),
        language=scenario.language,
    )

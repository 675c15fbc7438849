"""The map of a story with what can be proved about it, as far as `check` looks."""

from negotiator.analysis.reach import decided
from negotiator.analysis.storymap import StoryMap, story_map
from negotiator.analysis.verdicts import Reach
from negotiator.game.rules import Game


def proved_map(game: Game, budget: int | None = None) -> tuple[StoryMap, Reach]:
    """The map and the verdicts on it. `budget`: merged states of the search; without it what `check` spends."""
    reach = decided(game, budget)
    never = [name for name, answer in {**reach.scenes, **reach.endings}.items() if answer.impossible]
    stuck = [name for name, answer in reach.stuck.items() if answer.possible]
    trapped = [name for name, answer in reach.trapped.items() if answer.possible]
    return story_map(game.scenario, never, stuck, trapped), reach

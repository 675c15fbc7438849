"""The map and the book of a generated story of 500 scenes, beside loading it."""

import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.stories import story
from negotiator.analysis.storymap import story_map
from negotiator.game.compiling import compile_game
from negotiator.report.book import book
from negotiator.report.book_html import book_html
from negotiator.report.storymap_svg import story_svg
from negotiator.scenario.loader import load_text
from negotiator.scenario.models import Scenario

SCENES = 500
Made = TypeVar("Made")


def report() -> None:
    """Print seconds and their ratio to loading and checking the file."""
    text = story(SCENES)

    def load() -> Scenario:
        loaded = load_text(text, "generated.toml", "generated")
        assert loaded.scenario is not None, loaded.findings[:3]
        return loaded.scenario

    base, scenario = timed(load)
    game = compile_game(scenario)
    drawing, _ = timed(lambda: story_svg(story_map(scenario)))
    printing, _ = timed(lambda: book_html(book(game)))
    print(f"map of {SCENES} scenes as SVG: {drawing * 1000:.0f} ms, {drawing / base:.2f} x loading it")
    print(f"book of {SCENES} scenes as HTML: {printing:.2f} s, {printing / base:.1f} x loading it")


def timed(made: Callable[[], Made]) -> tuple[float, Made]:
    """Seconds and what was made in them."""
    began = time.perf_counter()
    found = made()
    return time.perf_counter() - began, found


if __name__ == "__main__":
    report()

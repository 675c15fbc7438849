"""The colours of a page are those of the game, and every text stands out: on a screen, in the dark, on paper."""

import re
from dataclasses import asdict

import pytest

from negotiator.report.style import stylesheet
from negotiator.tui.themes import PALETTES
from tests.tui.test_themes import contrast


def palettes() -> list[dict[str, str]]:
    """The colours of each :root that names a ground: light, dark, print."""
    roots = re.findall(r":root \{([^}]*--ground[^}]*)\}", stylesheet())
    return [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", root)) for root in roots]


def test_they_are_those_of_the_game() -> None:
    light, dark, _ = palettes()
    assert light == {name.replace("_", "-"): colour for name, colour in asdict(PALETTES["paper"]).items()}
    dusk = asdict(PALETTES["dusk"])
    # In the dark the page's paper is what lies above the ground: a white card would blind.
    dusk |= {"paper": dusk["lifted"], "paper_ink": dusk["ink"], "paper_muted": dusk["muted"]}
    assert dark == {name.replace("_", "-"): colour for name, colour in dusk.items()}


@pytest.mark.parametrize("at", [0, 1, 2], ids=["light", "dark", "print"])
def test_every_text_stands_out(at: int) -> None:
    colours = palettes()[at]
    grounds = ("ground", "lifted", "paper")
    low = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text in ("ink", "muted", "candidate", "seat", "alarm", "paper-ink", "paper-muted")
        for ground in grounds
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert not low

"""Makes the pictures of the README from the running app: `PYTHONPATH=. python docs/make_pictures.py`."""
# ruff: noqa: INP001  a script beside the pages, not a package

import asyncio
import re
import tempfile
from pathlib import Path

from negotiator.tui import doors
from negotiator.tui.app import NegotiatorApp
from negotiator.tui.housekeeping import RealDesk
from negotiator.tui.prefs import Chosen

PICTURES = Path(__file__).parent / "pictures"
SCENARIO = Path(__file__).parent.parent / "scenarios" / "first-offer.toml"
SIZE = (80, 24)
FACE = re.compile(r"@font-face\s*\{[^}]*\}")
"""The drawing would load a font from the network: it takes the reader's own fixed-width one instead."""


class StillDesk(RealDesk):
    """A desk whose settings do not depend on whose computer this is."""

    def prefs(self) -> tuple[Chosen, str]:  # type: ignore[override]  # any Prefs will do for the app
        """Dusk, and nothing moves."""
        return Chosen("dusk", training=False, reduced_motion=True, text_width=76), ""


def picture(app: NegotiatorApp, name: str) -> None:
    """Save what is on the screen as an SVG that loads nothing."""
    drawn = FACE.sub("", app.export_screenshot(title="Negotiator"))
    drawn = drawn.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    (PICTURES / f"{name}.svg").write_text(drawn, "utf-8")


async def make(saves: Path) -> None:
    """Play to the letter, with a picture at each place worth seeing."""
    desk = StillDesk(saves)
    app = NegotiatorApp(desk, doors.play(desk.begin(SCENARIO, 1)))
    async with app.run_test(size=SIZE) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()

        await press("1")
        picture(app, "play")
        await press("2", "1", "1", "1", "1")
        picture(app, "turn")
        await press("x")
        picture(app, "seat")


def main() -> None:
    """Make them all."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as saves:
        asyncio.run(make(Path(saves)))


if __name__ == "__main__":
    main()

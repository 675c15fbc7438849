"""Every theme can be read: contrast as the web's accessibility guidelines compute it, and nothing by colour alone."""

import pytest
from rich.segment import Segment
from textual.color import Color

from negotiator.tui import themes
from tests.tui.fakes import FakeDesk, Settings
from tests.tui.frames import table


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", themes.NAMES)
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    least = 7.0 if name == "contrast" else 4.5
    low = {
        pair: round(contrast(*colours), 2)
        for pair, colours in themes.pairs(themes.PALETTES[name]).items()
        if contrast(*colours) < least
    }
    assert not low


@pytest.mark.parametrize("name", themes.NAMES)
async def test_what_is_drawn_uses_those_pairs_only(name: str) -> None:
    palette = themes.PALETTES[name]
    lines = {palette.line.lower()}
    allowed = {tuple(one.lower() for one in pair) for pair in themes.pairs(palette).values()}
    async with table(FakeDesk(Settings(theme=name)), (120, 40)) as on:
        await on.play("good", "salary", "show")
        await on.press("l")
        seen = drawn_pairs(on.app.screen)
        await on.press("escape")
        seen |= drawn_pairs(on.app.screen)
    odd = {pair for pair in seen if pair not in allowed and pair[0] not in lines}
    assert not odd


def drawn_pairs(screen: object) -> set[tuple[str, str]]:
    """Foreground and ground of every visible character that says something."""
    pairs = set()
    for strip in screen._compositor.render_strips():  # type: ignore[attr-defined]  # any screen
        for segment in strip:
            assert isinstance(segment, Segment)
            style = segment.style
            if segment.text.strip(" ─│▏▎▍▌▋▊▉█▁▂▃▄▅▆▇") and style and style.color and style.bgcolor:
                front, back = style.color.triplet, style.bgcolor.triplet
                if front and back:
                    pairs.add((front.hex, back.hex))
    return pairs


async def test_without_colours_none_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with table() as on:
        await on.play("good")
        for strip in on.app.screen._compositor.render_strips():
            drawn = strip
            for each in on.app._filters:
                if each.enabled:
                    drawn = drawn.apply_filter(each, Color.parse("black"))
            for segment in drawn:
                style = segment.style
                assert not style or style.color is None or style.color.is_default, segment
                assert not style or style.bgcolor is None or style.bgcolor.is_default, segment
        assert "▸" in on.text

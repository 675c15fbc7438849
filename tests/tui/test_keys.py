"""Keys: the line at the foot fits, help knows every key, and nothing asks for what terminals keep for themselves."""

from typing import cast

import pytest
from textual.binding import Binding

from negotiator.tui.screens.asking import Asking
from negotiator.tui.screens.briefing import Briefing
from negotiator.tui.screens.citing import Citing
from negotiator.tui.screens.debrief import DebriefScreen
from negotiator.tui.screens.debriefkeys import keys_on
from negotiator.tui.screens.editor import Editor
from negotiator.tui.screens.guessing import Guessing
from negotiator.tui.screens.help import Help
from negotiator.tui.screens.home import Home
from negotiator.tui.screens.letter import LetterScreen
from negotiator.tui.screens.needs import Needs
from negotiator.tui.screens.notebook import Notebook
from negotiator.tui.screens.otherruns import OtherRuns
from negotiator.tui.screens.page import Page
from negotiator.tui.screens.pausing import Pausing
from negotiator.tui.screens.play import PlayScreen
from negotiator.tui.screens.priorities import Priorities
from negotiator.tui.screens.review import Review
from negotiator.tui.screens.settings import SettingsScreen
from negotiator.tui.screens.sidebyside import SideBySide
from negotiator.tui.screens.taking import Taking
from negotiator.tui.screens.transcript import Transcript
from negotiator.tui.screens.trouble import Trouble
from negotiator.tui.screens.trying import Trying
from negotiator.tui.widgets.keyline import Key, fit, keys_of

PAGES = cast(
    "tuple[type[Page[None]], ...]",
    (
        Asking,
        Briefing,
        Citing,
        DebriefScreen,
        Editor,
        Guessing,
        Help,
        Home,
        LetterScreen,
        Needs,
        Notebook,
        OtherRuns,
        Pausing,
        PlayScreen,
        Priorities,
        Review,
        SettingsScreen,
        SideBySide,
        Taking,
        Transcript,
        Trouble,
        Trying,
    ),
)


def cells(keys: tuple[Key, ...], gap: int) -> int:
    return 1 + sum(len(one.key) + 1 + len(one.label) for one in keys) + gap * (len(keys) - 1)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [80, 60])
def test_the_line_fits_and_keeps_help_and_the_way_out(page: type[Page[None]], width: int) -> None:
    keys = (
        (Key("1-12", "choose"), *keys_of(page.all_keys())) if page is PlayScreen else keys_of(page.all_keys())
    )
    shown, gap = fit(keys, width)
    assert cells(shown, gap) <= width
    assert [one.label for one in shown[-2:]] == [one.label for one in keys[-2:]]
    assert "help" in {one.label for one in shown}


@pytest.mark.parametrize("page", PAGES)
def test_every_key_that_is_seen_is_explained_and_named(page: type[Page[None]]) -> None:
    for one in page.all_keys():
        assert isinstance(one, Binding)
        if one.show:
            assert one.tooltip, one
            assert one.id, one


@pytest.mark.parametrize("page", PAGES)
def test_no_key_is_one_that_tmux_or_screen_keep(page: type[Page[None]]) -> None:
    used = {key for one in page.all_keys() for key in one.key.split(",")}
    assert not used & {"ctrl+a", "ctrl+b"}
    assert not any(key.startswith(("ctrl+", "alt+")) for key in used)


@pytest.mark.parametrize("page", PAGES)
def test_no_key_means_two_things_on_one_screen(page: type[Page[None]]) -> None:
    seen: dict[str, str] = {}
    for one in page.all_keys():
        for key in one.key.split(","):
            assert seen.setdefault(key, one.action) == one.action, key


@pytest.mark.parametrize("page", PAGES)
def test_every_screen_says_what_it_is(page: type[Page[None]]) -> None:
    assert page.ABOUT.endswith(".")


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("page", range(6))
@pytest.mark.parametrize("paged", [True, False])
def test_the_line_of_every_page_of_the_debrief_fits(page: int, width: int, *, paged: bool) -> None:
    keys = keys_of(keys_on(page, paged=paged))
    shown, gap = fit(keys, width)
    assert cells(shown, gap) <= width
    assert [one.label for one in shown[-2:]] == ["help", "home"]
    assert {one.id for one in keys_on(page, paged=paged)} <= {one.id for one in DebriefScreen.all_keys()}

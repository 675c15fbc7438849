"""The ways from one screen to another. Each screen is imported when somebody first goes there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.binding import Binding

    from negotiator.game.view import View
    from negotiator.tui.app import NegotiatorApp
    from negotiator.tui.ports import Run
    from negotiator.tui.screens.page import Page


def home() -> "Page[None]":
    """The home screen."""
    from negotiator.tui.screens.home import Home

    return Home()


def play(run: "Run", *, brief: bool = False) -> "Page[None]":
    """The play screen; with `brief` the player's brief stands before the first scene."""
    from negotiator.tui.screens.play import PlayScreen

    return PlayScreen(run, brief=brief)


def to_briefing(house: "NegotiatorApp", path: "Path") -> None:
    """Who you are, what you have at home, whom you will meet."""
    from negotiator.tui.screens.briefing import Briefing

    house.push_screen(Briefing(path, house.desk.load(path)))


def to_turn(house: "NegotiatorApp", run: "Run", after: "View") -> None:
    """The moment the written offer is there: the whole field that ever was goes out."""
    from negotiator.tui.screens.turn import TurnScreen

    began = max(state.field for state in (run.play.first, *(turn.after for turn in run.play.turns)))
    house.push_screen(TurnScreen(began, after))


def to_letter(house: "NegotiatorApp", view: "View") -> None:
    """The letter on the table."""
    from negotiator.tui.screens.letter import LetterScreen

    house.push_screen(LetterScreen(view))


def to_notebook(house: "NegotiatorApp", run: "Run", view: "View") -> None:
    """The notebook."""
    from negotiator.tui.screens.notebook import Notebook

    house.push_screen(Notebook(run, view))


def to_transcript(house: "NegotiatorApp", run: "Run") -> None:
    """Everything so far."""
    from negotiator.tui.screens.transcript import Transcript

    house.push_screen(Transcript(run))


def to_debrief(house: "NegotiatorApp", run: "Run") -> None:
    """Looking back."""
    from negotiator.tui.screens.debrief import DebriefScreen

    house.push_screen(DebriefScreen(run))


def to_settings(house: "NegotiatorApp") -> None:
    """The settings."""
    from negotiator.tui.screens.settings import SettingsScreen

    house.push_screen(SettingsScreen())


def to_help(house: "NegotiatorApp", about: str, bindings: "Sequence[Binding]") -> None:
    """The help of a screen: what it is, and its keys."""
    from negotiator.tui.screens.help import Help

    house.push_screen(Help(about, bindings))


def to_trouble(house: "NegotiatorApp", run: "Run | None", error: Exception) -> None:
    """What went wrong, where the run is saved, and how to go on."""
    from negotiator.tui.screens.trouble import Trouble

    house.push_screen(Trouble(error, run))

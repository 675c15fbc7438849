"""The ways from one screen to another. Each screen is imported when somebody first goes there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.binding import Binding

    from negotiator.game.state import Move, State
    from negotiator.game.view import View
    from negotiator.tui.app import NegotiatorApp
    from negotiator.tui.attable import AtTable
    from negotiator.tui.draft import Draft, Sending
    from negotiator.tui.ports import Run
    from negotiator.tui.screens.page import Page

    Made = Callable[[Move | None], None]
    """What takes the move a screen leaves behind; None when it was only closed."""


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


def to_editor(
    house: "NegotiatorApp", here: "AtTable", draft: "Draft", then: "Callable[[Sending | None], None]"
) -> None:
    """Putting a package together."""
    from negotiator.tui.screens.editor import Editor

    house.push_screen(Editor(here, draft), then)


def to_review(house: "NegotiatorApp", here: "AtTable", move: "Move", draft: "Draft", then: "Made") -> None:
    """The words of a message once more before it is sent.

    Raises:
        NotPossible: the message makes no sense.
    """
    from negotiator.tui.screens.review import Review, before_saying

    text = before_saying(here, move, draft)
    house.push_screen(Review("Before you say it", text), lambda agreed: then(move if agreed else None))


def to_leaving(house: "NegotiatorApp", here: "AtTable", then: "Made") -> None:
    """Leaving the table without a deal."""
    from negotiator.game.state import Move
    from negotiator.tui.screens.review import Review, before_leaving

    move = Move("walk")
    house.push_screen(
        Review("Before you leave", before_leaving(here, move), "leave"),
        lambda agreed: then(move if agreed else None),
    )


def to_asking(house: "NegotiatorApp", here: "AtTable", then: "Made", topic: str = "") -> None:
    """Asking something."""
    from negotiator.tui.screens.asking import Asking

    house.push_screen(Asking(here, topic), then)


def to_needs(house: "NegotiatorApp", here: "AtTable", then: "Made") -> None:
    """Saying what matters to you."""
    from negotiator.tui.screens.needs import Needs

    house.push_screen(Needs(here), then)


def to_pausing(house: "NegotiatorApp", here: "AtTable", then: "Made", limit: str = "") -> None:
    """Having something carried upstairs."""
    from negotiator.tui.screens.pausing import Pausing

    house.push_screen(Pausing(here, limit), then)


def to_taking(house: "NegotiatorApp", here: "AtTable", then: "Made") -> None:
    """Taking what lies on the table."""
    from negotiator.tui.screens.taking import Taking

    house.push_screen(Taking(here), then)


def to_citing(
    house: "NegotiatorApp", here: "AtTable", citing: str, then: "Callable[[str | None], None]"
) -> None:
    """A fact from the notebook to go with a reason."""
    from negotiator.tui.screens.citing import Citing

    house.push_screen(Citing(here, citing), then)


def to_priorities(house: "NegotiatorApp", run: "Run", then: "Made") -> None:
    """What matters most to the player."""
    from negotiator.tui.screens.priorities import Priorities

    now = run.view
    deal = run.game.scenario.deal
    assert deal is not None
    terms = {name: issue.label for name, issue in deal.issues.items()}
    late = bool(now.declared) and now.letter is not None
    house.push_screen(Priorities(terms, now.declared, late=late), then)


def unseen(state: "State") -> bool:
    """Whether terms were talked about, and the other side's points have not been shown yet."""
    return state.talk is not None and not (state.notes and state.notes.revealed)


def to_looking_back(house: "NegotiatorApp", run: "Run", closing: "Callable[[], None] | None" = None) -> None:
    """The debrief; after a talk about terms a guess comes first, while their side has not been seen.

    `closing` is called when one turns back before the debrief.
    """
    if not unseen(run.play.state):
        to_debrief(house, run)
        return
    from negotiator.tui.attable import at_table
    from negotiator.tui.screens.guessing import Guessing

    house.push_screen(Guessing(run, at_table(run.game, run.play), closing))


def past_guess(house: "NegotiatorApp", run: "Run", closing: "Callable[[], None] | None") -> None:
    """After a deal, three tries at a better one; else their side."""
    from negotiator.tui.attable import at_table

    here = at_table(run.game, run.play)
    if here.table.agreed is None:
        to_their_side(house, run)
        return
    from negotiator.tui.screens.trying import Trying

    house.switch_screen(Trying(run, here, closing))


def to_their_side(house: "NegotiatorApp", run: "Run") -> None:
    """Nothing can be guessed any more: the debrief, in place of the screen on top."""
    from negotiator.errors import NegotiatorError
    from negotiator.game.state import Move
    from negotiator.tui.screens.debrief import DebriefScreen

    try:
        run.move(Move("reveal"))
    except (NegotiatorError, OSError) as error:
        # The debrief can be read all the same; it will be asked again next time.
        house.notify(str(error), markup=False)
    house.switch_screen(DebriefScreen(run))


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

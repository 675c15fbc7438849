"""The keys of the play screen, and the choices that are the screen's own."""

from textual.binding import Binding

from negotiator.game.view import ChoiceView

LETTER, DEBRIEF, HOME = "open-letter", "to-debrief", "to-home"
"""Choices of the screen's own, where the story has none to offer."""


def prompt(number: int, name: str, text: str) -> ChoiceView:
    """A choice that is the screen's and not the story's."""
    return ChoiceView(
        number, name, text, spoken=False, kind="", enabled=True, locked="", days=0, overruns=False
    )


KEYS = (
    *[Binding(f"{digit}", f"digit('{digit}')", show=False) for digit in range(10)],
    Binding("down,j", "move(1)", "down", show=False, tooltip="Move the highlight (also up and k)", id="down"),
    Binding("up,k", "move(-1)", "up", show=False, id="up"),
    Binding("enter", "take", "take", show=False, tooltip="Take the highlighted choice", id="take"),
    Binding("space,pagedown", "read_on", "read on", show=False, tooltip="Scroll the story on", id="read-on"),
    Binding(
        "pageup,b",
        "read_back",
        "read back",
        show=False,
        tooltip="Scroll back, to earlier turns too",
        id="back",
    ),
    Binding("n", "notebook", "notebook", tooltip="People met, facts learned, lines kept", id="notebook"),
    Binding("l", "letter", "letter", tooltip="The written offer, once there is one", id="letter"),
    Binding(
        "u", "undo", "undo", tooltip="Take back the last choice, where the scenario allows it", id="undo"
    ),
    Binding(
        "s", "keep", "keep", show=False, tooltip="Keep the highlighted line for your real talk", id="keep"
    ),
    Binding("p", "palette", "palette", tooltip="Find any command by name", id="palette"),
    Binding("t", "transcript", "transcript", tooltip="Everything so far; save it to a file", id="transcript"),
    Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
    Binding("q,escape", "leave", "quit", key_display="q", tooltip="Back home; the run is saved", id="quit"),
)

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


AT_TABLE = (
    Binding("d", "deal", "deal", tooltip="At a table: put a package together", id="deal"),
    Binding("a", "ask", "ask", show=False, tooltip="At a table: ask about something", id="ask"),
    Binding("m", "needs", "what matters", show=False, tooltip="At a table: say what matters to you", id="needs"),
    Binding("c", "carry", "lift a limit", show=False, tooltip="At a table: have a limit carried to whoever may lift it", id="carry"),
    Binding("y", "take_it", "take it", show=False, tooltip="At a table: take what lies there", id="take-it"),
    Binding("w", "walk", "leave the table", show=False, tooltip="At a table: leave without a deal", id="walk"),
)  # fmt: skip
"""What means something at a table only."""

KEYS = (
    *AT_TABLE,
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

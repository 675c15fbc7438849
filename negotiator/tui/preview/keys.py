"""The keys of the preview beside those of play."""

from textual.binding import Binding

KEYS = (
    Binding("f", "panel('findings')", "findings", tooltip="What is wrong with the file; once more, and it closes", id="findings"),
    Binding("h", "panel('here')", "here", tooltip="What could happen here: state, hidden choices, where each leads", id="here"),
    Binding("g", "go", "go to", tooltip="Go to any scene, knowing what you know", id="go"),
    Binding("e", "state", "state", tooltip="Other values of the state, other facts, other days", id="state"),
    Binding("u", "undo", "undo", tooltip="Take back the last step, or the last jump, whatever the scenario allows", id="undo-any"),
    Binding("r", "restart", "restart", show=False, tooltip="Begin again, where the preview began", id="restart"),
    Binding("i", "panel('player')", "player's column", show=False, tooltip="What a player sees beside the story in a wide window", id="player"),
    Binding("right", "leaf(1)", "panel on", show=False, key_display="→", tooltip="The panel a page on (left: back)", id="panel-on"),
    Binding("left", "leaf(-1)", "panel back", show=False, id="panel-back"),
    Binding("escape", "shut", "close the panel", show=False, key_display="esc", tooltip="Close the panel", id="shut"),
    Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
    Binding("q", "leave", "quit", tooltip="Leave the preview; nothing is kept", id="leave"),
)  # fmt: skip

PLAYS = {"quit", "undo"}
"""Keys of play that mean something else here."""

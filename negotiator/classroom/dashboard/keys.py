"""The keys of the instructor's screen."""

from textual.binding import Binding

KEYS = (
    Binding("down,j", "move(1)", "down", show=False, tooltip="The next person or gate (also up and k)", id="down"),
    Binding("up,k", "move(-1)", "up", show=False, id="up"),
    Binding("pagedown", "move(10)", "on", show=False, id="on"),
    Binding("pageup", "move(-10)", "back", show=False, id="back"),
    Binding("tab,right", "page(1)", "page", key_display="tab", tooltip="People, decisions, gates (or 1, 2, 3)", id="page"),
    Binding("shift+tab,left", "page(-1)", "page before", show=False, id="page-back"),
    *(Binding(str(at + 1), f"open_page({at})", show=False, id=f"page-{at}") for at in range(3)),
    Binding("space", "pause", "pause", key_display="space", tooltip="Pause everybody; space again goes on", id="pause"),
    Binding("enter,g", "gate", "gate", key_display="g", tooltip="On the page of gates: close or open the one that is marked", id="gate"),
    Binding("s", "advance_slowest", "slowest on", tooltip="Move whoever is furthest behind on to the next scene", id="slowest"),
    Binding("a", "advance", "move on", tooltip="Move the marked person on to the next scene", id="advance"),
    Binding("e", "extend", "+2 min", tooltip="Two minutes more for the marked person; nobody else sees it", id="extend"),
    Binding("t", "bell", "bell", show=False, tooltip="Ring the bell ten minutes from now; nobody moves after it", id="bell"),
    Binding("shift+e,E", "extend_all", "all +2 min", show=False, tooltip="Two minutes more for everybody", id="extend-all"),
    Binding("o", "order", "order", show=False, tooltip="Whoever has been still longest first; again: as they came", id="order"),
    Binding("l", "lock", "lock", tooltip="Let nobody else join; again: let them in", id="lock"),
    Binding("w", "wall", "wall", tooltip="A link that makes a browser the projector", id="wall"),
    Binding("x", "remove", "remove", tooltip="Remove the marked person from the class", id="remove"),
    Binding("f", "finish", "end", tooltip="End the class: what was reached counts", id="finish"),
    Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
    Binding("q", "leave", "quit", tooltip="Close the hub; the class can be opened again with the same --db", id="quit"),
)  # fmt: skip

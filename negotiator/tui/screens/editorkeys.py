"""The keys of the package editor: those that shape a package, and those that make a message of it."""

from textual.binding import Binding

SHAPING = (
    Binding(
        "right", "step(1)", "change", key_display="← →", tooltip="The next option (left: the one before)", id="step"
    ),
    Binding("left", "step(-1)", "change back", show=False, id="step-back"),
    Binding("h", "compare", "compare", tooltip="Hold it against another column: theirs, the letter, yours, what you know", id="compare"),
    Binding("0", "row_back", "this row as at first", show=False, tooltip="The highlighted row as in the letter, or in your deal", id="row-back"),
    Binding("l", "all_back", "everything as at first", show=False, tooltip="The whole package as in the letter, or in your deal", id="all-back"),
    Binding("u", "undo", "undo", tooltip="Take the last change back", id="undo"),
    Binding("v", "values", "points or percent", show=False, tooltip="Points instead of percent of your wish, or back", id="values"),
)  # fmt: skip
MESSAGE = (
    Binding("enter", "send", "send", tooltip="Read what you would say, then send it", id="send"),
    Binding("plus,equals_sign", "another", "another", key_display="+", tooltip="One more package, for them to choose from", id="another"),
    Binding("minus", "without", "without this package", show=False, tooltip="Take this package out again", id="without"),
    Binding("1", "show(0)", "first", show=False, tooltip="The first package", id="first"),
    Binding("2", "show(1)", "second", show=False, tooltip="The second package", id="second"),
    Binding("3", "show(2)", "third", show=False, tooltip="The third package", id="third"),
    Binding("r", "reason", "reason", tooltip="The reason you give with it", id="reason"),
    Binding("f", "cite", "fact", show=False, tooltip="A fact from your notebook behind the reason", id="cite"),
    Binding("exclamation_mark", "final", "last word", show=False, tooltip="Call it your last word, or not", id="final"),
    Binding("t", "all_theirs", "everything as theirs", show=False, tooltip="The whole package as they last put it", id="all-theirs"),
    Binding("a", "ask", "ask", show=False, tooltip="Ask them about the highlighted row", id="ask"),
    Binding("c", "carry", "lift a limit", show=False, tooltip="Have what is in the way carried to whoever may lift it", id="carry"),
)  # fmt: skip

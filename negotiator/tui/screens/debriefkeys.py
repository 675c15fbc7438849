"""The keys of the debrief, page by page."""

from textual.binding import Binding

from negotiator.tui.dealpages import NAMES

KEYS = (
    Binding(
        "down,j",
        "move(1)",
        "next",
        key_display="j",
        tooltip="The next decision; on other pages a line on",
        id="next",
    ),
    Binding(
        "up,k", "move(-1)", "before", show=False, tooltip="The decision before; a line back", id="before"
    ),
    Binding(
        "tab,right",
        "turn_page(1)",
        "next page",
        key_display="tab",
        tooltip="The next page (shift+tab or left: the one before)",
        id="on-page",
    ),
    Binding("shift+tab,left", "turn_page(-1)", "page before", show=False, id="back-page"),
    Binding(
        "d", "open_page(1)", "the deal", show=False, tooltip="The deal; the digits open each page", id="deal"
    ),
    *(
        Binding(str(at + 1), f"open_page({at})", name.lower(), show=False, id=f"page-{at + 1}")
        for at, name in enumerate(NAMES)
    ),
    Binding(
        "space,pagedown",
        "page(1)",
        "on",
        show=False,
        key_display="space",
        tooltip="Scroll a page on",
        id="on",
    ),
    Binding(
        "pageup,b", "page(-1)", "back", show=False, key_display="b", tooltip="Scroll a page back", id="back"
    ),
    Binding("home", "top", "top", show=False, tooltip="To the beginning", id="top"),
    Binding("r", "resume", "resume here", tooltip="A new run from just before this decision", id="resume"),
    Binding(
        "g", "gauges", "numbers", tooltip="Scores as numbers, with everything that made them", id="gauges"
    ),
    Binding("c", "compare", "compare", tooltip="This run beside another one of yours", id="compare"),
    Binding("s", "sheet", "sheet", tooltip="Write the preparation sheet for your real talk", id="sheet"),
    Binding("h", "html", "html", tooltip="Write the debrief as a page for a browser", id="html"),
    Binding("m", "markdown", "markdown", tooltip="Write the debrief as Markdown", id="export"),
    Binding("p", "palette", "palette", show=False, tooltip="Find any command by name", id="palette"),
    Binding("question_mark,f1", "help", "help", key_display="?", tooltip="This help", id="help"),
    Binding(
        "escape",
        "back",
        "back to the story",
        show=False,
        tooltip="From a page to the story, from there home",
        id="story",
    ),
    Binding("q", "leave", "home", tooltip="Back to the library", id="home"),
)
SEEN = {
    "story": ("next", "resume", "gauges", "compare", "sheet", "html", "export", "help", "home"),
    "told": ("next", "on-page", "resume", "gauges", "compare", "sheet", "html", "export", "help", "home"),
    "sheet": ("on-page", "on", "back", "compare", "sheet", "html", "export", "help", "home"),
    "line": ("on-page", "on", "back", "resume", "compare", "sheet", "html", "help", "home"),
}
"""Ids of the keys in the line at the foot: without a deal, on the first page, on the others, on the better line."""
OTHERWISE = {"told": {"on-page": "deal"}, "line": {"resume": "play it"}}


def keys_on(page: int, *, paged: bool) -> tuple[Binding, ...]:
    """The keys of a page, in the order of their line."""
    where = "story" if not paged else "told" if page == 0 else "line" if page == len(NAMES) - 1 else "sheet"
    by_id = {one.id: one for one in KEYS}
    said = OTHERWISE.get(where, {})
    return tuple(
        Binding(
            one.key,
            one.action,
            said.get(name, one.description),
            key_display=one.key_display,
            tooltip=one.tooltip,
            id=name,
        )
        for name in SEEN[where]
        if (one := by_id[name])
    )

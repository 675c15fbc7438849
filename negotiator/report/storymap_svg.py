"""The map of a story as an SVG drawing: by itself or in a page, and nothing in it comes from outside."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import pairwise
from unicodedata import east_asian_width

from negotiator.analysis.storymap import Link, Mark, Node, StoryMap
from negotiator.report.storymap_layout import Box, Layout, Run, lay_out
from negotiator.report.storymap_text import BADGES
from negotiator.report.style import colours

FITTING = {"name": 21, "title": 26, "badge": 24}
"""Characters that fit into a box, whatever they are."""
LEGEND = {
    "": "onwards",
    "back": "back to an earlier scene",
    "expires": "when the days of the offer run out",
}
LEGEND_ROW = 18
LINE = 16
"""Pixels from one line of text in a box to the next."""

STYLE = """
.storymap { font-family: system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; color: var(--ink); }
.storymap .lane { fill: var(--lifted); }
.storymap .lane:nth-of-type(even) { fill: var(--ground); }
.storymap .lane-name { font-size: 14px; font-weight: 600; fill: var(--muted); }
.storymap .box { fill: var(--paper); stroke: var(--candidate); stroke-width: 1.3; }
.storymap .ending .box { stroke: var(--seat); stroke-width: 2; }
.storymap .table .box { stroke-width: 3; }
.storymap .trouble .box { stroke: var(--alarm); stroke-width: 2.5; stroke-dasharray: 7 4; }
.storymap .name { font-size: 12px; font-weight: 600; fill: var(--ink); }
.storymap .title { font-size: 11px; fill: var(--muted); }
.storymap .badge { font-size: 11px; font-weight: 700; fill: var(--seat); }
.storymap .trouble .badge { fill: var(--alarm); }
.storymap .line { fill: none; stroke: var(--muted); stroke-width: 1.2; opacity: .75; }
.storymap .back { stroke: var(--candidate); stroke-dasharray: 6 3; }
.storymap .expires { stroke: var(--alarm); stroke-dasharray: 1.5 4; stroke-linecap: round; stroke-width: 1.8; }
.storymap .tip { fill: var(--muted); }
.storymap .back-tip { fill: var(--candidate); }
.storymap .expires-tip { fill: var(--alarm); }
.storymap .full { fill: var(--candidate); opacity: .22; }
.storymap .scene:hover .line, .storymap .scene:target .line { stroke: var(--seat); stroke-width: 3; opacity: 1; }
.storymap .scene:hover .box, .storymap .scene:target .box { stroke: var(--seat); stroke-width: 3; }
"""


def story_svg(
    story: StoryMap, *, name: str = "story", alone: bool = True, visits: Mapping[str, float] | None = None
) -> str:
    """The map. `name` begins the ids in it: a scene is `<name>-<scene>`, so it can be linked to.

    alone: the drawing is a file of its own and brings its colours; in a page it takes the page's.
    visits: for each scene and ending the share of plays, 0 to 1, in which it was come to; shown in its box.
    """
    layout = lay_out(story)
    kinds = [
        kind
        for kind in LEGEND
        if any(_kind(run.link) == kind or (run.both and kind == "back") for run in layout.runs)
    ]
    high = layout.high + LEGEND_ROW * len(kinds)
    size = f'viewBox="0 0 {layout.wide:.0f} {high:.0f}" width="{layout.wide:.0f}" height="{high:.0f}"'
    named = f'role="img" aria-labelledby="{name}--title {name}--desc"'
    tips = "".join(_tip(name, kind) for kind in ("tip", "back-tip", "expires-tip"))
    clip = f'<clipPath id="{name}--clip"><rect x="6" width="156" height="80"/></clipPath>'
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="storymap" {size} {named}>',
        f'<title id="{name}--title">{escape(story.title)}: the map of the story</title>',
        f'<desc id="{name}--desc">{escape(described(story))}</desc>',
        f"<style>{colours() if alone else ''}{STYLE}</style>",
        f"<defs>{tips}{clip}</defs>",
    ]
    if alone:
        out.append('<rect width="100%" height="100%" style="fill: var(--ground)"/>')
    out += _lanes(layout)
    runs: dict[str, list[Run]] = {}
    for run in layout.runs:
        runs.setdefault(run.link.source, []).append(run)
    for box in layout.boxes:
        out += _scene(box, runs.get(box.node.id, ()), name, visits)
    out += _legend(kinds, layout, name)
    return "\n".join([*out, "</svg>"]) + "\n"


def _legend(kinds: Iterable[str], layout: Layout, name: str) -> Iterator[str]:
    for at, kind in enumerate(kinds):
        y = layout.high + LEGEND_ROW * at - 2
        tip = f"url(#{name}--{f'{kind}-tip' if kind else 'tip'})"
        yield f'<path class="line {kind}" d="M16 {y:.0f}H56" marker-end="{tip}"/>'
        yield f'<text class="title" x="66" y="{y + 4:.0f}">{LEGEND[kind]}</text>'


def _kind(link: Link) -> str:
    return "expires" if link.expires else "back" if link.back else ""


def described(story: StoryMap) -> str:
    """What the drawing shows, for who cannot see it."""
    scenes = [node for node in story.nodes if not node.ending]
    said = [
        f"{len(scenes)} scenes in lanes from the top to the foot, by stage, and {len(story.nodes) - len(scenes)} endings.",
        f"It begins with {story.start}.",
    ]
    marked = {mark: [node.id for node in story.nodes if mark in node.marks] for mark in Mark}
    said += (
        f"{BADGES[mark].capitalize()}: {', '.join(found)}."
        for mark, found in marked.items()
        if found and mark is not Mark.START
    )
    said.append("Every line is listed by: negotiator graph FILE --format text.")
    return " ".join(said)


def _tip(name: str, kind: str) -> str:
    return (
        f'<marker id="{name}--{kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"'
        f' markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="{kind}" d="M0 0 8 4 0 8Z"/></marker>'
    )


def _lanes(layout: Layout) -> Iterator[str]:
    for lane in layout.lanes:
        yield f'<rect class="lane" y="{lane.y:.1f}" width="{layout.wide:.0f}" height="{lane.high:.1f}"/>'
    for lane in layout.lanes:
        y = lane.y + 30
        yield f'<text class="lane-name" x="16" y="{y:.0f}">{lane.name.replace("_", " ")}</text>'


def _scene(box: Box, runs: Iterable[Run], name: str, visits: Mapping[str, float] | None) -> Iterator[str]:
    """A box with the lines that leave it, so that pointing at it shows where it leads."""
    node = box.node
    classes = ["scene"]
    classes += ["ending"] * node.ending + ["table"] * (Mark.TABLE in node.marks) + ["trouble"] * node.troubled
    yield f'<g class="{" ".join(classes)}" id="{name}-{node.id}">'
    for run in runs:
        yield _line(run, name)
    yield f'<g transform="translate({box.x:.1f} {box.y:.1f})"><title>{escape(_told(node))}</title>'
    corner = box.high / 2 if node.ending else 4
    yield f'<rect class="box" width="{box.wide:g}" height="{box.high:g}" rx="{corner:g}"/>'
    share = None if visits is None else visits.get(node.id, 0.0)
    if share:
        yield f'<rect class="full" width="{box.wide * min(share, 1):.1f}" height="{box.high:g}" rx="{corner:g}"/>'
    yield from _words(box, name, share)
    yield "</g></g>"


def _words(box: Box, name: str, share: float | None) -> Iterator[str]:
    """Up to three lines in the middle of a box."""
    node = box.node
    second = node.title if share is None else _visited(share)
    badge = " · ".join(BADGES[mark] for mark in node.marks)
    lines = [
        (kind, words) for kind, words in (("name", node.id), ("title", second), ("badge", badge)) if words
    ]
    first = box.high / 2 + 4 - LINE * (len(lines) - 1) / 2
    yield f'<g clip-path="url(#{name}--clip)" text-anchor="middle">'
    for at, (kind, words) in enumerate(lines):
        shown = escape(fitted(words, FITTING[kind]))
        yield f'<text class="{kind}" x="{box.wide / 2:g}" y="{first + LINE * at:g}">{shown}</text>'
    yield "</g>"


def _visited(share: float) -> str:
    """How often a scene was come to."""
    if not share:
        return "never come to"
    return f"in {100 * share:.0f}% of plays" if share >= 0.005 else "in under 1% of plays"


def _told(node: Node) -> str:
    said = [node.id, node.title, *(BADGES[mark] for mark in node.marks)]
    if not node.ending:
        said.append(f"{node.choices} {'choice' if node.choices == 1 else 'choices'}")
    return ", ".join(part for part in said if part)


def _line(run: Run, name: str) -> str:
    link = run.link
    kind = _kind(link)
    tip = f"url(#{name}--{f'{kind}-tip' if kind else 'tip'})"
    ends = f' marker-end="{tip}"' + (f' marker-start="url(#{name}--back-tip)"' if run.both else "")
    told = escape(way_words(link) + (f"; back: {way_words(run.both)}" if run.both else ""))
    return f'<path class="line {kind}" d="{_path(run)}"{ends}><title>{told}</title></path>'


def way_words(link: Link) -> str:
    """Say where a line leads and by which choices."""
    ways = ", ".join(dict.fromkeys(way.id for way in link.ways))
    why = "when the days run out: " if link.expires else ""
    return f"{link.source} to {link.target} ({why}{ways})"


def _path(run: Run) -> str:
    (x, y), *rest = run.points
    out = [f"M{x:.1f} {y:.1f}"]
    if run.angular:
        return "".join([*out, *(f"L{x:.1f} {y:.1f}" for x, y in rest)])
    for at, ((x, y), (to_x, to_y)) in enumerate(pairwise(run.points)):
        if at % 2:
            out.append(f"L{to_x:.1f} {to_y:.1f}")
        else:
            middle = (y + to_y) / 2
            out.append(f"C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}")
    return "".join(out)


def fitted(text: str, columns: int) -> str:
    """A text in one line of at most so many columns; wide characters take two."""
    line = " ".join(text.split())
    used = 0
    for at, character in enumerate(line):
        used += 2 if east_asian_width(character) in "WF" else 1
        if used > columns:
            return f"{line[: max(at - 1, 1)].rstrip()}…"
    return line

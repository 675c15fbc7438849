"""The map of a story for other programs that draw: Mermaid and DOT (Graphviz)."""

import re
from collections.abc import Iterator

from negotiator.analysis.storymap import LANES, Link, Mark, Node, StoryMap
from negotiator.report.storymap_text import BADGES

NAMED = 3
"""Choices that a line names, at most."""
MOST_LINES = 500
"""What Mermaid draws by default."""

_SIGN = re.compile(r"(?![,'()!?])(?!(?<=[^\W_])-(?=[^\W_]))[\W_](?<! )")
"""What is no letter, digit or space, nor a hyphen inside a word or one of a few harmless marks."""


def mermaid(story: StoryMap) -> str:
    """A Mermaid flowchart. Ids in it are numbers, and every label is quoted with its signs as entity codes."""
    names = {node.id: f"n{at}" for at, node in enumerate(story.nodes)}
    out = ["flowchart TB"]
    if len(story.links) > MOST_LINES:
        out.append(f"  %% {len(story.links)} lines: raise maxEdges and maxTextSize where this is drawn")
    for lane, nodes in story.lanes():
        out.append(f'  subgraph lane{LANES.index(lane)}["{_coded(lane.replace("_", " "))}"]')
        out += (f"    {names[node.id]}{_shape(node)}" for node in nodes)
        out.append("  end")
    for link in story.links:
        arrow = "-.->" if link.expires or link.back else "-->"
        out.append(f'  {names[link.source]} {arrow}|"{_coded(_label(link))}"| {names[link.target]}')
    for kind, style, inside in (
        ("ending", "stroke-width:2px", [node for node in story.nodes if node.ending]),
        ("trouble", "stroke-width:3px,stroke-dasharray:6 3", [node for node in story.nodes if node.troubled]),
    ):
        if inside:
            out.append(f"  classDef {kind} {style}")
            out.append(f"  class {','.join(names[node.id] for node in inside)} {kind}")
    return "\n".join(out) + "\n"


def _shape(node: Node) -> str:
    text = "<br/>".join(_coded(line) for line in _caption(node))
    if node.ending:
        return f'(["{text}"])'
    return f'[["{text}"]]' if Mark.TABLE in node.marks else f'["{text}"]'


def _coded(text: str) -> str:
    """A text of which Mermaid takes no sign for its own: every sign that might be one is an entity code."""
    return _SIGN.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))


def dot(story: StoryMap) -> str:
    """A graph in the DOT language: a cluster for each lane."""
    out = [
        f"digraph {_dot_text(story.title)} {{",
        '  graph [rankdir=TB, charset="UTF-8", fontname="sans-serif"];',
        '  node [shape=box, fontname="sans-serif"];',
        '  edge [fontname="sans-serif", fontsize=10];',
    ]
    for lane, nodes in story.lanes():
        out.append(f"  subgraph cluster_{lane} {{")
        out.append(f"    label={_dot_text(lane.replace('_', ' '))};")
        out += (f"    {_dot_text(node.id)} [{_dot_look(node)}];" for node in nodes)
        out.append("  }")
    out += (_dot_line(link) for link in story.links)
    return "\n".join([*out, "}"]) + "\n"


def _dot_look(node: Node) -> str:
    looks = [f"label={_dot_text(*_caption(node))}", f"id={_dot_text(node.id)}"]
    if node.ending:
        looks.append("shape=oval")
    if Mark.TABLE in node.marks:
        looks.append("peripheries=2")
    if node.troubled:
        looks += ["style=dashed", "penwidth=3"]
    return ", ".join(looks)


def _dot_line(link: Link) -> str:
    """A line; one that leads back is written from its upper end, so that it does not turn the rows over."""
    ends = (link.target, link.source) if link.back else (link.source, link.target)
    style = ", style=dotted" if link.expires else ", style=dashed" if link.back else ""
    style += ", dir=back" if link.back else ""
    upper, lower = map(_dot_text, ends)
    return f"  {upper} -> {lower} [label={_dot_text(_label(link))}{style}];"


def _dot_text(*lines: str) -> str:
    """A quoted text: backslashes and quotation marks escaped, and no entity read in it."""
    safe = (
        " ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
        for line in lines
    )
    return '"' + "\\n".join(safe) + '"'


def _caption(node: Node) -> Iterator[str]:
    yield node.id
    if node.title:
        yield node.title
    if node.marks:
        yield f"({', '.join(BADGES[mark] for mark in node.marks)})"


def _label(link: Link) -> str:
    """Which choices it stands for."""
    ways = list(dict.fromkeys(way.id for way in link.ways))
    words = ", ".join(ways[:NAMED]) + (f" and {len(ways) - NAMED} more" if len(ways) > NAMED else "")
    return f"days run out: {words}" if link.expires else words

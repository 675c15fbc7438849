"""The map of a story as lines of text: stage by stage every scene, and where each of its choices leads."""

from collections.abc import Iterator

from negotiator.analysis.storymap import Link, Mark, Node, StoryMap, Way
from negotiator.report.wording import count, shortened

BADGES = {
    Mark.START: "start",
    Mark.TABLE: "table",
    Mark.ORPHAN: "nobody gets here",
    Mark.DEAD_END: "dead end",
    Mark.NO_WAY_OUT: "no way out",
}
"""What a mark says, in every form of the map."""
LEAST = 12
"""Columns for what is longest in a column of its own."""


def story_lines(story: StoryMap, columns: int) -> list[str]:
    """The map in lines of at most `columns` characters (no fewer than 40); a long id is never cut."""
    scenes = sum(not node.ending for node in story.nodes)
    endings = len(story.nodes) - scenes
    lines = [
        shortened(story.title, columns),
        f"{count(scenes, 'scene')}, {count(endings, 'ending')}, {count(len(story.links), 'line')}",
    ]
    after: dict[str, list[Link]] = {}
    into: dict[str, list[str]] = {}
    for link in story.links:
        after.setdefault(link.source, []).append(link)
        if link.source not in into.setdefault(link.target, []):
            into[link.target].append(link.source)
    for lane, nodes in story.lanes():
        lines += ["", f"== {lane.replace('_', ' ')} ".ljust(columns, "=")]
        for node in sorted(nodes, key=lambda one: one.rank):
            lines += ["", *_head(node, columns)]
            if node.ending:
                lines += _coming(into.get(node.id, []), columns)
            lines += (_way(way, "..", "here", columns) for way in node.stays)
            for link in after.get(node.id, []):
                sign = "~>" if link.expires else "^^" if link.back else "->"
                lines += (_way(way, sign, link.target, columns) for way in link.ways)
    return [*lines, "", *_legend(story)]


def _head(node: Node, columns: int) -> Iterator[str]:
    badges = "".join(f"  [{BADGES[mark]}]" for mark in node.marks)
    room = columns - len(node.id) - len(badges) - 2
    if room >= LEAST or (room >= 0 and not node.title):
        yield f"{node.id}{badges}{f'  {shortened(node.title, room)}' if node.title else ''}"
    else:
        yield node.id
        if node.marks:
            yield f" {badges}"
        if node.title:
            yield f"  {shortened(node.title, columns - 2)}"


def _coming(sources: list[str], columns: int) -> Iterator[str]:
    """Where an ending is come to from."""
    line = "  from"
    for source in sources:
        if len(line) + len(source) + 2 > columns:
            yield line
            line = "      "
        line += f" {source}{',' if source != sources[-1] else ''}"
    if sources:
        yield line


def _way(way: Way, sign: str, target: str, columns: int) -> str:
    name = f"{'?' if way.conditional else ' '} {way.id}"
    name += f" / {way.outcome} ({way.share}%)" if way.outcome else ""
    name += f" ({count(way.days, 'day')})" if way.days else ""
    left = max((columns - 6) // 2, LEAST)
    name = f"{name[: left - 1]}…" if len(name) > left else name.ljust(left)
    return f"  {name} {sign} {target}"


def _legend(story: StoryMap) -> Iterator[str]:
    if any(way.conditional for link in story.links for way in link.ways):
        yield "?   only if something holds"
    if any(link.back for link in story.links):
        yield "^^  back to an earlier scene"
    if any(link.expires for link in story.links):
        yield "~>  when the days of the offer run out"

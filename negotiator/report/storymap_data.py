"""The map of a story as plain data for programs."""

from negotiator.analysis.storymap import LANES, Link, Node, StoryMap, Way


def story_data(story: StoryMap) -> dict[str, object]:
    """What the map shows, as JSON has it."""
    return {
        "title": story.title,
        "start": story.start,
        "nodes": [_node(node) for node in story.nodes],
        "links": [_link(link) for link in story.links],
    }


def _node(node: Node) -> dict[str, object]:
    return {
        "id": node.id,
        "kind": "ending" if node.ending else "scene",
        "title": node.title,
        "stage": None if node.ending else LANES[node.lane],
        "row": node.rank,
        "choices": node.choices,
        "marks": [mark.value for mark in node.marks],
        "stays": [_way(way) for way in node.stays],
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "from": link.source,
        "to": link.target,
        "back": link.back,
        "expires": link.expires,
        "ways": [_way(way) for way in link.ways],
    }


def _way(way: Way) -> dict[str, object]:
    return {
        "id": way.id,
        "outcome": way.outcome or None,
        "percent": way.share,
        "conditional": way.conditional,
        "days": way.days,
    }

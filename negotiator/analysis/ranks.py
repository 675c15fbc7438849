"""Rows for the nodes of a story: lanes one after the other, and inside a lane every step a row further down."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

NARROWEST = 5
"""Nodes that a row of the last lane may hold, at least."""

Edge = tuple[str, str]


def ranked(start: str, lanes: Mapping[str, int], edges: Iterable[Edge]) -> dict[str, int]:
    """The row of each node, from 0.

    `lanes` gives each node its lane, in the author's order. Inside a lane a node stands one row below the lowest that
    leads to it; lines that close a circle are left aside for that. What only a later lane leads back to stands at the
    foot of its lane. The nodes of the last lane, endings, lead nowhere and are shared out over as many rows as their
    number needs.
    """
    inside: dict[str, list[str]] = {name: [] for name in lanes}
    early, entered = {start}, set[str]()
    for source, target in edges:
        entered.add(target)
        if lanes[source] <= lanes[target]:
            early.add(target)
        if source != target and lanes[source] == lanes[target]:
            inside[source].append(target)
    order = _finished([start, *lanes], inside)
    place = {name: at for at, name in enumerate(order)}
    local = dict.fromkeys(lanes, 0)
    for name in order:
        for target in inside[name]:
            if place[target] > place[name]:
                local[target] = max(local[target], local[name] + 1)
    foot = dict(sorted((lanes[name], row) for name, row in local.items()))
    for name in entered - early:
        if not inside[name]:
            local[name] = foot[lanes[name]]
    _share_out(local, lanes)
    return _stacked(local, lanes)


def _finished(roots: Sequence[str], links: Mapping[str, Sequence[str]]) -> list[str]:
    """Depth first from the roots, those that finish last first: without circles a topological order."""
    done: list[str] = []
    seen: set[str] = set()
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(links[root]))]
        while stack:
            name, targets = stack[-1]
            target = next((one for one in targets if one not in seen), None)
            if target is None:
                done.append(name)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(links[target])))
    return done[::-1]


def _share_out(local: dict[str, int], lanes: Mapping[str, int]) -> None:
    """Put the nodes of the last lane into rows no wider than the widest row above, all about equally long."""
    last = max(lanes.values())
    endings = [name for name, lane in lanes.items() if lane == last]
    widths = Counter((lanes[name], row) for name, row in local.items() if lanes[name] != last)
    most = max(NARROWEST, *widths.values(), 0)
    rows = -(-len(endings) // most)
    for at, name in enumerate(endings):
        local[name] = at * rows // len(endings)


def _stacked(local: Mapping[str, int], lanes: Mapping[str, int]) -> dict[str, int]:
    rows: dict[int, int] = {}
    for name, lane in lanes.items():
        rows[lane] = max(rows.get(lane, 0), local[name] + 1)
    begins: dict[int, int] = {}
    row = 0
    for lane in sorted(rows):
        begins[lane] = row
        row += rows[lane]
    return {name: begins[lane] + local[name] for name, lane in lanes.items()}

"""A key or table given twice: where it was given first. The parser says only where the second one stands."""

import re
import tomllib
from collections.abc import Iterator

from negotiator.scenario.findings import Path
from negotiator.scenario.places import find
from negotiator.scenario.source import Source

_PROBE = "probe-of-this-place"
_INLINE = re.compile(r"Duplicate inline table key '([^']*)'")


def first_of(said: str, source: Source, start: int, line: str) -> tuple[int, int] | None:
    """Offset and length of what the line at offset `start` gives again, or None when it is not found.

    `said` is the parser's complaint.
    """
    if inline := _INLINE.match(said):
        here = re.search(rf"(?<![\w-]){re.escape(inline.group(1))}(?=\s*=)", line)
        return (start + here.start(), len(here.group())) if here else None
    before = source.text[:start]
    table: Path = ()
    if line.lstrip().startswith("["):
        path = _last(line)
    else:
        table = next(_probed(_parsed(f"{before}\n{_PROBE} = 0\n")), ())
        path = (*table, *_last(f"{line.split('=', maxsplit=1)[0]} = 0"))
    found = find(before, (path,))
    for size in range(len(path), 0, -1):
        spot = found.get(path[:size])
        # A table around it is in the way only where it was given as a value.
        if spot and (size == len(path) or spot.value >= 0):
            return spot.key, spot.key_end - spot.key
    return None


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except ValueError:
        return {}


def _probed(node: object) -> Iterator[Path]:
    """The paths of the tables with the probe in them; of a list of tables the last."""
    if isinstance(node, dict):
        if _PROBE in node:
            yield ()
        for key, entry in node.items():
            yield from ((key, *path) for path in _probed(entry))
    elif isinstance(node, list) and node:
        yield from ((len(node) - 1, *path) for path in _probed(node[-1]))


def _last(text: str) -> Path:
    """The keys of a text with a single header or key."""
    node: object = _parsed(text)
    path: list[str] = []
    while isinstance(node, dict) and node:
        key, node = next(iter(node.items()))
        path.append(key)
    return tuple(path)

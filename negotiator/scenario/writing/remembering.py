"""`renamed_from`: where in a file a thing's earlier id is put down, so that saved runs follow."""

import re

from negotiator.scenario.findings import Path
from negotiator.scenario.places import Place, find, find_every
from negotiator.scenario.writing.document import Change
from negotiator.scenario.writing.things import Thing

KEY = "renamed_from"
_LINE = re.compile(r"[^\n]*")


def remember(text: str, raw: dict[str, object], thing: Thing, new: str) -> Change:
    """The one change that adds the thing's present id to its earlier ones, in the way its table is written."""
    table: object = raw
    for part in thing.path:
        table = table.get(part) if isinstance(table, dict) else None
    children = list(table) if isinstance(table, dict) else []
    places = find(text, [thing.path, *((*thing.path, child) for child in children)])
    earlier = table.get(KEY) if isinstance(table, dict) else None
    if isinstance(earlier, list) and (spot := places.get((*thing.path, KEY))):
        return _added(text, spot, earlier, thing)
    said = f'{KEY} = ["{thing.id}"]'
    for spot in find_every(text, [thing.path]).get(thing.path, ()):
        if spot.header and spot.value < 0:
            return Change(*_below(text, spot.key_end), f"\n{said}")
        if spot.header and text[spot.value] == "{":
            return _in_inline(text, spot, [places[*thing.path, one] for one in children], said)
    return _dotted(text, thing, places, said, new)


def _added(text: str, spot: Place, earlier: list[object], thing: Thing) -> Change:
    """One more entry behind the last one of the list that is there."""
    if thing.id in earlier:
        return Change(spot.value, spot.value, "")
    if not earlier:
        return Change(spot.value, spot.value_end, f'["{thing.id}"]')
    path = (*thing.path, KEY, len(earlier) - 1)
    last = find(text, [path])[path].value_end
    return Change(last, last, f', "{thing.id}"')


def _below(text: str, at: int) -> tuple[int, int]:
    """The end of the line that `at` is in."""
    match = _LINE.match(text, at)
    assert match is not None
    return match.end(), match.end()


def _in_inline(text: str, spot: Place, children: list[Place], said: str) -> Change:
    if not children:
        return Change(spot.value, spot.value_end, f"{{ {said} }}")
    end = max(child.value_end for child in children)
    if end < 0:
        # Its entries have dotted keys: the last thing before the closing bracket is a value.
        end = len(text[: spot.value_end - 1].rstrip())
    return Change(end, end, f", {said}")


def _dotted(text: str, thing: Thing, places: dict[Path, Place], said: str, new: str) -> Change:
    """The table has no bracket of its own: its keys are dotted ones, or only tables in it have headers."""
    for path, spot in places.items():
        if path[:-1] != thing.path or spot.value < 0:
            continue
        start = _start_of_key(text, spot.key)
        own = next(one for one in find_every(text, [thing.path])[thing.path] if start <= one.key < spot.key)
        quoted = text[own.key] in "\"'"
        owner = text[start : own.key + quoted] + new + text[own.key_end - quoted : spot.key]
        if _inside_inline(text, thing.path, spot):
            return Change(spot.value_end, spot.value_end, f", {owner}{said}")
        return Change(*_below(text, spot.value_end), f"\n{owner}{said}")
    first = min(spot.key for spot in places.values())
    line = text.rfind("\n", 0, first) + 1
    return Change(line, line, f"[{'.'.join(map(str, (*thing.path[:-1], new)))}]\n{said}\n\n")


def _start_of_key(text: str, at: int) -> int:
    """Where the dotted key begins whose last part is at `at`."""
    while match := re.search(
        r"""(?:[A-Za-z0-9_\-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*$""", text[max(0, at - 300) : at]
    ):
        at -= len(match.group())
    return at


def _inside_inline(text: str, path: Path, spot: Place) -> bool:
    """Whether the key stands inside the brackets of an inline table of something above it."""
    above = find_every(text, [path])
    return any(
        one.value <= spot.key < one.value_end
        for size in range(1, len(path))
        for one in above.get(path[:size], ())
        if one.value >= 0
    )

"""The findings as text: the place as editors understand it, the author's line with a caret, the mend."""

from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content

from negotiator.analysis.verdicts import in_words
from negotiator.scenario.excerpt import OTHERS, shown
from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.loader import Loaded
from negotiator.scenario.source import Source
from negotiator.tui.screens.board import wrapped

STYLES = {Severity.ERROR: "bold $alarm", Severity.WARNING: "bold $seat", Severity.NOTE: "bold $candidate"}


def findings_page(loaded: Loaded, width: int, *, looking: bool) -> Content:
    """The page, in lines of at most `width` cells; `looking` says that more may come."""
    blocks = [Content("\n").join(_finding(one, loaded.source, width)) for one in loaded.findings]
    if more := sum(loaded.more.values()):
        blocks.append(Content(f"and {more:,} more; mend these first"))
    if looking:
        blocks.append(Content.styled("Looking at what only play can show…", "$muted"))
    elif not blocks:
        blocks.append(Content("Nothing: everything is fine."))
    if loaded.undecided:
        said = f"Not decided by a quick look: {in_words(loaded.undecided)}. More of it: negotiator playtest"
        blocks.append(Content.styled(said, "$muted"))
    return Content("\n\n").join(blocks)


def counted(loaded: Loaded) -> str:
    """How many there are, in the words of a key's label."""
    count = len(loaded.findings) + sum(loaded.more.values())
    return "fine" if not count else f"{count} finding{'' if count == 1 else 's'}"


def _finding(one: Finding, source: Source, width: int) -> Iterator[Content]:
    # The place stands alone in its line, from the first cell: so terminals and editors can open it.
    yield _place(one.file, one.line, one.column, width)
    kind = Content.styled(f"{one.severity} {one.code}: ", STYLES[one.severity])
    yield from wrapped(Content.assemble(kind, shown(one.message)), width)
    if source.opened:
        spot = _Spot(one.line, one.column, one.length, "^", STYLES[one.severity])
        yield from _excerpt(spot, source, width)
    for other in one.also[:OTHERS]:
        yield _place(one.file, other.line, other.column, width)
        yield from _excerpt(_Spot(other.line, other.column, other.length, "-", "bold"), source, width)
        yield from wrapped(Content.styled(shown(other.label), "$muted"), width)
    for mend in (one.hint, one.help):
        if mend:
            yield from wrapped(Content.assemble(("→ ", "bold $seat"), shown(mend)), width)


def _place(file: str, line: int, column: int, width: int) -> Content:
    """In one line: of a long path the first folders are left out, for what is broken in two cannot be opened."""
    place = shown(f"{file}:{line}:{column}")
    while Content(place).cell_length > width and "/" in place.removeprefix("… "):
        place = f"… {place.removeprefix('… ').partition('/')[2]}"
    return Content(place)


class _Spot(NamedTuple):
    """What to point at, and how."""

    line: int
    column: int
    length: int
    mark: str
    style: str


def _excerpt(spot: _Spot, source: Source, width: int) -> Iterator[Content]:
    """The line and what points below it, cut so that the place is seen; nothing of an empty line."""
    raw = source.line(spot.line)
    if not raw.strip():
        return
    margin = f"{spot.line:5} │ "
    room = max(width - len(margin), 12)
    start = min(spot.column - 1, len(raw))
    before, marked, line = shown(raw[:start]), shown(raw[start : start + spot.length]), shown(raw)
    left = 0
    if len(before) + len(marked) > room:
        left = max(min(len(before) - room // 3, len(line) - room), 0)
    dots = "…" if left else ""
    cut = Content(dots + line[left + len(dots) :]).truncate(room, ellipsis=True)
    at = Content(dots + before[left + len(dots) :]).cell_length
    wide = min(max(Content(marked).cell_length, 1), room - at)
    yield Content.assemble((margin, "$muted"), cut)
    yield Content.assemble((" " * 5 + " │ ", "$muted"), " " * at, (spot.mark * max(wide, 1), spot.style))

"""Courage, finesse and fit as bars with words; numbers and all terms on request."""

from collections.abc import Iterator

from textual.content import Content

from negotiator.analysis.gauges import Gauge, TableTerm
from negotiator.tui.paper import hung

BAR = 20
"""Cells of a bar."""
PART = 10
"""Cells of the bar of a part."""
FEW = 3
"""Decisions of the story shown before more are asked for."""
NAME = 9
"""Cells of a gauge's name; what makes it stands below, that far from the left."""
CAPPED = "Held down: the letter was signed unasked, though something better for both could have been known."


def gauge(one: Gauge, width: int, *, more: bool) -> Content:
    """One gauge: its bar, its band in words with the count behind, what the table and the story made of it.

    `more` adds the numbers, 0 to 100, and all terms.
    """
    name = f"{one.name.capitalize():<{NAME}}"
    number = f"{one.score:>3}  " if more and one.score is not None else ""
    head = Content.assemble((name, "bold"), _bar(one.score, BAR), "  ", (number, "bold $seat"))
    words = Content(one.band)
    if head.cell_length + words.cell_length <= width:
        lines = [Content.assemble(head, words)]
    else:
        lines = [head, *_under(words.wrap(width - NAME))]
    lines += _under([*_parts(one, width - NAME, more=more), *_terms(one, width - NAME, more=more)])
    return Content("\n").join(lines)


def _bar(score: int | None, cells: int) -> Content:
    filled = 0 if score is None else (score * cells + 50) // 100
    return Content.assemble(("━" * filled, "bold $seat"), ("╌" * (cells - filled), "$muted"))


def _under(lines: list[Content]) -> list[Content]:
    return [Content.assemble(" " * NAME, line) for line in lines]


def _parts(one: Gauge, room: int, *, more: bool) -> Iterator[Content]:
    """How the story and the table come together, and whether it was held down."""
    if one.table_percent and one.table is not None:
        bars = []
        for name, part in (("story", one.story), ("table", one.table)):
            number = f" {part}" if more else ""
            bars.append(Content.assemble((f"{name} ", "$muted"), _bar(part, PART), number))
        weight = Content.styled(f"the table counts {one.table_percent} percent", "$muted")
        yield from _joined([*bars, weight], room)
    elif one.table is not None:
        yield from Content.styled("All of it from the table.", "$muted").wrap(room)
    if one.capped:
        yield from hung("! ", CAPPED, room)


def _joined(parts: list[Content], room: int) -> Iterator[Content]:
    """In one line, the last one below where there is no room."""
    line = Content("   ").join(parts)
    if line.cell_length <= room:
        yield line
    else:
        yield Content("   ").join(parts[:-1])
        yield from parts[-1].wrap(room)


def _terms(one: Gauge, room: int, *, more: bool) -> Iterator[Content]:
    for term in one.at_table:
        yield from _table_term(term, room, more=more)
    for story in one.terms if more else one.terms[:FEW]:
        said = Content.styled(f"{story.mark:+d}  {story.decision}. {story.text}", "$muted")
        yield said.truncate(max(room, 10), ellipsis=True)
    left = len(one.terms) - FEW
    if left > 0 and not more:
        yield Content.styled(f"and {left} more: g", "$muted")


def _table_term(term: TableTerm, room: int, *, more: bool) -> Iterator[Content]:
    """What was seen at the table; on request its share, its weight and the decisions it was seen in."""
    sign = "▪ " if term.weight > 0 else "▾ "
    yield from hung(sign, Content.assemble((f"{term.name}: ", ""), (term.said, "$muted")), room)
    if not more:
        return
    share = f"{term.share} of 100, weight {term.weight}" if term.weight > 0 else f"{-term.weight} off"
    numbers = ", ".join(map(str, term.decisions))
    where = f"; decision{'' if len(term.decisions) == 1 else 's'} {numbers}" if numbers else ""
    yield from hung("  ", Content.styled(share + where, "bold"), room)

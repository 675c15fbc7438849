"""Courage, finesse and fit as bars with words; numbers and terms on request."""

from textual.content import Content

from negotiator.analysis.gauges import Gauge

BAR = 20
"""Cells of a bar."""
FEW = 3
"""Terms shown before more are asked for."""


def gauge(one: Gauge, width: int, *, more: bool) -> Content:
    """One gauge: its bar, its band in words with the count behind, its heaviest terms.

    `more` adds the number, 0 to 100, and all terms.
    """
    name = f"{one.name.capitalize():<9}"
    filled = 0 if one.score is None else (one.score * BAR + 50) // 100
    bar = Content.assemble(("━" * filled, "bold $seat"), ("╌" * (BAR - filled), "$muted"))
    number = f"{one.score:>3}  " if more and one.score is not None else ""
    head = Content.assemble((name, "bold"), bar, "  ", (number, "bold $seat"))
    words = Content(one.band)
    if head.cell_length + words.cell_length <= width:
        lines = [Content.assemble(head, words)]
    else:
        lines = [head, *[Content.assemble(" " * len(name), line) for line in words.wrap(width - len(name))]]
    for term in one.terms if more else one.terms[:FEW]:
        said = Content.styled(f"{term.mark:+d}  {term.decision}. {term.text}", "$muted")
        lines.append(
            Content.assemble(" " * len(name), said.truncate(max(width - len(name), 10), ellipsis=True))
        )
    left = len(one.terms) - FEW
    if left > 0 and not more:
        lines.append(Content.styled(f"{' ' * len(name)}and {left} more: g", "$muted"))
    return Content("\n").join(lines)

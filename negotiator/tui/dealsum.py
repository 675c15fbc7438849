"""The page of the deal itself: what it came to for both, what was left, how it compares, and every term."""

from collections.abc import Iterator

from textual.content import Content

from negotiator.analysis.dealt import Dealt, TermRow
from negotiator.bargaining.metrics import DealMetrics
from negotiator.report.bargain import KINDS, PLAYED, SAME_LETTER
from negotiator.report.blocks import Cell, Table
from negotiator.report.wording import count, percent
from negotiator.tui.paper import fitted, hung, table_lines

BAR = 20
"""Cells of a bar."""
PEOPLE = (
    ("Job Interview", 89, "people, 109 deals"),
    ("CaSiNo", 77, "people, camping goods"),
    ("at random", 51, "any package at all"),
)
"""What others came to, in percent of all that could be made together: measured on the published deals."""
FULL = 70
"""Cells from which on it is said whose deals those were."""
SPANS = "Yours and theirs: how many points a term can make for you and for them, from its worst option to its best"
TERM_KINDS = {
    "compatible": "both want the same",
    "integrative": "can be traded",
    "distributive": "one's gain, the other's loss",
}


def summed(deal: Dealt, width: int) -> Iterator[Content]:
    """What it came to, what was left on the table, and how that compares with what people do."""
    name = deal.who.name or "the other side"
    said = KINDS[deal.kind].format(name=name)
    if deal.agreed:
        said = f"{said} {deal.agreed.shape}."
    yield from Content.styled(said, "bold $seat").wrap(width)
    yield from _worth(deal, name, width)
    if deal.metrics:
        yield Content("")
        yield from _left(deal.metrics, width)
        yield Content("")
        yield from _compared(deal.metrics, width)
    elif deal.alternative_says:
        yield from Content.assemble(("No deal: ", "bold"), deal.alternative_says).wrap(width)
    yield Content("")
    yield from Content.assemble(("Trust at the end: ", "bold"), f"{deal.trust} of 10").wrap(width)


def _worth(deal: Dealt, name: str, width: int) -> Iterator[Content]:
    """Points for both: without a deal, of the letter, of the deal, of the best line."""
    you, them = deal.alternative
    head, own, theirs = (
        ["Points", "no deal", "the letter"],
        [you, deal.letter.own],
        [them, deal.letter.theirs],
    )
    if deal.agreed:
        head.append("agreed")
        own.append(deal.agreed.own)
        theirs.append(deal.agreed.theirs)
    if deal.best and deal.best.package and deal.best.name != PLAYED:
        head.append("best line")
        own.append(deal.best.package.own)
        theirs.append(deal.best.package.theirs)
    rows: tuple[tuple[Cell, ...], ...] = (("To you", *own), (f"To {name}", *theirs))
    yield from table_lines(Table("", tuple(head), rows), width)


def _left(found: DealMetrics, width: int) -> Iterator[Content]:
    if found.on_frontier:
        left = "Nothing; no package was better for one of you at no cost to the other."
    else:
        left = (
            f"Up to {count(found.left_own, 'point')} more for you at no cost to them, or {found.left_theirs} more for"
            f" them at no cost to you; {found.left_joint} for both of you together."
        )
    yield from Content.assemble(("Left on the table: ", "bold"), left).wrap(width)
    yield from Content.assemble(
        ("Your share: ", "bold"),
        f"{percent(found.claimed)} of what the two of you made over having no deal.",
    ).wrap(width)


def _compared(found: DealMetrics, width: int) -> Iterator[Content]:
    """Efficiency beside that of people, as bars with their numbers."""
    yield from Content.assemble(
        ("Efficiency: ", "bold"), ("how much of all that could be made together was made", "$muted")
    ).wrap(width)
    mine = ("this deal", round(100 * found.efficiency), "")
    for name, value, whose in (mine, *PEOPLE):
        style = "bold $seat" if not whose else "$muted"
        full = min(value, 100) * BAR // 100
        yield Content.assemble(
            (f"  {name:<15}", "bold" if not whose else ""),
            ("━" * full, style),
            ("╌" * (BAR - full), "$muted"),
            (f" {value:>3} percent", "bold" if not whose else ""),
            (f"  {whose}" if whose and width >= FULL else "", "$muted"),
        )


def terms(deal: Dealt, width: int) -> Iterator[Content]:
    """The letter, what was agreed and the best line, term by term, with what each could make."""
    other = bool(deal.best and deal.best.package and deal.best.name != PLAYED)
    head = ["Term", "In the letter", *(["Agreed"] if deal.agreed else []), *(["Best line"] if other else [])]
    best = deal.best.package.shape if deal.best and deal.best.package else ""
    agreed = deal.agreed.shape if deal.agreed else ""
    rows = [("Shape of the job", *_said(deal, (deal.letter.shape, agreed, best), other=other), "", "")]
    for term in deal.terms:
        said = _said(deal, (term.letter, term.agreed, term.best), other=other)
        rows.append((term.label, *said, str(term.own_span), str(term.their_span)))
    table = Table("", (*head, "Yours", "Theirs"), tuple(rows))
    yield Content.styled("Term by term", "bold $seat")
    if fitted([table.head, *rows], width):
        right = tuple((*row[:-2], *map(_number, row[-2:])) for row in rows)
        yield from table_lines(Table("", table.head, right), width)
    else:
        for row, found in zip(rows, (None, *deal.terms), strict=True):
            yield from _listed(table.head, row, found, width)
    yield Content("")
    where = ", in the shape that was agreed." if deal.agreed else "."
    yield from Content.styled(f"{SPANS}{where}", "$muted").wrap(width)


def _number(text: str) -> str | int:
    return int(text) if text else ""


def _said(deal: Dealt, said: tuple[str, str, str], *, other: bool) -> list[str]:
    letter, agreed, best = said
    row = [letter]
    if deal.agreed:
        row.append(SAME_LETTER if agreed == letter else agreed)
    if other:
        same = ("as agreed", agreed) if deal.agreed else (SAME_LETTER, letter)
        row.append(same[0] if best == same[1] else best)
    return row


def _listed(
    head: tuple[str, ...], row: tuple[str, ...], term: TermRow | None, width: int
) -> Iterator[Content]:
    """A term with a line for the letter, one for what was agreed, one for the best line."""
    label = Content.styled(row[0], "bold")
    if term:
        worth = Content.styled(_spans(term), "$muted")
        gap = width - label.cell_length - worth.cell_length
        if gap >= 2:
            yield Content.assemble(label, " " * gap, worth)
        else:
            yield from [*label.wrap(width), *worth.wrap(width)]
    else:
        yield label
    names = {"In the letter": "letter  ", "Agreed": "agreed  ", "Best line": "best    "}
    for name, text in zip(head[1:-2], row[1:-2], strict=True):
        yield from hung("  ", Content.assemble((names[name], "$muted"), text), width, after="          ")


def _spans(term: TermRow) -> str:
    if not term.own_span and not term.their_span:
        return "fixed by the shape"
    return f"yours {term.own_span}, theirs {term.their_span}: {TERM_KINDS[str(term.kind)]}"

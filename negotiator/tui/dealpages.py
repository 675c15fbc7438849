"""The pages of a debrief that are about the deal: what was agreed, the map, packages, questions, the better line."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from negotiator.analysis.dealt import Dealt, Round
from negotiator.analysis.debrief import Debrief
from negotiator.report.bargain import ANSWERS, FAMILY, PLAYED, deal_section
from negotiator.report.blocks import Section
from negotiator.report.wording import count
from negotiator.tui.cost import better
from negotiator.tui.dealsum import summed, terms
from negotiator.tui.paper import hung, section_content
from negotiator.tui.widgets.dealmap import fitting

STORY, DEAL, MAP, PACKAGES, QUESTIONS, LINE = (
    "Story",
    "Deal",
    "Map",
    "Packages",
    "Questions",
    "Best line",
)
NAMES = (STORY, DEAL, MAP, PACKAGES, QUESTIONS, LINE)
"""The pages of a debrief with a deal, in their order; the first is the story itself."""

READING = 100
"""Cells that a page of words takes at most; the map and the table of terms take all there are."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room a page has: cells across, and lines that are seen without scrolling."""

    width: int
    lines: int


def deal_page(found: Debrief, name: str, sheet: Sheet) -> Content:
    """One of the pages by its name."""
    deal, width = found.dealt, sheet.width
    assert deal is not None
    if name not in (DEAL, MAP):
        width = min(width, READING)
    match name:
        case "Map":
            lines = fitting(deal.map, width, sheet.lines)
        case "Packages":
            lines = list(_packages(deal, width))
        case "Questions":
            return _sections(found, ("questions", "guess", "priorities"), width)
        case "Best line":
            lines = list(_line(deal, width))
        case _:
            lines = [*summed(deal, width), Content(""), *terms(deal, width)]
    return Content("\n").join(lines)


def _sections(found: Debrief, names: tuple[str, ...], width: int) -> Content:
    """What the report has under these names; the first of them says so when there is nothing."""
    section = deal_section(found, "")
    parts: dict[str, Section] = {part.id: part for part in section.parts} if section else {}
    drawn = [section_content(parts[name], width) for name in names if name in parts]
    if names[0] not in parts:
        drawn.insert(0, Content.styled("Nothing was asked at the table.", "$muted"))
    if "guess" not in parts:
        drawn.insert(1, Content.styled("You made no guess at what matters most to them.", "$muted"))
    return Content("\n\n").join(drawn)


def _packages(deal: Dealt, width: int) -> Iterator[Content]:
    """Every package with what it changed and its worth to both; then what was tried after the deal."""
    yield Content.styled("Packages sent and received", "bold $seat")
    if not deal.rounds:
        yield Content.styled("No package was sent.", "$muted")
    else:
        note = "Of each only what it changes from the same side's last one, from the letter at first."
        yield from Content.styled(note, "$muted").wrap(width)
        yield Content("")
        yield _worth(Content.styled("    The letter", "bold"), deal.letter.own, deal.letter.theirs, width)
        for at, one in enumerate(deal.rounds):
            yield Content("")
            yield from _round(deal, at, one, width)
    names = {"both": "better for both", "you": "better for you", "them": "better for them"}
    if deal.tries:
        yield Content("")
        yield Content.styled("Tried after the deal", "bold $seat")
        for number, tried in enumerate(deal.tries, 1):
            how = names.get(tried.better, "no better for both")
            head = Content.assemble((f"{number:>2}  ", "bold $seat"), (how.capitalize(), "bold"))
            yield _worth(head, tried.package.own, tried.package.theirs, width)
            yield from _changes(tried.package.changes, width)


def _round(deal: Dealt, at: int, one: Round, width: int) -> Iterator[Content]:
    who = "You" if one.by == "you" else deal.who.name or "They"
    equals = [
        n for n, other in enumerate(deal.rounds) if (other.decision, other.by) == (one.decision, one.by)
    ]
    which = f", {equals.index(at) + 1} of {len(equals)} as equal" if len(equals) > 1 else ""
    head = Content.assemble(
        (f"{one.decision:>2}  ", "bold $seat"), (who, "bold"), which, (_answer(deal, one), "$seat")
    )
    yield _worth(head, one.package.own, one.package.theirs, width)
    yield from _changes(one.package.changes, width)


def _answer(deal: Dealt, one: Round) -> str:
    """What came of a package; of several offered as equal only one was accepted."""
    answer = ANSWERS.get(one.answer, "")
    if one.answer == "accepted" and deal.agreed and one.package.words != deal.agreed.words:
        return ""
    return f"  {answer}" if answer else ""


def _changes(changes: tuple[str, ...], width: int) -> Iterator[Content]:
    for change in changes or ("no change",):
        yield from (Content.assemble("    ", line) for line in hung("▫ ", change, width - 4))


def _worth(head: Content, own: int, theirs: int, width: int) -> Content:
    """Something with its points for both at the right."""
    points = Content.assemble((f"{own}", "bold"), " to you, ", (f"{theirs}", "bold"), " to them")
    head = head.truncate(max(width - points.cell_length - 2, 10), ellipsis=True)
    return Content.assemble(head, " " * (width - head.cell_length - points.cell_length), points)


def _line(deal: Dealt, width: int) -> Iterator[Content]:
    """The best line found, with its moves."""
    best = deal.best
    if best is None:
        yield Content("Nothing was decided after the written offer.")
        return
    if best.name == PLAYED:
        words = "No line was found that would have brought you more than the one you played."
        yield from Content.styled(words, "bold $seat").wrap(width)
    else:
        place = f", {best.place}" if best.place else ""
        title = f"The best line found was open until decision {best.decision}{place}"
        yield from Content.styled(title, "bold $seat").wrap(width)
        yield from Content.styled(better(best), "bold").wrap(width)
        words = f"r plays on from just before decision {best.decision}."
        yield from Content.styled(words, "$muted").wrap(width)
        if best.package and best.package.changes:
            yield Content("")
            yield Content.styled("What it has that yours has not", "bold $seat")
            for change in best.package.changes:
                yield from hung("▫ ", change, width)
        if best.moves:
            yield Content("")
            yield Content.styled(f"Its {count(len(best.moves), 'move')} at the table", "bold $seat")
            for number, move in enumerate(best.moves, 1):
                yield from hung(f"{number:>2}  ", move, width)
    yield Content("")
    yield from Content.styled(FAMILY, "$muted").wrap(width)

"""What could happen here, as text: the state, the facts, each choice with where it leads and why it is hidden."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from negotiator.analysis.grounds import ANY, Ground
from negotiator.analysis.here import Could, Here, Lead, Standing
from negotiator.scenario.wording import written
from negotiator.tui.screens.board import wrapped

YES, NO = "✓", "✗"
BEGINS = 2
"""Lines of a choice's own words."""


def here_page(here: Here, width: int) -> Content:
    """The page, in lines of at most `width` cells."""
    lines = [*_moment(here, width)]
    if here.choices:
        lines += _part("Choices")
        for one in here.choices:
            lines += _choice(one, width)
    if here.exits:
        lines += _part("From the table")
        for name, lead in here.exits:
            lines += _hanging(f" {name:<9}  ", Content(_where(lead)), width)
    if here.passages:
        lines += _part("Texts that come and go")
        for passage in here.passages:
            lines += _hanging(f" {_mark(holds=passage.holds)} ", Content.styled(passage.id, "bold"), width)
            lines += _grounds(passage.why, width)
    lines += _known(here, width)
    return Content("\n").join(lines)


def _moment(here: Here, width: int) -> Iterator[Content]:
    visit = f", visit {here.visit}" if here.visit > 1 else ""
    name = f"the ending {here.ending}" if here.ending else f"{here.scene}{visit}"
    yield from wrapped(name, width, "bold $seat")
    stage = here.reached.replace("_", " ")
    own = "" if here.stage == here.reached else f" (the scene says {here.stage.replace('_', ' ')})"
    field = f", {here.field} in the running" if here.field else ""
    days = "" if here.days is None else f", days left {max(here.days, 0)} of {here.term}"
    yield from wrapped(f"{stage}{own}{field}{days}", width, "$muted")
    if here.states:
        said = [
            Content.assemble((f"{one.name} ", "$muted"), (written(one.value), "bold")) for one in here.states
        ]
        yield from Content(", ").join(said).wrap(width)


def _known(here: Here, width: int) -> Iterator[Content]:
    if not here.facts:
        return
    known = [one for one in here.facts if one.known]
    yield from _part(f"Facts: {len(known)} of {len(here.facts)} known")
    for one in known:
        said = Content.assemble((one.id, "bold"), (f"  {one.says}", "$muted"))
        yield from _hanging(f" {YES} ", said.truncate(width * 2, ellipsis=True), width)
    if rest := ", ".join(one.id for one in here.facts if not one.known):
        yield from _hanging(" · ", Content.styled(f"not yet: {rest}", "$muted"), width)


def _choice(one: Could, width: int) -> Iterator[Content]:
    head = f" {one.number} " if one.number else " – "
    standing = "" if one.standing is Standing.OPEN else f"  {_STANDING[one.standing]}"
    style = "bold $seat" if one.standing is Standing.OPEN else "bold"
    yield from _hanging(head, Content.assemble((one.id, style), (standing, "$alarm")), width)
    if one.standing is Standing.TAKEN:
        return
    yield from (Content.assemble("   ", line) for line in wrapped(one.text, width - 3, "$muted", BEGINS))
    yield from _grounds(one.why, width)
    yield from _effects(one, width)
    for lead in one.leads:
        yield from _lead(lead, width)


_STANDING = {
    Standing.LOCKED: "locked, because",
    Standing.HIDDEN: "hidden, because",
    Standing.TAKEN: "taken already, once only",
}


def _effects(one: Could, width: int) -> Iterator[Content]:
    names = ("courage", "finesse", "fit")
    marks = [f"{name} {mark:+d}" for name, mark in zip(names, one.marks, strict=True) if mark]
    counted = ["counts no more: taken before"] if one.counted else []
    days = [f"takes {one.days} day{'' if one.days == 1 else 's'}"] if one.days else []
    if said := [*([] if counted else marks), *counted, *one.changes, *days]:
        yield from _hanging("   ± ", Content.styled("; ".join(said), "$muted"), width)


def _lead(lead: Lead, width: int) -> Iterator[Content]:
    if not lead.outcome:
        yield from _hanging("   → ", Content(_where(lead)), width)
        return
    odds = f"{lead.weight} in {lead.of}" if lead.weight else "not now"
    sure = " · comes with this seed" if lead.next and lead.weight < lead.of else ""
    said = Content.assemble((lead.outcome, "bold"), f", {odds}: {_where(lead)}", (sure, "$seat"))
    yield from _hanging("   → ", said, width)
    if not lead.weight:
        yield from _grounds(lead.why, width)
    if lead.changes:
        yield from _hanging("     ± ", Content.styled("; ".join(lead.changes), "$muted"), width)


def _where(lead: Lead) -> str:
    if not lead.target:
        return "stays here"
    title = f" ({lead.title})" if lead.title else ""
    late = ", for the offer expires on the way" if lead.late else ""
    return f"{'ends at ' if lead.ends else ''}{lead.target}{title}{late}"


def _grounds(why: Iterable[Ground], width: int) -> Iterator[Content]:
    for one in why:
        head = f"   {'  ' * one.depth}{_mark(holds=one.holds)} "
        now = "" if one.words == ANY or not one.now else f" (now {one.now})"
        yield from _hanging(head, Content.assemble(one.words, (now, "bold" if not one.holds else "")), width)


def _mark(*, holds: bool) -> str:
    return YES if holds else NO


def _part(title: str) -> list[Content]:
    return [Content(""), Content.styled(title, "bold $candidate")]


def _hanging(head: str, text: Content, width: int) -> Iterator[Content]:
    for at, line in enumerate(text.wrap(max(width - len(head), 8))):
        yield Content.assemble((head if at == 0 else " " * len(head), "$muted"), line)

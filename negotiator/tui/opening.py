"""What a debrief leads with, and what it keeps for the end of its first page."""

from collections.abc import Iterator

from textual.content import Content

from negotiator.analysis.debrief import Debrief, Decision
from negotiator.report.wording import SAMPLED, briefly
from negotiator.tui.cost import better, cost_of
from negotiator.tui.widgets.decisions import LOST
from negotiator.tui.widgets.gauges import gauge

CHANGES = 4
"""Terms of the better line that are named at the turning point; the others stand on a page of their own."""


def told(debrief: Debrief, width: int, *, more: bool) -> Content:
    """The first page without its decisions: the opening, the gauges, what was learned. `more` adds all numbers."""
    gauges = [gauge(one, width, more=more) for one in debrief.gauges]
    proved = "" if debrief.scores.proved else SAMPLED
    parts = [opening(debrief), *gauges, Content.styled(proved, "$muted"), ledger(debrief)]
    return Content("\n\n").join([part for part in parts if part])


def opening(debrief: Debrief) -> Content:
    """The sentence, the story in a paragraph, the turning point, a word of the coach."""
    parts = [Content.styled(debrief.sentence, "bold $seat"), Content(debrief.story)]
    turning = next((one for one in debrief.decisions if one.number == debrief.turning), None)
    if turning:
        parts.append(Content("\n").join(list(_turning(debrief, turning))))
    if debrief.ending_coach:
        parts.append(Content.assemble(("The coach, of the ending: ", "bold"), debrief.ending_coach))
    return Content("\n\n").join(parts)


def _turning(debrief: Debrief, turning: Decision) -> Iterator[Content]:
    """What was said, what it cost, and what would have been better."""
    where = f", {turning.place}" if turning.place else ""
    title = f"The turning point: decision {turning.number}{where}"
    yield Content.assemble(("◆ ", "bold $seat"), (title, "bold"))
    yield Content(briefly(turning))
    words, line = cost_of(debrief, turning)
    if words:
        yield Content.assemble((f"{LOST} ", "bold $alarm"), (words, "bold"))
    if line:
        yield Content.assemble(("The better line: ", "bold"), better(line))
        if line.package and line.package.changes:
            shown = line.package.changes[:CHANGES]
            more = len(line.package.changes) - len(shown)
            rest = f"; and {more} more" if more else ""
            yield Content.styled(f"What it has that yours has not: {'; '.join(shown)}{rest}.", "$muted")
    if turning.coach:
        yield Content.styled(turning.coach, "$muted")


def ledger(debrief: Debrief) -> Content:
    """What was learned, what everybody wanted, and how it looks a year on."""
    parts = []
    if debrief.facts_in_all:
        counted = f"You learned {len(debrief.learned)} of {debrief.facts_in_all} things"
        lines = [Content.styled(counted, "bold $seat")]
        lines += [Content(f"▫ {fact.says}") for fact in debrief.learned]
        parts.append(Content("\n").join(lines))
    if debrief.wanted:
        wanted = [Content.assemble((f"{one.person.name}: ", "bold"), one.wants) for one in debrief.wanted]
        parts.append(Content("\n").join([Content.styled("What they wanted", "bold $seat"), *wanted]))
    if debrief.later:
        parts.append(Content("\n").join([Content.styled("A year on", "bold $seat"), Content(debrief.later)]))
    if debrief.undone:
        times = "once" if debrief.undone == 1 else f"{debrief.undone} times"
        parts.append(Content.styled(f"You took a choice back {times}.", "$muted"))
    return Content("\n\n").join(parts)

"""A debrief as lines of plain text, for screen readers, pipes and dumb terminals."""

from textwrap import wrap

from negotiator.analysis.debrief import Debrief, Decision
from negotiator.report.wording import ARC, OUTCOMES, alternative, marks, noted, said


def debrief_lines(debrief: Debrief, width: int = 76) -> list[str]:
    """The whole debrief, wrapped to `width` characters; it leads with a sentence and one turning point."""
    page = _Page(width)
    page.text(debrief.sentence)
    page.text(debrief.story)
    if debrief.ending:
        page.text(f"Outcome: {OUTCOMES[debrief.ending.outcome]}.")
    if debrief.ending_coach:
        page.text(f"The coach: {debrief.ending_coach}")
    turning = next((one for one in debrief.decisions if one.number == debrief.turning), None)
    if turning:
        page.head("The turning point")
        _decision(page, turning)
    page.head("Courage, finesse, fit")
    for gauge in debrief.gauges:
        number = "" if gauge.score is None else f" ({gauge.score} of 100)"
        page.text(f"{gauge.name.capitalize()}: {gauge.band}{number}")
        for term in gauge.terms[:3]:
            page.text(f"{term.mark:+d}  {term.text}", indent=4)
    if not debrief.scores.proved:
        page.text("These scores are held against the widest range seen in sample plays, not a proved one.")
    page.head(f"You learned {len(debrief.learned)} of {debrief.facts_in_all} things")
    for fact in debrief.learned:
        page.text(f"- {noted(fact)}", hang=2)
    if debrief.wanted:
        page.head("What they wanted")
        for one in debrief.wanted:
            page.text(f"{one.person.name}: {one.wants}")
    page.head("Decision by decision")
    for decision in debrief.decisions:
        _decision(page, decision)
    if debrief.undone:
        page.text(f"Taken back: {debrief.undone}.")
    return page.lines


def _decision(page: "_Page", decision: Decision) -> None:
    place = f", {decision.place}" if decision.place else ""
    page.text(f"{decision.number}. [{ARC[decision.stage]}{place}] {said(decision)}")
    for reply in decision.replies:
        page.text(reply, indent=4)
    for fact in decision.learned:
        page.text(f"Noted: {noted(fact)}", indent=4)
    page.text(f"Marks: {marks(decision)}", indent=4)
    if decision.coach:
        page.text(f"The coach: {decision.coach}", indent=4)
    for other in decision.others:
        page.text(f"Or: {alternative(other)}", indent=4, hang=4)
    page.gap()


class _Page:
    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[str] = []

    def text(self, text: str, *, indent: int = 0, hang: int = 0) -> None:
        for paragraph in text.split("\n\n"):
            self.lines += wrap(
                paragraph,
                self.width,
                initial_indent=" " * indent,
                subsequent_indent=" " * (indent + hang),
                break_on_hyphens=False,
            )

    def head(self, text: str) -> None:
        self.gap()
        self.lines += [text, "-" * min(len(text), self.width)]

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

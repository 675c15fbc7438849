"""The decisions of a run as a list, the highlighted one unfolded; and the run as one line."""

from textual.content import Content

from negotiator.analysis.debrief import Debrief, Decision
from negotiator.report.debrief import HEAVY
from negotiator.report.wording import alternative, briefly, marks, noted, said
from negotiator.tui.cost import better, cost_of

LOST = "▼"
"""Before the own points that a decision lost."""


def run_line(debrief: Debrief, cursor: int, width: int) -> Content:
    """A sign for each decision: ○, ● where it counted much, ◆ the turning point; ▲ below the highlighted one."""
    count = len(debrief.decisions)
    step = 3 if count * 3 <= width - 2 else 2 if count * 2 <= width - 2 else 1
    parts: list[tuple[str, str]] = []
    for at, one in enumerate(debrief.decisions):
        if at:
            parts.append(("─" * (step - 1), "$line"))
        heavy = abs(one.swing) >= HEAVY or one.lost
        sign = "◆" if one.number == debrief.turning else "●" if heavy else "○"
        accent = "$candidate" if one.stage == "candidate" else "$seat"
        parts.append((sign, f"bold {accent}"))
    line = Content.assemble(*parts)
    return Content.assemble(line, "\n", " " * (cursor * step), ("▲", "$muted"))


def decision_lines(debrief: Debrief, one: Decision, *, here: bool, width: int) -> list[Content]:
    """A decision: its words in a line with what it lost, or all about it when it is the highlighted one."""
    accent = "$candidate" if one.stage == "candidate" else "$seat"
    head = Content.assemble(
        ("▸ " if here else "  ", f"bold {accent}"), (f"{one.number:>2}  ", f"bold {accent}")
    )
    indent = " " * head.cell_length
    room = max(width - head.cell_length, 10)
    sign = Content.styled("◆ " if one.number == debrief.turning else "", "bold $seat")
    lost = Content.styled(f"  {LOST}{one.lost}" if one.lost else "", "bold $alarm")
    if not here:
        words = Content.assemble(sign, briefly(one)).truncate(room - lost.cell_length, ellipsis=True)
        gap = " " * (room - words.cell_length - lost.cell_length) if one.lost else ""
        return [Content.assemble(head, words, gap, lost)]
    body = Content.assemble(sign, (said(one), "bold")).wrap(room)
    if one.place:
        body += Content.styled(one.place, "$muted").wrap(room)
    body += _unfolded(debrief, one, room)
    return [Content.assemble(head if at == 0 else indent, line) for at, line in enumerate(body)]


def _unfolded(debrief: Debrief, one: Decision, room: int) -> list[Content]:
    gap = Content("")
    lines: list[Content] = []
    if one.replies:
        lines.append(gap)
        for text in one.replies:
            for paragraph in text.split("\n\n"):
                lines += Content(paragraph).wrap(room)
    if one.learned:
        lines.append(gap)
        for fact in one.learned:
            lines += Content.styled(f"▫ Noted: {noted(fact)}", "italic $muted").wrap(room)
    lines += [gap, *_lost(debrief, one, room), *Content.styled(marks(one), "bold $muted").wrap(room)]
    if one.coach:
        for paragraph in f"The coach: {one.coach}".split("\n\n"):
            lines += [gap, *Content(paragraph).wrap(room)]
    if one.others:
        lines += [gap, Content.styled("What else there was", "$muted")]
        for other in one.others:
            wrapped = Content.styled(alternative(other), "$muted").wrap(room - 2)
            lines += [Content.assemble("· " if at == 0 else "  ", line) for at, line in enumerate(wrapped)]
    return [*lines, gap]


def _lost(debrief: Debrief, one: Decision, room: int) -> list[Content]:
    words, line = cost_of(debrief, one)
    if not words:
        return []
    lines = Content.assemble((f"{LOST} ", "bold $alarm"), (words, "bold")).wrap(room)
    if line:
        lines += Content.assemble(("The better line: ", "bold"), better(line)).wrap(room)
    return lines

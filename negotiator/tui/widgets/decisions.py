"""The decisions of a run as a list, the highlighted one unfolded; and the run as one line."""

from textual.content import Content

from negotiator.analysis.debrief import Debrief, Decision
from negotiator.report.wording import alternative, marks, noted, said


def run_line(debrief: Debrief, cursor: int, width: int) -> Content:
    """A sign for each decision: ○, ● where it counted much, ◆ the turning point; ▲ below the highlighted one."""
    count = len(debrief.decisions)
    step = 3 if count * 3 <= width - 2 else 2 if count * 2 <= width - 2 else 1
    parts: list[tuple[str, str]] = []
    for at, one in enumerate(debrief.decisions):
        if at:
            parts.append(("─" * (step - 1), "$line"))
        sign = "◆" if one.number == debrief.turning else "●" if abs(one.swing) >= 20 else "○"
        accent = "$candidate" if one.stage == "candidate" else "$seat"
        parts.append((sign, f"bold {accent}"))
    line = Content.assemble(*parts)
    return Content.assemble(line, "\n", " " * (cursor * step), ("▲", "$muted"))


def decision_lines(one: Decision, *, here: bool, turning: bool, width: int) -> list[Content]:
    """A decision: its words in a line, or all about it when it is the highlighted one."""
    accent = "$candidate" if one.stage == "candidate" else "$seat"
    head = Content.assemble(
        ("▸ " if here else "  ", f"bold {accent}"), (f"{one.number:>2}  ", f"bold {accent}")
    )
    indent = " " * head.cell_length
    room = max(width - head.cell_length, 10)
    sign = "◆ " if turning else ""
    words = Content.assemble((sign, "bold $seat"), (said(one), "bold" if here else ""))
    if not here:
        return [Content.assemble(head, words.truncate(room, ellipsis=True))]
    place = Content.styled(one.place, "$muted")
    body = [*words.wrap(room), *(place.wrap(room) if one.place else [])]
    body += _unfolded(one, room)
    return [Content.assemble(head if at == 0 else indent, line) for at, line in enumerate(body)]


def _unfolded(one: Decision, room: int) -> list[Content]:
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
    lines += [gap, *Content.styled(marks(one), "bold $muted").wrap(room)]
    if one.coach:
        for paragraph in f"The coach: {one.coach}".split("\n\n"):
            lines += [gap, *Content(paragraph).wrap(room)]
    if one.others:
        lines += [gap, Content.styled("What else there was", "$muted")]
        for other in one.others:
            wrapped = Content.styled(alternative(other), "$muted").wrap(room - 2)
            lines += [Content.assemble("· " if at == 0 else "  ", line) for at, line in enumerate(wrapped)]
    return [*lines, gap]

"""The findings as text: the place as editors understand it, the author's line with a caret, the mend."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from negotiator.scenario.findings import Finding, Severity
from negotiator.scenario.rendering import shown
from negotiator.scenario.source import Source
from negotiator.tui.screens.board import wrapped

STYLES = {Severity.ERROR: "bold $alarm", Severity.WARNING: "bold $seat", Severity.NOTE: "bold $candidate"}


def findings_page(
    findings: Sequence[Finding], source: Source, width: int, *, more: int, looking: bool
) -> Content:
    """The page, in lines of at most `width` cells; `more` were counted and not kept, `looking` says more may come."""
    blocks = [Content("\n").join(_finding(one, source, width)) for one in findings]
    if more:
        blocks.append(Content(f"and {more:,} more; mend these first"))
    if looking:
        blocks.append(Content.styled("Looking at what only play can show…", "$muted"))
    elif not blocks:
        blocks.append(Content("Nothing: everything is fine."))
    return Content("\n\n").join(blocks)


def counted(findings: Sequence[Finding], more: int = 0) -> str:
    """How many there are, in the words of a key's label."""
    count = len(findings) + more
    return "fine" if not count else f"{count} finding{'' if count == 1 else 's'}"


def _finding(one: Finding, source: Source, width: int) -> Iterator[Content]:
    # The place stands alone in its line, from the first cell: so terminals and editors can open it.
    yield from wrapped(shown(f"{one.file}:{one.line}:{one.column}"), width, "$ink")
    kind = Content.styled(f"{one.severity} {one.code}: ", STYLES[one.severity])
    yield from wrapped(Content.assemble(kind, shown(one.message)), width)
    if source.opened and source.line(one.line).strip():
        yield from _excerpt(one, source.line(one.line), width)
    for mend in (one.hint, one.help):
        if mend:
            yield from wrapped(Content.assemble(("→ ", "bold $seat"), shown(mend)), width)


def _excerpt(one: Finding, raw: str, width: int) -> Iterator[Content]:
    """The line and the carets below it, cut so that the place is seen."""
    margin = f"{one.line:5} │ "
    room = max(width - len(margin), 12)
    start = min(one.column - 1, len(raw))
    before, marked = shown(raw[:start]), shown(raw[start : start + one.length])
    line = shown(raw)
    left = 0
    if len(before) + len(marked) > room:
        left = max(min(len(before) - room // 3, len(line) - room), 0)
    dots = "…" if left else ""
    cut = Content(dots + line[left + len(dots) :]).truncate(room, ellipsis=True)
    at = Content(dots + before[left + len(dots) :]).cell_length
    carets = min(max(Content(marked).cell_length, 1), room - at)
    yield Content.assemble((margin, "$muted"), cut)
    yield Content.assemble(
        (" " * 5 + " │ ", "$muted"), " " * at, ("^" * max(carets, 1), STYLES[one.severity])
    )

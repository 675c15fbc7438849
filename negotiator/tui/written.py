"""What a debrief is written as: Markdown, a page for a browser, the preparation sheet."""

from negotiator.analysis.debrief import Debrief
from negotiator.tui.ports import Run

Written = tuple[str, str]
"""Name of a file, and its text."""


def as_markdown(found: Debrief, run: Run) -> Written:
    """The debrief as Markdown."""
    from negotiator.report.markdown import debrief_markdown

    return f"{found.scenario}.{run.id}.debrief.md", debrief_markdown(found)


def as_html(found: Debrief, run: Run) -> Written:
    """The debrief as one page for a browser."""
    # htpy takes 90 ms, and only this form needs it.
    from negotiator.report.html import debrief_html

    return f"{found.scenario}.{run.id}.debrief.html", debrief_html(found, run.id)


def as_sheet(found: Debrief, run: Run) -> Written:
    """The preparation sheet for the real talk, as Markdown."""
    from negotiator.analysis.prepare import prepare
    from negotiator.report.markdown import page_markdown
    from negotiator.report.prepare import preparation_page

    page = preparation_page(prepare(run.game, run.play, run.kept))
    return f"{found.scenario}.{run.id}.preparation.md", page_markdown(page)

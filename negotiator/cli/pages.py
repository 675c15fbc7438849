"""`negotiator runs debrief`, `compare`, `prepare` and `branch`: pages about runs, and a run begun from the midst of one."""

import argparse
from typing import TYPE_CHECKING

from negotiator.errors import Exit, NegotiatorError

if TYPE_CHECKING:
    from negotiator.report.blocks import Page
    from negotiator.runs.session import Session
    from negotiator.runs.shelf import RunInfo


def debrief(found: "RunInfo", args: argparse.Namespace) -> int:
    """Write the debrief of a run that is over."""
    from negotiator.cli.looking import debrief_of, look
    from negotiator.cli.writing import hand_over_data

    session = look(found, args.scenario)
    _over(session)
    made = debrief_of(session)
    if args.format == "json":
        from negotiator.report.data import debrief_data

        return hand_over_data({"run": session.id, **debrief_data(made)}, args.out, private=True)
    from negotiator.report.debrief import debrief_page

    return _page(debrief_page(made, session.id), args)


def compare(found: "RunInfo", other: "RunInfo", args: argparse.Namespace) -> int:
    """Write two runs side by side."""
    if found.scenario != other.scenario:
        raise NegotiatorError(
            f"{found.id} is a run of '{found.scenario}' and {other.id} one of '{other.scenario}'.",
            "Two runs of the same scenario can be held against each other.",
        )
    from negotiator.analysis.compare import compare as held
    from negotiator.cli.looking import debrief_of, look
    from negotiator.cli.writing import hand_over_data

    left, right = (debrief_of(look(one, args.scenario)) for one in (found, other))
    made, runs = held(left, right), (found.id, other.id)
    if args.format == "json":
        from negotiator.report.data import comparison_data

        return hand_over_data(comparison_data(made, runs), args.out, private=True)
    from negotiator.report.compare import comparison_page

    return _page(comparison_page(made, runs), args)


def prepare(found: "RunInfo", args: argparse.Namespace) -> int:
    """Write the preparation sheet."""
    from negotiator.analysis.prepare import prepare as prepared
    from negotiator.cli.looking import look
    from negotiator.report.prepare import preparation_page

    session = look(found, args.scenario)
    return _page(preparation_page(prepared(session.game, session.play, session.kept)), args)


def branch(found: "RunInfo", args: argparse.Namespace) -> int:
    """Begin a run from just before a decision of another, and say its id."""
    from negotiator.cli.looking import look
    from negotiator.cli.output import document, say

    session = look(found, args.scenario)
    count = len(session.play.turns)
    if not 1 <= args.decision <= count:
        decisions = "one decision" if count == 1 else f"{count} decisions"
        raise NegotiatorError(
            f"This run has {decisions}; there is no number {args.decision} to go back to.",
            f"They are listed by: negotiator runs debrief {session.id} --format text",
            code=Exit.FINDINGS,
        )
    with session.branch(args.decision - 1) as other:
        if args.format == "json":
            document({"run": other.id, "branched_from": session.id, "decisions": args.decision - 1})
        else:
            say(other.id, f"Go on with: negotiator runs resume {other.id}")
    return Exit.OK


def _over(session: "Session") -> None:
    """What people wanted is not told of a story that goes on."""
    if session.view.ending is None:
        raise NegotiatorError(
            f"The run {session.id} is not over: there is no debrief yet.",
            f"Go on with: negotiator runs resume {session.id}",
            code=Exit.FINDINGS,
        )


def _page(page: "Page", args: argparse.Namespace) -> int:
    """A page as it was asked for, to where it was asked for."""
    from negotiator.cli.output import width
    from negotiator.cli.writing import hand_over

    if args.format == "html":
        # htpy takes 90 ms, and only this form needs it.
        from negotiator.report.html import page_html

        text = page_html(page)
    elif args.format == "md":
        from negotiator.report.markdown import page_markdown

        text = page_markdown(page)
    else:
        from negotiator.report.plain import page_lines

        text = "\n".join(page_lines(page, width())) + "\n"
    return hand_over(text, args.out, markup=args.format == "html", private=True)

"""What is wrong with the points of a deal: room for nobody, issues and sides without a stake, a letter out of place."""

from collections.abc import Iterator

from negotiator.bargaining.deal import Deal, Issue, Package, Point
from negotiator.bargaining.frontier import Frontier, frontier
from negotiator.game.table import table_of
from negotiator.scenario import deal_models
from negotiator.scenario.findings import Finding, Path, Severity


def deal_findings(model: deal_models.Deal) -> list[Finding]:
    """Findings on the points. Where a side has no points at all the rest says nothing and is left out."""
    deal = table_of(model)
    if sides := [_indifferent(side) for at, side in enumerate(("you", "them")) if _no_stake(deal, at)]:
        return sides
    front = frontier(deal)
    return [*_worthless(deal), *(_room(model, deal, front) or _letter(deal, front))]


def _no_stake(deal: Deal, side: int) -> bool:
    """Whether nothing on the table makes a difference to a side."""
    issues = all(_points(issue, side) <= {0} for issue in deal.issues)
    joints = not any((joint.you, joint.them)[side] for joint in deal.joints)
    return issues and joints and not any((shape.you, shape.them)[side] for shape in deal.structures)


def _points(issue: Issue, side: int) -> set[int]:
    return {(option.you, option.them)[side] for option in issue.options}


def _indifferent(side: str) -> Finding:
    whom = "you" if side == "you" else "the other side"
    return _warning(
        "N254",
        f"nothing in this deal is worth anything to {whom}: all points of '{side}' are 0",
        ("deal", "issues"),
        f'rate the options: options.ID = {{ is = "…", {side} = 5 }}',
    )


def _worthless(deal: Deal) -> Iterator[Finding]:
    tied = {at for joint in deal.joints for at in joint.options}
    for at, issue in enumerate(deal.issues):
        if at not in tied and all(_points(issue, side) <= {0} for side in (0, 1)):
            yield _warning(
                "N253",
                f"the issue '{issue.id}' is worth nothing to anybody: all its points are 0",
                ("deal", "issues", issue.id),
                "rate its options for at least one side, or take the issue away",
            )


def _room(model: deal_models.Deal, deal: Deal, front: Frontier) -> list[Finding]:
    """Shapes in which no package is worth to both at least what they have elsewhere."""
    them = deal.reservation[1]
    points = {one.structure: one.points() for one in front.fronts}
    empty = [at for at in range(len(deal.structures)) if not _good_for_both(deal, points.get(at, []))]
    hint = "lower an alternative, or give somebody an option that costs the other little"
    if len(empty) == len(deal.structures):
        message = f"no package is worth to both at least what they have elsewhere: {_figures(deal, 0)}"
        return [_warning("N252", message, ("deal",), f"{hint}; `negotiator deal` shows the frontier")]
    found = []
    for at in empty:
        best = max((mine for mine, theirs in points.get(at, []) if theirs >= them), default=None)
        shape = deal.structures[at].id
        found.append(
            _warning(
                "N251",
                f"in the shape '{shape}' {_why(best, whole=at in points)}: {_figures(deal, at)}",
                ("deal", "structures", shape) if model.structures else ("deal",),
                hint if at in points else "let `only` and the limits leave an option of every issue",
            )
        )
    return found


def _good_for_both(deal: Deal, points: list[Point]) -> bool:
    you, them = deal.reservation
    return any(mine >= you and theirs >= them for mine, theirs in points)


def _figures(deal: Deal, shape: int) -> str:
    """What the terms of the letter are worth in a shape, beside what the two have elsewhere."""
    mine, theirs = deal.points(Package(shape, deal.letter.options))
    you, them = deal.reservation
    what = "the letter is" if shape == 0 else "the letter's terms in it are"
    return f"{what} worth {mine} to you and {theirs} to them; elsewhere you have {you}, they have {them}"


def _why(best: int | None, *, whole: bool) -> str:
    if not whole:
        return "no package can be put together"
    if best is None:
        return "every package leaves them less than they have elsewhere"
    return f"no package is good for both; of those that they would take, the best is worth {best} to you"


def _letter(deal: Deal, front: Frontier) -> Iterator[Finding]:
    letter, (you, them) = deal.points(deal.letter), deal.reservation
    if letter[1] < them:
        yield _warning(
            "N255",
            f"the letter is worth {letter[1]} to those who wrote it, and without you they have {them}",
            ("deal", "alternatives", "them"),
            "lower their alternative, or let the letter offer less: nobody offers what they would refuse",
        )
    elif not any(mine > letter[0] and theirs >= them for mine, theirs in front.points):
        yield _note(
            "N314",
            f"nothing they would take is worth more to you than the {letter[0]} of the letter",
            ("deal", "issues"),
            "mark as offered what is good for them: then there is something to negotiate",
        )
    if letter[0] < you:
        yield _note(
            "N315",
            f"as it stands the letter is worth {letter[0]} to you, and at home you have {you}",
            ("deal", "alternatives", "you"),
            "who signs it as it is does worse than staying: fine, if that is the point",
        )


def _warning(code: str, message: str, path: Path, hint: str) -> Finding:
    return Finding(code, Severity.WARNING, message, path, hint)


def _note(code: str, message: str, path: Path, hint: str) -> Finding:
    return Finding(code, Severity.NOTE, message, path, hint)

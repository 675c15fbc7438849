"""The analysis of a deal as data and as text."""

from negotiator.analysis.deal import DealReport
from negotiator.bargaining.deal import Point

Document = dict[str, object]


def deal_data(report: DealReport, *, zopa: bool = False, packages: bool = False) -> Document:
    """The analysis for JSON; with `zopa` the frontier is cut at the reservation values."""
    points = report.whole.zopa() if zopa else report.whole.points
    you, them = report.reservation
    document: Document = {
        "packages": report.packages,
        "structures": {
            one.id: {
                "label": one.label,
                "packages": one.packages,
                "frontier": _points(one.frontier),
                "zopa": one.zopa,
            }
            for one in report.structures
        },
        "issues": {
            one.id: {
                "label": one.label,
                "class": str(one.kind),
                "player_span": one.player_span,
                "counterpart_span": one.counterpart_span,
            }
            for one in report.issues
        },
        "reservation": {"player": you, "counterpart": them},
        "letter": list(report.letter),
        "zopa_empty": report.zopa_empty,
        "frontier": _points(points),
        "nash": _points(report.nash),
        "kalai_smorodinsky": _points(report.kalai_smorodinsky),
        "egalitarian": _points(report.egalitarian),
        "utilitarian": _points(report.utilitarian),
    }
    if packages:
        document["frontier_packages"] = [_package(report, point) for point in points]
    return document


def _points(points: tuple[Point, ...]) -> list[list[int]]:
    return [list(point) for point in points]


def _package(report: DealReport, point: Point) -> Document:
    deal = report.whole.deal
    package = report.whole.package(point)
    picked = zip(deal.issues, package.options, strict=True)
    return {
        "points": list(point),
        "structure": deal.structures[package.structure].id,
        "options": {issue.id: issue.options[at].id for issue, at in picked},
    }


def deal_text(report: DealReport) -> str:
    """The analysis for a person at a terminal."""
    you, them = report.reservation
    out = [f"{report.packages:,} packages in {_count(len(report.structures), 'shape')} of the job", ""]
    for one in report.structures:
        room = "" if one.zopa else "  (nothing here is better for both than no deal)"
        out.append(
            f"  {one.label}: {one.packages:,} packages, {_count(len(one.frontier), 'efficient point')}{room}"
        )
    out += ["", "Issues, with what they can make for you and for them:"]
    width = max((len(one.label) for one in report.issues), default=0)
    out += [
        f"  {one.label:<{width}}  {one.kind!s:<12}  {one.player_span:>6}  {one.counterpart_span:>6}"
        for one in report.issues
    ]
    out += ["", f"No deal is worth {you} to you and {them} to them; the letter {_said(report.letter)}."]
    if report.zopa_empty:
        out.append("There is no package that both would rather have than no deal.")
    else:
        for name, points in (
            ("Nash", report.nash),
            ("Kalai-Smorodinsky", report.kalai_smorodinsky),
            ("Egalitarian", report.egalitarian),
            ("Utilitarian", report.utilitarian),
        ):
            out.append(f"{name}: {', '.join(map(_said, points))}")
    out.append(f"Frontier: {_count(len(report.whole.points), 'point')}")
    return "\n".join(out)


def _said(point: Point) -> str:
    return f"{point[0]} to {point[1]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"

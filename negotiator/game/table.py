"""The deal of a scenario as a table of points: where the file and the arithmetic meet."""

from dataclasses import replace

from negotiator.bargaining.deal import Deal, Issue, Joint, Limit, Option, Point, Structure
from negotiator.bargaining.frontier import frontier
from negotiator.game.compiling import compile_game
from negotiator.game.step import start
from negotiator.game.whens import compile_when
from negotiator.scenario import deal_models as m
from negotiator.scenario.conditions import parse
from negotiator.scenario.meaning import Names, resolve
from negotiator.scenario.models import Scenario

AS_OFFERED = "as-offered"


def table_of(model: m.Deal) -> Deal:
    """The bargaining deal of a checked file. Points are importance times rating; alternatives are in points."""
    issue_at = {name: at for at, name in enumerate(model.issues)}
    option_at = {
        name: {option: at for at, option in enumerate(issue.options)} for name, issue in model.issues.items()
    }

    def positions(options: dict[str, list[str]]) -> dict[int, frozenset[int]]:
        return {
            issue_at[name]: frozenset(option_at[name][one] for one in ids) for name, ids in options.items()
        }

    shapes = model.structures or {AS_OFFERED: m.DealStructure(label="The job as offered")}
    deal = Deal(
        structures=tuple(
            Structure(name, shape.label, shape.worth.you, shape.worth.them, positions(shape.only))
            for name, shape in shapes.items()
        ),
        issues=tuple(_issue(name, issue) for name, issue in model.issues.items()),
        joints=tuple(
            Joint(
                name, {issue_at[i]: option_at[i][o] for i, o in joint.options.items()}, joint.you, joint.them
            )
            for name, joint in model.joints.items()
        ),
        limits=tuple(
            Limit(name, limit.reason, positions(limit.options), frozenset(limit.lifted_by))
            for name, limit in model.limits.items()
        ),
    )
    return replace(deal, reservation=_reservation(deal, model.alternatives))


def _issue(name: str, issue: m.DealIssue) -> Issue:
    options = tuple(
        Option(
            option,
            made.is_,
            share(issue.importance.you * made.you, made.chance.you if made.chance else 100),
            share(issue.importance.them * made.them, made.chance.them if made.chance else 100),
        )
        for option, made in issue.options.items()
    )
    offered = [at for at, made in enumerate(issue.options.values()) if made.offered]
    return Issue(name, issue.label, options, offered[0] if offered else 0)


def share(points: int, percent: int) -> int:
    """A percentage of points, rounded half up: the one place where points are ever rounded."""
    return (points * percent + 50) // 100


def _reservation(deal: Deal, alternatives: m.Alternatives) -> Point:
    """Each side's alternative in points: a share of its best package over all shapes, limits lifted; else 0."""
    points = frontier(deal).points or ((0, 0),)
    best_you, best_them = max(point[0] for point in points), max(point[1] for point in points)
    return _worth(alternatives.you, best_you), _worth(alternatives.them, best_them)


def _worth(alternative: m.Alternative | None, best: int) -> int:
    if alternative is None:
        return 0
    if alternative.points is not None:
        return alternative.points
    return share(best, alternative.worth or 0)


def shapes_at_start(scenario: Scenario) -> frozenset[int]:
    """The shapes that can be spoken of on the first day: those whose `needs` hold, or that need nothing."""
    assert scenario.deal is not None
    game = compile_game(scenario)
    state, names = start(game), Names.of(scenario)
    shapes = enumerate(scenario.deal.structures.values() or [m.DealStructure(label="")])
    return frozenset(
        at
        for at, shape in shapes
        if shape.needs is None or compile_when(resolve(parse(shape.needs), names)[0], game.slots)(state)
    )


def lifted_at_start(scenario: Scenario) -> frozenset[str]:
    """Limits that the counterpart's own seat may lift: nobody else need be asked."""
    assert scenario.deal is not None
    who = scenario.deal.counterpart.who if scenario.deal.counterpart else ""
    seat = scenario.people[who].seat if who in scenario.people else "other"
    return frozenset(name for name, limit in scenario.deal.limits.items() if seat in limit.lifted_by)

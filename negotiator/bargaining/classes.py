"""The class of an issue, derived from its two point tables."""

from collections.abc import Collection
from enum import StrEnum

from negotiator.bargaining.deal import Deal, Issue, Option


class IssueClass(StrEnum):
    """What there is to do about an issue."""

    COMPATIBLE = "compatible"
    """Some option is best for both."""
    INTEGRATIVE = "integrative"
    """Opposed, but a step costs one side more than it gives the other: something to trade."""
    DISTRIBUTIVE = "distributive"
    """What one gains the other loses, point for point."""


def issue_class(issue: Issue) -> IssueClass:
    """Compatible, integrative or distributive."""
    most_you = max(option.you for option in issue.options)
    most_them = max(option.them for option in issue.options)
    if any(option.you == most_you and option.them == most_them for option in issue.options):
        return IssueClass.COMPATIBLE
    sums = {option.you + option.them for option in issue.options}
    return IssueClass.DISTRIBUTIVE if len(sums) == 1 else IssueClass.INTEGRATIVE


def spans(issue: Issue) -> tuple[int, int]:
    """Best less worst option, for the player and for the counterpart, in points."""
    you, them = [option.you for option in issue.options], [option.them for option in issue.options]
    return max(you) - min(you), max(them) - min(them)


def by_span(deal: Deal, side: int, shapes: Collection[int] = ()) -> list[int]:
    """Positions of the issues by what they can make for a side (0 player, 1 counterpart), the greatest span first.

    With shapes only the options that one of them allows count. Ties in the author's order.
    """
    return sorted(range(len(deal.issues)), key=lambda at: -span_in(deal, side, at, shapes))


def span_in(deal: Deal, side: int, issue: int, shapes: Collection[int] = ()) -> int:
    """Best less worst option of an issue for a side, in points; with shapes the most that it can make within one."""
    spans = []
    for options in [options_in(deal, issue, (shape,)) for shape in shapes] or [options_in(deal, issue)]:
        points = [(option.you, option.them)[side] for option in options]
        spans.append(max(points) - min(points) if points else 0)
    return max(spans)


def options_in(deal: Deal, issue: int, shapes: Collection[int] = ()) -> list[Option]:
    """The options of an issue that at least one of the shapes allows; all of them without shapes."""
    limited = [deal.structures[shape].only.get(issue) for shape in shapes]
    if not limited or None in limited:
        return list(deal.issues[issue].options)
    allowed = frozenset[int]().union(*(one for one in limited if one is not None))
    return [option for at, option in enumerate(deal.issues[issue].options) if at in allowed]

"""The deal in the book: issues with their options and points, shapes, limits, and who sits across the table."""

from collections.abc import Iterator

from negotiator.report.booklet import Chapter, Grid, Para, Span, Tone, linked, words
from negotiator.report.wording import signed
from negotiator.scenario.deal_models import Alternative, Deal, DealIssue
from negotiator.scenario.inwords import Wording, spaced
from negotiator.scenario.models import Scenario

DIALS = ("concession", "patience", "reciprocity", "candour", "tolerance")


def deal_chapter(scenario: Scenario) -> Chapter | None:
    """The deal; None without one. Points are importance times rating, as they are counted."""
    deal = scenario.deal
    if deal is None:
        return None
    return Chapter("deal", "The deal", tuple(_blocks(scenario, deal)))


def _blocks(scenario: Scenario, deal: Deal) -> Iterator[Para | Grid]:
    shares = f"courage {deal.scores.courage}, finesse {deal.scores.finesse}, fit {deal.scores.fit}"
    pace = f"{deal.rounds_per_day} round{'' if deal.rounds_per_day == 1 else 's'} cost a day of the offer's life."
    yield words(Tone.NOTE, f"{pace} Percent of each score that the table makes: {shares}.")
    for who, side in (("You have elsewhere", deal.alternatives.you), ("They have", deal.alternatives.them)):
        if side:
            yield words(Tone.PLAIN, side.says or "Not said in words.", f"{who} ({_worth(side)}): ")
    yield from _counterpart(scenario, deal)
    if deal.structures:
        yield from _structures(scenario, deal)
    for issue in deal.issues.values():
        yield _issue(issue)
    yield from _together(deal)
    yield from _limits(deal)
    if deal.counterpart and deal.counterpart.lines:
        rows = tuple((name, line) for name, lines in deal.counterpart.lines.items() for line in lines)
        yield Grid("Their own words:", ("when", "what they say"), rows)


def _worth(side: Alternative) -> str:
    return f"{side.points} points" if side.points is not None else f"{side.worth} percent of the best package"


def _counterpart(scenario: Scenario, deal: Deal) -> Iterator[Para]:
    other = deal.counterpart
    if other is None:
        return
    dials = [f"{dial} {value}" for dial in DIALS if (value := getattr(other, dial)) is not None]
    trust = f" Trust follows {spaced(other.trust_from)}." if other.trust_from else ""
    with_dials = f" with {', '.join(dials)}" if dials else ""
    said = f"{scenario.people[other.who].name}, in a {other.style} manner{with_dials}.{trust}"
    yield words(Tone.PLAIN, said, "Across the table: ")


def _structures(scenario: Scenario, deal: Deal) -> Iterator[Para]:
    wording = Wording(scenario)
    for shape in deal.structures.values():
        only = [
            f"{deal.issues[issue].label}: {' or '.join(deal.issues[issue].options[one].is_ for one in options)}"
            for issue, options in shape.only.items()
        ]
        about = f"{signed(shape.worth.you)} points to you, {signed(shape.worth.them)} to them"
        yield words(Tone.PLAIN, about, f"Shape of the job, {shape.label}: ")
        if shape.needs:
            yield Para(Tone.NOTE, linked(wording.parts(shape.needs)), (Span("Can be spoken of if "),), 1)
        if only:
            yield words(Tone.NOTE, "; ".join(only), "Only: ", 1)


def _issue(issue: DealIssue) -> Grid:
    weights = issue.importance
    rows = []
    for option in issue.options.values():
        about = [
            "in the letter" if option.offered else "",
            f"hangs on: {option.event}" if option.event else "",
            f"chance {option.chance.you} percent to you, {option.chance.them} to them"
            if option.chance
            else "",
        ]
        rows.append(
            (
                option.is_,
                str(weights.you * option.you),
                str(weights.them * option.them),
                "; ".join(one for one in about if one),
            )
        )
    caption = f"{issue.label}: importance {weights.you} to you, {weights.them} to them; guarded {issue.guarded} of 10"
    return Grid(caption, ("option", "you", "them", ""), tuple(rows))


def _together(deal: Deal) -> Iterator[Grid]:
    rows = tuple(
        (
            "; ".join(
                f"{deal.issues[issue].label}: {deal.issues[issue].options[option].is_}"
                for issue, option in joint.options.items()
            ),
            signed(joint.you),
            signed(joint.them),
        )
        for joint in deal.joints.values()
    )
    if rows:
        yield Grid("Points on top where terms stand together:", ("terms", "you", "them"), rows)


def _limits(deal: Deal) -> Iterator[Grid]:
    rows = tuple(
        (
            spaced(name),
            "; ".join(
                f"{deal.issues[issue].label}: {' or '.join(deal.issues[issue].options[one].is_ for one in options)}"
                for issue, options in limit.options.items()
            ),
            ", ".join(seat.replace("_", " ") for seat in limit.lifted_by) or "nobody",
            f"{limit.firm} of 10",
            limit.reason,
        )
        for name, limit in deal.limits.items()
    )
    if rows:
        yield Grid("Limits:", ("limit", "bars", "lifted by", "firm", "reason"), rows)

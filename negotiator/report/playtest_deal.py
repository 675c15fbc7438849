"""The deal in the report of a play-test."""

from negotiator.analysis.playtest.report import Playtest
from negotiator.analysis.playtest.tabled import DealPart
from negotiator.report.blocks import Block, Bullets, Figure, Figures, Section, Table, Words


def deal_section(report: Playtest) -> Section | None:
    """Room for a deal, issues, questions, limits and what strategies come to; None without a deal."""
    deal = report.deal
    if deal is None:
        return None
    blocks: list[Block] = [Figures(_figures(deal)), _issues(deal), _questions(deal)]
    if deal.limits:
        blocks += _limits(deal)
    blocks.append(_strategies(deal))
    return Section("deal", "The deal", tuple(blocks))


def _figures(deal: DealPart) -> tuple[Figure, ...]:
    you, them = deal.reservation
    room = (
        f"{deal.zopa} of {deal.efficient} efficient points are better for both than no deal (proved)"
        if deal.zopa
        else "none: there is no package that both would rather have than no deal (proved)"
    )
    nash = ", ".join(f"{mine} to {theirs}" for mine, theirs in deal.nash)
    figures = [
        Figure("Packages", f"{deal.packages:,}"),
        Figure("Room for a deal", room),
        Figure("No deal", f"{you} points to you, {them} to them"),
        Figure("The letter", f"{deal.letter[0]} to {deal.letter[1]}"),
    ]
    if nash:
        figures.append(Figure("Nash point", nash))
    figures.append(
        Figure(
            "Offers lost",
            f"{100 * deal.lost:.1f} % of {deal.lost_plays:,} random plays that had one (sampled)",
        )
    )
    return tuple(figures)


def _issues(deal: DealPart) -> Table:
    rows = tuple((one.label, one.kind, one.you, one.them) for one in deal.issues)
    return Table(
        "What the issues are, and the points in them (proved):", ("issue", "class", "you", "them"), rows
    )


def _questions(deal: DealPart) -> Table:
    rows = tuple((one.words, f"{100 * one.worth:.0f} %") for one in deal.questions)
    return Table(
        "What a full answer is worth, asked first: of all there is to know of their wishes",
        ("question", "worth"),
        rows,
    )


def _limits(deal: DealPart) -> list[Block]:
    never = [one for one in deal.limits if not one.lifted]
    if not never:
        return [Words("Every limit can be lifted (proved).")]
    lines = tuple(f"{one.id}: {one.reason} It can never be lifted: {one.why}" for one in never)
    return [Words("Limits that can never be lifted (proved):"), Bullets(lines)]


def _strategies(deal: DealPart) -> Table:
    rows = tuple(
        (
            one.name,
            one.tally.deals,
            one.tally.impasses,
            one.tally.rescissions,
            f"{one.tally.own:.0f}",
            f"{one.tally.joint:.0f}",
            f"{one.tally.efficiency:.2f}",
        )
        for one in deal.strategies
    )
    head = ("strategy", "deals", "impasses", "taken back", "own", "joint", "efficiency")
    return Table(f"Ways of bargaining, {deal.sessions} talks each (sampled):", head, rows)

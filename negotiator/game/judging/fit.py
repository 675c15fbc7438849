"""Fit: what the deal is to both sides, to what was put down as dearest, to what was seen; or that there is none."""

from negotiator.bargaining.classes import by_span
from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.search import Table, valuation
from negotiator.bargaining.talk import Talk
from negotiator.game.judging.terms import Result, Term, best_grantable, on_table

ENOUGH_OWN, ENOUGH_THEIRS = 55, 40
"""Percent of the best gain inside the ZOPA from which a side is well above its alternative."""


def fit(deal: Deal, talk: Talk, result: Result) -> list[Term]:
    """The terms of fit."""
    if result.kind != "agreed" or result.package is None:
        return [_no_deal(deal, talk, result), *_insight(deal, result)]
    you, them = deal.points(result.package)
    floor_you, floor_them = deal.reservation
    most_you, most_them = best_gains(deal)
    if you < floor_you:
        said = "You signed for less than staying where you are is worth."
        return [Term("below your alternative", 0, 60, said), *_insight(deal, result), *_flags(result)]
    mine = _enough(you - floor_you, most_you, ENOUGH_OWN)
    theirs = _enough(them - floor_them, most_them, ENOUGH_THEIRS)
    return [
        Term("your side", mine, 30, _side_words(mine, "you")),
        Term("their side", theirs, 25, _side_words(theirs, "them")),
        _priorities(deal, result, result.package),
        *_insight(deal, result),
        *_flags(result),
    ]


def _enough(gain: int, most: int, enough: int) -> int:
    if most <= 0:
        return 100 if gain >= 0 else 0
    return min(max(10000 * gain // (most * enough), 0), 100)


def _side_words(share: int, whom: str) -> str:
    if share >= 90:
        return f"The deal leaves {whom} well above no deal."
    return (
        f"The deal is better than no deal for {whom}, by less than it might be."
        if share
        else (f"The deal is hardly better than no deal for {whom}.")
    )


def best_gains(deal: Deal) -> tuple[int, int]:
    """The most that each side could gain over its alternative while the other keeps its own, in points."""
    table, every, shapes = Table(deal), deal.every_limit, frozenset(range(len(deal.structures)))
    gains = []
    for side in (0, 1):
        found = table.best(
            shapes, every, valuation(deal, side), side=1 - side, floor=deal.reservation[1 - side]
        )
        gains.append(deal.points(found.package)[side] - deal.reservation[side] if found else 0)
    return gains[0], gains[1]


def _priorities(deal: Deal, result: Result, package: Package) -> Term:
    issues = result.declared or tuple(by_span(deal, 0)[:3])
    shares = []
    for at in issues:
        own = [option.you for option in deal.issues[at].options]
        spread = max(own) - min(own)
        shares.append(100 * (own[package.options[at]] - min(own)) // spread if spread else 100)
    share = sum(shares) // len(shares) if shares else 100
    whose = "what you had put down as dearest" if result.declared else "what mattered most in your place"
    said = f"Of {whose} you got {share} percent."
    return Term("your priorities", share, 20, said)


def _insight(deal: Deal, result: Result) -> list[Term]:
    """The counterpart's top two and bottom one, guessed before they were shown."""
    if not result.guess and not result.least:
        return []
    order = by_span(deal, 1, (result.package.structure if result.package else 0,))
    hit = len(set(result.guess[:2]) & set(order[:2]))
    last = bool(result.least) and result.least[0] == order[-1]
    share = 35 * hit + 30 * last
    what = ("neither", "one", "both")[hit]
    said = (
        f"You guessed {what} of their two dearest terms{', and the one that matters least' if last else ''}."
    )
    return [Term("insight", share, 15, said)]


def _flags(result: Result) -> list[Term]:
    if not result.flags:
        return []
    shares = [100 if settled else 40 if known else 0 for _, known, settled in result.flags]
    open_ = [says for says, _, settled in result.flags if not settled]
    said = (
        "Every red flag was settled before you signed."
        if not open_
        else f"Left unsettled: {'; '.join(open_)}"
    )
    return [Term("red flags", sum(shares) // len(shares), 15, said)]


def _no_deal(deal: Deal, talk: Talk, result: Result) -> Term:
    """Without a deal: right where nothing on the table, or nothing that could be known, was better than leaving."""
    best = deal.points(on_table(deal, talk))[0]
    if result.kind == "withdrawn":
        return Term("no deal", 10, 60, "The offer was taken back.")
    if best_grantable(deal, talk) < deal.reservation[0]:
        return Term(
            "no deal", 100, 60, "Nothing they could have granted was worth your coming: right to leave it."
        )
    if best < deal.reservation[0]:
        return Term(
            "no deal", 70, 60, "What lay there was worth less than staying; more could have been had."
        )
    return Term("no deal", 25, 60, "You left although what lay there was better than staying where you are.")

"""Finesse at the table: steps, what was learned by asking, reasons, choices between equals; less what offends."""

from collections.abc import Sequence
from itertools import pairwise

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import Reason
from negotiator.bargaining.talk import Asked, Level, Sent, Talk, Told
from negotiator.game.judging.terms import Result, Term

EQUAL = 5
"""Percent of own value within which packages offered as equal are equal (Leonardelli et al. 2019)."""
REASONS = {
    Reason.INTEREST: 80,
    Reason.COMPANY: 85,
    Reason.RELATIONSHIP: 55,
    Reason.MARKET: 45,
    Reason.FAIRNESS: 25,
    Reason.NONE: 20,
    Reason.RIVAL: 0,
}
"""What a reason is worth; one that rests on a learned fact 100 (Bowles & Babcock 2013), one heard before 15."""
CITED, FADED = 100, 15
ULTIMATUM, BLUFF, REOPENED = 15, 20, 10
"""Taken from finesse for each."""


def finesse(deal: Deal, talk: Talk, result: Result) -> list[Term]:
    """The terms of finesse."""
    terms = [term for term in (_steps(deal, talk), _information(talk), _reasons(talk)) if term]
    terms += [term for term in (_forms(deal, talk, result),) if term]
    for name, points, said, deeds in (
        ("ultimatum", ULTIMATUM, "You called it your last word.", _where(talk, final=True)),
        ("bluff", BLUFF, "You made up another offer, and it was seen through.", _where(talk, bluff=True)),
        ("reopened", REOPENED, "You took up again what had seemed settled.", _where(talk, reopened=True)),
    ):
        terms += [Term(name, 0, -points, said, (at,)) for at in deeds]
    return terms


def _where(
    talk: Talk, *, final: bool = False, bluff: bool = False, reopened: bool = False
) -> tuple[int, ...]:
    return tuple(
        at
        for at, one in enumerate(talk.deeds)
        if isinstance(one, Sent)
        and ((final and one.message.final) or (bluff and one.found_out) or (reopened and one.reopened))
    )


def _steps(deal: Deal, talk: Talk) -> Term | None:
    """Sensitivity of one's steps (Hindriks, Jonker & Tykhonov 2007): those that give the other side something, or
    find something for both, among all that changed anything. One early gift is free.
    """
    sent = [(at, one) for at, one in enumerate(talk.deeds) if isinstance(one, Sent)]
    if len(sent) < 2:
        return None
    good, bad = [], []
    for (_, before), (at, one) in pairwise(sent):
        you, them = _best(deal, one)
        had_you, had_them = _best(deal, before)
        if them > had_them:
            good.append(at)
        elif them < had_them or you < had_you:
            bad.append(at)
    if not good and not bad:
        return Term("steps", 40, 30, "You did not move at all.", tuple(at for at, _ in sent[1:]))
    share = 100 * len(good) // (len(good) + len(bad))
    said = f"{len(good)} of your {len(good) + len(bad)} steps made it easier for them to say yes."
    return Term("steps", share, 30, said, tuple(good + bad))


def _best(deal: Deal, sent: Sent) -> tuple[int, int]:
    """The member of a message that is best for the counterpart, in points."""
    return max((deal.points(one) for one in sent.message.packages), key=lambda point: point[1])


def _information(talk: Talk) -> Term:
    asked = [(at, one) for at, one in enumerate(talk.deeds) if isinstance(one, Asked)]
    told = any(isinstance(one, Told) for one in talk.deeds)
    if not asked:
        said = "You told them what mattered and asked them nothing." if told else "You asked them nothing."
        return Term("information", 25 if told else 0, 25, said)
    worth = {Level.FULL: 2, Level.PARTLY: 1, Level.NOTHING: 0}
    gained = sum(worth[one.level] for _, one in asked if not one.again)
    share = min(100 * gained // (2 * len(asked)) + (10 if told else 0), 100)
    answered = sum(one.level is not Level.NOTHING and not one.again for _, one in asked)
    said = (
        f"{answered} of your {_count(len(asked), 'question')} {'were' if answered != 1 else 'was'} answered"
    )
    return Term(
        "information",
        share,
        25,
        f"{said}{', and you told them what mattered to you' if told else ''}.",
        tuple(at for at, _ in asked),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _reasons(talk: Talk) -> Term | None:
    sent = [(at, one) for at, one in enumerate(talk.deeds) if isinstance(one, Sent)]
    if not sent:
        return None
    shares = [
        FADED if one.faded else CITED if one.message.citing else REASONS[one.message.reason]
        for _, one in sent
    ]
    share = sum(shares) // len(shares)
    cited = sum(bool(one.message.citing) and not one.faded for _, one in sent)
    said = (
        f"{cited} of your {_count(len(sent), 'package')} rested on something you had learned."
        if cited
        else "You gave reasons, none of them something you had learned."
        if any(one.message.reason for _, one in sent)
        else "You gave no reasons."
    )
    return Term("reasons", share, 25, said, tuple(at for at, _ in sent))


def _forms(deal: Deal, talk: Talk, result: Result) -> Term | None:
    """A choice between equals counts once, if the packages are equal and differ; so does a bet on the future."""
    for at, one in enumerate(talk.deeds):
        if isinstance(one, Sent) and len(one.message.packages) > 1:
            if equal(deal, one.message.packages):
                return Term(
                    "a choice of equals", 100, 15, "You offered a choice that was the same to you.", (at,)
                )
            return Term(
                "a choice of equals", 20, 15, "Your choice of packages was not one between equals.", (at,)
            )
    bets = tuple(
        at
        for at, one in enumerate(talk.deeds)
        if isinstance(one, Sent)
        and any(
            (issue, o) in result.contingent for p in one.message.packages for issue, o in enumerate(p.options)
        )
    )
    return Term("a bet on the future", 85, 10, "You let a term hang on what comes.", bets) if bets else None


def equal(deal: Deal, packages: Sequence[Package]) -> bool:
    """Whether packages are worth the same to the player, within 5 percent, and differ in two terms at least."""
    own = [deal.points(one)[0] for one in packages]
    if 100 * (max(own) - min(own)) > EQUAL * max(*own, 1):
        return False
    return all(
        (one.structure != other.structure)
        + sum(a != b for a, b in zip(one.options, other.options, strict=True))
        >= 2
        for n, one in enumerate(packages)
        for other in packages[:n]
    )

"""Courage at the table: ambition, hard questions, coming back after a no, going to who can say yes."""

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.manner import Form, Reason
from negotiator.bargaining.talk import Asked, Closed, Kind, Paused, Sent, Talk
from negotiator.game.judging.terms import Result, Term, best_grantable, on_table

HARD = 5
"""How guarded a topic is from which a question about it takes courage."""
AMBITIOUS, OVER = 70, 100
"""Percent of the way from the letter to the most the counterpart could grant: from here to here a first package is
ambitious; asking for less or for more counts less, an inverted U (Ames & Flynn 2007)."""


def courage(deal: Deal, talk: Talk, result: Result) -> list[Term]:
    """The terms of courage."""
    terms = [_ambition(deal, talk), _questions(talk, result), _persistence(talk)]
    terms += [term for term in (_authority(talk), _grounded_no(deal, talk)) if term]
    return terms


def _ambition(deal: Deal, talk: Talk) -> Term:
    first = next(((at, one) for at, one in enumerate(talk.deeds) if isinstance(one, Sent)), None)
    if first is None:
        return Term("ambition", 0, 40, "You asked for nothing.")
    at, sent = first
    own = max(deal.points(one)[0] for one in sent.message.packages)
    low = deal.points(deal.letter)[0]
    high = max(best_grantable(deal, talk), low + 1)
    way = 100 * (own - low) // (high - low)
    if way > OVER:
        said = "Your first package was more than they could ever have granted."
    elif way >= AMBITIOUS:
        said = "Your first package asked for most of what there was."
    else:
        said = f"Your first package went {max(way, 0)} percent of the way to what could be had."
    return Term("ambition", _inverted_u(way), 40, said, (at,))


def _inverted_u(way: int) -> int:
    if way <= AMBITIOUS:
        return max(100 * way // AMBITIOUS, 0)
    return 100 if way <= OVER else max(100 - 2 * (way - OVER), 25)


def _questions(talk: Talk, result: Result) -> Term:
    asked = {
        one.topic: at
        for at, one in enumerate(talk.deeds)
        if isinstance(one, Asked) and one.form is not Form.LEADING and result.guards.get(one.topic, 0) >= HARD
    }
    said = (
        "You asked nothing that was hard to ask." if not asked else f"You asked {len(asked)} hard questions."
    )
    if len(asked) == 1:
        said = "You asked one hard question."
    return Term("hard questions", min(len(asked), 3) * 100 // 3, 20, said, tuple(asked.values()))


def _persistence(talk: Talk) -> Term:
    """Coming back after a no with a new reason, a new shape or a package that had not been sent."""
    again = []
    before: Sent | None = None
    seen: set[Package] = set()
    for at, one in enumerate(talk.deeds):
        if not isinstance(one, Sent):
            continue
        fresh = not set(one.message.packages) <= seen
        reasoned = bool(one.message.reason) and not one.faded and one.message.reason is not Reason.RIVAL
        if before and before.answer is Kind.COUNTERED and fresh and reasoned and not one.message.final:
            again.append(at)
        seen.update(one.message.packages)
        before = one
    if not again:
        return Term("persistence", 0, 20, "After a no you did not come back with anything new.")
    times = "once" if len(again) == 1 else f"{len(again)} times"
    said = f"After a no you came back {times} with a new reason and a new package."
    return Term("persistence", min(50 * len(again), 100), 20, said, tuple(again))


def _authority(talk: Talk) -> Term | None:
    paused = [at for at, one in enumerate(talk.deeds) if isinstance(one, Paused)]
    lifted = [at for at in paused if _as_paused(talk, at).lifted]
    if lifted:
        return Term("authority", 100, 20, "You had a limit lifted by the person who could.", tuple(lifted))
    if paused:
        said = "You had it taken to the person who could say yes, and heard no."
        return Term("authority", 60, 20, said, tuple(paused))
    barred = tuple(at for at, one in enumerate(talk.deeds) if isinstance(one, Sent) and one.barred)
    if barred:
        return Term("authority", 0, 20, "You met a limit and never asked who could lift it.", barred)
    return None


def _as_paused(talk: Talk, at: int) -> Paused:
    deed = talk.deeds[at]
    assert isinstance(deed, Paused)
    return deed


def _grounded_no(deal: Deal, talk: Talk) -> Term | None:
    """Leaving when what lay on the table was worth less than staying where one is."""
    last = talk.deeds[-1] if talk.deeds else None
    if not isinstance(last, Closed) or last.accepted:
        return None
    if deal.points(on_table(deal, talk))[0] >= deal.reservation[0]:
        return None
    said = "You left when what lay there was worth less than staying where you are."
    return Term("a grounded no", 100, 20, said, (len(talk.deeds) - 1,))

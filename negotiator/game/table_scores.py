"""Courage, finesse and fit at the table, 0 to 100 each, as terms that can be read: what was done, and what it counts.

Every term has a share from 0 to 100 and a weight; a score is the weighted mean of the terms that apply. Sources stand
beside the terms; weights and thresholds were set so that strategy players come out as the field describes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from negotiator.bargaining.deal import Deal
from negotiator.bargaining.talk import Asked, Sent, Talk
from negotiator.game.judging.courage import courage
from negotiator.game.judging.finesse import finesse
from negotiator.game.judging.fit import fit
from negotiator.game.judging.terms import Part, Result, Term

ENOUGH_ASKS = 4
"""Questions and messages under which finesse cannot be judged."""


@dataclass(frozen=True, slots=True)
class TableScores:
    """The three at the table."""

    courage: Part
    finesse: Part
    fit: Part
    asks: int
    """Questions and messages."""


def table_scores(deal: Deal, talk: Talk, result: Result) -> TableScores:
    """Judge a talk. `talk` is as it was left; `deal` has the reservation values of both."""
    asks = sum(isinstance(one, Sent | Asked) for one in talk.deeds)
    return TableScores(
        courage=_part(courage(deal, talk, result)),
        finesse=_part(finesse(deal, talk, result)) if asks >= ENOUGH_ASKS else Part(None, ()),
        fit=_part(fit(deal, talk, result)) if result.kind != "open" else Part(None, ()),
        asks=asks,
    )


def _part(terms: Sequence[Term]) -> Part:
    weight = sum(term.weight for term in terms if term.weight > 0)
    if not weight:
        return Part(None, ())
    score = (2 * sum(term.weight * term.share for term in terms if term.weight > 0) + weight) // (2 * weight)
    score += sum(term.weight for term in terms if term.weight < 0)
    return Part(min(max(score, 0), 100), tuple(terms))

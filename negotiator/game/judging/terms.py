"""What a score at the table is made of, and what is known of a talk when it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from negotiator.bargaining.deal import Deal, Package
from negotiator.bargaining.search import Table, valuation
from negotiator.bargaining.talk import Talk


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a score is made of."""

    name: str
    share: int
    """0 to 100."""
    weight: int
    """Against the other terms; a negative weight is taken off the score as it stands."""
    said: str
    deeds: tuple[int, ...] = ()
    """Which of the talk's deeds made it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One score with its terms; None where there is too little to judge."""

    score: int | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a talk ended, and what the player put down beside it."""

    kind: str
    """agreed, walked, impasse, withdrawn, or open while it goes on."""
    package: Package | None = None
    declared: tuple[int, ...] = ()
    """Own priorities, issues; the greatest spans stand in where none were declared."""
    guess: tuple[int, ...] = ()
    least: tuple[int, ...] = ()
    flags: tuple[tuple[str, bool, bool], ...] = ()
    """Red flags: what it says, whether it was known, whether it is settled."""
    guards: Mapping[str, int] = field(default_factory=dict)
    """How guarded each topic is, 0 to 10."""
    contingent: frozenset[tuple[int, int]] = frozenset()
    """Issue and option of terms that hang on an event."""


def on_table(deal: Deal, talk: Talk) -> Package:
    """The best for the player of the letter and what the counterpart offered last."""
    return max((deal.letter, *talk.received[-1:]), key=lambda one: deal.points(one)[0])


def best_grantable(deal: Deal, talk: Talk) -> int:
    """Own points of the best package of the shapes spoken of that leaves the counterpart its alternative."""
    found = Table(deal).best(
        talk.shapes, deal.every_limit, valuation(deal, 0), side=1, floor=deal.reservation[1]
    )
    return deal.points(found.package)[0] if found else deal.points(deal.letter)[0]

"""What a pair's talk came to, for each and for both, against everything that the two could have agreed on."""

from dataclasses import dataclass
from enum import StrEnum

from negotiator.bargaining.deal import Package
from negotiator.bargaining.metrics import DealMetrics, deal_metrics
from negotiator.classroom.pairs.case import Case
from negotiator.classroom.pairs.seats import SIDES, By, Seat
from negotiator.classroom.pairs.table import PairTable


class Result(StrEnum):
    """How far a table came."""

    AGREED = "agreed"
    NO_DEAL = "no-deal"
    UNCONFIRMED = "unconfirmed"
    """Face to face: one side has typed, or the two typed different things."""
    OPEN = "open"
    """Still talking, or the bell came first."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """The measures of a table. Points are (candidate, manager); an export never gives them without `engine`."""

    result: Result
    package: Package | None
    own: tuple[int, int] | None
    """Points of the deal, or without one of what each has elsewhere; None while it is open."""
    metrics: DealMetrics | None
    """Of a deal: joint gain, efficiency, the distance to the frontier (`left_own`, `left_theirs`, `left_joint`)."""
    gains: tuple[int, int] | None
    """Points above what each has elsewhere."""
    engine: frozenset[Seat]
    """Chairs that the engine has played, for however long."""
    engine_moves: int
    """Packages sent, and the last word, by the engine."""
    moves: int
    """Packages sent, and the last word, by anybody."""


def pair_score(case: Case, table: PairTable) -> PairScore:
    """Measure a table. Raises nothing: a table that is not done has what it has."""
    result = _result(table)
    package = table.end.package if table.end else None
    own = None
    if table.end:
        own = case.deal.points(package) if package else case.deal.reservation
    you, them = case.deal.reservation
    authors = [*(one.by for one in table.offers), *([table.end.by] if table.end else [])]
    return PairScore(
        result=result,
        package=package,
        own=own,
        metrics=deal_metrics(case.deal, case.whole, package) if package and case.whole.points else None,
        gains=(own[0] - you, own[1] - them) if own else None,
        engine=frozenset(side for side in SIDES if side in table.ever_held),
        engine_moves=authors.count(By.ENGINE),
        moves=len(authors),
    )


def _result(table: PairTable) -> Result:
    if table.end:
        return Result.AGREED if table.end.package else Result.NO_DEAL
    return Result.UNCONFIRMED if table.typed else Result.OPEN

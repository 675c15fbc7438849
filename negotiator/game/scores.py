"""Authored courage, finesse and fit, 0 to 100, from the sums of a run and the yardstick of its scenario."""

from dataclasses import dataclass

from negotiator.game.state import State

ENOUGH_ASKS = 4
"""Finesse is the manner of asking: under four questions and counters there is too little to judge."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The worst and the best sums that any complete run of the scenario can have."""

    courage: tuple[int, int]
    fit: tuple[int, int]
    proved: bool
    """From an exact search; otherwise the widest seen in random plays."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Three scores from 0 to 100; None where there is nothing to judge by."""

    courage: int | None
    finesse: int | None
    fit: int | None
    asks: int
    """Questions and counters behind `finesse`."""
    proved: bool
    """The yardstick is exact."""


def placed(value: int, worst: int, best: int) -> int | None:
    """100 (value - worst) / (best - worst), rounded half up, kept within 0 and 100; None without a range."""
    if best <= worst:
        return None
    share = (200 * (value - worst) + best - worst) // (2 * (best - worst))
    return min(max(share, 0), 100)


def finesse_of(total: int, asks: int) -> int | None:
    """The mean mark over the asks, -3 to 3, placed on 0 to 100; None under four asks."""
    return placed(total, -3 * asks, 3 * asks) if asks >= ENOUGH_ASKS else None


def score(state: State, yardstick: Yardstick) -> Scores:
    """The scores of a run that has come to `state`. Sums and a mean: the order of deeds does not count."""
    return Scores(
        courage=placed(state.courage, *yardstick.courage),
        finesse=finesse_of(state.finesse, state.asks),
        fit=placed(state.fit, *yardstick.fit),
        asks=state.asks,
        proved=yardstick.proved,
    )

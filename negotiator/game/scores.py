"""Courage, finesse and fit, 0 to 100: the authored sums of a run on its scenario's yardstick, and the table's part."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.game.step import WRITTEN_OFFER

if TYPE_CHECKING:
    from negotiator.game.table_scores import TableScores

ENOUGH_ASKS = 4
"""Finesse is the manner of asking: under four questions and counters there is too little to judge."""
UNASKED = 45
"""Most that courage comes to for who signed the letter although something better for both could have been known."""


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
    """Questions, counters and messages behind `finesse`."""
    proved: bool
    """The yardstick is exact."""
    story: "Three | None" = None
    """The authored part by itself, where the table has one too."""
    table: "TableScores | None" = None
    """The part of the table, with its terms."""
    capped: bool = False
    """Courage was held down: the letter was signed unasked."""


@dataclass(frozen=True, slots=True)
class Three:
    """Three scores from 0 to 100, None where there is nothing to judge by."""

    courage: int | None
    finesse: int | None
    fit: int | None


def placed(value: int, worst: int, best: int) -> int | None:
    """100 (value - worst) / (best - worst), rounded half up, kept within 0 and 100; None without a range."""
    if best <= worst:
        return None
    share = (200 * (value - worst) + best - worst) // (2 * (best - worst))
    return min(max(share, 0), 100)


def finesse_of(total: int, asks: int) -> int | None:
    """The mean mark over the asks, -3 to 3, placed on 0 to 100; None under four asks."""
    return placed(total, -3 * asks, 3 * asks) if asks >= ENOUGH_ASKS else None


def score(game: Game, state: State, yardstick: Yardstick) -> Scores:
    """The scores of a run that has come to `state`. Sums and a mean: the order of deeds does not count."""
    story = Three(
        courage=placed(state.courage, *yardstick.courage),
        finesse=finesse_of(state.finesse, state.asks),
        fit=placed(state.fit, *yardstick.fit),
    )
    if game.bargain is None or not _judged(game, state):
        return Scores(story.courage, story.finesse, story.fit, state.asks, yardstick.proved)
    from negotiator.game.judged import judged, unasked

    table = judged(game, state)
    share = game.scenario.deal.scores if game.scenario.deal else None
    assert share is not None
    courage = mixed(story.courage, table.courage.score, share.courage)
    capped = courage is not None and courage > UNASKED and unasked(game, state)
    return Scores(
        courage=UNASKED if capped else courage,
        finesse=mixed(story.finesse, table.finesse.score, share.finesse),
        fit=mixed(story.fit, table.fit.score, share.fit),
        asks=state.asks + table.asks,
        proved=yardstick.proved,
        story=story,
        table=table,
        capped=capped,
    )


def _judged(game: Game, state: State) -> bool:
    """Whether the table has a part in the scores: it was sat at, or the letter was signed without it."""
    signed = state.ending >= 0 and game.stops[state.ending].model.outcome == "signed"
    return state.talk is not None or (signed and state.reached >= WRITTEN_OFFER)


def mixed(story: int | None, table: int | None, percent: int) -> int | None:
    """The table's part at so many percent, the story's the rest; either alone where the other cannot be judged."""
    if story is None or table is None:
        return table if story is None else story
    return (percent * table + (100 - percent) * story + 50) // 100

"""A room of people who played one case: what each came to, first attempts apart from retries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from negotiator.bargaining.deal import Point
from negotiator.game.play import Play
from negotiator.game.rules import Game
from negotiator.game.scores import Scores, Yardstick, score
from negotiator.game.step import WRITTEN_OFFER

FORMULA = "1"
"""Version of the formula of the scores (game.scores with game.judging); rises when a run would score otherwise."""
MEASURES = ("courage", "finesse", "fit", "points")


@dataclass(frozen=True, slots=True)
class Attempt:
    """One person's go at the case, finished or not."""

    key: str
    """The same in every attempt of a person, and nobody else's."""
    person: str
    """The name shown: a pseudonym."""
    number: int
    """1 for the first; what is higher is a retry."""
    play: Play
    times: tuple[str, ...] = ()
    """When each turn in force was made, in ISO 8601 with its zone; empty where that is not known."""
    seat: str = "candidate"
    by_others: int = 0
    """Moves that the engine or the instructor made in this chair."""
    note: str = ""
    """What has to be said about where it comes from, empty when nothing has."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an attempt came to."""

    attempt: Attempt
    finished: bool
    ending: str
    """Id of the ending, empty while the story goes on."""
    title: str
    """Of the ending."""
    outcome: str
    """signed, declined, lost, withdrawn or expired; empty while the story goes on."""
    scores: Scores
    point: Point | None
    """Points for the player and the counterpart, of the deal or of no deal; None before a written offer, in a story
    without a deal, and while it goes on."""

    def value(self, measure: str) -> int | None:
        """One of MEASURES, None where it cannot be judged."""
        if measure == "points":
            return self.point[0] if self.point else None
        found: int | None = getattr(self.scores, measure)
        return found


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everybody's attempts, by person and number."""

    game: Game = field(repr=False)
    results: tuple[Result, ...]

    @property
    def firsts(self) -> tuple[Result, ...]:
        """First attempts: what everything said of the room is about."""
        return tuple(one for one in self.results if one.attempt.number == 1)

    @property
    def retries(self) -> tuple[Result, ...]:
        """Later attempts."""
        return tuple(one for one in self.results if one.attempt.number > 1)

    @property
    def finished(self) -> tuple[Result, ...]:
        """First attempts that came to an ending."""
        return tuple(one for one in self.firsts if one.finished)

    def values(self, measure: str) -> tuple[int, ...]:
        """A measure over the finished first attempts that it can be judged in, ascending."""
        return tuple(sorted(value for one in self.finished if (value := one.value(measure)) is not None))


def cohort(game: Game, attempts: Iterable[Attempt], yardstick: Yardstick) -> Cohort:
    """Score every attempt; nothing that was written down about scores elsewhere counts."""
    ordered = sorted(attempts, key=lambda one: (one.person, one.key, one.number))
    return Cohort(game, tuple(result_of(game, one, yardstick) for one in ordered))


def result_of(game: Game, attempt: Attempt, yardstick: Yardstick) -> Result:
    """What one attempt came to; what an unfinished one has reached is scored as well."""
    state = attempt.play.state
    stop = game.stops[state.ending] if state.ending >= 0 else None
    return Result(
        attempt=attempt,
        finished=stop is not None,
        ending=stop.id if stop else "",
        title=stop.model.title if stop else "",
        outcome=stop.model.outcome if stop else "",
        scores=score(game, state, yardstick),
        point=_point(game, attempt.play) if stop else None,
    )


def _point(game: Game, play: Play) -> Point | None:
    if game.bargain is None or play.state.reached < WRITTEN_OFFER:
        return None
    # Imported for a deal alone: a story without one never pays for it.
    from negotiator.analysis.best_line import point_of

    return point_of(game, play.state)


def percentile(value: int, values: Sequence[int]) -> int:
    """Percent of the room that came to less, those who came to the same counted half; rounded half up, 0 to 100.

    `values` holds everybody's, this one included.
    """
    below = sum(one < value for one in values)
    same = sum(one == value for one in values)
    return (200 * below + 100 * same + len(values)) // (2 * len(values)) if values else 0


def quantile(values: Sequence[int], percent: int) -> int:
    """The smallest of the values, ascending, that at least so many percent do not go beyond."""
    return values[max(-(-len(values) * percent // 100) - 1, 0)]


def weights(game: Game) -> str:
    """What the table counts beside the story in each score, in percent: "courage 50 finesse 50 fit 50"."""
    deal = game.scenario.deal
    if deal is None:
        return "courage 0 finesse 0 fit 0"
    parts = deal.scores
    return f"courage {parts.courage} finesse {parts.finesse} fit {parts.fit}"

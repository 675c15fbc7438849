"""Many sessions of each strategy player over one deal, with counterparts of every style: means to judge a model by."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import TypeVar

from negotiator.analysis.players import Outcome, session
from negotiator.analysis.reading import Reading
from negotiator.analysis.strategies import CONDUCT, GUARDED, Conduct, Mode, Setting
from negotiator.bargaining.counterpart import Counterpart, Luck
from negotiator.bargaining.extremes import extremes
from negotiator.bargaining.manner import STYLES
from negotiator.bargaining.talk import PRIORITIES, Kind
from negotiator.game.bargain import GUARDED_PRIORITIES, Bargain
from negotiator.game.draw import draw
from negotiator.game.judged import contingent
from negotiator.game.judging.terms import Result
from negotiator.game.table_scores import TableScores, table_scores
from negotiator.scenario.models import Scenario

_Name = TypeVar("_Name", bound=str)
_ENDED = {Kind.ACCEPTED: "agreed", Kind.IMPASSE: "impasse", Kind.WITHDRAWN: "withdrawn"}
JUDGED = 20
"""Percent of the sessions that a score has to be judged in for its mean to be given."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a strategy over its runs."""

    runs: int
    deals: int
    impasses: int
    rescissions: int
    own: float
    """Mean points of the player; without a deal those of the alternative."""
    joint: float
    efficiency: float
    """Mean integrative efficiency (J - Jmin) / (Jmax - Jmin) of the deals."""
    trust: float
    """Mean at the end, 0 to 10."""
    turns: float
    """Mean number of messages."""
    courage: float | None
    """Means of the scores of those sessions in which there was enough to judge; None where these are few."""
    finesse: float | None
    fit: float | None


def setting_of(scenario: Scenario) -> Setting:
    """The deal of a checked file, and how guarded and firm its counterpart is; without one, a hiring manager."""
    assert scenario.deal is not None
    bargain = Bargain(scenario)
    own = bargain.own
    if scenario.deal.counterpart is None:
        own = frozenset(one.id for one in bargain.deal.limits if "hiring_manager" in one.lifted_by)
    return Setting(bargain.deal, dict(enumerate(bargain.guarded)), bargain.firm, own, contingent(bargain))


def simulate(setting: Setting, modes: Iterable[Mode], runs: int, seed: int) -> dict[Mode, Tally]:
    """Play `runs` sessions for each mode; run n meets the same counterpart in every mode."""
    outcomes = sessions(setting, {mode: CONDUCT[mode] for mode in modes}, runs, seed)
    return {mode: tally(setting, outcomes[mode]) for mode in outcomes}


def sessions(
    setting: Setting, players: Mapping[_Name, Conduct], runs: int, seed: int
) -> dict[_Name, list[Outcome]]:
    """The sessions of each player. Run n of a name is the same whoever else plays."""
    people = [Counterpart(setting.deal, manner) for manner in STYLES.values()]
    return {
        name: [
            session(people[draw(len(people), seed, "person", run)], setting, conduct, keyed(seed, run, name))
            for run in range(runs)
        ]
        for name, conduct in players.items()
    }


def keyed(seed: int, run: int, player: str) -> Luck:
    """Luck that depends on the run, the player and the purpose of the draw alone."""
    return lambda below, purpose: draw(below, seed, player, run, purpose)


def scores(setting: Setting, outcome: Outcome) -> TableScores:
    """The three scores of a session. The player's guess of the other's mind is what it was told, else its own order."""
    deal, talk = setting.deal, outcome.talk
    reading = Reading(deal)
    order = sorted(range(len(deal.issues)), key=lambda at: -reading.weight(talk, at))
    result = Result(
        kind=_ENDED[outcome.kind],
        package=outcome.package,
        guess=tuple(order[:2]),
        least=tuple(order[-1:]),
        guards={
            PRIORITIES: GUARDED_PRIORITIES,
            **{issue.id: setting.guarded.get(at, GUARDED) for at, issue in enumerate(deal.issues)},
        },
        contingent=setting.contingent,
    )
    return table_scores(deal, talk, result)


def tally(setting: Setting, outcomes: Sequence[Outcome], *, judge: bool = True) -> Tally:
    """Means over sessions; without judging, the scores are None."""
    low, high = extremes(setting.deal)
    deals = [one for one in outcomes if one.kind is Kind.ACCEPTED]
    spread = max(high - low, 1)
    judged = [scores(setting, one) for one in outcomes] if judge else []
    return Tally(
        runs=len(outcomes),
        deals=len(deals),
        impasses=sum(one.kind is Kind.IMPASSE for one in outcomes),
        rescissions=sum(one.kind is Kind.WITHDRAWN for one in outcomes),
        own=mean(one.point[0] for one in outcomes),
        joint=mean(sum(one.point) for one in outcomes),
        efficiency=mean((sum(one.point) - low) / spread for one in deals) if deals else 0.0,
        trust=mean(one.talk.trust for one in outcomes),
        turns=mean(one.talk.turn for one in outcomes),
        courage=_mean([one.courage.score for one in judged]),
        finesse=_mean([one.finesse.score for one in judged]),
        fit=_mean([one.fit.score for one in judged]),
    )


def _mean(found: Sequence[int | None]) -> float | None:
    known = [score for score in found if score is not None]
    return mean(known) if known and 100 * len(known) >= JUDGED * len(found) else None

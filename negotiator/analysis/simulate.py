"""Many sessions of each strategy player over one deal, with counterparts of every style: means to judge a model by."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from negotiator.analysis.strategies import Mode, session
from negotiator.bargaining.counterpart import Counterpart, Luck
from negotiator.bargaining.deal import Deal
from negotiator.bargaining.extremes import extremes
from negotiator.bargaining.manner import STYLES
from negotiator.bargaining.talk import Kind
from negotiator.game.draw import draw


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


def simulate(deal: Deal, modes: Sequence[Mode], runs: int, seed: int) -> dict[Mode, Tally]:
    """Play `runs` sessions for each mode; run n meets the same counterpart in every mode."""
    people = [Counterpart(deal, manner) for manner in STYLES.values()]
    return {mode: _tally(deal, people, mode, runs, seed) for mode in modes}


def _tally(deal: Deal, people: list[Counterpart], mode: Mode, runs: int, seed: int) -> Tally:
    low, high = extremes(deal)
    outcomes = []
    for run in range(runs):
        person = people[draw(len(people), seed, "person", run)]
        outcomes.append(session(person, mode, keyed(seed, run, mode)))
    deals = [one for one in outcomes if one.kind is Kind.ACCEPTED]
    spread = max(high - low, 1)
    return Tally(
        runs=runs,
        deals=len(deals),
        impasses=sum(one.kind is Kind.IMPASSE for one in outcomes),
        rescissions=sum(one.kind is Kind.WITHDRAWN for one in outcomes),
        own=mean(one.point[0] for one in outcomes),
        joint=mean(sum(one.point) for one in outcomes),
        efficiency=mean((sum(one.point) - low) / spread for one in deals) if deals else 0.0,
        trust=mean(one.trust for one in outcomes),
        turns=mean(one.turns for one in outcomes),
    )


def keyed(seed: int, run: int, mode: Mode) -> Luck:
    """Luck that depends on the run and the purpose of the draw alone."""
    return lambda below, purpose: draw(below, seed, mode, run, purpose)

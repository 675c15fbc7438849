"""How courage, finesse and fit are spread over random plays, as players see them: 0 to 100."""

from collections import Counter
from collections.abc import Mapping

from negotiator.analysis.playtest.made import Made
from negotiator.analysis.playtest.report import Distribution
from negotiator.game.scores import finesse_of, placed


def distributions(made: Made) -> tuple[Distribution, ...]:
    """The story's part of the three scores; nothing where no play came to an ending."""
    tally = made.tally
    if not tally.courage:
        return ()
    proved = made.sums is not None
    asked = Counter[int | None]()
    for (total, asks), times in tally.finesse.items():
        asked[finesse_of(total, asks)] += times
    return (
        _spread("courage", _placed(made, tally.courage, 0), proved=proved),
        _spread("finesse", asked, proved=True),
        _spread("fit", _placed(made, tally.fit, 2), proved=proved),
    )


def _placed(made: Made, sums: Mapping[int, int], mark: int) -> Counter[int | None]:
    """Scores on the yardstick: the widest sums proved, else the widest seen."""
    spans = [(one.low[mark], one.high[mark]) for one in (made.sums or made.tally.reach).values()]
    worst, best = min(low for low, _ in spans), max(high for _, high in spans)
    scores = Counter[int | None]()
    for total, times in sums.items():
        scores[placed(total, worst, best)] += times
    return scores


def _spread(name: str, scores: Counter[int | None], *, proved: bool) -> Distribution:
    unjudged = scores.pop(None, 0)
    counts = sorted((score, times) for score, times in scores.items() if score is not None)
    return Distribution(name, tuple(counts), unjudged, proved)

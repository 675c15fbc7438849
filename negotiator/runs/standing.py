"""The scores of finished runs, worked out once for each run and kept."""

from pathlib import Path

from negotiator.game.rules import Game
from negotiator.game.scores import Scores, score
from negotiator.runs.cache import Answer, Cache, whole_number
from negotiator.runs.session import Session
from negotiator.runs.shelf import RunInfo
from negotiator.runs.yardsticks import yardstick_for
from negotiator.scenario.digest import rules_hash


def scores_of(run: RunInfo, game: Game, cache: Path) -> Scores:
    """The scores of a run on today's scenario.

    Raises:
        RunTrouble: the run cannot be read, or is of another scenario.
    """
    rules = rules_hash(game.scenario)
    kept = Cache(cache)
    answer = kept.get("scores", run.id, run.head, rules)
    found = _from(answer) if answer else None
    if found is None:
        state = Session.look(run.path, game).play.state
        found = score(game, state, yardstick_for(game, rules, cache))
        kept.put(
            "scores",
            run.id,
            run.head,
            rules,
            answer={
                "courage": found.courage,
                "finesse": found.finesse,
                "fit": found.fit,
                "asks": found.asks,
                "proved": found.proved,
            },
        )
    return found


def kept_scores(run: RunInfo, rules: str, cache: Path) -> Scores | None:
    """The scores if they were worked out before under these rules; no scenario is needed."""
    answer = Cache(cache).get("scores", run.id, run.head, rules)
    return _from(answer) if answer else None


def _from(answer: Answer) -> Scores | None:
    asks, proved = whole_number(answer, "asks"), answer.get("proved")
    if asks is None or not isinstance(proved, bool):
        return None
    courage, finesse, fit = (whole_number(answer, key) for key in ("courage", "finesse", "fit"))
    return Scores(courage, finesse, fit, asks, proved)

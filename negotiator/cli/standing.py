"""Where a run stands, as one JSON document: the contract of scripts."""

from pathlib import Path

from negotiator.game.rules import Game, inspect
from negotiator.game.scores import score
from negotiator.game.state import State
from negotiator.game.step import WRITTEN_OFFER
from negotiator.runs.session import Session
from negotiator.runs.yardsticks import yardstick_for

Data = dict[str, object]


def standing(session: Session, cache: Path) -> Data:
    """Everything a script may want to know. What does not apply yet (ending, days left, a score) is null."""
    game, play, now = session.game, session.play, session.view
    scores = score(game, play.state, yardstick_for(game, session.rules, cache))
    return {
        "scenario": now.scenario,
        "hash": session.rules,
        "seed": session.seed,
        "ended": now.ending is not None,
        "ending": now.ending.id if now.ending else None,
        "outcome": now.ending.outcome if now.ending else None,
        "stage": now.stage,
        "reached": now.reached,
        "scene": now.scene,
        "visit": now.visit,
        "field": now.field,
        "days_left": now.days_left,
        "state": inspect(game, play.state),
        "facts": [fact.id for fact in now.facts],
        "choices": [
            {"id": choice.id, "enabled": choice.enabled, "number": choice.number} for choice in now.choices
        ],
        "scores": {"courage": scores.courage, "finesse": scores.finesse, "fit": scores.fit},
        "asks": scores.asks,
        "scores_proved": scores.proved,
        "log": [
            {
                "scene": game.places[turn.before.scene].id,
                "move": turn.move.kind,
                "choice": turn.move.choice,
                "line": turn.move.line,
                "outcome": turn.outcome,
            }
            for turn in play.turns
        ],
        "deal": _deal(game, play.state),
        "undone": play.undone,
        "kept": list(session.kept),
        "notice": session.notice,
        "run": session.id,
        "path": str(session.path),
    }


def _deal(game: Game, state: State) -> Data | None:
    if game.bargain is None or state.reached < WRITTEN_OFFER:
        return None
    # Imported for a deal alone: a story without one never pays for it.
    from negotiator.cli.dealstanding import deal_standing

    return deal_standing(game, state)

"""A run as data: everything that was said and done, in order, for people and programs to read."""

from dataclasses import asdict

from negotiator.game.play import Turn
from negotiator.game.rules import Game, inspect
from negotiator.game.saying import saying_of
from negotiator.game.state import Learned, Replied
from negotiator.game.view import scene_text
from negotiator.runs.session import Session

Data = dict[str, object]


def run_data(session: Session) -> Data:
    """Nested dictionaries, lists and plain values without None, ready for JSON and TOML."""
    play, now = session.play, session.view
    data: Data = {
        "run": session.id,
        "scenario": now.scenario,
        "title": now.title,
        "rules": session.rules,
        "seed": session.seed,
        "created": session.created.isoformat(timespec="seconds"),
        "branched_from": session.origin.branched_from,
        "ended": now.ending is not None,
        "stage": now.stage,
        "scene": now.scene,
        "state": inspect(session.game, play.state),
        "facts": [fact.says for fact in now.facts],
        "undone": play.undone,
        "kept": list(session.kept),
        "turns": [_turn(session.game, number, turn) for number, turn in enumerate(play.turns, 1)],
    }
    if now.days_left is not None:
        data["days_left"] = now.days_left
    if now.ending:
        data["ending"] = {**asdict(now.ending), "paragraphs": list(now.ending.paragraphs)}
    return data


def run_toml(session: Session) -> str:
    """The run as a TOML document."""
    import tomli_w

    return tomli_w.dumps(run_data(session))


def _turn(game: Game, number: int, turn: Turn) -> Data:
    place = game.places[turn.before.scene]
    facts = game.scenario.facts
    saying = saying_of(game, turn.before.scene, turn.move)
    option = place.by_id[turn.move.choice] if turn.move.kind == "choose" else None
    marks = (option.courage, option.finesse, option.fit) if option else (0, 0, 0)
    return {
        "number": number,
        "scene": place.id,
        "place": place.model.place,
        "with": [game.scenario.people[who].name for who in place.model.with_],
        "text": "\n\n".join(scene_text(game, turn.before)),
        "move": turn.move.kind,
        "choice": turn.move.choice,
        "line": turn.move.line,
        "say" if saying.spoken else "do": saying.text,
        "outcome": turn.outcome,
        "replies": [event.text for event in turn.events if isinstance(event, Replied)],
        "learned": [facts[event.fact].says for event in turn.events if isinstance(event, Learned)],
        "marks": dict(zip(("courage", "finesse", "fit"), marks, strict=True)),
    }

"""A room as xAPI statements (version 1.0.3) for a learning record store: one for each decision, one for each result.

People are accounts with their pseudonyms. A statement's id comes from what it states, so that a second export of the
same room is taken for the first one by any store.
"""

from collections.abc import Iterator
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from negotiator import __version__
from negotiator.analysis.cohort import FORMULA, MEASURES, Cohort, Result, weights
from negotiator.analysis.cohort_choices import option_id
from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.saying import saying_of
from negotiator.game.view import choices
from negotiator.scenario.text import clean

HOME = "http://negotiator.invalid/class"
"""Where accounts and activities are named, unless told otherwise: a name, not an address that anybody answers."""
VERBS = {"answered": "answered", "completed": "completed", "suspended": "suspended"}
VERB = "http://adlnet.gov/expapi/verbs/"
ACTIVITY = "http://adlnet.gov/expapi/activities/"

Json = dict[str, object]


def statements(room: Cohort, home: str = HOME, group: str = "") -> list[Json]:
    """Every statement, by person, attempt and turn.

    home: an absolute address under which accounts and activities have their names.
    group: what tells this room from others that played the same case.
    """
    base = home.rstrip("/")
    return [one for result in room.results for one in _of(room, result, base, group)]


def _of(room: Cohort, result: Result, base: str, group: str) -> Iterator[Json]:
    attempt = result.attempt
    case = f"{base}/scenario/{quote(room.game.scenario.id, safe='')}"
    told = [(at, turn) for at, turn in enumerate(attempt.play.turns) if turn.told]
    for number, (at, turn) in enumerate(told, 1):
        when = attempt.times[at] if at < len(attempt.times) else ""
        one = _statement(room, result, base, group, (str(number), "answered"), when)
        one["object"] = _question(room.game, turn, case)
        one["result"] = _answer(turn, base)
        yield one
    done = "completed" if result.finished else "suspended"
    when = attempt.times[-1] if attempt.times else ""
    one = _statement(room, result, base, group, ("result", done), when)
    one["object"] = _case(room.game, case)
    one["result"] = _result(result, base, weights(room.game))
    yield one


def _statement(room: Cohort, result: Result, base: str, group: str, what: tuple[str, str], when: str) -> Json:
    """What every statement says: id, who, verb, when, in which attempt of which case."""
    attempt, scenario = result.attempt, room.game.scenario
    case = f"{base}/scenario/{quote(scenario.id, safe='')}"
    named = "\x1f".join((base, group, scenario.id, attempt.key, str(attempt.number), *what))
    registration = uuid5(NAMESPACE_URL, "\x1f".join((base, group, attempt.key, str(attempt.number))))
    statement: Json = {
        "id": str(uuid5(NAMESPACE_URL, named)),
        "actor": {
            "objectType": "Agent",
            "name": _words(attempt.person) or "somebody",
            "account": {"homePage": base, "name": attempt.key},
        },
        "verb": {"id": f"{VERB}{VERBS[what[1]]}", "display": {"en": VERBS[what[1]]}},
        "context": {
            "registration": str(registration),
            "platform": f"Negotiator {__version__}",
            "language": scenario.language,
            "contextActivities": {"grouping": [{"objectType": "Activity", "id": case}]},
            "extensions": {
                f"{base}/attempt": attempt.number,
                f"{base}/seat": attempt.seat,
                f"{base}/moves-by-others": attempt.by_others,
            },
        },
        "version": "1.0.3",
    }
    if when:
        statement["timestamp"] = when
    return statement


def _question(game: Game, turn: Turn, case: str) -> Json:
    """A scene as a question with its choices; a table has none that could be listed."""
    place = game.places[turn.before.scene]
    definition: Json = {
        "name": {game.scenario.language: _words(place.model.place) or place.id},
        "type": f"{ACTIVITY}cmi.interaction",
        "interactionType": "choice" if turn.move.kind == "choose" else "other",
    }
    if turn.move.kind == "choose":
        definition["choices"] = [
            {"id": one.id, "description": {game.scenario.language: _words(one.text) or one.id}}
            for one in choices(game, turn.before)
        ]
    else:
        said = saying_of(game, turn.before.scene, turn.move).text
        definition["description"] = {game.scenario.language: _words(said)}
    return {
        "objectType": "Activity",
        "id": f"{case}/scene/{quote(place.id, safe='')}",
        "definition": definition,
    }


def _answer(turn: Turn, base: str) -> Json:
    answer: Json = {"response": option_id(turn) if turn.move.kind == "choose" else turn.move.text}
    if turn.outcome:
        answer["extensions"] = {f"{base}/outcome": turn.outcome}
    return answer


def _case(game: Game, case: str) -> Json:
    definition = {
        "name": {game.scenario.language: _words(game.scenario.title)},
        "type": f"{ACTIVITY}simulation",
    }
    return {"objectType": "Activity", "id": case, "definition": definition}


def _result(result: Result, base: str, counted: str) -> Json:
    """What an attempt came to. There is no single score, so each measure is an extension; what has none is left out."""
    measures = {
        f"{base}/{name.replace('points', 'own-points')}": value
        for name in MEASURES
        if (value := result.value(name)) is not None
    }
    found: Json = {
        "completion": result.finished,
        "extensions": {
            **measures,
            f"{base}/formula": FORMULA,
            f"{base}/table-weights": counted,
            f"{base}/status": "completed" if result.finished else "unfinished",
            **({f"{base}/their-points": result.point[1]} if result.point else {}),
        },
    }
    if result.finished:
        found["response"] = f"{result.ending} ({result.outcome})"
    return found


def _words(text: str) -> str:
    return " ".join(clean(text).split())

"""A room as JSON data for the instructor: raw numbers, pseudonyms, no real names."""

from dataclasses import asdict

from negotiator.analysis.cohort import FORMULA, MEASURES, Cohort, Result, percentile, weights
from negotiator.analysis.cohort_choices import option_id, spots
from negotiator.analysis.cohort_deals import room_map
from negotiator.analysis.cohort_pairs import Apart, Way, pairs

Data = dict[str, object]


def cohort_data(room: Cohort, findings: tuple[str, ...] = ()) -> Data:
    """Nested dictionaries, lists and plain values, ready for json.dumps."""
    scenario = room.game.scenario
    found = room_map(room)
    return {
        "scenario": scenario.id,
        "title": scenario.title,
        "formula": FORMULA,
        "table_weights": weights(room.game),
        "people": len(room.firsts),
        "finished": len(room.finished),
        "attempts": [_result(room, one) for one in room.results],
        "decisions": [asdict(spot) for spot in spots(room)],
        "deals": None
        if found is None
        else {
            "deals": [
                {"own": own, "theirs": theirs, "people": count} for (own, theirs), count in found.map.deals
            ],
            "frontier": [list(point) for point in found.map.frontier],
            "letter": list(found.map.letter),
            "no_deal": list(found.map.nothing),
            "on_frontier": found.on_frontier,
        },
        "pairs": [_pair(one) for one in pairs(room)],
        "findings": list(findings),
    }


def _result(room: Cohort, one: Result) -> Data:
    attempt = one.attempt
    counts = one.finished and attempt.number == 1
    return {
        "person": attempt.person,
        "key": attempt.key,
        "attempt": attempt.number,
        "status": "completed" if one.finished else "unfinished",
        "seat": attempt.seat,
        "seed": attempt.play.first.seed,
        "ending": one.ending or None,
        "outcome": one.outcome or None,
        **{name: one.value(name) for name in MEASURES},
        "their_points": one.point[1] if one.point else None,
        "percentiles": {
            name: percentile(value, room.values(name)) if counts and value is not None else None
            for name in MEASURES
            for value in (one.value(name),)
        },
        "taken_back": attempt.play.undone,
        "moves_by_others": attempt.by_others,
        "note": attempt.note,
        "decisions": [
            {
                "scene": room.game.places[turn.before.scene].id,
                "move": turn.move.kind,
                "choice": option_id(turn),
                "line": turn.move.line,
                "outcome": turn.outcome,
            }
            for turn in attempt.play.turns
            if turn.told
        ],
    }


def _pair(one: Apart) -> Data:
    return {
        "shared": [deed.text for deed in one.shared],
        "parted": one.place,
        "higher": _way(one.higher),
        "lower": _way(one.lower),
    }


def _way(way: Way) -> Data:
    return {"key": way.result.attempt.key, "deeds": [deed.text for deed in way.deeds]}

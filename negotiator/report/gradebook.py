"""The gradebook of a room: a row for each attempt of each person, for the instructor alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from negotiator.analysis.cohort import FORMULA, MEASURES, Cohort, Result, percentile, weights
from negotiator.analysis.cohort_choices import option_id
from negotiator.game.rules import Game
from negotiator.report.sheet import SheetCell, sheet
from negotiator.runs.roster import Known, Listed, Roster

HEAD = (
    *("student", "name", "pseudonym", "attempt", "kind", "status", "seat", "ending", "outcome", "decisions"),
    *("courage", "finesse", "fit", "own points", "their points"),
    *("courage percentile", "finesse percentile", "fit percentile", "own points percentile"),
    *("taken back", "moves by others", "formula", "table weights", "note"),
)
NOT_PLAYED = "not played"


def gradebook(room: Cohort, people: Mapping[str, Known], roster: Roster | None = None) -> str:
    """The gradebook as CSV. First attempts come first, then retries, then who is on the roster and has not played.

    people: by the key of their attempts.
    """
    scenes = _scenes(room)
    head = [*HEAD, *(name for one in scenes for name in (f"{one}: chosen", f"{one}: marks"))]
    return sheet(head, _rows(room, people, roster, scenes))


def _rows(
    room: Cohort, people: Mapping[str, Known], roster: Roster | None, scenes: Sequence[str]
) -> Iterator[list[SheetCell]]:
    came: set[Listed] = set()
    for one in (*room.firsts, *room.retries):
        known = people.get(one.attempt.key, Known())
        listed = roster.find(known.name, known.student, known.listed) if roster else None
        if listed:
            came.add(listed)
        student = listed.student if listed else known.student
        name = listed.name if listed and listed.name else known.name
        yield [student, name, *_result(room, one), *_questions(room.game, one, scenes)]
    for listed in roster.everybody if roster else ():
        if listed not in came:
            empty = [None] * (len(HEAD) - 6 + 2 * len(scenes))
            yield [listed.student, listed.name, None, None, None, NOT_PLAYED, *empty]


def _result(room: Cohort, one: Result) -> Iterable[SheetCell]:
    attempt = one.attempt
    yield attempt.person
    yield attempt.number
    yield "first" if attempt.number == 1 else "retry"
    yield "completed" if one.finished else "unfinished"
    yield attempt.seat
    yield one.title
    yield one.outcome
    yield sum(turn.told for turn in attempt.play.turns)
    yield from (one.value(name) for name in ("courage", "finesse", "fit"))
    yield from one.point or (None, None)
    yield from (_place(room, one, name) for name in MEASURES)
    yield attempt.play.undone
    yield attempt.by_others
    yield FORMULA
    yield weights(room.game)
    yield attempt.note


def _place(room: Cohort, one: Result, measure: str) -> int | None:
    """The percentile of a finished first attempt among the others."""
    value = one.value(measure)
    counts = one.finished and one.attempt.number == 1 and value is not None
    return percentile(value or 0, room.values(measure)) if counts else None


def _scenes(room: Cohort) -> list[str]:
    """Scenes in which anybody did anything, in the author's order."""
    seen = {turn.before.scene for one in room.results for turn in one.attempt.play.turns if turn.told}
    return [room.game.places[at].id for at in sorted(seen)]


def _questions(game: Game, one: Result, scenes: Sequence[str]) -> Iterator[str]:
    """For each scene what was done there, in order, and the marks of it, summed."""
    done: dict[str, list[str]] = {}
    marks: dict[str, list[int]] = {}
    for turn in one.attempt.play.turns:
        if not turn.told:
            continue
        place = game.places[turn.before.scene]
        came = f"/{turn.outcome}" if turn.outcome else ""
        done.setdefault(place.id, []).append(f"{option_id(turn)}{came}")
        if option := place.by_id.get(turn.move.choice):
            had = marks.setdefault(place.id, [0, 0, 0])
            for at, mark in enumerate((option.courage, option.finesse, option.fit)):
                had[at] += mark
    for scene in scenes:
        yield " > ".join(done.get(scene, ()))
        yield "courage {} finesse {} fit {}".format(*marks[scene]) if scene in marks else ""

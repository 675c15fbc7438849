"""What the projector can show of a room: slides in steps, without a name, and no number of people under five."""

from collections import Counter
from collections.abc import Iterator, Sequence

from negotiator.analysis.cohort import MEASURES, Attempt, Cohort, cohort
from negotiator.analysis.cohort_choices import AT_THE_TABLE, Spot, Taken, spots
from negotiator.analysis.cohort_deals import room_map
from negotiator.analysis.cohort_privacy import LEAST, Count, disclosed
from negotiator.classroom.hall import Hall
from negotiator.game.rules import Game
from negotiator.game.scores import Yardstick
from negotiator.report.cohort import NAMES, bands
from negotiator.report.wording import ARC, OUTCOMES, spoken

Slide = dict[str, object]
MAP = (900, 560)
"""Pixels of the map of deals."""
QUESTION = "What did you do first?"
TABLE_QUESTION = "What would you do first at the table?"


def first_attempts(room: Hall) -> tuple[Attempt, ...]:
    """What the wall is about: first attempts of everybody who sits at the game."""
    chairs = (one for one in room.chairs.values() if not one.removed and one.seat != "observer")
    return tuple(Attempt(one.place, one.name, 1, one.first.play) for one in chairs)


def wall_slides(game: Game, attempts: Sequence[Attempt], yardstick: Yardstick) -> list[Slide]:
    """The slides of these attempts, scored."""
    return slides(cohort(game, attempts, yardstick))


def slides(found: Cohort) -> list[Slide]:
    """Every slide that there is something to show on, in order; the first one is the way in."""
    return [
        {"id": "join", "title": "Take a chair", "steps": 1},
        *_progress(found),
        *_decisions(found),
        *_after(found),
    ]


def few(count: int) -> str:
    """A number of people by itself: "12", or "a few" under five."""
    return str(disclosed((count,))[0])


def _bars(names: Sequence[str], counts: Sequence[int]) -> list[dict[str, object]]:
    """Names with their counts in words, and the length of their bars in percent of the longest."""
    shown = disclosed(counts)
    lengths = [_length(one, counts) for one in shown]
    most = max([*lengths, 1])
    return [
        {"name": name, "people": str(one), "percent": round(100 * length / most), "held": one.people is None}
        for name, one, length in zip(names, shown, lengths, strict=True)
    ]


def _length(shown: Count, counts: Sequence[int]) -> int:
    if shown.people is not None:
        return shown.people
    return LEAST - 1 if shown.few else min(one for one in counts if one >= LEAST)


def _progress(found: Cohort) -> Iterator[Slide]:
    if len(found.firsts) < LEAST:
        return
    done = Counter(
        "at an ending" if one.finished else ARC[_stage(found, one.attempt)] for one in found.firsts
    )
    names = [*ARC.values(), "at an ending"]
    bars = _bars([name.capitalize() for name in names], [done[name] for name in names])
    yield {"id": "progress", "title": "Where everybody is", "steps": 1, "bars": bars}


def _stage(found: Cohort, attempt: Attempt) -> str:
    from negotiator.scenario.models import STAGES

    return STAGES[found.game.places[attempt.play.state.scene].stage]


def _decisions(found: Cohort) -> Iterator[Slide]:
    """Question, predict, reveal. Choices stand in the author's order: any other would give the answer away."""
    for spot in spots(found):
        if spot.people >= LEAST and len(spot.options) > 1:
            options = _in_order(found, spot)
            names = [spoken(one.text, one.spoken) for one in options]
            yield {
                "id": f"scene {spot.scene}",
                "title": spot.place or spot.scene,
                "steps": 3,
                "question": TABLE_QUESTION if spot.table else QUESTION,
                "options": [] if spot.table else names,
                "bars": _bars(names, [one.people for one in options]),
            }


def _in_order(found: Cohort, spot: Spot) -> list[Taken]:
    place = next(one for one in found.game.places if one.id == spot.scene)
    order = [*(option.id for option in place.options), *AT_THE_TABLE]
    return sorted(spot.options, key=lambda one: order.index(one.id) if one.id in order else len(order))


def _after(found: Cohort) -> Iterator[Slide]:
    done = found.finished
    if len(done) < LEAST:
        return
    endings = Counter((one.title, one.outcome) for one in done).most_common()
    names = [f"{title} ({OUTCOMES[outcome]})" for (title, outcome), _ in endings]
    yield {
        "id": "endings",
        "title": "How it ended",
        "steps": 1,
        "bars": _bars(names, [count for _, count in endings]),
    }
    for name in MEASURES:
        values = found.values(name)
        if len(values) >= LEAST:
            spread = bands(values, hundred=name != "points")
            bars = _bars([f"{start} to {end}" for start, end, _ in spread], [count for *_, count in spread])
            yield {"id": f"score {name}", "title": NAMES[name], "steps": 1, "bars": bars}
    drawn = room_map(found)
    if drawn is not None and drawn.people >= LEAST:
        from negotiator.report.mapping_svg import map_svg

        svg = map_svg(drawn.map, *MAP, name="wall-map")
        yield {"id": "deals", "title": "Every deal on the map", "steps": 1, "svg": svg}

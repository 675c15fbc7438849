"""What a room chose at each decision, and what came of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from negotiator.analysis.cohort import Cohort, Result, quantile
from negotiator.game.play import Turn
from negotiator.game.rules import Game
from negotiator.game.view import choices
from negotiator.scenario.models import STAGES

AT_THE_TABLE = {
    "propose": "Sent a package",
    "offer-set": "Offered a choice of packages",
    "ask": "Asked a question",
    "tell": "Told what matters to them",
    "pause": "Asked for a limit to be lifted",
    "accept": "Accepted",
    "walk": "Left the table",
}
"""First moves at a table, by the kind of move."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One of the things that could be done at a decision."""

    id: str
    """Of the choice, or the kind of a move at the table."""
    text: str
    spoken: bool
    people: int
    """Who did this first, here."""
    ended: int
    """Of these, who have come to an ending."""
    signed: int
    """Of these, who signed."""
    came: tuple[tuple[str, int], ...]
    """Outcomes that were drawn, by id, with people."""
    middle: tuple[tuple[str, int], ...]
    """For each measure the middle value of those who finished, with nothing where there are none."""
    judged: int
    """People behind the middle values."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A decision: the first thing done in a scene."""

    scene: str
    place: str
    stage: str
    table: bool
    moment: bool
    """A choice here is one of the moments the author marked."""
    people: int
    options: tuple[Taken, ...]
    """What most did first, then what nobody did although it was open to somebody."""


@dataclass(slots=True)
class _Here:
    """What is gathered about a scene."""

    scene: int
    order: list[int] = field(default_factory=list)
    who: dict[str, list[tuple[Result, Turn]]] = field(default_factory=dict)
    stood: dict[str, None] = field(default_factory=dict)


def spots(room: Cohort) -> tuple[Spot, ...]:
    """Every decision that somebody made in a first attempt, in the order in which people came to them."""
    found: dict[int, _Here] = {}
    for result in room.firsts:
        for number, turn in _first_visits(result):
            here = found.setdefault(turn.before.scene, _Here(turn.before.scene))
            here.order.append(number)
            here.who.setdefault(option_id(turn), []).append((result, turn))
            for seen in choices(room.game, turn.before):
                if seen.enabled:
                    here.stood.setdefault(seen.id)
    ordered = sorted(found.values(), key=lambda one: (sum(one.order) / len(one.order), one.scene))
    return tuple(_spot(room.game, one) for one in ordered)


def option_id(turn: Turn) -> str:
    """What a turn counts as: the id of its choice, or the kind of its move at the table."""
    return turn.move.choice or turn.move.kind


def _first_visits(result: Result) -> Iterable[tuple[int, Turn]]:
    seen: set[int] = set()
    for number, turn in enumerate(result.attempt.play.turns, 1):
        if turn.told and turn.before.scene not in seen:
            seen.add(turn.before.scene)
            yield number, turn


def _spot(game: Game, here: _Here) -> Spot:
    place = game.places[here.scene]
    ids = sorted(here.who, key=lambda one: (-len(here.who[one]), one))
    ids += [one for one in here.stood if one not in here.who and place.exits is None]
    return Spot(
        scene=place.id,
        place=place.model.place,
        stage=STAGES[place.stage],
        table=place.exits is not None,
        moment=any(option.model.moment for option in place.options),
        people=len(here.order),
        options=tuple(_taken(game, here, one) for one in ids),
    )


def _taken(game: Game, here: _Here, option: str) -> Taken:
    model = by_id.model if (by_id := game.places[here.scene].by_id.get(option)) else None
    who = here.who.get(option, [])
    done = [result for result, _ in who if result.finished]
    text = AT_THE_TABLE.get(option, option) if model is None else model.words
    return Taken(
        id=option,
        text=text,
        spoken=model is not None and model.say is not None,
        people=len(who),
        ended=len(done),
        signed=sum(one.outcome == "signed" for one in done),
        came=tuple(sorted(Counter(turn.outcome for _, turn in who if turn.outcome).items())),
        middle=tuple(_middles(done)),
        judged=len(done),
    )


def _middles(done: list[Result]) -> Iterable[tuple[str, int]]:
    for measure in ("points", "courage", "finesse", "fit"):
        values = sorted(value for one in done if (value := one.value(measure)) is not None)
        if values:
            yield measure, quantile(values, 50)

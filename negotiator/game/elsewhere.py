"""Beginning in the middle: a moment put together by ids, for authors who want to see just that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from negotiator.game.rules import Game, word
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.game.step import WRITTEN_OFFER, arrive
from negotiator.scenario.meaning import FLAG, Names
from negotiator.scenario.models import STAGES, Value


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a story in the author's names, so that it outlives changes of the file.

    What is left out is as it is at the start of the story, or as it must be for that scene.
    """

    scene: str = ""
    """Empty for the scene the story starts in."""
    values: Mapping[str, Value] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    days: int | None = None
    """Days the offer has left; None for its full term."""
    reached: str = ""
    """Furthest stage so far; empty for that of the scene."""
    inside: bool = False
    """The scene has been entered already: this is no new visit."""
    visits: Mapping[str, int] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()
    """Choices that have happened as scene.choice, outcomes as scene.choice.outcome."""
    lifted: frozenset[str] = frozenset()
    agreed: Mapping[str, str] = field(default_factory=dict)
    """The option of each term, once there is an agreement."""
    marks: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Sums of courage and finesse, questions asked, sum of fit."""


def moment_of(game: Game, state: State) -> Moment:
    """The moment a state is. What was said at a table, and what was put down in the notebook, is not part of it."""
    places = {place.id: state.visits >> at * VISIT_BITS & MAX_VISITS for at, place in enumerate(game.places)}
    terms = Names.of(game.scenario).terms
    return Moment(
        scene=game.places[state.scene].id,
        values={name: word(game, at, state.values[at]) for at, name in enumerate(game.state_ids)},
        facts=frozenset(name for at, name in enumerate(game.fact_ids) if state.facts >> at & 1),
        days=state.days if game.days >= 0 else None,
        reached=STAGES[state.reached],
        inside=True,
        visits={name: count for name, count in places.items() if count},
        taken=frozenset(name for name, bit in _bits(game) if state.taken & bit),
        lifted=frozenset(name for at, name in enumerate(game.limit_ids) if state.lifted >> at & 1),
        agreed={
            name: terms[name][at]
            for name, at in zip(game.slots.terms, state.agreed, strict=False)
            if at < len(terms[name])
        },
        marks=(state.courage, state.finesse, state.asks, state.fit),
    )


def at_scene(moment: Moment, scene: str) -> Moment:
    """The same knowledge and the same moods, on coming to another scene; the stage is that scene's own."""
    return replace(moment, scene=scene, inside=False, reached="")


def placed(game: Game, moment: Moment, seed: int = 0) -> State:
    """The state of a moment. Names that the story does not have any more are passed over."""
    scene = _scene(game, moment.scene)
    inside = moment.inside and scene is not None
    at = game.start if scene is None else scene
    place = game.places[at]
    reached = STAGES.index(moment.reached) if moment.reached else place.stage
    full = game.days
    courage, finesse, asks, fit = moment.marks
    state = State(
        seed=seed,
        scene=at,
        ending=-1,
        values=_values(game, moment.values),
        facts=_facts(game, moment.facts),
        taken=sum(bit for name, bit in _bits(game) if name in moment.taken),
        visits=_visits(game, moment.visits),
        reached=reached,
        days=full if moment.days is None else min(moment.days, full),
        field=0 if reached >= WRITTEN_OFFER else _field(game, at),
        courage=courage,
        finesse=finesse,
        asks=asks,
        fit=fit,
        lifted=sum(1 << bit for bit, name in enumerate(game.limit_ids) if name in moment.lifted),
        agreed=_agreed(game, moment.agreed),
    )
    if inside:
        return state
    _, _, visits, reached, running = arrive(game, state, at, [])
    return state._replace(visits=visits, reached=reached, field=running)


def _scene(game: Game, name: str) -> int | None:
    return game.slots.scenes.get(game.scene_now.get(name, name)) if name else None


def _facts(game: Game, known: frozenset[str]) -> int:
    facts = game.scenario.facts.items()
    return sum(1 << bit for bit, (name, fact) in enumerate(facts) if known & {name, *fact.renamed_from})


def _values(game: Game, values: Mapping[str, Value]) -> tuple[int, ...]:
    return tuple(
        first if (number := number_of(game, name, values.get(name))) is None else number
        for name, first in zip(game.state_ids, game.first_values, strict=True)
    )


def number_of(game: Game, name: str, value: Value | None) -> int | None:
    """A value of a declared state as the engine keeps it; None when that state cannot have it."""
    var = game.scenario.state[name]
    words: tuple[Value, ...] = Names.of(game.scenario).states[name]
    if words == FLAG:
        return int(value) if isinstance(value, bool) else None
    if words:
        return words.index(value) if value in words else None
    low, high = getattr(var, "min", 0), getattr(var, "max", 0)
    return value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else None


def _bits(game: Game) -> Iterator[tuple[str, int]]:
    """Every choice and outcome with its bit, by every name it has had."""
    for place in game.places:
        scenes = (place.id, *place.model.renamed_from)
        for option in place.options:
            for scene in scenes:
                for name in (option.id, *option.model.renamed_from):
                    yield f"{scene}.{name}", option.effects.bit
                    for branch in option.branches:
                        yield f"{scene}.{name}.{branch.id}", branch.effects.bit


def _visits(game: Game, visits: Mapping[str, int]) -> int:
    total = 0
    for name, count in visits.items():
        if (at := _scene(game, name)) is not None:
            total |= min(count, MAX_VISITS) << at * VISIT_BITS
    return total


def _field(game: Game, at: int) -> int:
    """How many are in the running: as the scene says, else as the last one before it in the file."""
    return next((place.field for place in reversed(game.places[: at + 1]) if place.field), 0)


def _agreed(game: Game, agreed: Mapping[str, str]) -> tuple[int, ...]:
    terms = Names.of(game.scenario).terms
    if not agreed or any(agreed.get(name) not in terms[name] for name in game.slots.terms):
        return ()
    return tuple(terms[name].index(agreed[name]) for name in game.slots.terms)

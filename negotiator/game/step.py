"""The one engine: start, what can be taken, and step."""

from negotiator.game.draw import draw
from negotiator.game.impossible import NotPossible
from negotiator.game.rules import STAY, Branch, Effects, Game, Option
from negotiator.game.state import (
    AT_TABLE,
    IN_NOTES,
    MAX_VISITS,
    VISIT_BITS,
    Changed,
    DaysPassed,
    Ended,
    Entered,
    Event,
    Learned,
    Lifted,
    Move,
    Narrowed,
    OfferMade,
    Replied,
    State,
    Step,
)
from negotiator.game.texts import say

WRITTEN_OFFER = 1


def start(game: Game, seed: int = 0) -> State:
    """The state in which the first scene has just been entered."""
    empty = State(seed, game.start, -1, game.first_values, 0, 0, 0, 0, game.days, 0, 0, 0, 0, 0)
    visits, reached, field = _enter(game, empty, game.start, [])
    return empty._replace(visits=visits, reached=reached, field=field)


def offered(game: Game, state: State) -> list[tuple[Option, bool]]:
    """The choices a player sees, in the author's order, each with whether it can be taken."""
    seen: list[tuple[Option, bool]] = []
    if state.ending >= 0:
        return seen
    taken = state.taken
    for option in game.places[state.scene].options:
        if option.once and taken & option.effects.bit:
            continue
        if option.when is None or option.when(state):
            seen.append((option, True))
        elif option.locked:
            seen.append((option, False))
    return seen


def takeable(game: Game, state: State) -> list[Option]:
    """The choices that can be taken now; none once the story has ended."""
    if state.ending >= 0:
        return []
    taken = state.taken
    return [
        option
        for option in game.places[state.scene].options
        if not (option.once and taken & option.effects.bit) and (option.when is None or option.when(state))
    ]


def step(game: Game, state: State, move: Move) -> Step:
    """What `move` leads to.

    Raises:
        NotPossible: when the story has ended, or the choice is unknown, locked or gone.
    """
    if move.kind in IN_NOTES:
        from negotiator.game.notes import noted

        return noted(game, state, move)
    if state.ending >= 0:
        raise NotPossible("The story has ended.", "Start a new run to play again.")
    if move.kind in AT_TABLE:
        if game.places[state.scene].exits is None:
            raise NotPossible("There is nothing to negotiate here.", "Terms are talked about at a table.")
        # Imported where terms are negotiated: a story without a table never pays for it.
        from negotiator.game.negotiate import negotiate

        return negotiate(game, state, move)
    if move.kind != "choose":
        raise NotPossible(f"There is no move '{move.kind}'.")
    option = game.places[state.scene].by_id.get(move.choice)
    if option is None:
        raise NotPossible(f"There is no choice '{move.choice}' here.")
    if option.once and state.taken & option.effects.bit:
        raise NotPossible(f"'{move.choice}' has been taken already.", "It can be taken once.")
    if option.when is not None and not option.when(state):
        raise NotPossible(f"'{move.choice}' cannot be taken now.", option.model.locked or "")
    return take(game, state, option, drawn(game, state, option))


def possible(option: Option, state: State) -> list[Branch]:
    """The outcomes that can come of a choice in this state."""
    return [branch for branch in option.branches if branch.when is None or branch.when(state)]


def drawn(game: Game, state: State, option: Option) -> Branch | None:
    """The outcome that luck has in store for this choice, if it has outcomes."""
    if not option.branches:
        return None
    branches = possible(option, state)
    if len(branches) < 2:
        return branches[0]
    if not game.dice:
        return max(branches, key=lambda branch: branch.weight)
    place = game.places[state.scene]
    visit = state.visits >> state.scene * VISIT_BITS & MAX_VISITS
    total = sum(branch.weight for branch in branches)
    ticket = draw(total, state.seed, game.scenario.id, place.key, visit, option.key)
    for branch in branches:
        ticket -= branch.weight
        if ticket < 0:
            return branch
    raise AssertionError("the weights add up to their sum")


def running(state: State) -> bool:
    """Whether there is a written offer whose days are counted."""
    return state.reached >= WRITTEN_OFFER and state.days >= 0


def overruns(option: Option, state: State) -> bool:
    """Whether the offer runs out on the way when this choice is taken."""
    return running(state) and option.days > state.days


def take(game: Game, state: State, option: Option, branch: Branch | None) -> Step:
    """Take a choice with a given outcome. `step` draws the outcome; the exact search tries each."""
    events: list[Event] = []
    parts = (option.effects,) if branch is None else (option.effects, branch.effects)
    for effects in parts:
        _reply(game, effects, state, events)
    values, facts, taken, lifted = state.values, state.facts, state.taken, state.lifted
    for effects in parts:
        if not taken & effects.bit:
            taken |= effects.bit
            if effects.change:
                values = _changed(values, effects)
            for bit, fact, teller in effects.learn:
                if not facts & bit:
                    facts |= bit
                    events.append(Learned(fact, teller))
        if effects.set:
            values = _set(values, effects)
        lifted |= effects.lift
    if values is not state.values:
        for slot, (old, new) in enumerate(zip(state.values, values, strict=True)):
            if old != new:
                events.append(Changed(game.state_ids[slot], old, new))
    if lifted != state.lifted:
        fresh = lifted & ~state.lifted
        events += [Lifted(name, lifted=True) for at, name in enumerate(game.limit_ids) if fresh >> at & 1]
    target = option.target if branch is None else branch.target
    days = state.days
    if option.days and running(state):
        days = max(days - option.days, -1)
        events.append(DaysPassed(option.days, days))
        if days < 0:
            target = game.expired
    scene, ending, visits, reached, field = arrive(game, state, target, events)
    first = not state.taken & option.effects.bit
    after = State(
        state.seed,
        scene,
        ending,
        values,
        facts,
        taken,
        visits,
        reached,
        days,
        field,
        state.courage + option.courage if first else state.courage,
        state.finesse + option.finesse if first else state.finesse,
        state.asks + option.asks if first else state.asks,
        state.fit + option.fit if first else state.fit,
        lifted,
        state.agreed,
        state.talk,
        state.brought,
        state.spoken,
        state.notes,
    )
    return Step(after, tuple(events), branch.id if branch else "")


def arrive(game: Game, state: State, target: int, events: list[Event]) -> tuple[int, int, int, int, int]:
    """Scene, ending, visits, furthest stage and field once one has gone to a target."""
    if target >= 0:
        return target, -1, *_enter(game, state, target, events)
    if target == STAY:
        return state.scene, -1, state.visits, state.reached, state.field
    ending = -2 - target
    events.append(Ended(game.stops[ending].id))
    return state.scene, ending, state.visits, state.reached, state.field


def _reply(game: Game, effects: Effects, state: State, events: list[Event]) -> None:
    for when, text in effects.replies:
        if when(state):
            events.append(Replied(say(game, state, text)))
            return
    if effects.reply:
        events.append(Replied(say(game, state, effects.reply)))


def _changed(values: tuple[int, ...], effects: Effects) -> tuple[int, ...]:
    new = list(values)
    for slot, by, low, high in effects.change:
        new[slot] = min(max(new[slot] + by, low), high)
    return tuple(new)


def _set(values: tuple[int, ...], effects: Effects) -> tuple[int, ...]:
    new = list(values)
    for slot, value in effects.set:
        new[slot] = value
    return tuple(new)


def _enter(game: Game, state: State, scene: int, events: list[Event]) -> tuple[int, int, int]:
    """Visits, furthest stage and field once `scene` has been entered."""
    place = game.places[scene]
    shift = scene * VISIT_BITS
    visit = state.visits >> shift & MAX_VISITS
    visits = state.visits + (1 << shift) if visit < MAX_VISITS else state.visits
    reached = max(state.reached, place.stage)
    field = place.field or state.field
    if reached >= WRITTEN_OFFER:
        field = 0
        if state.reached < WRITTEN_OFFER:
            events.append(OfferMade(game.days))
    elif field != state.field:
        events.append(Narrowed(state.field, field))
    events.append(Entered(place.id, min(visit + 1, MAX_VISITS)))
    return visits, reached, field

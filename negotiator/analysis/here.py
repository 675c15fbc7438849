"""What could happen at a moment: every choice, hidden ones with the reason, where each leads and what it changes.

It is the author's view and knows all secrets; `negotiator.game.view` is what a player may see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from negotiator.analysis.grounds import Ground, Grounds
from negotiator.game.rules import STAY, Branch, Effects, Game, Option, word
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.game.step import WRITTEN_OFFER, drawn, overruns, possible
from negotiator.game.typed import allowed
from negotiator.scenario.models import STAGES, Value
from negotiator.scenario.wording import written


class Standing(StrEnum):
    """How a choice stands at a moment."""

    OPEN = "open"
    """It can be taken."""
    LOCKED = "locked"
    """It is shown with its reason and cannot be taken."""
    HIDDEN = "hidden"
    """Its condition does not hold, and nothing is shown."""
    TAKEN = "taken"
    """It can be taken once, and has been."""


@dataclass(frozen=True, slots=True)
class Named:
    """A declared state."""

    name: str
    value: Value
    """As the author writes it."""
    allowed: str
    """What it can be, in words."""


@dataclass(frozen=True, slots=True)
class Known:
    """A fact, known or not."""

    id: str
    says: str
    known: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """One thing that can come of a choice."""

    outcome: str
    """Id of the outcome; empty where there is nothing to draw."""
    weight: int
    of: int
    """Its odds: `weight` in `of`; 0 in 1 when its condition does not hold."""
    target: str
    """Id of a scene or an ending; empty when one stays."""
    title: str
    """The scene's place or the ending's title; may be empty."""
    ends: bool
    """The story stops there."""
    late: bool
    """It is where one comes when the offer expires on the way."""
    next: bool
    """It is what luck has in store here."""
    why: tuple[Ground, ...]
    changes: tuple[str, ...]
    """In words; without what counts the first time only, once that is over."""


@dataclass(frozen=True, slots=True)
class Could:
    """A choice of the scene."""

    number: int
    """Its number on the player's screen; 0 when it is not there."""
    id: str
    text: str
    standing: Standing
    why: tuple[Ground, ...]
    """Its condition, part by part."""
    changes: tuple[str, ...]
    """What it changes whatever comes of it."""
    marks: tuple[int, int, int]
    """Courage, finesse and fit as they count: finesse is judged on questions and counters alone."""
    counted: bool
    """They have counted already: marks, changes and facts count once."""
    days: int
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is there only when its condition holds."""

    id: str
    holds: bool
    why: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """A moment, with everything an author wants to know of it."""

    scene: str
    place: str
    visit: int
    stage: str
    reached: str
    field: int
    """Candidates still in the running; 0 when unknown or over."""
    days: int | None
    """Days the offer has left; None while there is no letter."""
    term: int
    """Its full life; -1 without an offer in the story."""
    ending: str
    """Id of the ending the story has come to; empty while it goes on."""
    states: tuple[Named, ...]
    facts: tuple[Known, ...]
    passages: tuple[Passage, ...]
    choices: tuple[Could, ...]
    exits: tuple[tuple[str, Lead], ...]
    """Where a talk about terms leads: agreed, impasse, withdrawn, walk."""


def here(game: Game, state: State) -> Here:
    """Everything that could happen in a state."""
    place, grounds = game.places[state.scene], Grounds(game)
    over = state.ending >= 0
    live = state.reached >= WRITTEN_OFFER and game.days >= 0
    pieces = (game.stops[state.ending].model if over else place.model).more
    return Here(
        scene=place.id,
        place=place.model.place,
        visit=state.visits >> state.scene * VISIT_BITS & MAX_VISITS,
        stage=STAGES[place.stage],
        reached=STAGES[state.reached],
        field=state.field,
        days=state.days if live else None,
        term=game.days,
        ending=game.stops[state.ending].id if over else "",
        states=tuple(
            Named(name, word(game, at, state.values[at]), allowed(game, name))
            for at, name in enumerate(game.state_ids)
        ),
        facts=tuple(
            Known(name, fact.says, bool(state.facts >> at & 1))
            for at, (name, fact) in enumerate(game.scenario.facts.items())
        ),
        passages=tuple(_passage(grounds, name, piece.when, state) for name, piece in pieces.items()),
        choices=() if over else tuple(_choices(game, state, grounds)),
        exits=() if over else tuple(_exits(game, state)),
    )


def _passage(grounds: Grounds, name: str, when: str, state: State) -> Passage:
    why = grounds.of(when, state)
    return Passage(name, all(one.holds for one in why if not one.depth), why)


def _choices(game: Game, state: State, grounds: Grounds) -> Iterator[Could]:
    number = 0
    for option in game.places[state.scene].options:
        standing = _standing(option, state)
        seen = standing in (Standing.OPEN, Standing.LOCKED)
        number += seen
        model = option.model
        yield Could(
            number=number if seen else 0,
            id=option.id,
            text=model.words,
            standing=standing,
            why=grounds.of(model.when, state),
            changes=tuple(_changes(game, option.effects, state)),
            marks=(option.courage, option.finesse, option.fit),
            counted=bool(state.taken & option.effects.bit),
            days=option.days,
            leads=tuple(_leads(game, option, state, grounds)),
        )


def _standing(option: Option, state: State) -> Standing:
    if option.once and state.taken & option.effects.bit:
        return Standing.TAKEN
    if option.when is None or option.when(state):
        return Standing.OPEN
    return Standing.LOCKED if option.locked else Standing.HIDDEN


def _leads(game: Game, option: Option, state: State, grounds: Grounds) -> Iterator[Lead]:
    late = overruns(option, state)
    if not option.branches:
        yield _lead(game, state, game.expired if late else option.target, late=late)
        return
    open_now = possible(option, state)
    total = sum(branch.weight for branch in open_now)
    store = drawn(game, state, option) if open_now else None
    # By the author's order, not by that of the draw.
    by_id = {branch.id: branch for branch in option.branches}
    for name, model in option.model.outcomes.items():
        branch = by_id[name]
        can = branch in open_now
        odds = (branch.weight, total) if can else (0, 1)
        yield _lead(
            game,
            state,
            game.expired if late else branch.target,
            late=late,
            branch=branch,
            odds=odds,
            sure=branch is store,
            why=grounds.of(model.when, state),
        )


def _lead(
    game: Game,
    state: State,
    target: int,
    *,
    late: bool = False,
    branch: Branch | None = None,
    odds: tuple[int, int] = (1, 1),
    sure: bool = True,
    why: tuple[Ground, ...] = (),
) -> Lead:
    if target == STAY:
        name, title = "", ""
    elif target >= 0:
        name, title = game.places[target].id, game.places[target].model.place
    else:
        name, title = game.stops[-2 - target].id, game.stops[-2 - target].model.title
    return Lead(
        outcome=branch.id if branch else "",
        weight=odds[0],
        of=odds[1],
        target=name,
        title=title,
        ends=target < STAY,
        late=late,
        next=sure,
        why=why,
        changes=tuple(_changes(game, branch.effects, state)) if branch else (),
    )


def _exits(game: Game, state: State) -> Iterator[tuple[str, Lead]]:
    exits = game.places[state.scene].exits
    if exits is not None:
        for name in ("agreed", "impasse", "withdrawn", "walk"):
            yield name, _lead(game, state, getattr(exits, name))


def _changes(game: Game, effects: Effects, state: State) -> Iterator[str]:
    """What effects do in this state, in words."""
    values = list(state.values)
    if not state.taken & effects.bit:
        for slot, by, low, high in effects.change:
            before, values[slot] = values[slot], min(max(values[slot] + by, low), high)
            stops = "" if values[slot] - before == by else f", its {'highest' if by > 0 else 'lowest'}"
            yield f"{game.state_ids[slot]} {by:+d}: {before} to {values[slot]}{stops}"
        for bit, fact, teller in effects.learn:
            by_whom = f" from {teller}" if teller else ""
            yield f"knows {fact} already" if state.facts & bit else f"learns {fact}{by_whom}"
    for slot, value in effects.set:
        same = ", as it is" if values[slot] == value else ""
        yield f"{game.state_ids[slot]} = {written(word(game, slot, value))}{same}"
    for at, name in enumerate(game.limit_ids):
        if effects.lift >> at & 1 and not state.lifted >> at & 1:
            yield f"lifts {name}"

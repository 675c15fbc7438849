"""Which parts of the state can still matter in a scene: the rest is dropped, so that equal futures merge.

A part is alive in a scene when some condition in it, or in a scene that can follow, reads it. A choice's own
bit is alive as long as its scene can be visited (again), since a choice counts the first time only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from negotiator.analysis.branches import askable
from negotiator.analysis.conditions import Conditions
from negotiator.game.rules import STAY, Effects, Game, Option, Place
from negotiator.game.state import MAX_VISITS, VISIT_BITS


@dataclass(slots=True)
class Alive:
    """What can still matter, as masks and sets of indices."""

    slots: set[int] = field(default_factory=set)
    facts: int = 0
    taken: int = 0
    seen: int = 0
    """Scenes of which it matters whether they were visited."""
    counted: int = 0
    """Scenes of which the number of visits matters, eight bits a scene."""
    days: bool = False
    terms: set[int] = field(default_factory=set)
    """Positions in State.agreed."""
    trust: bool = False
    asks: set[str] = field(default_factory=set)
    """Conditions that can still be asked and ask for facts."""
    learnable: int = 0
    """Facts that can still be learned."""

    def add(self, other: "Alive") -> bool:
        """Take in what matters to another scene; whether anything was new."""
        before = self._size()
        self.slots |= other.slots
        self.facts |= other.facts
        self.taken |= other.taken
        self.seen |= other.seen
        self.counted |= other.counted
        self.days |= other.days
        self.terms |= other.terms
        self.trust |= other.trust
        self.asks |= other.asks
        self.learnable |= other.learnable
        return before != self._size()

    def _size(self) -> tuple[int, ...]:
        sizes = (
            len(self.slots),
            self.facts,
            self.taken,
            self.seen,
            self.counted,
            len(self.asks),
            self.learnable,
        )
        return (*sizes, self.days, len(self.terms), self.trust)


def targets(game: Game, place: Place, without: Option | None = None) -> Iterator[int]:
    """Every target a scene's choices name, `here` left out; the offer's expiry counts where days are spent.

    `without`: a choice that is not looked at.
    """
    for option in place.options:
        if option is without:
            continue
        for target in [branch.target for branch in option.branches] or [option.target]:
            if target != STAY:
                yield target
        if option.days and game.days >= 0:
            yield game.expired
    if place.exits is not None:
        yield from place.exits_all
        if game.days >= 0:
            yield game.expired


def note(game: Game, alive: Alive, condition: str | None, conditions: Conditions) -> None:
    """Mark what a condition reads as alive."""
    for read in conditions.reads(condition):
        if read.what == "state":
            alive.slots.add(game.slots.states[read.name])
        elif read.what == "knows":
            alive.facts |= 1 << game.slots.facts[read.name]
            alive.asks.add(str(condition))
        elif read.what == "chose":
            alive.taken |= 1 << game.slots.choices[read.name]
        elif read.what == "visited":
            alive.seen |= MAX_VISITS << game.slots.scenes[read.name] * VISIT_BITS
        elif read.what == "visits":
            alive.counted |= MAX_VISITS << game.slots.scenes[read.name] * VISIT_BITS
        elif read.what == "days-left":
            alive.days = True
        elif read.what == "agreed":
            alive.terms.add(game.slots.terms[read.name])
        elif read.what == "trust":
            alive.trust = True
            alive.slots |= trusted(game)


def _counts_once(option: Option) -> bool:
    """Whether it matters that the choice was taken before."""
    return option.once or bool(option.courage or option.finesse or option.fit or _lasting(option.effects))


def _lasting(effects: Effects) -> bool:
    return bool(effects.change)


def _own(game: Game, place: Place, conditions: Conditions) -> Alive:
    alive = Alive()
    if place.exits is not None:
        # Which shapes can be agreed on, and how long the talk may last, are part of what can come of it.
        alive.days = game.days >= 0
        deal = game.scenario.deal
        for shape in deal.structures.values() if deal else ():
            note(game, alive, shape.needs, conditions)
        for name in askable(game):
            alive.learnable |= 1 << game.slots.facts[name]
    for option in place.options:
        for effects in (option.effects, *(branch.effects for branch in option.branches)):
            for bit, _, _ in effects.learn:
                alive.learnable |= bit
        note(game, alive, option.model.when, conditions)
        alive.days |= option.days > 0
        if _counts_once(option):
            alive.taken |= option.effects.bit
        for branch in option.branches:
            note(game, alive, option.model.outcomes[branch.id].when, conditions)
            if _lasting(branch.effects):
                alive.taken |= branch.effects.bit
    return alive


def trusted(game: Game) -> set[int]:
    """The slot of the number that trust starts from."""
    deal = game.scenario.deal
    name = deal.counterpart.trust_from if deal and deal.counterpart else None
    return {game.slots.states[name]} if name else set()


def liveness(game: Game, conditions: Conditions, without: Option | None = None) -> list[Alive]:
    """What is alive in each scene: its own reads and those of every scene that can follow.

    `without`: a choice that is not followed.
    """
    alive = [_own(game, place, conditions) for place in game.places]
    after = [{to for to in targets(game, place, without) if to >= 0} for place in game.places]
    changed = True
    while changed:
        changed = False
        # Against the author's order, which is mostly that of play: few scenes are asked twice.
        for at in reversed(range(len(alive))):
            for later in after[at]:
                changed |= alive[at].add(alive[later])
    return alive

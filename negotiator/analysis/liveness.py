"""Which parts of the state can still matter in a scene: the rest is dropped, so that equal futures merge.

A part is alive in a scene when some condition in it, or in a scene that can follow, reads it. A choice's own
bit is alive as long as its scene can be visited (again), since a choice counts the first time only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from negotiator.analysis.branches import UNREAD, Asked, askable
from negotiator.analysis.settled import Settled, asking
from negotiator.bargaining.talk import Talk
from negotiator.game.rules import STAY, Effects, Game, Option, Place
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.scenario.conditions import parse
from negotiator.scenario.meaning import All, Meaning, Names, Negation, Read, Relation, Some, resolve


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


def _reads(meaning: Meaning) -> Iterator[Read]:
    if isinstance(meaning, All | Some):
        for term in meaning.terms:
            yield from _reads(term)
    elif isinstance(meaning, Negation):
        yield from _reads(meaning.term)
    elif isinstance(meaning, Relation):
        yield from (side for side in (meaning.left, meaning.right) if isinstance(side, Read))
    elif isinstance(meaning, Read):
        yield meaning


def _note(game: Game, alive: Alive, condition: str | None, names: Names) -> None:
    if condition is None:
        return
    for read in _reads(resolve(parse(condition), names)[0]):
        if read.what == "state":
            alive.slots.add(game.slots.states[read.name])
        elif read.what == "knows":
            alive.facts |= 1 << game.slots.facts[read.name]
            alive.asks.add(condition)
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
    return option.once or bool(option.courage or option.fit or _lasting(option.effects))


def _lasting(effects: Effects) -> bool:
    return bool(effects.change)


def _own(game: Game, place: Place, names: Names) -> Alive:
    alive = Alive()
    if place.exits is not None:
        # Which shapes can be agreed on, and how long the talk may last, are part of what can come of it.
        alive.days = game.days >= 0
        deal = game.scenario.deal
        for shape in deal.structures.values() if deal else ():
            _note(game, alive, shape.needs, names)
        for name in askable(game):
            alive.learnable |= 1 << game.slots.facts[name]
    for option in place.options:
        for effects in (option.effects, *(branch.effects for branch in option.branches)):
            for bit, _, _ in effects.learn:
                alive.learnable |= bit
        _note(game, alive, option.model.when, names)
        alive.days |= option.days > 0
        if _counts_once(option):
            alive.taken |= option.effects.bit
        for branch in option.branches:
            _note(game, alive, option.model.outcomes[branch.id].when, names)
            if _lasting(branch.effects):
                alive.taken |= branch.effects.bit
    return alive


def _once_only(game: Game) -> list[tuple[int, int, int]]:
    """Scenes that are entered only by choices that can be taken once: the scene, the bits of those choices, and the
    bits of its own choices that no condition reads.
    """
    entries: dict[int, int] = {}
    always = {game.start, game.expired}
    for place in game.places:
        always.update(place.exits_all)
        for option in place.options:
            for target in {branch.target for branch in option.branches} or {option.target}:
                if option.once:
                    entries[target] = entries.get(target, 0) | option.effects.bit
                else:
                    always.add(target)
    read = Alive()
    names = Names.of(game.scenario)
    for place in game.places:
        for option in place.options:
            _note(game, read, option.model.when, names)
            for branch in option.branches:
                _note(game, read, option.model.outcomes[branch.id].when, names)
    found = []
    for at, mask in entries.items():
        if at < 0 or at in always:
            continue
        own = sum(
            option.effects.bit + sum(branch.effects.bit for branch in option.branches)
            for option in game.places[at].options
        )
        found.append((at, mask, own & ~read.taken))
    return found


def _gates(game: Game) -> list[list[tuple[int, int]]]:
    """Choices that need an earlier one to have been made: where it has not and cannot be any more, they lead nowhere."""
    names = Names.of(game.scenario)
    reach = [_reach(game, at) for at in range(len(game.places))]
    home = {option.effects.bit: at for at, place in enumerate(game.places) for option in place.options}
    gates: list[list[tuple[int, int]]] = [[] for _ in game.places]
    for at, place in enumerate(game.places):
        for option in place.options:
            for bit in _needed(game, option, names):
                open_ = {
                    scene
                    for scene in range(len(reach))
                    if at in reach[scene] and home[bit] not in reach[scene]
                }
                if not open_:
                    continue
                alive = liveness(game, without=option)
                for scene in open_:
                    gates[scene].append((bit, alive[scene].taken | bit))
    return gates


def _needed(game: Game, option: Option, names: Names) -> list[int]:
    """Bits of the choices that must have been made for this one."""
    if option.model.when is None or all(target < 0 for target in _goes(option)):
        return []
    meaning = resolve(parse(option.model.when), names)[0]
    terms = meaning.terms if isinstance(meaning, All) else (meaning,)
    return [
        1 << game.slots.choices[term.name]
        for term in terms
        if isinstance(term, Read) and term.what == "chose"
    ]


def _goes(option: Option) -> list[int]:
    return [branch.target for branch in option.branches] or [option.target]


def _reach(game: Game, start: int) -> set[int]:
    """Scenes that can come from a scene on, itself included only when one can come back to it, or is in it."""
    seen, work = {start}, [start]
    while work:
        for target in targets(game, game.places[work.pop()]):
            if target >= 0 and target not in seen:
                seen.add(target)
                work.append(target)
    return seen


def trusted(game: Game) -> set[int]:
    """The slot of the number that trust starts from."""
    deal = game.scenario.deal
    name = deal.counterpart.trust_from if deal and deal.counterpart else None
    return {game.slots.states[name]} if name else set()


def liveness(game: Game, without: Option | None = None) -> list[Alive]:
    """What is alive in each scene: its own reads and those of every scene that can follow.

    `without`: a choice that is not followed.
    """
    names = Names.of(game.scenario)
    alive = [_own(game, place, names) for place in game.places]
    before: list[set[int]] = [set() for _ in game.places]
    for at, place in enumerate(game.places):
        for target in targets(game, place, without):
            if target >= 0:
                before[target].add(at)
    work = list(range(len(alive)))
    while work:
        at = work.pop()
        work += [earlier for earlier in before[at] if alive[earlier].add(alive[at])]
    return alive


class Merger:
    """Turns a state into the representative of all states that no later condition can tell apart."""

    def __init__(self, game: Game) -> None:
        self.first = game.first_values
        self.days = game.days
        alive, shut, names = liveness(game), _once_only(game), Names.of(game.scenario)

        def meaning(condition: str) -> Meaning:
            return resolve(parse(condition), names)[0]

        self.keep = [
            (
                tuple(slot in one.slots for slot in range(len(self.first))),
                all(slot in one.slots for slot in range(len(self.first))),
                Settled(game, asking(game, map(meaning, sorted(one.asks))), one.learnable),
                one.facts,
                one.taken,
                one.seen & ~one.counted,
                one.counted,
                one.days,
                frozenset(one.terms),
                one.trust,
            )
            for one in alive
        ]
        self.closing = [
            tuple((entry & one.taken, own & one.taken) for at, entry, own in shut if at != scene)
            for scene, one in enumerate(alive)
        ]
        """For each scene the doors that can close for good: once every choice that leads into a place has been taken,
        and can be taken once, it no longer matters what was done there."""

        self.gates = _gates(game)
        """For each scene: the bit of a choice that is needed later and can come no more, and what lives without it."""

    def terms(self, scene: int) -> Asked:
        """What can still be asked of a table in a scene, once it has been left."""
        return Asked(*self.keep[scene][-2:])

    def __call__(self, state: State) -> State:
        """The representative: scores and seed at zero, dead parts as at the start. Endings are all alike."""
        slots, every, settled, facts, taken, seen, counted, days, terms, trust = self.keep[state.scene]
        values = state.values
        if not every:
            values = tuple(
                value if kept else first for value, kept, first in zip(values, slots, self.first, strict=True)
            )
        kept = state.taken & taken
        for needed, without in self.gates[state.scene]:
            if not kept & needed:
                kept &= without
        for entry, own in self.closing[state.scene]:
            if kept & own and entry and kept & entry == entry:
                kept &= ~own
        visits = state.visits & counted
        if seen:
            visits |= _once_each(state.visits & seen)
        return State(
            0, state.scene, -1, values, settled(state.facts & facts), kept, visits,
            state.reached, state.days if days else self.days, 0, 0, 0, 0, 0, 0,
            _kept(state.agreed, terms), _trusted(state.talk) if trust else None,
        )  # fmt: skip


def _kept(agreed: tuple[int, ...], terms: frozenset[int]) -> tuple[int, ...]:
    if not terms:
        return ()
    return tuple(value if at in terms else UNREAD for at, value in enumerate(agreed))


def _trusted(talk: Talk | None) -> Talk | None:
    return Talk(trust=talk.trust) if talk else None


def _once_each(visits: int) -> int:
    """One visit for each scene that was visited at all."""
    result, shift = 0, 0
    while visits >> shift:
        if visits >> shift & MAX_VISITS:
            result |= 1 << shift
        shift += VISIT_BITS
    return result

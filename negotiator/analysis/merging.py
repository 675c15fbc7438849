"""Merges states that no later condition can tell apart: what is dead is dropped, doors that have closed stay closed."""

from negotiator.analysis.branches import UNREAD, Asked
from negotiator.analysis.liveness import Alive, liveness, note, targets
from negotiator.analysis.settled import Settled, asking
from negotiator.bargaining.talk import Talk
from negotiator.game.rules import Game, Option
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.scenario.conditions import parse
from negotiator.scenario.meaning import All, Meaning, Names, Read, resolve


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
            note(game, read, option.model.when, names)
            for branch in option.branches:
                note(game, read, option.model.outcomes[branch.id].when, names)
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

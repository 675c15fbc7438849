"""What each choice of a scene leads to, worked out by the engine once for all states that it cannot tell apart.

A choice looks at a few fields of a packed state (what its conditions read, what it changes). Everything that agrees in
these leads to the same bits in them, and leaves the rest alone: so the engine takes the choice once, and the answer is
kept by these fields.
"""

from typing import NamedTuple

from negotiator.analysis.branches import askable, free_branches
from negotiator.analysis.liveness import trusted
from negotiator.analysis.merging import Further, Merger
from negotiator.game.rules import Branch, Effects, Game, Option, Place
from negotiator.game.state import State
from negotiator.game.step import possible, take
from negotiator.scenario.meaning import Read


class Label(NamedTuple):
    """One choice with one outcome, and what it adds to the sums of a run."""

    scene: int
    option: Option | None
    """None where the table leads: its exits are free branches."""
    branch: Branch | None
    way: str
    """The choice, or the move at the table, as a script has it; in brackets where only the talk itself can tell."""
    courage: int
    finesse: int
    asks: int
    fit: int


class Result(NamedTuple):
    """One outcome of a choice, for all states that agree in its fields."""

    label: int
    """Index in the table of labels."""
    ending: int
    """-2 - ending; 0 while the story goes on."""
    keep: int
    """Mask of what stays of the state before."""
    bits: int
    """What comes in place of the rest."""
    further: Further | None
    """How the scene entered merges more than a mask can."""


Memo = dict[int, tuple[Result, ...]]


class Way:
    """A choice of a scene, or its table, with the answers worked out so far."""

    def __init__(self, ways: "Transitions", scene: int, option: Option | None) -> None:
        self.scene = scene
        self.option = option
        self.mask = ways.mask(scene, option)
        """Fields that the choice looks at or changes."""
        self.memo: Memo = {}


class Transitions:
    """The ways out of every scene."""

    def __init__(self, game: Game, merge: Merger) -> None:
        self.game = game
        self.merge = merge
        self.packing = merge.packing
        self.labels: list[Label] = []
        self._label_at: dict[tuple[object, ...], int] = {}
        self.worked_out = 0
        """Answers kept so far: for the measure of memory."""
        self.reached: set[int] = {game.start}
        """Targets that something led to: scenes, and endings as -2 - ending."""
        self.ways = [self._ways(scene, place) for scene, place in enumerate(game.places)]

    def _ways(self, scene: int, place: Place) -> tuple[Way, ...]:
        ways = [Way(self, scene, option) for option in place.options]
        if place.exits is not None:
            ways.append(Way(self, scene, None))
        return tuple(ways)

    def work_out(self, way: Way, key: int) -> tuple[Result, ...]:
        """What a choice leads to from a packed state: empty when it cannot be taken. Kept for the next time."""
        state = self.packing.unpack(key)
        after = self._table(way.scene, state) if way.option is None else self._choice(way.option, state)
        results = tuple(self._result(way, *one) for one in after)
        way.memo[key & way.mask] = results
        self.worked_out += 1 + len(results)
        return results

    def forget(self) -> None:
        """Drop every answer kept."""
        for way in (way for scene in self.ways for way in scene):
            way.memo.clear()
        self.worked_out = 0

    def _choice(self, option: Option, state: State) -> list[tuple[State, Option | None, Branch | None, str]]:
        if (option.once and state.taken & option.effects.bit) or (option.when and not option.when(state)):
            return []
        return [
            (take(self.game, state, option, branch).state, option, branch, option.id)
            for branch in possible(option, state) or (None,)
        ]

    def _table(self, scene: int, state: State) -> list[tuple[State, Option | None, Branch | None, str]]:
        return [
            (after, None, None, way)
            for after, way in free_branches(self.game, state, self.merge.asked[scene])
        ]

    def _result(
        self, way: Way, after: State, option: Option | None, branch: Branch | None, said: str
    ) -> Result:
        sums = (after.courage, after.finesse, after.asks, after.fit)
        index = (way.scene, said, branch.id if branch else "", sums)
        label = self._label_at.setdefault(index, len(self.labels))
        if label == len(self.labels):
            self.labels.append(Label(way.scene, option, branch, said, *sums))
        self.reached.add(-2 - after.ending if after.ending >= 0 else after.scene)
        if after.ending >= 0:
            return Result(label, -2 - after.ending, 0, 0, None)
        live = self.merge.masks[after.scene]
        bits = self.packing.pack(after) & way.mask & live
        return Result(label, 0, ~way.mask & live, bits, self.merge.further[after.scene])

    def mask(self, scene: int, option: Option | None) -> int:
        """Every field that a choice, or the table, reads or writes."""
        packing, game = self.packing, self.game
        mask = packing.scene.mask | packing.reached.mask
        place = game.places[scene]
        if option is None:
            mask |= packing.days.mask | packing.any_agreed | (packing.trust.mask if packing.trust else 0)
            mask |= sum(place.mask for place in packing.terms.values())
            for name in askable(game):
                mask |= packing.facts.write(1 << game.slots.facts[name])
            deal = game.scenario.deal
            for shape in deal.structures.values() if deal else ():
                mask |= self._reads(shape.needs)
            goals = {*place.exits_all, game.expired}
        else:
            mask |= self._reads(option.model.when) | self._writes(option.effects)
            for branch in option.branches:
                mask |= self._reads(option.model.outcomes[branch.id].when) | self._writes(branch.effects)
            mask |= packing.days.mask if option.days else 0
            goals = {option.target, *(branch.target for branch in option.branches), game.expired}
        for goal in goals:
            if goal in packing.visits:
                mask |= packing.visits[goal].mask
        return mask

    def _writes(self, effects: Effects) -> int:
        mask = self.packing.taken.write(effects.bit)
        for slot in {slot for slot, *_ in effects.change} | {slot for slot, _ in effects.set}:
            if place := self.packing.values[slot]:
                mask |= place.mask
        for bit, _, _ in effects.learn:
            mask |= self.packing.facts.write(bit)
        return mask

    def _reads(self, condition: str | None) -> int:
        mask = 0
        for read in self.merge.conditions.reads(condition):
            mask |= self._field(read)
        return mask

    def _field(self, read: Read) -> int:
        packing, slots = self.packing, self.game.slots
        match read.what:
            case "state":
                place = packing.values[slots.states[read.name]]
            case "knows":
                return packing.facts.write(1 << slots.facts[read.name])
            case "chose":
                return packing.taken.write(1 << slots.choices[read.name])
            case "visited" | "visits":
                place = packing.visits.get(slots.scenes[read.name])
            case "agreed":
                place = packing.terms.get(slots.terms[read.name])
                return packing.any_agreed | (place.mask if place else 0)
            case "trust":
                place = packing.trust
                number = next((packing.values[slot] for slot in trusted(self.game)), None)
                return (place.mask if place else 0) | (number.mask if number else 0)
            case "days-left":
                place = packing.days
            case _:
                return 0
        return place.mask if place else 0

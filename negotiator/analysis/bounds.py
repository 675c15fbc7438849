"""What can be at most: for each scene, every value that each part of the state may have when one is there.

Each part is followed for itself, from scene to scene, until nothing is added: more than what can happen, never less. So
a choice whose condition nothing here can meet is proved impossible without looking at a single state, and with it what
only it leads to.
"""

from collections.abc import Iterator

from negotiator.analysis.branches import askable
from negotiator.analysis.conditions import Conditions
from negotiator.analysis.holding import ALWAYS, Any, Atom, Node, left, node_of
from negotiator.analysis.possible import Parts
from negotiator.game.rules import STAY, Branch, Effects, Game, Option, Place
from negotiator.game.step import WRITTEN_OFFER, start


class Bounds:
    """The sets of states that each scene, choice and ending may be reached with; 0 where it cannot be."""

    def __init__(self, game: Game, conditions: Conditions) -> None:
        self.game = game
        self.conditions = conditions
        self.parts = Parts(game, conditions)
        self.scenes = [0] * len(game.places)
        """What may be the case in each scene."""
        self.endings = bytearray(len(game.stops))
        self._nodes: dict[tuple[int, str, bool], Node] = {}
        self._whens = [
            [self._when(place, option.model.when) for option in place.options] for place in game.places
        ]
        self._fresh = {game.start}
        self.scenes[game.start] = self.parts.of(start(game))
        while self._fresh:
            # In the author's order, which is mostly that of play: few scenes are followed twice.
            for scene in range(len(game.places)):
                if scene in self._fresh:
                    self._fresh.discard(scene)
                    self._follow(scene)

    def can_take(self, scene: int, number: int) -> bool:
        """Whether the choice of this number may be taken some time."""
        return bool(self.scenes[scene] and self._open(scene, number))

    def blocked(self, scene: int, number: int) -> Node:
        """What holds when a choice cannot be taken."""
        place = self.game.places[scene]
        option = place.options[number]
        used = self.parts.taken[option.effects.bit] if option.once else None
        shut = self._when(place, option.model.when, holds=False)
        return Any((shut, Atom(used.mask, used.of((1,))))) if used else shut

    def _when(self, place: Place, condition: str | None, *, holds: bool = True) -> Node:
        if condition is None:
            return ALWAYS if holds else Any(())
        key = (place.stage, condition, holds)
        if key not in self._nodes:
            meaning = self.conditions.meaning(condition)
            self._nodes[key] = node_of(meaning, self.parts.at(place.stage), holds=holds)
        return self._nodes[key]

    def _open(self, scene: int, number: int) -> int:
        """What is left of a scene's set when a choice can be taken."""
        option = self.game.places[scene].options[number]
        possible = left(self._whens[scene][number], self.scenes[scene])
        if possible and option.once:
            used = self.parts.taken[option.effects.bit]
            possible = left(Atom(used.mask, used.of((0,))), possible)
        return possible

    def _follow(self, scene: int) -> None:
        place = self.game.places[scene]
        for number, option in enumerate(place.options):
            if possible := self._open(scene, number):
                for branch in option.branches or (None,):
                    self._take(scene, option, branch, possible)
        if place.exits is not None:
            for target, possible in self._table(place, self.scenes[scene]):
                self._arrive(scene, target, possible)

    def _take(self, scene: int, option: Option, branch: Branch | None, possible: int) -> None:
        if branch:
            when = option.model.outcomes[branch.id].when
            possible = left(self._when(self.game.places[scene], when), possible)
        if not possible:
            return
        for effects in (option.effects, *((branch.effects,) if branch else ())):
            possible = self._affected(possible, effects)
        target = branch.target if branch else option.target
        for left_over, expired in self._spend(possible, option.days):
            self._arrive(scene, self.game.expired if expired else target, left_over)

    def _affected(self, possible: int, effects: Effects) -> int:
        parts = self.parts
        if used := parts.taken.get(effects.bit):
            never, before = used.of((0,)), used.of((1,))
            first = self._changed(possible & ~before, effects) if possible & never else 0
            possible = first | (possible & ~never if possible & before else 0)
            possible = possible & ~used.mask | before
        for bit, _, _ in effects.learn:
            if part := parts.facts.get(bit.bit_length() - 1):
                possible = possible & ~part.mask | part.of((1,))
        for slot, value in effects.set:
            if part := parts.values.get(slot):
                possible = possible & ~part.mask | part.of((value,))
        return possible

    def _changed(self, possible: int, effects: Effects) -> int:
        for slot, by, _, _ in effects.change:
            if part := self.parts.values.get(slot):
                possible = part.moved(possible, by)
        return possible

    def _spend(self, possible: int, days: int) -> Iterator[tuple[int, bool]]:
        """The sets once days have been spent, each with whether the offer's time is up."""
        if not days or self.game.days < 0:
            yield possible, False
            return
        reached, part = self.parts.reached, self.parts.days
        before = left(Atom(reached.mask, reached.of(range(WRITTEN_OFFER))), possible)
        if before:
            yield before, False
        running = left(Atom(reached.mask, reached.of(range(WRITTEN_OFFER, 4))), possible)
        if not running:
            return
        if part is None:
            yield running, False
            yield running, True
            return
        over = part.of((-1,))
        if running & over:
            yield running & ~part.mask | over, False
        if running & part.mask & ~over:
            spent = part.moved(running & ~over, -days)
            if spent & part.mask & ~over:
                yield spent & ~over, False
            if spent & over:
                yield spent & ~part.mask | over, True

    def _table(self, place: Place, possible: int) -> Iterator[tuple[int, int]]:
        """What a table may lead to: everything it may tell, every agreement, every exit, every day."""
        parts, exits = self.parts, place.exits
        assert exits is not None
        for name in askable(self.game):
            if part := parts.facts.get(self.game.slots.facts[name]):
                possible |= part.mask
        if parts.trust:
            possible |= parts.trust.mask
        if parts.days:
            most = (possible & parts.days.mask).bit_length()
            possible |= (1 << most) - 1 & parts.days.mask
        yield STAY, possible
        for target in (exits.impasse, exits.withdrawn, exits.walk):
            yield target, possible
        if self.game.days >= 0:
            over = parts.days.of((-1,)) if parts.days else 0
            yield self.game.expired, possible & ~parts.days.mask | over if parts.days else possible
        for part in parts.terms.values():
            possible |= part.mask
        if parts.agreed:
            possible = possible & ~parts.agreed.mask | parts.agreed.of((1,))
        yield exits.agreed, possible

    def _arrive(self, scene: int, target: int, possible: int) -> None:
        if target < STAY:
            self.endings[-2 - target] = 1
            return
        if target != STAY:
            place = self.game.places[target]
            if part := self.parts.visits.get(target):
                possible = part.moved(possible, 1)
            reached = self.parts.reached
            lower = reached.of(range(place.stage))
            if possible & lower:
                possible = possible & ~lower | reached.of((place.stage,))
            scene = target
        if possible & ~self.scenes[scene]:
            self.scenes[scene] |= possible
            self._fresh.add(scene)

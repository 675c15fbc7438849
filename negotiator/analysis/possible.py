"""The parts of the state that conditions ask for, as sets of possible values: where each lies in a set of states."""

from collections.abc import Callable

from negotiator.analysis.conditions import Conditions
from negotiator.analysis.holding import BEFORE_TALK, WIDE, Part
from negotiator.game.rules import Effects, Game
from negotiator.game.state import State
from negotiator.scenario import models as m
from negotiator.scenario.meaning import Read

STAGES = range(len(m.STAGES))


class Parts:
    """Where each part of the state lies. What nothing asks for, and what has too many values, has no part."""

    def __init__(self, game: Game, conditions: Conditions) -> None:
        self.game = game
        self._end = 1
        """Bit 0 is always set: a set of states is never 0 but when it is empty."""
        self.reached = self._part(STAGES)
        self.days = self._part(range(-1, game.days + 1)) if game.days < WIDE else None
        asked = {read for text in dict.fromkeys(conditions.asked()) for read in conditions.reads(text)}
        names = {what: {read.name for read in asked if read.what == what} for what in ALL_KINDS}
        self.values = {
            slot: self._part(span)
            for name, slot in game.slots.states.items()
            if name in names["state"] and len(span := values(game, name)) <= WIDE
        }
        self.facts = {game.slots.facts[name]: self._part(range(2)) for name in names["knows"]}
        self.visits = {
            game.slots.scenes[name]: self._part(range(conditions.most_visits(name) + 1))
            for name in names["visited"] | names["visits"]
        }
        self.trust = self._part(range(BEFORE_TALK, 11)) if names["trust"] else None
        terms = conditions.names.terms
        self.terms = {
            game.slots.terms[name]: self._part(range(max(2, len(terms[name])))) for name in names["agreed"]
        }
        self.agreed = self._part(range(2)) if self.terms else None
        chosen = {1 << game.slots.choices[name] for name in names["chose"]}
        self.taken = {
            effects.bit: self._part(range(2))
            for place in game.places
            for option in place.options
            for effects in (option.effects, *(branch.effects for branch in option.branches))
            if effects.bit in chosen
            or (option.once and effects is option.effects)
            or self._moves_something(effects)
        }

    def _part(self, span: range) -> Part:
        made = Part(self._end, span)
        self._end += len(span)
        return made

    def _moves_something(self, effects: Effects) -> bool:
        return any(slot in self.values for slot, *_ in effects.change)

    def at(self, stage: int) -> Callable[[Read], Part | None]:
        """The part that a reading looks at, in scenes of a stage."""

        def part(read: Read) -> Part | None:
            slots = self.game.slots
            match read.what:
                case "state":
                    return self.values.get(slots.states[read.name])
                case "knows":
                    return self.facts.get(slots.facts[read.name])
                case "chose":
                    return self.taken.get(1 << slots.choices[read.name])
                case "visited" | "visits":
                    return self.visits.get(slots.scenes[read.name])
                case "agreed":
                    return self.terms.get(slots.terms[read.name]) if read.name else self.agreed
                case "stage":
                    return Part(0, range(stage, stage + 1))
            return {"reached": self.reached, "trust": self.trust}.get(read.what, self.days)

        return part

    def of(self, state: State) -> int:
        """The set of one state, before any talk and any agreement."""
        found = 1 | self.reached.of((state.reached,))
        if self.days:
            found |= self.days.of((state.days,))
        for slot, part in self.values.items():
            found |= part.of((state.values[slot],))
        for part in (*self.facts.values(), *self.taken.values()):
            found |= part.of((0,))
        for scene, part in self.visits.items():
            found |= part.of((1 if scene == state.scene else 0,))
        for part in self.terms.values():
            found |= part.mask
        if self.agreed:
            found |= self.agreed.of((0,))
        return found | (self.trust.of((BEFORE_TALK,)) if self.trust else 0)


ALL_KINDS = ("state", "knows", "visited", "visits", "chose", "agreed", "trust")


def values(game: Game, name: str) -> range:
    """Every value a declared state can have."""
    var = game.scenario.state[name]
    if isinstance(var, m.Word):
        return range(len(var.one_of))
    return (
        range(2) if isinstance(var, m.Flag) else range(min(var.min, var.start), max(var.max, var.start) + 1)
    )

"""A condition held against a moment: its parts in words, and which of them hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from negotiator.game.rules import Game, word
from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.game.whens import compile_when
from negotiator.scenario.conditions import parse
from negotiator.scenario.inwords import Wording, plain
from negotiator.scenario.meaning import All, Meaning, Negation, Read, Relation, Some, resolve
from negotiator.scenario.models import STAGES

ANY = "one of these:"


@dataclass(frozen=True, slots=True)
class Ground:
    """One part of a condition."""

    words: str
    holds: bool
    depth: int = 0
    """Parts under ANY are one deeper."""
    now: str = ""
    """What the part speaks of is at this moment, where its words do not say so."""


class Grounds:
    """Holds the conditions of one story against its moments."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._wording = Wording(game.scenario)

    def of(self, condition: str | None, state: State) -> tuple[Ground, ...]:
        """The parts of a condition that has passed its checks; none without a condition."""
        if condition is None:
            return ()
        meaning, _ = resolve(parse(condition), self._wording.names)
        return tuple(self._parts(meaning, state, holds=True, depth=0))

    def _parts(self, meaning: Meaning, state: State, *, holds: bool, depth: int) -> Iterator[Ground]:
        match meaning:
            case Negation(term):
                yield from self._parts(term, state, holds=not holds, depth=depth)
            case All(terms) | Some(terms):
                if isinstance(meaning, All) is not holds:
                    yield Ground(ANY, self._true(meaning, state) is holds, depth)
                    depth += 1
                for term in terms:
                    yield from self._parts(term, state, holds=holds, depth=depth)
            case _:
                words = plain(self._wording.meaning(meaning, holds=holds))
                yield Ground(words, self._true(meaning, state) is holds, depth, self._now(meaning, state))

    def _true(self, meaning: Meaning, state: State) -> bool:
        return compile_when(meaning, self._game.slots)(state)

    def _now(self, meaning: Meaning, state: State) -> str:
        """The present value of what is compared."""
        sides = (meaning.left, meaning.right) if isinstance(meaning, Relation) else ()
        read = [self._value(side, state) for side in sides if isinstance(side, Read)]
        return ", ".join(one for one in read if one)

    def _value(self, read: Read, state: State) -> str:
        game = self._game
        match read.what:
            case "state":
                slot = game.slots.states[read.name]
                value = word(game, slot, state.values[slot])
                # Of true and false the words of the part say enough.
                return "" if isinstance(value, bool) else str(value)
            case "visits":
                return str(state.visits >> game.slots.scenes[read.name] * VISIT_BITS & MAX_VISITS)
            case "days-left":
                return str(state.days)
            case "stage":
                return _stage(game.places[state.scene].stage)
            case "reached":
                return _stage(state.reached)
            case "trust":
                return str(state.talk.trust if state.talk else game.slots.trust(state))
            case "agreed":
                at = state.agreed[game.slots.terms[read.name]] if state.agreed else -1
                return self._wording.names.terms[read.name][at] if at >= 0 else "nothing agreed"
        return ""


def _stage(at: int) -> str:
    return STAGES[at].replace("_", " ")

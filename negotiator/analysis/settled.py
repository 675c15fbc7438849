"""Facts that no longer matter because every condition that asks for them is decided, whatever may still be learned."""

from collections.abc import Iterable
from dataclasses import dataclass

from negotiator.game.rules import Game
from negotiator.scenario.meaning import All, Const, Meaning, Negation, Read, Relation, Some

Verdict = bool | None
"""True or false for good; None while it is open."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A condition that asks for facts."""

    meaning: Meaning
    facts: int
    """Mask of the facts it asks for."""


def asking(game: Game, meanings: Iterable[Meaning]) -> list[Asking]:
    """Those of the conditions that ask for facts."""
    found = [Asking(meaning, _facts(game, meaning)) for meaning in meanings]
    return [one for one in found if one.facts]


class Settled:
    """For one scene: the conditions that can still be asked, and the facts that can still be learned."""

    def __init__(self, game: Game, conditions: list[Asking], learnable: int) -> None:
        self.bits = {name: 1 << at for name, at in game.slots.facts.items()}
        self.conditions = conditions
        self.learnable = learnable
        self._kept: dict[int, int] = {}

    def __call__(self, facts: int) -> int:
        """The representative of all sets of facts that no condition can tell apart from this one any more."""
        if facts not in self._kept:
            self._kept[facts] = self._representative(facts)
        return self._kept[facts]

    def _representative(self, facts: int) -> int:
        verdicts = [self._verdict(one.meaning, facts) for one in self.conditions]
        open_ = 0
        for one, verdict in zip(self.conditions, verdicts, strict=True):
            if verdict is None:
                open_ |= one.facts
        for loose in (facts & open_, facts & open_ | ~open_ & (facts | self.learnable)):
            # Only what leaves every decided condition as it is may stand for the others.
            if [self._verdict(one.meaning, loose) for one in self.conditions] == verdicts:
                return loose
        return facts

    def _verdict(self, meaning: Meaning, facts: int) -> Verdict:
        match meaning:
            case Const():
                return bool(meaning.value)
            case Read(what="knows"):
                bit = self.bits[meaning.name]
                return True if facts & bit else None if self.learnable & bit else False
            case Negation():
                inner = self._verdict(meaning.term, facts)
                return None if inner is None else not inner
            case All():
                found = [self._verdict(term, facts) for term in meaning.terms]
                return False if False in found else None if None in found else True
            case Some():
                found = [self._verdict(term, facts) for term in meaning.terms]
                return True if True in found else None if None in found else False
            case _:
                return None


def _facts(game: Game, meaning: Meaning) -> int:
    match meaning:
        case Read(what="knows"):
            return 1 << game.slots.facts[meaning.name]
        case Negation():
            return _facts(game, meaning.term)
        case All() | Some():
            found = 0
            for term in meaning.terms:
                found |= _facts(game, term)
            return found
        case Relation():
            return _facts(game, meaning.left) | _facts(game, meaning.right)
        case _:
            return 0

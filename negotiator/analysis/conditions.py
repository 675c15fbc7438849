"""The conditions of a scenario, each read once: what it means and what it asks for."""

from collections.abc import Iterator

from negotiator.game.rules import Game
from negotiator.game.state import MAX_VISITS
from negotiator.scenario.conditions import parse
from negotiator.scenario.meaning import All, Const, Meaning, Names, Negation, Read, Relation, Some, resolve


class Conditions:
    """Meanings by the author's text."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.names = Names.of(game.scenario)
        self._meanings: dict[str, Meaning] = {}
        self._reads: dict[str, tuple[Read, ...]] = {}
        self._most: dict[str, int] | None = None

    def meaning(self, condition: str) -> Meaning:
        """What a condition means."""
        if condition not in self._meanings:
            self._meanings[condition] = resolve(parse(condition), self.names)[0]
        return self._meanings[condition]

    def reads(self, condition: str | None) -> tuple[Read, ...]:
        """What a condition looks up; nothing for none."""
        if condition is None:
            return ()
        if condition not in self._reads:
            self._reads[condition] = tuple(reads(self.meaning(condition)))
        return self._reads[condition]

    def asked(self) -> Iterator[str]:
        """Every condition that decides what can happen: those of texts decide nothing."""
        for place in self.game.places:
            for option in place.options:
                if option.model.when is not None:
                    yield option.model.when
                for branch in option.model.outcomes.values():
                    if branch.when is not None:
                        yield branch.when
        deal = self.game.scenario.deal
        for shape in deal.structures.values() if deal else ():
            if shape.needs is not None:
                yield shape.needs

    def most_visits(self, scene: str) -> int:
        """The number of visits from which on no condition can tell one more."""
        if self._most is None:
            self._most = {}
            for condition in dict.fromkeys(self.asked()):
                for name, most in _counts(self.meaning(condition)):
                    self._most[name] = min(max(self._most.get(name, 1), most), MAX_VISITS)
        return self._most.get(scene, 1)


def reads(meaning: Meaning) -> Iterator[Read]:
    """Everything a meaning looks up."""
    if isinstance(meaning, All | Some):
        for term in meaning.terms:
            yield from reads(term)
    elif isinstance(meaning, Negation):
        yield from reads(meaning.term)
    elif isinstance(meaning, Relation):
        yield from (side for side in (meaning.left, meaning.right) if isinstance(side, Read))
    elif isinstance(meaning, Read):
        yield meaning


def _counts(meaning: Meaning) -> Iterator[tuple[str, int]]:
    """Scenes whose visits are counted, each with the count from which on the answer stays the same."""
    if isinstance(meaning, All | Some):
        for term in meaning.terms:
            yield from _counts(term)
    elif isinstance(meaning, Negation):
        yield from _counts(meaning.term)
    elif isinstance(meaning, Relation):
        for side, other in ((meaning.left, meaning.right), (meaning.right, meaning.left)):
            if isinstance(side, Read) and side.what == "visits":
                yield side.name, other.value + 1 if isinstance(other, Const) else MAX_VISITS

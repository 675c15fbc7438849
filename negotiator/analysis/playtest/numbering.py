"""Every scene, choice, outcome and ending by a number, so that counts are arrays."""

from dataclasses import dataclass

from negotiator.analysis.playtest.report import Kind
from negotiator.game.rules import Branch, Game, Option


@dataclass(frozen=True, slots=True)
class Named:
    """What a number stands for."""

    kind: Kind
    path: tuple[str, ...]
    words: str


class Numbering:
    """Numbers in the author's order: each scene, its choices, their outcomes; then the endings."""

    def __init__(self, game: Game) -> None:
        self.named: list[Named] = []
        self.scene: list[int] = []
        """Number of each scene by its index in the game."""
        self._numbers: dict[int, int] = {}
        self._kept = game
        for place in game.places:
            self.scene.append(self._add(Kind.SCENE, (place.id,), place.model.place))
            for option in place.options:
                path = (place.id, option.id)
                self._numbers[id(option)] = self._add(Kind.CHOICE, path, option.model.words)
                for branch in option.branches:
                    self._numbers[id(branch)] = self._add(Kind.OUTCOME, (*path, branch.id), "")
        self.ending = [self._add(Kind.ENDING, (stop.id,), stop.model.title) for stop in game.stops]

    def __len__(self) -> int:
        return len(self.named)

    def of(self, thing: Option | Branch) -> int:
        """The number of a choice or an outcome of this game."""
        return self._numbers[id(thing)]

    def _add(self, kind: Kind, path: tuple[str, ...], words: str) -> int:
        self.named.append(Named(kind, path, words))
        return len(self.named) - 1

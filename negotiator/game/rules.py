"""A scenario as it is played: names are indices, conditions callables, targets numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from negotiator.game.state import State
from negotiator.game.texts import Fill
from negotiator.game.whens import Getter, Slots, When
from negotiator.scenario import models as m

if TYPE_CHECKING:
    from negotiator.game.bargain import Bargain

STAY = -1
"""Target of `goto = "here"`. Scenes are 0 and up, ending e is -2 - e."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What a choice or an outcome does to the state."""

    bit: int
    """Its bit in State.taken."""
    change: tuple[tuple[int, int, int, int], ...]
    """Slot, difference, lower and upper bound."""
    set: tuple[tuple[int, int], ...]
    learn: tuple[tuple[int, str, str], ...]
    """Bit of the fact, its id, and who tells it."""
    lift: int
    """Mask of the limits that are lifted."""
    reply: str
    replies: tuple[tuple[When, str], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A weighted outcome."""

    id: str
    weight: int
    when: When | None
    effects: Effects
    target: int


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, ready to be taken."""

    id: str
    key: str
    """Its first name, which keys the draw so that renaming a choice changes no luck."""
    model: m.Choice
    when: When | None
    locked: bool
    once: bool
    days: int
    courage: int
    finesse: int
    fit: int
    asks: int
    effects: Effects
    target: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Exits:
    """Where a table leads: targets as in Option."""

    agreed: int
    impasse: int
    withdrawn: int
    walk: int


@dataclass(frozen=True, slots=True)
class Place:
    """A scene, ready to be entered."""

    id: str
    key: str
    model: m.Scene
    stage: int
    field: int
    options: tuple[Option, ...]
    by_id: Mapping[str, Option]
    exits: Exits | None
    """Of a scene in which terms are negotiated."""
    more: tuple[tuple[When, str], ...]

    @property
    def exits_all(self) -> tuple[int, ...]:
        """Every target that the table leads to."""
        return (
            (self.exits.agreed, self.exits.impasse, self.exits.withdrawn, self.exits.walk)
            if self.exits
            else ()
        )


@dataclass(frozen=True, slots=True)
class Stop:
    """An ending, ready to be reached."""

    id: str
    model: m.Ending
    more: tuple[tuple[When, str], ...]


@dataclass(frozen=True, slots=True)
class Game:
    """A compiled scenario. Made by `compile_game`, never changed."""

    scenario: m.Scenario
    slots: Slots
    start: int
    first_values: tuple[int, ...]
    places: tuple[Place, ...]
    stops: tuple[Stop, ...]
    fact_ids: tuple[str, ...]
    state_ids: tuple[str, ...]
    days: int
    """The offer's full term, -1 without [offer]."""
    expired: int
    """Target once the offer's days are over."""
    scene_now: Mapping[str, str] = field(default_factory=dict)
    """Scene and ending ids of today by every id they have had."""
    term_ids: tuple[str, ...] = ()
    """Issues of the deal."""
    limit_ids: tuple[str, ...] = ()
    """Limits of the deal by their bits in State.lifted."""
    needs: tuple[When | None, ...] = ()
    """For each structure of the deal the condition under which it can be spoken of."""
    fills: Mapping[str, Fill] = field(default_factory=dict)
    """What fills a story text with names in braces, by the text; see `texts.say`."""
    flags: tuple[tuple[int, When | None], ...] = ()
    """Red flags: bit of the fact that makes it known, and when it is settled."""
    trust: Getter | None = None
    """Trust at the table before a word about terms, 0 to 10; None without a counterpart."""
    bargain: "Callable[[], Bargain] | None" = None
    """The deal laid out for play, made when it is first wanted: until then nobody waits for it."""
    dice: bool = True
    """Whether luck decides. Without dice the likeliest always comes: of outcomes with one weight the first by id."""


def word(game: Game, slot: int, value: int) -> m.Value:
    """The author's name for a value of the state: a number, true or false, or a word."""
    var = game.scenario.state[game.state_ids[slot]]
    if isinstance(var, m.Word):
        return var.one_of[value]
    return bool(value) if isinstance(var, m.Flag) else value


def inspect(game: Game, state: State) -> dict[str, m.Value]:
    """The declared states by name, as the author writes them. For coaches and tests, never for players."""
    return {name: word(game, slot, state.values[slot]) for slot, name in enumerate(game.state_ids)}

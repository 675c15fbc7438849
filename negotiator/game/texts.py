"""What a story text says at one moment: states in words, days left, what was agreed, shared and varying pieces."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from negotiator.game.state import MAX_VISITS, VISIT_BITS, State
from negotiator.game.whens import Slots, When
from negotiator.scenario import models as m
from negotiator.scenario.braces import DAYS, Slot, agreed_of, has_braces, split
from negotiator.scenario.meaning import STRUCTURE

if TYPE_CHECKING:
    from negotiator.game.rules import Game

Fill = Callable[[State], str]

_COUNTS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
NOTHING_YET = "nothing yet"
"""What was agreed, before anything was."""
AS_OFFERED = "The job as offered"
"""The structure of a deal that names none."""


def say(game: "Game", state: State, text: str) -> str:
    """A text of the story as it reads in this state; one without braces is itself."""
    fill = game.fills.get(text)
    return fill(state) if fill else text


def compile_texts(
    scenario: m.Scenario, slots: Slots, when: Callable[[str | None], When | None]
) -> dict[str, Fill]:
    """For every story text with braces what fills it, by the text itself. `when` compiles a condition."""
    filler = _Filler(scenario, slots, when)
    return {text: filler.fill(text) for text in _story(scenario) if has_braces(text)}


def _story(scenario: m.Scenario) -> Iterator[str]:
    for scene in scenario.scenes.values():
        yield from (scene.text, scene.again, *(piece.text for piece in scene.more.values()))
        for choice in scene.choices.values():
            for effects in (choice, *choice.outcomes.values()):
                yield from (effects.reply, *(piece.text for piece in effects.replies.values()))
    for ending in scenario.endings.values():
        yield from (ending.text, *(piece.text for piece in ending.more.values()))


class _Filler:
    """Turns names in braces into what says them, each once."""

    def __init__(self, scenario: m.Scenario, slots: Slots, when: Callable[[str | None], When | None]) -> None:
        self.scenario = scenario
        self.slots = slots
        self.when = when
        self.named: dict[str, Fill] = {}

    def fill(self, text: str) -> Fill:
        """What says a text; it has been checked, so that every name in it is known."""
        parts = [
            self.name(part.name) if isinstance(part, Slot) else part
            for part in split(text)
            if isinstance(part, str | Slot)
        ]
        return _joined(parts)

    def name(self, name: str) -> Fill:
        if name not in self.named:
            self.named[name] = self.make(name)
        return self.named[name]

    def make(self, name: str) -> Fill:
        if (issue := agreed_of(name)) is not None:
            return self.agreed(issue)
        if name == DAYS:
            return _days_in_words if self.scenario.language.lower().startswith("en") else _days
        if name in self.scenario.texts:
            return self.shared(self.scenario.texts[name])
        if name in self.scenario.state:
            slot, said = self.slots.states[name], words_of(self.scenario.state[name])
            return lambda s: said(s.values[slot])
        return self.varying(name)

    def shared(self, text: m.SharedText) -> Fill:
        instead = tuple(
            (when, self.fill(piece.text))
            for piece in text.instead.values()
            if (when := self.when(piece.when)) is not None
        )
        usual = self.fill(text.text)
        return lambda s: next((fill for when, fill in instead if when(s)), usual)(s)

    def varying(self, name: str) -> Fill:
        """Pieces of one scene; another scene may have its own by the same name."""
        by_scene = {
            self.slots.scenes[sid]: tuple(map(self.fill, scene.varies[name]))
            for sid, scene in self.scenario.scenes.items()
            if name in scene.varies
        }
        if not by_scene:
            raise ValueError(f"nothing is called '{name}': the scenario has not passed its checks")

        def said(s: State) -> str:
            pieces = by_scene[s.scene]
            visit = max(s.visits >> s.scene * VISIT_BITS & MAX_VISITS, 1)
            return pieces[min(visit, len(pieces)) - 1](s)

        return said

    def agreed(self, issue: str) -> Fill:
        deal = self.scenario.deal
        assert deal is not None
        if issue == STRUCTURE:
            labels = tuple(shape.label for shape in deal.structures.values()) or (AS_OFFERED,)
        else:
            labels = tuple(option.is_ for option in deal.issues[issue].options.values())
        at = self.slots.terms[issue]
        return lambda s: labels[s.agreed[at]] if s.agreed else NOTHING_YET


def _joined(parts: list[str | Fill]) -> Fill:
    return lambda s: "".join(part if isinstance(part, str) else part(s) for part in parts)


def words_of(var: m.Flag | m.Number | m.Word) -> Callable[[int], str]:
    """What says a value of a state: its words, else the word or the number itself.

    The words of a number share its range evenly: of n words over values from min to max a value gets the word in
    whose share its middle lies, word number (2 * (value - min) + 1) * n // (2 * (max - min + 1)).
    """
    words = var.words
    if isinstance(var, m.Number):
        if not words:
            return str
        low, span, count = var.min, 2 * (var.max - var.min + 1), len(words)
        return lambda value: words[(2 * (value - low) + 1) * count // span]
    listed = words or (var.one_of if isinstance(var, m.Word) else ["false", "true"])
    return lambda value: listed[value]


def _days(state: State) -> str:
    return str(max(state.days, 0))


def _days_in_words(state: State) -> str:
    days = state.days
    if days == 0:
        return "the last day"
    number = _COUNTS[max(days, 0)] if days < len(_COUNTS) else str(days)
    return f"{number} {'day' if days == 1 else 'days'}"

"""How long a scenario is: words counted, minutes from what a thorough play reads."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from negotiator.game.rules import STAY, Game, Option
from negotiator.game.state import AT_TABLE, Move, Replied, State, choose
from negotiator.game.step import start, step, takeable
from negotiator.game.texts import say
from negotiator.game.view import choices, scene_text
from negotiator.scenario.models import Effects, Scenario

WORDS_A_MINUTE = 200
SECONDS_A_CHOICE = 12
SECONDS_A_TALK = 400
"""Of a talk about terms, on top of its moves: some ten messages that are put together, read and answered."""
PLAYS = 15
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of a scenario."""

    scenes: int
    choices: int
    endings: int
    words: int
    """All words of story and coach's notes."""
    minutes: int
    """Of a thorough play: the median of seeded plays that look at everything before they end it."""


def measure(game: Game) -> Measure:
    """Count a scenario and estimate its playing time."""
    scenario = game.scenario
    seconds = sorted(_seconds(game, seed) for seed in range(PLAYS))
    return Measure(
        scenes=len(scenario.scenes),
        choices=sum(len(scene.choices) for scene in scenario.scenes.values()),
        endings=len(scenario.endings),
        words=sum(map(words, texts(scenario))),
        minutes=max(1, round(seconds[PLAYS // 2] / 60)),
    )


def words(text: str) -> int:
    """The number of words, as white space divides them."""
    return len(text.split())


def texts(scenario: Scenario) -> Iterator[str]:
    """Every text of the story and every coach's note."""
    yield scenario.player.brief
    if scenario.offer:
        yield scenario.offer.text
    yield from (fact.says for fact in scenario.facts.values())
    for shared in scenario.texts.values():
        yield from (shared.text, *(piece.text for piece in shared.instead.values()))
    for scene in scenario.scenes.values():
        yield from (scene.text, scene.again)
        yield from (piece.text for piece in scene.more.values())
        yield from (piece for pieces in scene.varies.values() for piece in pieces)
        for choice in scene.choices.values():
            yield from (choice.say or "", choice.do or "", choice.locked or "", choice.coach)
            for effects in (choice, *choice.outcomes.values()):
                yield from _replies(effects)
    for ending in scenario.endings.values():
        yield from (ending.text, ending.coach)
        yield from (piece.text for piece in ending.more.values())


def _replies(effects: Effects) -> Iterator[str]:
    yield effects.reply
    yield from (piece.text for piece in effects.replies.values())


@dataclass(slots=True)
class Read:
    """What somebody reads and takes on one way through a story."""

    words: int = 0
    taken: int = 0
    """Moves."""
    talked: bool = False
    """Terms were talked about."""

    @property
    def seconds(self) -> float:
        """At 200 words a minute and 12 seconds a choice, and a talk about terms at its own length."""
        talk = SECONDS_A_TALK if self.talked else 0
        return 60 * self.words / WORDS_A_MINUTE + SECONDS_A_CHOICE * self.taken + talk


def read_through(game: Game, seed: int, pick: Callable[[State], Move | None]) -> tuple[Read, State]:
    """What is read on a way through; `pick` says the next move, None to stop. At most LONGEST moves."""
    state, scene = start(game, seed), -1
    read = Read(words(game.scenario.player.brief))
    while state.ending < 0 and read.taken < LONGEST and (move := pick(state)):
        if state.scene != scene:
            scene = state.scene
            read.words += sum(map(words, scene_text(game, state)))
            read.words += sum(words(choice.text) for choice in choices(game, state))
        done = step(game, state, move)
        read.words += sum(words(event.text) for event in done.events if isinstance(event, Replied))
        read.taken += 1
        read.talked |= move.kind in AT_TABLE
        state = done.state
    if state.ending >= 0:
        read.words += words(say(game, state, game.stops[state.ending].model.text))
    return read, state


def _seconds(game: Game, seed: int) -> float:
    random = Random(seed)

    def thorough(state: State) -> Move | None:
        options = takeable(game, state)
        random.shuffle(options)
        best = min(options, key=lambda option: _haste(state, option), default=None)
        if best is not None and not any(_haste(state, best)[:3]):
            return choose(best.id)
        at_table = game.places[state.scene].exits is not None
        if at_table:
            return Move("accept")
        return choose(best.id) if best else None

    return read_through(game, seed, thorough)[0].seconds


def _haste(state: State, option: Option) -> tuple[bool, bool, bool, bool]:
    """What a thorough player leaves for later: an offer that expires, an ending, something done before, another scene."""
    targets = [branch.target for branch in option.branches] or [option.target]
    expires = 0 <= state.days < option.days
    ends = all(target < STAY for target in targets)
    return expires, ends, bool(state.taken & option.effects.bit), STAY not in targets

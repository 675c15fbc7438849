"""One random play through the engine, counted: by the uniform policy, or with what has been used least first."""

from array import array
from random import Random

from negotiator.analysis.playtest.atable import random_move
from negotiator.analysis.playtest.numbering import Numbering
from negotiator.analysis.playtest.tally import Tally, Trail, shorter
from negotiator.game.impossible import NotPossible
from negotiator.game.rules import Game, Option
from negotiator.game.state import Move, State
from negotiator.game.step import WRITTEN_OFFER, drawn, start, step, take, takeable

LONGEST = 1000
"""Moves after which a play is given up."""
LOST = frozenset({"lost", "withdrawn", "expired"})
LEAVE = Move("walk")


class Crashed(Exception):
    """The engine failed at a move; `state` is the one before it."""

    def __init__(self, state: State, words: str) -> None:
        super().__init__(words)
        self.state = state
        self.words = words


class OncePlay:
    """A play under way; what comes up is counted at once."""

    def __init__(self, game: Game, numbering: Numbering, tally: Tally, seed: int, *, uniform: bool) -> None:
        self.game = game
        self.numbering = numbering
        self.tally = tally
        self.seed = seed
        self.uniform = uniform
        self.random = Random(seed)
        self.hits = tally.hits[0 if uniform else 1]
        self.moves: list[str] = []
        self.seen: set[int] = set()

    def play(self) -> None:
        """Play to an ending, or until it goes no further."""
        state = start(self.game, self.seed)
        self._saw(self.numbering.scene[state.scene])
        try:
            state = self._through(state)
        except Crashed as crash:
            state = crash.state
            shorter(self.tally.crashes, [((state.scene, crash.words), self._trail())])
        self._over(state)

    def _through(self, state: State) -> State:
        game, scenes, tally = self.game, self.numbering.scene, self.tally
        while state.ending < 0:
            if len(self.moves) >= LONGEST:
                shorter(tally.endless, [(state.scene, self._trail())])
                break
            try:
                options = takeable(game, state)
                if game.places[state.scene].exits is not None and self._prefers_table(options):
                    after = self._at_table(state)
                elif options:
                    after = self._take(state, options)
                else:
                    shorter(tally.stuck, [(state.scene, self._trail())])
                    break
            except Exception as error:  # a crash of the engine, of whatever kind, is a finding with its walk
                raise Crashed(state, f"{type(error).__name__}: {error}") from error
            state = after
            if state.ending < 0 and (number := scenes[state.scene]) not in self.seen:
                self._saw(number)
        return state

    def _prefers_table(self, options: list[Option]) -> bool:
        """At a table each choice of the scene is as likely as the table itself."""
        return self.random.random() * (len(options) + 1) < 1

    def _take(self, state: State, options: list[Option]) -> State:
        used, of, seen = self.tally.used, self.numbering.of, self.seen
        at = int(self.random.random() * len(options))
        option = options[at] if self.uniform else self._least(options, used)
        self.moves.append(option.id)
        branch = drawn(self.game, state, option)
        after = take(self.game, state, option, branch).state
        number = of(option)
        used[number] += 1
        if number not in seen:
            self._saw(number)
        if branch is not None and (number := of(branch)) not in seen:
            self._saw(number)
        return after

    def _least(self, options: list[Option], used: "array[int]") -> Option:
        """One of those that have been taken least."""
        of = self.numbering.of
        counts = [used[of(option)] for option in options]
        least = min(counts)
        found = [option for option, count in zip(options, counts, strict=True) if count == least]
        return found[int(self.random.random() * len(found))]

    def _at_table(self, state: State) -> State:
        move = random_move(self.game, state, self.random)
        self.moves.append(move.text)
        try:
            return step(self.game, state, move).state
        except NotPossible:
            self.moves[-1] = LEAVE.text
            return step(self.game, state, LEAVE).state

    def _over(self, state: State) -> None:
        tally = self.tally
        tally.plays += 1
        tally.uniform += self.uniform
        tally.moves += len(self.moves)
        tally.uniform_moves += len(self.moves) * self.uniform
        if self.uniform and state.reached >= WRITTEN_OFFER:
            tally.offered += 1
            tally.lost += state.ending >= 0 and self.game.stops[state.ending].model.outcome in LOST
        if state.ending < 0:
            tally.unfinished += 1
        else:
            self._saw(self.numbering.ending[state.ending])
            tally.end(state, uniform=self.uniform)

    def _saw(self, number: int) -> None:
        """A spot came up for the first time in this play."""
        self.seen.add(number)
        self.hits[number] += 1
        if len(self.moves) < self.tally.depths[number]:
            self.tally.depths[number] = len(self.moves)
            self.tally.trails[number] = self._trail()

    def _trail(self) -> Trail:
        return Trail(self.seed, tuple(self.moves))

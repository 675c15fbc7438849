"""Strategy players of the story: each takes the choices that suit it, and bargains at tables in a way of its own."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from negotiator.analysis.best_line import move_of_deed, point_of
from negotiator.analysis.liveness import targets
from negotiator.analysis.players import session
from negotiator.analysis.playtest.onceplay import LONGEST, LOST
from negotiator.analysis.playtest.played import Player
from negotiator.analysis.playtest.tally import Tally
from negotiator.analysis.simulate import setting_of
from negotiator.analysis.strategies import CONDUCT, Mode
from negotiator.game.bargain import bargain_of
from negotiator.game.impossible import NotPossible
from negotiator.game.negotiate import luck_of
from negotiator.game.rules import STAY, Game, Option
from negotiator.game.state import Move, State, choose
from negotiator.game.step import WRITTEN_OFFER, overruns, start, step, takeable

PLAYS = 60
"""Of each player."""
FAR = 10**6
ACCEPT = Move("accept")
Likes = Callable[[Option, int], tuple[int, ...]]
"""likes(option, distance): how much a player likes a choice, the more the better. The distance is that from where it
leads to an ending, in scenes."""


@dataclass(frozen=True, slots=True)
class Way:
    """How one kind of player goes through a story."""

    manner: str
    likes: Likes
    mode: Mode


def _asking(option: Option, _far: int) -> tuple[int, ...]:
    kind = option.model.kind
    return (2 if kind == "question" else 1 if kind == "counter" else 0, option.finesse)


WAYS: Mapping[str, Way] = {
    "bold": Way(
        "takes what has most courage; presses at the table",
        lambda option, _far: (option.courage,),
        Mode.COMPETE,
    ),
    "smooth": Way(
        "takes what has most finesse; meets halfway at the table",
        lambda option, _far: (option.finesse,),
        Mode.COMPROMISE,
    ),
    "fitting": Way(
        "takes what has most fit; asks, tells and trades at the table",
        lambda option, _far: (option.fit,),
        Mode.COLLABORATE,
    ),
    "asking": Way(
        "takes questions first, then counter-proposals; asks, tells and trades at the table",
        _asking,
        Mode.COLLABORATE,
    ),
    "hurried": Way(
        "takes what is nearest to an ending; takes the letter as it is",
        lambda _option, far: (-far,),
        Mode.AVOID,
    ),
}
RANDOM = "random"


class Players:
    """Plays a story in each of the ways."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.far = _distances(game)
        self.setting = setting_of(game.scenario) if game.bargain is not None else None

    def played(self, name: str, seed: int, plays: int = PLAYS) -> Player:
        """Means over so many plays."""
        ends = [self._play(WAYS[name], seed + number) for number in range(plays)]
        states = [state for state, _ in ends]
        finished = [state for state in states if state.ending >= 0]
        offered = [state for state in states if state.reached >= WRITTEN_OFFER]
        lost = [state for state in offered if state.ending >= 0 and self._outcome(state) in LOST]
        endings = Counter(self.game.stops[state.ending].id for state in finished)
        count = max(len(finished), 1)
        return Player(
            name=name,
            manner=WAYS[name].manner,
            plays=plays,
            finished=len(finished),
            endings=tuple((ending, times / plays) for ending, times in endings.most_common()),
            courage=sum(state.courage for state in finished) / count,
            finesse=sum(state.finesse for state in finished) / count,
            fit=sum(state.fit for state in finished) / count,
            moves=sum(moves for _, moves in ends) / plays,
            lost=len(lost) / max(len(offered), 1),
            own=self._own(finished),
        )

    def _outcome(self, state: State) -> str:
        return self.game.stops[state.ending].model.outcome

    def _own(self, finished: list[State]) -> float | None:
        if self.game.bargain is None or not finished:
            return None
        return sum(point_of(self.game, state)[0] for state in finished) / len(finished)

    def _play(self, way: Way, seed: int) -> tuple[State, int]:
        random, state, moves = Random(seed), start(self.game, seed), 0
        while state.ending < 0 and moves < LONGEST:
            if self.game.places[state.scene].exits is not None:
                state, made = self._bargain(way, state)
                moves += made
                continue
            options = self._in_time(state)
            if not options:
                break
            option = max(options, key=lambda one: (*way.likes(one, self._far(state, one)), random.random()))
            state = step(self.game, state, choose(option.id)).state
            moves += 1
        return state, moves

    def _in_time(self, state: State) -> list[Option]:
        """What can be taken; nobody lets the offer run out who can do something else."""
        options = takeable(self.game, state)
        return [option for option in options if not overruns(option, state)] or options

    def _far(self, state: State, option: Option) -> int:
        goals = [branch.target for branch in option.branches] or [option.target]
        return min(self.far[state.scene] + 1 if goal == STAY else self._away(goal) for goal in goals)

    def _away(self, target: int) -> int:
        return 0 if target < 0 else self.far[target]

    def _bargain(self, way: Way, state: State) -> tuple[State, int]:
        """A whole talk at a table, move by move through the engine; it is left when the talk has come to nothing."""
        assert self.setting is not None
        bargain, table, made = bargain_of(self.game), state.scene, 0
        talk = bargain.talk(self.game, state)
        luck = luck_of(state, self.game.scenario.id)
        done = session(bargain.counterpart, self.setting, CONDUCT[way.mode], luck, start=talk)
        for deed in done.talk.deeds[len(talk.deeds) :]:
            last_day = state.days == 0 and state.reached >= WRITTEN_OFFER
            try:
                # On the last day one takes what lies there: another round would be a day too late.
                move = ACCEPT if last_day else move_of_deed(bargain, deed)
                state = step(self.game, state, move).state
            except NotPossible:
                break
            made += 1
            if state.ending >= 0 or state.scene != table:
                return state, made
        return step(self.game, state, Move("walk")).state, made + 1


def random_player(game: Game, tally: Tally) -> Player:
    """The uniform policy of the sampling, as one of the players."""
    hits = tally.hits[0]
    first = len(hits) - len(game.stops)
    ended = sum(hits[first:])
    shares = sorted(
        ((stop.id, hits[first + at] / max(tally.uniform, 1)) for at, stop in enumerate(game.stops)),
        key=lambda one: -one[1],
    )
    count = max(ended, 1)
    return Player(
        name=RANDOM,
        manner="takes anything that can be taken, and makes any move at the table",
        plays=tally.uniform,
        finished=ended,
        endings=tuple(one for one in shares if one[1]),
        courage=sum(value * times for value, times in tally.courage.items()) / count,
        finesse=sum(value * times for (value, _), times in tally.finesse.items()) / count,
        fit=sum(value * times for value, times in tally.fit.items()) / count,
        moves=tally.uniform_moves / max(tally.uniform, 1),
        lost=tally.lost / max(tally.offered, 1),
        own=None,
    )


def _distances(game: Game) -> list[int]:
    """Scenes from each scene to an ending, by the lines drawn; FAR where none leads there."""
    links = [set(targets(game, place)) for place in game.places]
    far = [1 if any(target < 0 for target in after) else FAR for after in links]
    changed = True
    while changed:
        changed = False
        for at, after in enumerate(links):
            nearest = min((far[target] for target in after if target >= 0), default=FAR)
            if nearest + 1 < far[at]:
                far[at] = nearest + 1
                changed = True
    return far

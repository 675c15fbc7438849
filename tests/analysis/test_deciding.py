"""Verdicts against brute force over hundreds of small random stories: never wrong, mostly given, and given why."""

from collections import Counter
from collections.abc import Iterator

import pytest

from negotiator.analysis.budget import Budget, Stopped
from negotiator.analysis.deciding import BY_BOUNDS, decide
from negotiator.analysis.verdicts import Reach, Verdict, in_words
from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.game.step import possible, start, take, takeable
from tests.analysis.brute import Truth, small_games
from tests.analysis.small_stories import small_story
from tests.support import game, shipped

STORIES, TABLES = 400, 150
BARELY = 3
"""States that decide next to nothing: what is then proved is proved by the bounds."""


def verdicts(made: Game, reach: Reach, truth: Truth) -> Iterator[tuple[str, Verdict, bool]]:
    """Every verdict beside what brute force has seen of it."""
    for at, place in enumerate(made.places):
        yield "scene", reach.scenes[place.id].verdict, at in truth.scenes
        yield "stuck", reach.stuck[place.id].verdict, at in truth.stuck
        yield "trapped", reach.trapped[place.id].verdict, at in truth.endless
        for option in place.options:
            yield "choice", reach.choices[place.id, option.id].verdict, (at, option.id) in truth.taken
    for at, stop in enumerate(made.stops):
        yield "ending", reach.endings[stop.id].verdict, at in truth.endings


def wrong(verdict: Verdict, seen: bool) -> bool:
    return verdict is (Verdict.IMPOSSIBLE if seen else Verdict.POSSIBLE)


@pytest.mark.parametrize("table", [False, True])
def test_a_whole_search_decides_everything_and_rightly(table: bool) -> None:
    compared = 0
    for _, made, truth in small_games(TABLES if table else STORIES, table=table):
        reach = decide(made, 10**6)
        assert not list(reach.undecided())
        assert not [one for one in verdicts(made, reach, truth) if wrong(one[1], one[2])]
        compared += 1
    assert compared > (40 if table else 350)


@pytest.mark.parametrize("table", [False, True])
@pytest.mark.parametrize("states", [BARELY, 20])
def test_a_small_budget_leaves_things_open_and_says_nothing_wrong(states: int, table: bool) -> None:
    impossible: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for where, made, truth in small_games(TABLES if table else STORIES, table=table):
        reach = decide(made, states)
        for kind, verdict, seen in verdicts(made, reach, truth):
            assert not wrong(verdict, seen), (where, kind)
            impossible[kind] += not seen
            decided[kind] += verdict is Verdict.IMPOSSIBLE
    shares = {kind: decided[kind] / impossible[kind] for kind in impossible}
    assert shares["scene"] > 0.5
    assert shares["choice"] > 0.3
    assert shares["stuck"] > 0.5
    assert shares["trapped"] > 0.3


def ends(made: Game, walk: tuple[str, ...]) -> set[State]:
    """Where a walk may lead, whatever luck brings."""
    now = {start(made)}
    for way in walk:
        now = {
            take(made, state, option, branch).state
            for state in now
            for option in takeable(made, state)
            if option.id == way
            for branch in possible(option, state) or (None,)
        }
    return now


@pytest.mark.parametrize("states", [15, 10**6])
def test_walks_lead_where_they_say(states: int) -> None:
    for seed in range(120):
        made = game(small_story(seed))
        reach = decide(made, states)
        for at, place in enumerate(made.places):
            if reach.scenes[place.id].possible:
                assert at in {state.scene for state in ends(made, reach.scenes[place.id].walk)}
            if reach.stuck[place.id].possible:
                there = [state for state in ends(made, reach.stuck[place.id].walk) if state.scene == at]
                assert any(not takeable(made, state) for state in there)
            for option in place.options:
                answer = reach.choices[place.id, option.id]
                assert not answer.possible or ends(made, answer.walk)
        for at, stop in enumerate(made.stops):
            if reach.endings[stop.id].possible:
                assert at in {state.ending for state in ends(made, reach.endings[stop.id].walk)}


def test_walks_of_a_complete_search_are_shortest() -> None:
    for seed in range(60):
        made = game(small_story(seed))
        reach = decide(made, 10**6, whole=True)
        assert reach.shortest
        depth, now, seen = 0, {start(made)}, {start(made).scene: 0}
        while now and depth < 6:
            depth += 1
            now = {
                after
                for state in now
                for option in takeable(made, state)
                for branch in possible(option, state) or (None,)
                if (after := take(made, state, option, branch).state).ending < 0
            }
            for state in now:
                seen.setdefault(state.scene, depth)
        for scene, steps in seen.items():
            assert len(reach.scenes[made.places[scene].id].walk) == steps


LOCKED = """
[state]
nerve = { start = 0, min = 0, max = 9 }
[offer]
days = 3
on_expired = "late"
[scenes.hall]
text = "t"
choices.grow = { say = "1", change = { nerve = 2 }, goto = "room" }
choices.stay = { say = "2", goto = "room" }
[scenes.room]
stage = "written_offer"
text = "t"
choices.low = { say = "1", when = "nerve < 2", goto = "signed" }
choices.high = { say = "2", when = "nerve >= 2", goto = "signed" }
choices.never = { say = "3", when = "nerve >= 3", goto = "vault" }
[scenes.vault]
stage = "written_offer"
text = "t"
choices.out = { say = "1", goto = "late" }
[endings.late]
outcome = "expired"
title = "Late"
text = "Late."
"""


def test_bounds_prove_without_a_search() -> None:
    reach = decide(game(LOCKED), 1)
    assert reach.graph.stopped is Stopped.STATES
    for answer in (reach.choices["room", "never"], reach.scenes["vault"], reach.endings["late"]):
        assert answer.impossible
        assert answer.why == BY_BOUNDS
    # Of two conditions one always holds; neither holds always.
    assert reach.stuck["room"].impossible
    assert reach.trapped["hall"].impossible


def test_what_is_open_is_counted_and_says_why() -> None:
    reach = decide(game(LOCKED), 1)
    assert in_words(list(reach.undecided())) == "2 choices and 1 ending"
    assert "budget of states" in reach.choices["room", "low"].why
    assert in_words(list(decide(game(LOCKED), 10).undecided())) == ""


def test_a_search_that_has_its_answers_stops() -> None:
    reach = decide(shipped("first-offer"), 10_000)
    assert reach.graph.stopped is Stopped.ANSWERED
    assert not list(reach.undecided())
    assert decide(shipped("first-offer"), 10_000, whole=True).graph.complete


def test_a_clock_that_runs_out_and_a_full_memory_are_said() -> None:
    made = shipped("first-offer")
    ticks = iter(range(1000))
    assert decide(made, Budget(seconds=2, clock=lambda: next(ticks))).graph.stopped is Stopped.SECONDS
    assert decide(made, Budget(bytes=10)).graph.stopped is Stopped.BYTES
    assert decide(made, Budget(), whole=True).graph.stopped is Stopped.DONE


def test_an_interruption_keeps_what_was_found() -> None:
    def interrupt(looked: int, _found: int) -> None:
        if looked > 0:
            raise KeyboardInterrupt

    made = shipped("two-roles-one-title")
    clock = iter(range(10**6))
    reach = decide(made, Budget(seconds=10**6, clock=lambda: next(clock)), interrupt)
    assert reach.graph.stopped is Stopped.INTERRUPTED
    assert 0 < len(reach.graph.edges) < 2000
    assert reach.scenes[made.scenario.start].possible

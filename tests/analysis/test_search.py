"""The exact search against brute force over every unmerged state of hundreds of small random stories."""

import pytest

from negotiator.analysis.budget import Stopped
from negotiator.analysis.search import Graph, explore
from negotiator.analysis.yardstick import extremes, sampled, yardstick
from negotiator.game.step import possible, start, take, takeable
from tests.analysis.brute import Truth, brute, small_games
from tests.analysis.small_stories import HEAD
from tests.support import game, shipped


def found(graph: Graph) -> Truth:
    (low, high), (low_fit, high_fit) = extremes(graph)
    return Truth(
        scenes={state.scene for state in graph.states},
        endings={-2 - edge.target for edges in graph.edges for edge in edges if edge.target < 0},
        taken={(graph.states[at].scene, edge.way) for at, edges in enumerate(graph.edges) for edge in edges},
        stuck={graph.states[at].scene for at, edges in enumerate(graph.edges) if not edges},
        courage=[low, high],
        fit=[low_fit, high_fit],
    )


@pytest.mark.parametrize("table", [False, True])
def test_the_merged_search_sees_what_brute_force_sees(table: bool) -> None:
    stories = small_games(150 if table else 400, table=table)
    for where, made, truth in stories:
        graph = explore(made, 10**6)
        assert graph.complete
        assert graph.stopped is Stopped.DONE
        seen = found(graph)
        assert (seen.scenes, seen.endings, seen.taken, seen.stuck) == (
            truth.scenes, truth.endings, truth.taken, truth.stuck,
        ), where  # fmt: skip
        if truth.courage:
            assert seen.courage == [min(truth.courage), max(truth.courage)], where
            assert seen.fit == [min(truth.fit), max(truth.fit)], where
    assert len(stories) > (40 if table else 350)
    assert sum(bool(truth.courage) for _, _, truth in stories) > (30 if table else 200)


DOORS = {
    # What needs an earlier choice leads back only for who made it; and only for them does `x` matter twice.
    "a way back for some": """
        [scenes.hall]
        text = "t"
        choices.c0 = { say = "0", goto = "a" }
        choices.c1 = { say = "1", goto = "a" }
        [scenes.a]
        stage = "written_offer"
        text = "t"
        choices.x = { say = "x", scores = { courage = 1, fit = -1 }, goto = "b" }
        choices.y = { say = "y", goto = "b" }
        [scenes.b]
        stage = "written_offer"
        text = "t"
        choices.back = { say = "b", when = "chose(hall.c0)", goto = "a" }
        choices.out = { say = "o", goto = "signed" }
    """,
    # Going back to `a` pays, and `a` is looked at before it is known what it leads to.
    "a way back to what pays": """
        [scenes.hall]
        text = "t"
        choices.one = { say = "1", goto = "a" }
        choices.two = { say = "2", scores = { courage = 3, fit = -2 }, goto = "b" }
        [scenes.a]
        stage = "written_offer"
        text = "t"
        choices.to-b = { say = "b", goto = "b" }
        choices.to-c = { say = "c", scores = { courage = 2, fit = -3 }, goto = "c" }
        [scenes.b]
        stage = "written_offer"
        text = "t"
        choices.back = { say = "a", goto = "a" }
        choices.out = { say = "o", goto = "signed" }
        [scenes.c]
        stage = "written_offer"
        text = "t"
        choices.out = { say = "o", goto = "signed" }
    """,
    # Two doors that can be passed once each lead to one place: it closes only when both have been.
    "two doors": """
        [scenes.hall]
        stage = "written_offer"
        text = "t"
        choices.one = { say = "1", once = true, goto = "a" }
        choices.two = { say = "2", once = true, goto = "a" }
        choices.out = { say = "o", goto = "signed" }
        [scenes.a]
        stage = "written_offer"
        text = "t"
        choices.x = { say = "x", scores = { courage = 1, fit = -1 }, goto = "hall" }
        choices.y = { say = "y", scores = { courage = 2 }, goto = "hall" }
    """,
    # A fact that decides nothing any more, beside one that does.
    "settled": """
        [facts.three]
        says = "Three."
        found = "here"
        [scenes.hall]
        stage = "written_offer"
        text = "t"
        choices.c0 = { say = "0", learn = ["one"], scores = { courage = 1 }, goto = "a" }
        choices.c1 = { say = "1", learn = ["two"], scores = { fit = 1 }, goto = "a" }
        choices.c2 = { say = "2", learn = ["three"], goto = "a" }
        [scenes.a]
        stage = "written_offer"
        text = "t"
        choices.more = { say = "m", learn = ["three"], once = true, goto = "a" }
        choices.x = { say = "x", when = "knows(one) or knows(two)", scores = { courage = 2 }, goto = "signed" }
        choices.y = { say = "y", when = "not knows(two) and knows(three)", scores = { fit = 2 }, goto = "signed" }
        choices.z = { say = "z", goto = "signed" }
    """,
}


@pytest.mark.parametrize("name", DOORS)
def test_doors_that_close_and_facts_that_settle_change_no_sum(name: str) -> None:
    made = game(HEAD + DOORS[name])
    truth = brute(made)
    assert truth is not None
    seen = found(explore(made, 10**4))
    assert (seen.taken, seen.endings) == (truth.taken, truth.endings)
    assert (seen.courage, seen.fit) == (
        [min(truth.courage), max(truth.courage)],
        [min(truth.fit), max(truth.fit)],
    )


def test_a_walk_leads_where_it_says() -> None:
    made = shipped("first-offer")
    graph = explore(made, 10**5)
    for at, state in enumerate(graph.states):
        walk = graph.walk(at)
        ends = {start(made)}
        for one in walk:
            ends = {
                take(made, now, option, branch).state
                for now in ends
                for option in takeable(made, now)
                if option.id == one
                for branch in possible(option, now) or (None,)
            }
        assert state.scene in {end.scene for end in ends}


def test_a_budget_too_small_is_said_and_sampling_takes_over() -> None:
    made = shipped("first-offer")
    assert not explore(made, 20).complete
    exact, guess = yardstick(made), yardstick(made, budget=20)
    assert exact.proved
    assert not guess.proved
    assert exact.courage[0] <= guess.courage[0] <= guess.courage[1] <= exact.courage[1]
    assert guess == sampled(made)


@pytest.mark.parametrize("name", ["first-offer"])
def test_the_yardstick_of_a_shipped_scenario_is_proved(name: str) -> None:
    assert yardstick(shipped(name)).proved

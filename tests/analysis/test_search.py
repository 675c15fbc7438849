"""The exact search against brute force over every unmerged state of hundreds of small random stories."""

from dataclasses import dataclass
from random import Random

import pytest

from negotiator.analysis.search import Graph, explore
from negotiator.analysis.yardstick import extremes, sampled, yardstick
from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.game.step import possible, start, take, takeable
from tests.support import game, shipped

HEAD = """
[state]
nerve = { start = 0, min = -1, max = 2 }
flag = false
mood = { start = "cool", one_of = ["cool", "warm"] }
[facts.one]
says = "One."
known_by = ["ana"]
[facts.two]
says = "Two."
found = "here"
[offer]
days = 2
on_expired = "late"
[endings.late]
outcome = "expired"
title = "Late"
text = "Late."
"""


def small_story(seed: int) -> str:
    """A random story with loops, hubs, conditions of every kind, luck and days."""
    random = Random(seed)
    scenes = ["hall", "a", "b", "c", "d"][: random.randint(2, 5)]
    # Every third story never comes back to its first scene: what was done there is done for good.
    back = scenes if seed % 3 else scenes[1:]
    goals = [*back, "signed", "late", "here", "here"]
    out = [HEAD]
    for at, scene in enumerate(scenes):
        stage = "candidate" if at < 2 else "written_offer"
        out.append(
            f'[scenes.{scene}]\nstage = "{stage}"\nwith = ["ana"]\ntext = "t"\n[scenes.{scene}.choices]'
        )
        for number in range(random.randint(1, 4)):
            parts = [
                f'say = "{number}"',
                f"scores = {{ courage = {random.randint(-3, 3)}, fit = {random.randint(-3, 3)} }}",
            ]
            if random.random() < 0.5:
                parts.append(f'when = "{_condition(random, scenes)}"')
            if random.random() < 0.2:
                parts.append("days = 1")
            if random.random() < 0.35:
                parts.append(f"once = {random.choice(('true', 'true', 'false'))}")
            parts.append(_effect(random))
            if random.random() < 0.25:
                luck = ", ".join(
                    f'o{n} = {{ goto = "{random.choice(goals)}", {_effect(random)}'
                    + (f', when = "{_condition(random, scenes)}"' if n else "")
                    + " }"
                    for n in range(2)
                )
                parts.append(f"outcomes = {{ {luck} }}")
            else:
                parts.append(f'goto = "{random.choice(goals)}"')
            out.append(f"c{number} = {{ {', '.join(parts)} }}")
    return "\n".join(out)


def _effect(random: Random) -> str:
    return random.choice(
        ("change = { nerve = 1 }", "change = { nerve = -1 }", "set = { flag = true }", 'set = { mood = "warm" }',
         'set = { mood = "cool", flag = false }', 'learn = ["one"]', 'learn = ["two"]', "learn = []")
    )  # fmt: skip


def _condition(random: Random, scenes: list[str]) -> str:
    simple = [
        "nerve >= 1", "nerve < 0", "flag", "not flag", "mood == warm", "mood != warm", "knows(one)", "not knows(two)",
        f"visited({random.choice(scenes)})", "chose(hall.c0)", "chose(hall.c0)", "not chose(hall.c0)", "days-left >= 1",
        "reached >= written_offer", "stage == candidate",
    ]  # fmt: skip
    one, two = random.choice(simple), random.choice(simple)
    return random.choice((one, f"{one} and {two}", f"{one} or {two}", f"not ({one} or {two})"))


@dataclass
class Truth:
    """What brute force saw."""

    scenes: set[int]
    endings: set[int]
    taken: set[tuple[int, str]]
    stuck: set[int]
    courage: list[int]
    fit: list[int]


def brute(made: Game, limit: int = 60_000) -> Truth | None:
    """Every state there is, visits apart (no condition of these stories counts them)."""
    truth = Truth(set(), set(), set(), set(), [], [])
    first = start(made)
    seen = {_plain(first)}
    work = [first]
    while work:
        state = work.pop()
        truth.scenes.add(state.scene)
        options = takeable(made, state)
        if not options:
            truth.stuck.add(state.scene)
        for option in options:
            truth.taken.add((state.scene, option.id))
            for branch in possible(option, state) or (None,):
                after = take(made, state, option, branch).state
                if after.ending >= 0:
                    truth.endings.add(after.ending)
                    truth.courage.append(after.courage)
                    truth.fit.append(after.fit)
                elif (key := _plain(after)) not in seen:
                    seen.add(key)
                    work.append(after)
        if len(seen) > limit:
            return None
    return truth


def _plain(state: State) -> State:
    visited = sum(1 << 8 * at for at in range(8) if state.visits >> 8 * at & 255)
    return state._replace(visits=visited)


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


def test_the_merged_search_sees_what_brute_force_sees() -> None:
    compared = ended = 0
    for seed in range(400):
        made = game(small_story(seed))
        truth = brute(made)
        if truth is None:
            continue
        compared += 1
        ended += bool(truth.courage)
        graph = explore(made, 10**6)
        assert graph.complete
        seen = found(graph)
        where = f"story {seed}"
        assert (seen.scenes, seen.endings, seen.taken, seen.stuck) == (
            truth.scenes,
            truth.endings,
            truth.taken,
            truth.stuck,
        ), where
        if truth.courage:
            assert seen.courage == [min(truth.courage), max(truth.courage)], where
            assert seen.fit == [min(truth.fit), max(truth.fit)], where
    assert compared > 350
    assert ended > 200


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

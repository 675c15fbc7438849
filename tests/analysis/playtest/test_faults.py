"""What a play-test finds in stories with one fault each, and what it says its findings rest on."""

from dataclasses import replace

import pytest

from negotiator.analysis.playtest.claims import Basis
from negotiator.analysis.playtest.report import Fault, Playtest, Reached
from negotiator.analysis.playtest.walks import Walker, walked
from negotiator.analysis.search import explore
from negotiator.game.rules import Game
from negotiator.game.state import State
from negotiator.scenario.findings import Severity
from tests.analysis.playtest.stories import (
    DEAD_END,
    NO_SEARCH,
    SOUND,
    TRAP,
    UNREACHED,
    VANISHING,
    chain,
    knocking,
    only,
    report_on,
    spot,
)
from tests.support import FRAME, game, play


def test_a_sound_story_has_nothing_to_mend_and_a_walk_to_everything() -> None:
    report = report_on(SOUND)
    assert report.troubles == ()
    assert {one.id for one in report.spots} == {
        "hall", "hall.ask", "hall.go", "desk", "desk.sign", "desk.push", "desk.push.lands", "desk.push.slips",
        "signed", "gone",
    }  # fmt: skip
    assert all(one.walk and one.walk.exact for one in report.spots)
    walk = spot(report, "desk.sign").walk
    assert walk is not None
    assert (walk.moves, walk.seed) == (("go", "sign"), None)


def test_luck_on_a_walk_is_had_by_a_seed() -> None:
    report = report_on(SOUND)
    for name in ("desk.push.lands", "desk.push.slips", "gone"):
        walk = spot(report, name).walk
        assert walk is not None
        assert (walk.moves, walk.exact) == (("go", "push"), True)
        assert walk.seed is not None


def test_a_seed_is_looked_for_where_nobody_has_played_the_walk() -> None:
    lines = [
        f'choices.t{at} = {{ say = "t", outcomes.up = {{ goto = "s{at + 1}" }}, outcomes.down = {{ goto = "signed" }} }}'
        for at in range(5)
    ]
    scenes = [f'[scenes.s{at}]\ntext = "t"\n{line}' for at, line in enumerate(lines)]
    last = '[scenes.s5]\ntext = "t"\nchoices.out = { do = "o", goto = "signed" }'
    made = game(FRAME + "\n".join([*scenes, last]).replace("s0", "hall"), frame=False)
    graph = explore(made, 100)
    at = next(at for at, state in enumerate(graph.states) if state.scene == 5)
    walk = Walker(made, lambda moves, seed: f"{seed} {moves}").of_graph(walked(graph, at))
    assert walk.exact
    assert walk.seed is not None
    assert play(made, walk.moves, seed=walk.seed).state.scene == 5


def test_choices_that_vanish_are_an_error_with_the_shortest_walk() -> None:
    found = only(report_on(VANISHING), Fault.VANISHED)
    assert (found.severity, found.path, found.ground.basis) == (Severity.ERROR, ("desk",), Basis.PROVED)
    assert found.walk is not None
    assert found.walk.moves == ("ask", "go")


def test_a_scene_in_which_nobody_can_do_anything_is_a_dead_end() -> None:
    found = only(report_on(DEAD_END), Fault.DEAD_END)
    assert (found.path, found.walk and found.walk.moves) == (("cellar",), ("go",))


def test_a_loop_without_a_way_out_is_an_error_with_a_walk() -> None:
    found = only(report_on(TRAP), Fault.TRAP)
    assert (found.path, found.walk and found.walk.moves) == (("yard",), ("drop",))


def test_what_nobody_can_reach_is_proved_by_the_search() -> None:
    report = report_on(UNREACHED)
    assert [(one.severity, one.path, one.ground.basis) for one in report.troubles] == [
        (Severity.ERROR, ("gone",), Basis.PROVED),
        (Severity.WARNING, ("hall", "dare"), Basis.PROVED),
    ]
    assert spot(report, "gone").reached is Reached.NEVER


LONG = "\n".join(
    f'[scenes.s{at}]\ntext = "t"\nchoices.on = {{ do = "o", goto = "s{at + 1}" }}\nchoices.off = {{ do = "o", goto = "signed" }}'
    for at in range(12)
)
HIDDEN = (
    LONG.replace("[scenes.s0]", "[scenes.hall]")
    + '\n[scenes.s12]\ntext = "t"\nchoices.out = { do = "o", goto = "gone" }\n'
    + '[endings.gone]\noutcome = "lost"\ntitle = "Gone"\ntext = "t"\n'
)


def bases(report: Playtest) -> set[Basis]:
    """What is said of endings rests on."""
    return {one.ground.basis for one in report.ranges} | {one.ground.basis for one in report.shares}


def test_without_the_search_what_was_not_seen_is_sampled_and_no_error() -> None:
    report = report_on(HIDDEN, plays=10, budget=NO_SEARCH)
    found = spot(report, "gone")
    assert (found.reached, found.ground.basis, found.ground.plays) == (Reached.UNSEEN, Basis.SAMPLED, 10)
    assert report.count(Severity.ERROR) == 0
    assert report.judged_ground is None
    assert bases(report) == {Basis.SAMPLED}
    sure = report_on(HIDDEN, plays=10)
    assert spot(sure, "gone").reached is Reached.REACHED
    assert bases(sure) == {Basis.PROVED}


def test_a_fault_that_was_played_is_proved_even_without_the_search() -> None:
    found = only(report_on(VANISHING, budget=NO_SEARCH), Fault.VANISHED)
    assert (found.ground.basis, found.walk and found.walk.moves) == (Basis.PROVED, ("ask", "go"))


def hits(report_of: str, policy: str) -> int:
    """Dead ends that were met by plays of one policy alone."""
    from negotiator.analysis.playtest.numbering import Numbering
    from negotiator.analysis.playtest.onceplay import OncePlay
    from negotiator.analysis.playtest.tally import Tally

    made = game(FRAME + report_of, frame=False)
    numbering = Numbering(made)
    tally = Tally(len(numbering))
    for seed in range(400):
        OncePlay(made, numbering, tally, seed, uniform=policy == "uniform").play()
    return len(tally.stuck)


@pytest.mark.parametrize(
    ("story", "finds", "misses"),
    [(chain(40), "least used", "uniform"), (knocking(6), "uniform", "least used")],
    ids=["questions that open one another", "the same thing many times in a row"],
)
def test_each_policy_finds_what_the_other_misses(story: str, finds: str, misses: str) -> None:
    assert hits(story, finds) == 1
    assert hits(story, misses) == 0
    assert only(report_on(story, plays=800, budget=NO_SEARCH), Fault.VANISHED).walk


def fails(_state: State) -> bool:
    msg = "a condition fails"
    raise RuntimeError(msg)


def crashing() -> Game:
    """A story whose desk cannot be looked at."""
    made = game(FRAME + SOUND, frame=False)
    desk = made.places[1]
    options = (replace(desk.options[0], when=fails), *desk.options[1:])
    return replace(made, places=(made.places[0], replace(desk, options=options)))


def test_a_crash_of_the_engine_is_a_finding_with_its_walk() -> None:
    report = report_on(crashing())
    found = only(report, Fault.CRASH)
    assert (found.severity, found.path) == (Severity.ERROR, ("desk",))
    assert "RuntimeError: a condition fails" in found.message
    assert found.walk is not None
    assert found.walk.moves == ("go",)
    assert not report.searched.complete

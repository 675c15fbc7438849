"""The flagship case: its size, and four ways through it that must be judged as they deserve."""

import pytest

from negotiator.analysis.debrief import Debrief, debrief
from negotiator.analysis.length import Measure, measure
from negotiator.game.rules import Game
from negotiator.runs.yardsticks import yardstick_for
from negotiator.scenario.digest import rules_hash
from tests.support import play, script, shipped

WAYS = ("curious", "incurious", "hasty", "bully", "silent")


@pytest.fixture(scope="module")
def case() -> Game:
    return shipped("two-roles-one-title")


@pytest.fixture(scope="module")
def ways(case: Game, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Debrief]:
    yardstick = yardstick_for(case, rules_hash(case.scenario), tmp_path_factory.mktemp("cache"))
    found = {way: debrief(case, play(case, script(f"two-roles-{way}")), yardstick) for way in WAYS}
    found["reordered"] = debrief(case, play(case, script("curious-reordered")), yardstick)
    return found


def test_it_is_a_full_scenario(case: Game) -> None:
    size: Measure = measure(case)
    assert size.scenes >= 35
    assert size.choices >= 110
    assert size.endings >= 8
    assert size.words >= 12_000
    people = case.scenario.people.values()
    assert all(person.wants for person in people)


def test_every_choice_has_a_note_worth_reading_aloud(case: Game) -> None:
    for scene in case.scenario.scenes.values():
        for choice in scene.choices.values():
            assert 20 <= len(choice.coach.split()) <= 90


def test_no_choice_is_simply_the_good_one(case: Game) -> None:
    marks = [
        (choice.scores.courage, choice.scores.finesse, choice.scores.fit)
        for scene in case.scenario.scenes.values()
        for choice in scene.choices.values()
    ]
    alike = sum(all(m > 0 for m in one) or all(m < 0 for m in one) for one in marks)
    assert 3 * alike <= len(marks)


def test_every_way_comes_to_an_ending(ways: dict[str, Debrief]) -> None:
    assert all(way.finished for way in ways.values())
    assert len({way.ending.id for way in ways.values() if way.ending}) >= 4


def test_the_curious_are_ahead_of_the_incurious_on_all_three(ways: dict[str, Debrief]) -> None:
    curious, incurious = ways["curious"].scores, ways["incurious"].scores
    assert (curious.courage or 0) > (incurious.courage or 0)
    assert (curious.finesse or 0) > (incurious.finesse or 0)
    assert (curious.fit or 0) > (incurious.fit or 0)


@pytest.mark.parametrize("way", ["hasty", "bully"])
def test_haste_and_bullying_are_far_behind(ways: dict[str, Debrief], way: str) -> None:
    curious, other = ways["curious"].scores, ways[way].scores
    assert (curious.courage or 0) >= (other.courage or 0) + 20
    assert (curious.finesse or 0) >= (other.finesse or 0) + 20
    assert (curious.fit or 0) >= (other.fit or 0) + 20


def test_a_bully_is_not_brave(ways: dict[str, Debrief]) -> None:
    assert (ways["bully"].scores.courage or 0) < 50


def test_whoever_says_nothing_has_no_finesse(ways: dict[str, Debrief]) -> None:
    silent = ways["silent"].scores
    assert silent.asks < 4
    assert silent.finesse is None


def test_the_same_deeds_in_another_order_score_the_same(ways: dict[str, Debrief]) -> None:
    curious, reordered = ways["curious"], ways["reordered"]
    assert [one.choice for one in curious.decisions] != [one.choice for one in reordered.decisions]
    assert sorted(one.choice for one in curious.decisions) == sorted(
        one.choice for one in reordered.decisions
    )
    assert curious.scores == reordered.scores

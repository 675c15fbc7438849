"""A room's numbers: first attempts apart, percentiles, decisions, pairs, and nothing under five given away."""

from hypothesis import given
from hypothesis import strategies as st

from negotiator.analysis.cohort import cohort, percentile, quantile
from negotiator.analysis.cohort_choices import spots
from negotiator.analysis.cohort_deals import room_map
from negotiator.analysis.cohort_pairs import pairs, together
from negotiator.analysis.cohort_privacy import LEAST, disclosed
from tests.analysis.rooms import STICK, attempt, flagship, room, small, wandering
from tests.runs.story import kiosk

VALUES = st.lists(st.integers(-50, 50), min_size=1, max_size=60)


@given(st.lists(st.integers(0, 40), max_size=9))
def test_no_group_under_five_can_be_worked_out_from_the_sum(counts: list[int]) -> None:
    shown = disclosed(counts)
    assert all(one.people is None or one.people == count for one, count in zip(shown, counts, strict=True))
    assert all(one.people is None for one, count in zip(shown, counts, strict=True) if 0 < count < LEAST)
    hidden = [count for one, count in zip(shown, counts, strict=True) if one.people is None]
    everything = all(one.people in (None, 0) for one in shown)
    assert not hidden or everything or (len(hidden) > 1 and sum(hidden) >= LEAST)


@given(VALUES)
def test_percentiles_rise_with_the_value_and_average_fifty(values: list[int]) -> None:
    ranks = [percentile(value, values) for value in sorted(values)]
    assert ranks == sorted(ranks)
    assert abs(sum(ranks) / len(ranks) - 50) <= 1


@given(VALUES, st.integers(1, 100))
def test_a_quantile_is_the_least_value_that_so_many_do_not_go_beyond(values: list[int], percent: int) -> None:
    values.sort()
    found = quantile(values, percent)
    assert 100 * sum(one <= found for one in values) >= percent * len(values)
    assert 100 * sum(one < found for one in values) < percent * len(values)


def test_retries_and_unfinished_runs_stay_out_of_what_is_said_of_the_room() -> None:
    people = small()
    assert len(people.firsts) == 30
    assert len(people.retries) == 8
    assert {one.attempt.number for one in people.firsts} == {1}
    assert any(not one.finished for one in people.firsts)
    assert len(people.values("fit")) <= len(people.finished) < len(people.firsts)
    made = sum(option.people for spot in spots(people) for option in spot.options if spot.scene == "call")
    assert made == 30


def test_what_people_chose_first_in_a_scene_is_counted_once_each() -> None:
    game = kiosk()
    plays = [wandering(game, seed) for seed in range(40)]
    (call,) = (spot for spot in spots(room(game, plays)) if spot.scene == "call")
    first = [play.turns[0].move.choice for play in plays]
    assert {one.id: one.people for one in call.options if one.people} == {
        one: first.count(one) for one in set(first)
    }
    assert sum(one.signed for one in call.options) == sum(
        game.stops[play.state.ending].model.outcome == "signed" for play in plays
    )


def test_every_deal_is_on_the_map_and_nothing_else() -> None:
    people = flagship()
    found = room_map(people)
    assert found is not None
    signed = [one.point for one in people.finished if one.outcome == "signed" and one.point]
    assert found.people == len(signed) >= LEAST
    assert sorted(point for point, count in found.map.deals for _ in range(count)) == sorted(
        point for point in signed if point
    )
    assert room_map(small()) is None


def test_pairs_began_alike_parted_by_what_they_did_and_ended_apart() -> None:
    people = flagship()
    found = pairs(people)
    assert found
    keys = [way.result.attempt.key for one in found for way in (one.higher, one.lower)]
    assert len(keys) == len(set(keys))
    for one in found:
        left, right = (
            tuple(turn for turn in way.result.attempt.play.turns if turn.told)
            for way in (one.higher, one.lower)
        )
        shared = together(left, right)
        assert shared == len(one.shared) > 0
        assert left[shared].move != right[shared].move
        assert left[shared].before == right[shared].before
    assert pairs(room(people.game, [one.attempt.play for one in people.finished[:4]])) == ()


def test_the_same_people_in_another_order_make_the_same_room() -> None:
    game = kiosk()
    found = [attempt(f"p{at}", wandering(game, at)) for at in range(9)]
    assert cohort(game, found, STICK).results == cohort(game, reversed(found), STICK).results

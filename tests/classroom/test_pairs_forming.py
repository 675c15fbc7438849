"""Who sits with whom: everybody once, no partner twice, seats exchanged, half-filled tables first, odd ones observing."""

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.classroom.pairs.arriving import Chosen, arriving, settled
from negotiator.classroom.pairs.forming import Earlier, at_random, earlier
from negotiator.classroom.pairs.matching import match
from negotiator.classroom.pairs.roster import BadRoster, chair_of, from_roster, read_roster
from negotiator.classroom.pairs.seats import SIDES, Seat, Seating

SEEDS = st.integers(0, 10_000)


def everybody(tables: Iterable[Seating]) -> list[str]:
    return sorted(one for table in tables for one in table.people())


def couples(tables: Iterable[Seating]) -> list[frozenset[str]]:
    return [frozenset((one.candidate, one.manager)) for one in tables]


@given(st.integers(0, 41), SEEDS)
def test_everybody_sits_somewhere_and_of_an_odd_number_one_observes(number: int, seed: int) -> None:
    people = [f"p{at}" for at in range(number)]
    tables = at_random(people, Earlier(), seed)
    assert everybody(tables) == sorted(people)
    assert [one.table for one in tables] == list(range(1, len(tables) + 1))
    if number != 1:
        assert all(one.empty is None for one in tables)
        assert sum(len(one.observers) for one in tables) == number % 2


def test_the_same_seed_gives_the_same_tables_and_another_seed_others() -> None:
    people = [f"p{at}" for at in range(20)]
    assert at_random(people, Earlier(), 3) == at_random(reversed(people), Earlier(), 3)  # type: ignore[arg-type]  # any order
    assert at_random(people, Earlier(), 3) != at_random(people, Earlier(), 4)


@given(st.integers(3, 15).map(lambda half: 2 * half), SEEDS, st.booleans())
def test_nobody_meets_a_partner_twice_as_long_as_that_can_be(number: int, seed: int, swap: bool) -> None:
    people = [f"p{at}" for at in range(number)]
    rounds: list[Seating] = []
    # Any pairing can be followed by another while everybody has met fewer than half of the others (Dirac 1952).
    for round_ in range(number // 2):
        rounds += at_random(people, earlier(rounds), seed + round_, swap=swap)
    assert len(set(couples(rounds))) == len(rounds)


@given(st.integers(3, 20).map(lambda half: 2 * half), SEEDS)
def test_a_week_later_every_candidate_is_a_manager(number: int, seed: int) -> None:
    people = [f"p{at}" for at in range(number)]
    first = at_random(people, Earlier(), seed)
    second = at_random(people, earlier(first), seed)
    assert {one.candidate for one in first} == {one.manager for one in second}
    assert not set(couples(first)) & set(couples(second))


def test_two_people_alone_meet_again_in_each_others_chairs() -> None:
    first = at_random(["ann", "bo"], Earlier(), 1)
    second = at_random(["ann", "bo"], earlier(first), 1)
    assert (second[0].candidate, second[0].manager) == (first[0].manager, first[0].candidate)


@given(SEEDS)
def test_nobody_observes_twice_before_everybody_has(seed: int) -> None:
    people = [f"p{at}" for at in range(5)]
    rounds: list[Seating] = []
    for round_ in range(5):
        rounds += at_random(people, earlier(rounds), seed + round_)
    assert sorted(one for table in rounds for one in table.observers) == people


@given(st.sets(st.sampled_from([frozenset(one) for one in combinations("abcdef", 2)])))
def test_a_pairing_is_found_exactly_where_there_is_one(barred: set[frozenset[str]]) -> None:
    found = match("abcdef", barred)
    possible = any(
        not {frozenset(one), frozenset(two), frozenset(three)} & barred
        for one, two, three in combinations(combinations("abcdef", 2), 3)
        if len({*one, *two, *three}) == 6
    )
    assert (found is not None) == possible
    if found is not None:
        assert sorted(one for couple in found for one in couple) == list("abcdef")
        assert not {frozenset(couple) for couple in found} & barred


def test_three_hundred_people_are_paired_a_tenth_time() -> None:
    people = [f"p{at}" for at in range(300)]
    rounds: list[Seating] = []
    for round_ in range(10):
        rounds += at_random(people, earlier(rounds), round_)
    assert len(set(couples(rounds))) == 1500


def test_who_comes_in_fills_the_lowest_half_filled_table() -> None:
    tables = {"a": Seating("ann", "bo", (), 1), "b": Seating("", "cy", (), 3), "c": Seating("di", "", (), 2)}
    assert arriving(tables, "new", Earlier()) == Chosen("c", Seat.MANAGER, "new")
    assert arriving({"a": tables["a"]}, "new", Earlier()) is None


def test_who_comes_in_is_not_put_opposite_a_partner_of_before() -> None:
    tables = {"a": Seating("ann", "", (), 1), "b": Seating("bo", "", (), 2)}
    before = earlier([Seating("new", "ann")])
    assert arriving(tables, "new", before) == Chosen("b", Seat.MANAGER, "new")


@given(st.integers(0, 9), st.integers(0, 3))
def test_nobody_sits_alone_once_the_lobby_is_locked_if_there_is_anybody_else(lone: int, full: int) -> None:
    tables = {f"l{at}": Seating(f"x{at}", "", (), at + 1) for at in range(lone)}
    tables |= {f"f{at}": Seating(f"y{at}", f"z{at}", (), lone + at + 1) for at in range(full)}
    moved = settled(tables, Earlier())
    gone = {one.place for one in moved}
    assert len(gone) == len(moved)
    assert all(tables[one.pair].candidate not in gone for one in moved)
    left = {
        one.candidate
        for pair, one in tables.items()
        if one.empty
        and one.candidate not in gone
        and not any(move.pair == pair and move.seat in SIDES for move in moved)
    }
    assert left == ({"x0"} if lone == 1 and not full else set())


ROSTER = "id, table, seat\n17, 2, manager\n18, 2, candidate\n19, 1,\n20, 1,\n21, 1,\n"


def test_a_roster_says_who_sits_where_and_an_absent_one_leaves_an_empty_chair() -> None:
    rows = read_roster(ROSTER)
    here = {"17": "p-a", "19": "p-b", "20": "p-c", "21": "p-d"}
    assert from_roster(rows, here) == [Seating("p-b", "p-c", ("p-d",), 1), Seating("", "p-a", (), 2)]
    assert chair_of(rows, "18") == (2, Seat.CANDIDATE)
    assert chair_of(rows, "21") == (1, Seat.OBSERVER)
    assert chair_of(rows, "99") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,table\n1,1", "no column “id”"),
        ("id,table\n1,one", "Line 2 of the roster: 'one' is no table"),
        ("id,table\n1,0", "'0' is no table"),
        ("id,table\n1,²", "is no table"),
        ("id,table\n1,1\n1,2", "Line 3 of the roster: '1' stands there twice"),
        ("id,table,seat\n1,1,boss", "'boss' is no chair"),
        ("id,table,seat\n1,1,manager\n2,1,manager", "table 1 has two managers"),
        ("id,table\n,4", "has no id"),
        ("id,table\n5", "'' is no table"),
    ],
)
def test_a_roster_that_cannot_be_used_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BadRoster, match=said):
        read_roster(text)

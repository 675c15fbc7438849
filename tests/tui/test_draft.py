"""A draft of packages: what stepping, shapes and copies do to it, on the table of the slip and on any table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiator.bargaining.deal import Package
from negotiator.game.bargain import bargain_of
from negotiator.game.play import begin
from negotiator.game.tableview import TableView, table_view
from negotiator.tui.draft import (
    Draft,
    as_in,
    barred_terms,
    beside,
    first_draft,
    shaped,
    stepped,
    unequal,
)
from tests.tui.fakes import slip

GAME = slip().game
TABLE: TableView = table_view(GAME, begin(GAME).state)
LETTER = Package(0, (0, 0, 0, 0, 0, 0))
"""As the letter has it: base, bonus, title, team, nights, days."""


def test_the_first_draft_is_the_letter() -> None:
    assert first_draft(TABLE) == Draft((LETTER,))


def test_a_step_stops_at_the_ends() -> None:
    package = LETTER
    for _ in range(9):
        package = stepped(TABLE, package, 1, 1)
    assert package.options[0] == 4
    assert stepped(TABLE, package, 1, -9).options[0] == 0


def test_a_step_leaves_out_what_the_shape_does_not_allow() -> None:
    assert stepped(TABLE, LETTER, 4, 9).options[3] == 1


def test_a_shape_that_cannot_be_spoken_of_is_not_stepped_to() -> None:
    assert stepped(TABLE, LETTER, 0, 1) == LETTER


def test_another_shape_changes_only_what_it_does_not_allow() -> None:
    package = stepped(TABLE, LETTER, 6, 1)
    assert shaped(TABLE, package, 1) == Package(1, (3, 0, 0, 0, 0, 1))


def test_a_row_goes_back_to_the_base_or_as_near_as_the_shape_allows() -> None:
    package = shaped(TABLE, stepped(TABLE, LETTER, 6, 1), 1)
    assert as_in(TABLE, package, LETTER, 6).options[5] == 0
    assert as_in(TABLE, package, LETTER, 1).options[0] == 3
    assert as_in(TABLE, package, LETTER, 0).structure == 0


@pytest.mark.parametrize(("now", "by", "then"), [(4, 1, 7), (4, -1, 2), (7, 5, 7), (3, 1, 4)])
def test_beside_goes_on_from_where_one_is(now: int, by: int, then: int) -> None:
    assert beside((2, 4, 7), now, by) == then


def test_copies_come_after_the_shown_one_and_go_again() -> None:
    draft = Draft((LETTER,)).with_another()
    assert (len(draft.packages), draft.shown) == (2, 1)
    changed = draft.with_package(stepped(TABLE, LETTER, 1, 1))
    assert changed.packages[0] == LETTER
    assert changed.without_shown() == Draft((LETTER,))
    assert Draft((LETTER,)).without_shown() == Draft((LETTER,))
    assert len(draft.with_another().with_another().packages) == 3


def test_packages_are_unequal_from_five_percent_of_the_wish_on() -> None:
    assert not unequal(TABLE, Draft((LETTER, stepped(TABLE, LETTER, 4, 0))))
    assert unequal(TABLE, Draft((LETTER, stepped(TABLE, LETTER, 1, 1))))


def test_what_is_not_theirs_to_grant_is_found_with_its_limit() -> None:
    assert barred_terms(TABLE, Package(0, (4, 0, 1, 0, 0, 2))) == [(0, "band"), (2, "band"), (5, "house")]


def test_the_move_says_everything() -> None:
    draft = Draft(
        (stepped(TABLE, LETTER, 1, 1), stepped(TABLE, LETTER, 6, 1)), 1, "company", "ferry", final=True
    )
    move = draft.move(bargain_of(GAME))
    assert move.text == "offer-set day base=k96 | day days=four because=company citing=ferry final=yes"


@given(steps=st.lists(st.tuples(st.integers(0, 6), st.integers(-3, 3)), max_size=30))
def test_however_one_steps_every_option_is_allowed(steps: list[tuple[int, int]]) -> None:
    package = LETTER
    for row, by in steps:
        package = stepped(TABLE, package, row, by)
        allowed = TABLE.shapes[package.structure].allowed
        assert all(at in found for at, found in zip(package.options, allowed, strict=True))
